"""Measure what the trainee waits for, each figure beside its target."""
