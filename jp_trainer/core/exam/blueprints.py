"""Hold what an exam consists of; every number comes from a file in assets/exams/blueprints."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.items import ItemType


class ClockKind(enum.StrEnum):
    """Whose minutes run."""

    SHARED = "shared"  # one clock for all sections
    PAPER = "paper"  # each section has its own


@dataclass(frozen=True, slots=True)
class Scale:
    """From ability to points. No exam publishes this: `assumed` says so.

    Points = at_cut + slope_per_logit x (logits above the cut), held within low..high.
    """

    low: float
    high: float
    slope_per_logit: float
    at_cut: float
    assumed: bool = True


@dataclass(frozen=True, slots=True)
class ScoringSection:
    """Items that are scored together. `minimum`: points that must be reached; None = none."""

    id: str
    title: Title
    scale: Scale
    minimum: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Items of one type. `options`: how many each has. `difficulty_mean`: 1..5, of a fair paper."""

    type: ItemType
    count: int
    options: int
    difficulty_mean: float = 3.0


@dataclass(frozen=True, slots=True)
class Section:
    """What a candidate sees as one section (JFT) or one paper (JLPT).

    Attributes:
        minutes: its own clock; None where the exam's is shared.
        scoring: for each part the id of the scoring section its items count in.
        forward_only: no way back to an earlier item.
        reentry: whether one may come back after leaving it.
        max_plays: how often a clip may be heard; 0 where nothing is heard.
        paced: the recording sets the pace and moves on (JLPT listening).
    """

    id: str
    title: Title
    parts: tuple[Part, ...]
    scoring: tuple[str, ...]
    minutes: int | None = None
    forward_only: bool = False
    reentry: bool = True
    max_plays: int = 0
    paced: bool = False

    @property
    def count(self) -> int:
        """How many items it has."""
        return sum(part.count for part in self.parts)


@dataclass(frozen=True, slots=True)
class Band:
    """What is printed from this many points of the total on."""

    name: str
    from_points: float


@dataclass(frozen=True, slots=True)
class Blueprint:
    """One exam as of one year. A changed exam is a new blueprint; old sittings keep theirs.

    Attributes:
        id: like "jft-basic-2026". exam: like "jft-basic", stable over the years; the item bank's.
        minutes: of the shared clock; None where each section has its own.
        pass_total: points of the total to pass. total: the whole scale's low and high.
        levels: as the real report prints them, highest first; "*" below the last.
        cefr: likewise, printed for those who pass; () if the report has no such line.
        help_languages: of statements that strict mode opens without counting as assisted.
        furigana: whether the real test prints readings (JLPT prints few, JFT prints them).
        unverified: dotted names of values that stand on no published source.
        ready_at, not_yet_at: chances of passing at which a verdict is given.
    """

    id: str
    exam: str
    version: int
    title: Title
    clock: ClockKind
    sections: tuple[Section, ...]
    scoring: tuple[ScoringSection, ...]
    total: tuple[float, float]
    pass_total: float
    minutes: int | None = None
    levels: tuple[Band, ...] = ()
    cefr: tuple[Band, ...] = ()
    help_languages: tuple[str, ...] = ()
    level: str = ""
    furigana: bool = True
    source: str = ""
    unverified: tuple[str, ...] = ()
    ready_at: float = 0.8
    not_yet_at: float = 0.2
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many items a full paper has."""
        return sum(section.count for section in self.sections)
