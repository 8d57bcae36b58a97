"""Say how likely an answer is right at an ability: the fixed-guessing logistic model.

Abilities and difficulties are in logits above the exam's cut. Source: docs/scoring.md, after
Birnbaum in Lord and Novick, Statistical Theories of Mental Test Scores, 1968, ch. 17, with c held
fixed.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, pi, sqrt

SLOPE = 1.2
"""Common to all items; docs/scoring.md. Too few answers will ever come in to fit it."""

JUDGED_SD = 0.5
"""How far an author's judgement of difficulty is off, in logits. See docs/scoring.md."""

_CLASS_STEP = 0.75
_MIDDLE_CLASS = 3

STEP = 0.1
GRID = tuple(STEP * n for n in range(-50, 51))
"""Abilities at which likelihoods are known."""


@dataclass(frozen=True, slots=True)
class Difficulty:
    """Where an item stands, in logits above the cut, and how surely (`sd`)."""

    b: float
    sd: float = JUDGED_SD


def of_class(difficulty: int) -> Difficulty:
    """What an author's class 1..5 stands for: -1.5..+1.5 about the cut,."""
    return Difficulty(_CLASS_STEP * (difficulty - _MIDDLE_CLASS))


def chance_right(ability: float, b: float, options: int, slope: float = SLOPE) -> float:
    """P = c + (1 - c) / (1 + exp(-a (theta - b))), with c = 1 / options."""
    guess = 1 / options
    return guess + (1 - guess) / (1 + exp(-slope * (ability - b)))


@lru_cache(maxsize=4096)
def log_chances(b: float, sd: float, options: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Logarithms of the chances of a right and of a wrong answer, at each ability of GRID.

    An uncertain b flattens the curve: the logistic averaged over b ~ N(b, sd) is nearly a logistic
    of slope a / sqrt(1 + pi a^2 sd^2 / 8). Source: MacKay, The evidence framework applied to
    classification networks, 1992, eq. 10.
    """
    slope = SLOPE / sqrt(1 + pi * (SLOPE * sd) ** 2 / 8)
    chances = [chance_right(ability, b, options, slope) for ability in GRID]
    return tuple(log(p) for p in chances), tuple(log(1 - p) for p in chances)
