"""Hold a paper: the testlets one candidate gets, section by section, in order."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from jp_trainer.core.exam.items import Item, ItemType, Stimulus, Testlet


class Mode(enum.StrEnum):
    """How a paper is sat."""

    FULL = "full"  # strict: the whole test
    SECTION = "section"  # one section, its own time
    QUIZ = "quiz"  # some items, feedback at once, no clock


@dataclass(frozen=True, slots=True)
class PaperSection:
    """The testlets of one section, in the order of the blueprint's parts."""

    id: str
    testlets: tuple[Testlet, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for testlet in self.testlets for item in testlet.items)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is sat.

    Attributes:
        blueprint: its id. form: "A", "B", ... or "" for a drawn one.
    """

    blueprint: str
    mode: Mode
    sections: tuple[PaperSection, ...]
    form: str = ""

    @property
    def testlets(self) -> Iterator[Testlet]:
        """All of them, in order."""
        return (testlet for section in self.sections for testlet in section.testlets)

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for section in self.sections for item in section.items)

    def testlet_of(self, item: str) -> Testlet:
        """The testlet that holds this item. Raises KeyError if none does."""
        for testlet in self.testlets:
            if any(each.id == item for each in testlet.items):
                return testlet
        raise KeyError(item)

    def stimulus_of(self, item: str) -> Stimulus | None:
        """What an item is asked about."""
        return self.testlet_of(item).stimulus


@dataclass(frozen=True, slots=True)
class Lack:
    """What a bank cannot give: `found` of `wanted` items of a type in a section."""

    section: str
    type: ItemType
    wanted: int
    found: int
