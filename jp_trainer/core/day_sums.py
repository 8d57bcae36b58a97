"""Add up what happened on a study day, so that statistics never reread the log."""

from dataclasses import dataclass, fields

from jp_trainer.core.cards import Aspect
from jp_trainer.core.ids import DeckId
from jp_trainer.core.study_day import StudyDay


@dataclass(frozen=True, slots=True)
class Sums:
    """Counts that can be added and taken back.

    Attributes:
        answered: answers that moved the schedule. right: of them, Good or Hard.
        peeked: of the right ones, those with a look at the help.
        new: answers to cards never asked before; new_right: of them, right. Recall is
            `(right - new_right) / (answered - new)`.
        lapses: forgotten ones that had been remembered.
        practised: answers that moved no schedule.
        known: by how many the words known grew (or, negative, shrank).
        ms: time taken by all of them.
    """

    answered: int = 0
    right: int = 0
    peeked: int = 0
    new: int = 0
    new_right: int = 0
    lapses: int = 0
    practised: int = 0
    known: int = 0
    ms: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(*(getattr(self, n) + getattr(other, n) for n in NAMES))

    def __neg__(self) -> "Sums":
        return Sums(*(-getattr(self, n) for n in NAMES))

    @property
    def recall(self) -> float | None:
        """The share (0..1) of cards asked before that were remembered; None if there were none."""
        old = self.answered - self.new
        return (self.right - self.new_right) / old if old > 0 else None


NAMES = tuple(field.name for field in fields(Sums))
"""The names of the counts, in order."""


@dataclass(frozen=True, slots=True)
class DaySum:
    """The sums of one study day, deck and aspect."""

    day: StudyDay
    deck: DeckId
    aspect: Aspect
    sums: Sums
