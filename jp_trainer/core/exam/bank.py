"""Hold the items of one exam as they were read, with the place of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jp_trainer.core.deck_problems import Severity
from jp_trainer.core.exam.item_problems import Problem
from jp_trainer.core.exam.items import Item, Status, Testlet

Place = tuple[Path, int]
"""File, and line of the id counted from 1."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One of the orders of a ★ item's pieces, and what a reader says of the sentence.

    Attributes:
        pieces: the texts of the options, in this order. verdict: RIGHT, or why it is wrong.
        path, line: where it is written.
    """

    pieces: tuple[str, ...]
    sentence: str
    verdict: str
    path: Path
    line: int

    @property
    def is_right(self) -> bool:
        """Whether this is the order that is declared right."""
        return self.verdict == "RIGHT"


@dataclass(frozen=True, slots=True)
class Bank:
    """The items of one exam.

    Attributes:
        testlets: in the order of files and lines.
        places: of items and stimuli, by id.
        problems: of reading. What could not be read whole is in no testlet.
        orders: of ★ items, by item id.
    """

    testlets: tuple[Testlet, ...]
    places: Mapping[str, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    orders: Mapping[str, tuple[OrderLine, ...]] = field(default_factory=dict)

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for testlet in self.testlets for item in testlet.items)

    @property
    def has_errors(self) -> bool:
        """Whether something could not be read."""
        return any(p.severity is Severity.ERROR for p in self.problems)

    def live(self) -> "Bank":
        """Only the testlets of which every item is live: those that papers are drawn from."""
        kept = tuple(
            testlet
            for testlet in self.testlets
            if all(item.status is Status.LIVE for item in testlet.items)
        )
        return Bank(kept, self.places, self.problems, self.orders)
