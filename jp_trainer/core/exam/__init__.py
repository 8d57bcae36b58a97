"""Decide about mock exams: items, blueprints, papers, sittings, scores."""
