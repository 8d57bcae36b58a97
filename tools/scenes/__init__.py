"""Say of what pictures are taken, and how to get there: each module puts its scenes on the list."""

# ruff: noqa: I001 - their order is that of the pictures
from tools.scenes import people, studying, looking_up, keeping
from tools.scenes.listed import SCENES

__all__ = ["SCENES", "keeping", "looking_up", "people", "studying"]
