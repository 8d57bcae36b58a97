"""Say of what pictures are taken, and how to get there: each module puts its scenes on the list."""

# ruff: noqa: I001 - their order is that of the pictures
from tools.scenes import people, studying, exams, looking_up, keeping
from tools.scenes.listed import SCENES

__all__ = ["SCENES", "exams", "keeping", "looking_up", "people", "studying"]
