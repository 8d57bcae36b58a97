"""Hold a sitting as it stands: where the candidate is, what is answered, what may be done next."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from jp_trainer.core.exam.blueprints import Blueprint, ClockKind
from jp_trainer.core.exam.items import Item, Testlet
from jp_trainer.core.exam.papers import Mode, Paper, PaperSection
from jp_trainer.core.study_day import Moment

SHARED_CLOCK = ""
"""Names the clock of all sections; a section's own clock is named by the section's id."""


class Aid(enum.StrEnum):
    """Help the real test does not give. Using one makes the sitting an assisted one."""

    STATEMENT = "statement"  # the question in a language the real test does not offer
    FURIGANA = "furigana"  # readings where the real test has none
    REPLAY = "replay"  # a clip more often than the real test plays it


class LeftBy(enum.StrEnum):
    """Why a section is over."""

    LEFT = "left"
    TIME = "time"


class FinishedBy(enum.StrEnum):
    """Why a sitting is over."""

    SUBMITTED = "submitted"
    TIME = "time"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True)
class Interruption:
    """The program ended in the middle. `away_s`: by the computer's clock, which may be wrong."""

    at: datetime
    remaining_ms: int
    away_s: int


@dataclass(frozen=True, slots=True)
class Finished:
    """How and when (aware, UTC) a sitting ended."""

    how: FinishedBy
    at: datetime


@dataclass(frozen=True, slots=True)
class Tile:
    """One number of the navigator. `may_go`: whether a click leads there."""

    item: str
    number: int
    answered: bool
    flagged: bool
    current: bool
    may_go: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds in one section. `max_plays`: None where a clip may be heard at will."""

    forward_only: bool = False
    reentry: bool = True
    paced: bool = False
    max_plays: int | None = None


@dataclass(frozen=True, slots=True)
class SittingState:
    """A sitting as it stands.

    Attributes:
        section, item: ids of where the candidate is.
        assisted: aids that were taken. answers: the chosen option, from 1, by item.
        plays: how often a clip was begun, by testlet. ms: time spent, by item.
        left: sections that are over. remaining_ms: by clock, see `clock`.
        chain: the last link of the chain of its events, see sitting_log.py.
        mistakes: ids of the words its mistakes became; None as long as they were not added.
        printed: whether it was sat on paper, and its answers typed in.
    """

    id: str
    paper: Paper
    blueprint: Blueprint
    begun: Moment
    section: str
    item: str
    assisted: frozenset[Aid] = frozenset()
    answers: Mapping[str, int] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    plays: Mapping[str, int] = field(default_factory=dict)
    ms: Mapping[str, int] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    remaining_ms: Mapping[str, int] = field(default_factory=dict)
    interruptions: tuple[Interruption, ...] = ()
    finished: Finished | None = None
    chain: str = ""
    mistakes: tuple[str, ...] | None = None
    printed: bool = False

    @property
    def mode(self) -> Mode:
        """How it is sat."""
        return self.paper.mode

    @property
    def is_assisted(self) -> bool:
        """Whether an aid was taken: such a sitting says nothing about the real test."""
        return bool(self.assisted)

    @property
    def clock(self) -> str | None:
        """The id of the clock that runs now; None where none does."""
        if self.finished is not None or not self.remaining_ms:
            return None
        return SHARED_CLOCK if SHARED_CLOCK in self.remaining_ms else self.section

    @property
    def remaining(self) -> int | None:
        """Milliseconds on the clock that runs now; None where none does."""
        return None if self.clock is None else self.remaining_ms.get(self.clock)

    @property
    def is_time_up(self) -> bool:
        """The clock that runs now stands at zero."""
        return self.remaining == 0

    @property
    def section_now(self) -> PaperSection:
        """The section the candidate is in."""
        return section_of(self.paper, self.section)

    @property
    def rules(self) -> Rules:
        """What holds in the section the candidate is in."""
        return rules_of(self, self.section)

    @property
    def item_now(self) -> Item:
        """The question the candidate is at."""
        return next(item for item in self.section_now.items if item.id == self.item)

    @property
    def testlet_now(self) -> Testlet:
        """The question the candidate is at, with what it is asked about."""
        return self.paper.testlet_of(self.item)

    @property
    def leaves_for_good(self) -> bool:
        """Whether going to another section means that there is no way back to this one."""
        return not self.rules.reentry

    @property
    def next_section(self) -> str | None:
        """Where `leave_section` leads: the next one that is not over; None after the last."""
        ids = [section.id for section in self.paper.sections]
        here = ids.index(self.section)
        order = (*ids[here + 1 :], *ids[:here])
        return next((each for each in order if each not in self.left), None)

    @property
    def next_item(self) -> str | None:
        """The item that Next leads to, in this section; None at its end."""
        return self._beside(1)

    @property
    def previous_item(self) -> str | None:
        """The item that Back leads to; None at the beginning, and where there is no way back."""
        found = self._beside(-1)
        return found if found is not None and self.may_go(found) else None

    def _beside(self, step: int) -> str | None:
        ids = [item.id for item in self.section_now.items]
        there = ids.index(self.item) + step
        return ids[there] if 0 <= there < len(ids) else None

    def may_go(self, item: str) -> bool:
        """Whether the candidate may go to this item now, also in another section."""
        if self.finished is not None or self.is_time_up:
            return False
        section = section_with(self.paper, item)
        if section is None or item == self.item:
            return False
        if section != self.section:
            return section not in self.left and not self.leaves_for_good
        return not self.rules.forward_only or item == self.next_item

    def may_enter(self, section: str) -> bool:
        """Whether a section's tab leads there: at once, or by leaving this one for good."""
        if self.finished is not None or section == self.section or section in self.left:
            return False
        if section not in {each.id for each in self.paper.sections}:
            return False
        return section == self.next_section if self.leaves_for_good else not self.is_time_up

    def plays_left(self, item: str) -> int | None:
        """How often the clip of this item may still be begun; None: at will.

        Raises KeyError if the item is not in the paper.
        """
        testlet = self.paper.testlet_of(item)
        most = rules_of(self, section_with(self.paper, item) or "").max_plays
        if most is None or Aid.REPLAY in self.assisted:
            return None
        return max(0, most - self.plays.get(testlet.id, 0))

    def open_items(self, section: str = "") -> tuple[str, ...]:
        """Items without an answer, of one section or of all that are not over."""
        sections = [s for s in self.paper.sections if s.id == section or not section]
        return tuple(
            item.id
            for each in sections
            if section or each.id not in self.left
            for item in each.items
            if item.id not in self.answers
        )

    def entry_of(self, section: str) -> str:
        """Where a tab leads: the first item without an answer, else the first."""
        items = section_of(self.paper, section).items
        return next((item.id for item in items if item.id not in self.answers), items[0].id)

    def tiles(self, section: str = "") -> tuple[Tile, ...]:
        """The navigator of one section, the current one if none is named; numbered from 1."""
        items = section_of(self.paper, section or self.section).items
        return tuple(
            Tile(
                item.id,
                number,
                answered=item.id in self.answers,
                flagged=item.id in self.flags,
                current=item.id == self.item,
                may_go=self.may_go(item.id),
            )
            for number, item in enumerate(items, 1)
        )


def rules_of(state: SittingState, section: str) -> Rules:
    """What holds in a section. A quiz has no rules: feedback comes at once."""
    found = next((s for s in state.blueprint.sections if s.id == section), None)
    if found is None or state.mode is Mode.QUIZ:
        return Rules()
    # A paper with its own minutes is collected when they are over.
    own_clock = state.blueprint.clock is ClockKind.PAPER
    return Rules(
        forward_only=found.forward_only or found.paced,
        reentry=found.reentry and not own_clock,
        paced=found.paced,
        max_plays=found.max_plays,
    )


def section_of(paper: Paper, section: str) -> PaperSection:
    """A section by its id. Raises KeyError."""
    for each in paper.sections:
        if each.id == section:
            return each
    raise KeyError(section)


def section_with(paper: Paper, item: str) -> str | None:
    """The id of the section an item is in."""
    for each in paper.sections:
        if any(one.id == item for one in each.items):
            return each.id
    return None


def is_beyond_the_test(state: SittingState, aid: Aid, language: str = "") -> bool:
    """Whether an aid makes the sitting an assisted one: warn before it is taken."""
    if aid in state.assisted:
        return False
    match aid:
        case Aid.STATEMENT:
            return language not in ("en", *state.blueprint.help_languages)
        case Aid.FURIGANA:
            return not state.blueprint.furigana
        case Aid.REPLAY:
            return True
