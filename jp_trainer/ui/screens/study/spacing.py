"""Fit a question into the window's height: the answers shall be seen without scrolling."""

from dataclasses import dataclass

from jp_trainer.ui.parts.japanese import WORD_ALONE, WORD_IN_DETAIL, WORD_WITH_FEEDBACK
from jp_trainer.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Spacing:
    """Px at normal text size.

    Attributes:
        word, answered: how large the word is, alone and once it was answered.
        above, below: round the question; after: between the answers and the example.
        said_above, said_below: round the verdict.
    """

    word: float
    answered: float
    above: int
    below: int
    said_above: int
    said_below: int
    after: int


ROOMY = Spacing(WORD_ALONE, WORD_WITH_FEEDBACK, 24, 32, 8, 20, 24)
TIGHT = Spacing(WORD_ALONE, WORD_IN_DETAIL, 24, 32, 8, 12, 14)
"""A window of 600 px."""
CRAMPED = Spacing(WORD_IN_DETAIL, 48, 6, 10, 4, 8, 12)
"""The same with larger text."""

_TIGHT_BELOW, _CRAMPED_BELOW = 660, 560


def spacing_for(look: Look, window_height: int) -> Spacing:
    """What fits into a window of so many px."""
    height = window_height / look.scale
    if height < _CRAMPED_BELOW:
        return CRAMPED
    return TIGHT if height < _TIGHT_BELOW else ROOMY
