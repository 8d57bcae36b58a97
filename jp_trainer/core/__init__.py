"""Decide: what a card becomes, what to ask next, whether an answer is right."""
