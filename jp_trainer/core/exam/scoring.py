"""Estimate what a sitting would score on the day, with a band, and say whether someone is ready.

Formulas and their sources: docs/scoring.md.
"""

import enum
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from jp_trainer.core.exam.answer_model import GRID, Difficulty, log_chances, of_class
from jp_trainer.core.exam.areas import Area, area_of, letter
from jp_trainer.core.exam.blueprints import Band, Blueprint
from jp_trainer.core.exam.items import ItemType
from jp_trainer.core.exam.papers import Paper
from jp_trainer.core.exam.posterior import FORM_SD, Points, Posterior, weigh

FEWEST_ITEMS = 24
"""No verdict under so many counted items. See docs/scoring.md."""

NO_LEVEL = "*"
_BLANKS_OF_A_HURRY = 2


class Verdict(enum.StrEnum):
    """Whether someone is ready, by the chance of passing."""

    READY = "ready"
    NOT_YET = "not_yet"
    TOO_CLOSE = "too_close"
    NONE = "none"


class NoVerdict(enum.StrEnum):
    """Why there is no verdict."""

    ASSISTED = "assisted"
    FEW_ITEMS = "few_items"
    PART_ONLY = "part_only"


@dataclass(frozen=True, slots=True)
class Response:
    """One item of a paper and what was answered.

    Attributes:
        section: id of the section it stood in. scoring: id of the scoring section it counts in.
        options: how many were offered. chosen: which, from 1; 0 if left blank.
        difficulty: judged by its author, or re-estimated from answers.
        counts: whether it enters the estimate; False for what was seen before.
    """

    item: str
    type: ItemType
    section: str
    scoring: str
    options: int
    key: int
    chosen: int
    difficulty: Difficulty
    counts: bool = True

    @property
    def right(self) -> bool:
        """Whether the key was chosen; blank is wrong, as on the day."""
        return self.chosen == self.key


@dataclass(frozen=True, slots=True)
class ScoredSection:
    """A scoring section: its points, and the chance that its minimum is reached."""

    id: str
    points: Points
    minimum: float | None
    chance_of_minimum: float
    counted: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What was answered in a section or an area. `letter`: A, B, C, as reports give for reference.

    `blank_at_end`: how many of the last items in a row were left blank.
    """

    id: str
    asked: int
    right: int
    blank: int
    blank_at_end: int
    letter: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate by this app, not an official score.

    Attributes:
        total: points on the exam's scale. scoring: likewise by scoring section.
        ability, ability_sd: logits above the cut.
        level: as the report prints it from the total; "" if the exam prints none.
        level_chances: of reaching each level, highest first.
        cefr: the report's CEFR line; "*" for those who would not pass; "" if there is none.
        chance: 0..1, of reaching the total and every minimum.
        no_verdict: why `verdict` is NONE.
        sections, areas: what was answered, item by item, also of items left out of the estimate.
        hurried: ids of sections whose last items were left blank.
        counted, left_out: items in and out of the estimate.
        assumed: whether the map from ability to points is assumed; so far it always is.
    """

    total: Points
    scoring: tuple[ScoredSection, ...]
    ability: float
    ability_sd: float
    level: str
    level_chances: tuple[tuple[str, float], ...]
    cefr: str
    chance: float
    verdict: Verdict
    no_verdict: NoVerdict | None
    sections: tuple[Tally, ...]
    areas: tuple[Tally, ...]
    hurried: tuple[str, ...]
    counted: int
    left_out: int
    assumed: bool


def responses_of(
    blueprint: Blueprint,
    paper: Paper,
    answers: Mapping[str, int],
    *,
    left_out: Collection[str] = (),
    known: Mapping[str, Difficulty] | None = None,
) -> tuple[Response, ...]:
    """Every item of a paper with the option chosen (from 1; none is blank), in order.

    `left_out`: ids of items, or testlets, seen before. `known`: difficulties re-estimated from
    answers, by item id; authors' judgements serve for the others. A section that the blueprint does
    not have (a quiz) counts in the first scoring section.
    """
    known = known or {}
    places = {
        (section.id, part.type): scoring
        for section in blueprint.sections
        for part, scoring in zip(section.parts, section.scoring, strict=True)
    }
    return tuple(
        Response(
            item=item.id,
            type=item.type,
            section=section.id,
            scoring=places.get((section.id, item.type), blueprint.scoring[0].id),
            options=len(item.options),
            key=item.key,
            chosen=answers.get(item.id, 0),
            difficulty=known.get(item.id) or of_class(item.difficulty),
            counts=item.id not in left_out and testlet.id not in left_out,
        )
        for section in paper.sections
        for testlet in section.testlets
        for item in testlet.items
    )


def estimate(
    blueprint: Blueprint,
    responses: Sequence[Response],
    *,
    assisted: bool = False,
    form_sd: float = FORM_SD,
) -> Estimate:
    """What the answers say. `form_sd`: how far the whole paper may be off, in logits."""
    counted = [each for each in responses if each.counts]
    likelihoods = [
        _likelihood([each for each in counted if each.scoring == section.id])
        for section in blueprint.scoring
    ]
    found = weigh(
        blueprint.scoring,
        likelihoods,
        blueprint.pass_total,
        totals=[level.from_points for level in blueprint.levels],
        form_sd=form_sd,
    )
    no_verdict = _no_verdict(blueprint, counted, assisted=assisted)
    sections = _tallies(responses, lambda each: each.section)
    return Estimate(
        total=found.total,
        scoring=_scored(blueprint, found, counted),
        ability=found.ability,
        ability_sd=found.ability_sd,
        level=_printed(blueprint.levels, found.total.mean),
        level_chances=tuple(
            (level.name, chance)
            for level, chance in zip(blueprint.levels, found.chances_of_totals, strict=True)
        ),
        cefr=_cefr(blueprint, found),
        chance=found.chance,
        verdict=Verdict.NONE if no_verdict else _verdict(blueprint, found.chance),
        no_verdict=no_verdict,
        sections=sections,
        areas=_tallies(responses, lambda each: area_of(each.type), tuple(Area)),
        hurried=tuple(tally.id for tally in sections if tally.blank_at_end >= _BLANKS_OF_A_HURRY),
        counted=len(counted),
        left_out=len(responses) - len(counted),
        assumed=any(section.scale.assumed for section in blueprint.scoring),
    )


def _likelihood(responses: Sequence[Response]) -> list[float]:
    """Its logarithm at each ability of GRID."""
    total = [0.0] * len(GRID)
    for each in responses:
        right, wrong = log_chances(each.difficulty.b, each.difficulty.sd, each.options)
        row = right if each.right else wrong
        total = [sum_ + log for sum_, log in zip(total, row, strict=True)]
    return total


def _no_verdict(
    blueprint: Blueprint, counted: Sequence[Response], *, assisted: bool
) -> NoVerdict | None:
    if assisted:
        return NoVerdict.ASSISTED
    if len(counted) < FEWEST_ITEMS:
        return NoVerdict.FEW_ITEMS
    if {each.section for each in counted} != {section.id for section in blueprint.sections}:
        return NoVerdict.PART_ONLY
    return None


def _verdict(blueprint: Blueprint, chance: float) -> Verdict:
    if chance >= blueprint.ready_at:
        return Verdict.READY
    return Verdict.NOT_YET if chance <= blueprint.not_yet_at else Verdict.TOO_CLOSE


def _scored(
    blueprint: Blueprint, found: Posterior, counted: Sequence[Response]
) -> tuple[ScoredSection, ...]:
    rows = zip(blueprint.scoring, found.sections, found.chances_of_minimums, strict=True)
    return tuple(
        ScoredSection(
            id=section.id,
            points=points,
            minimum=section.minimum,
            chance_of_minimum=chance,
            counted=sum(each.scoring == section.id for each in counted),
        )
        for section, points, chance in rows
    )


def _printed(levels: Sequence[Band], points: float) -> str:
    """As the report does: from whole points, the highest level reached."""
    if not levels:
        return ""
    reached = [level for level in levels if round(points) >= level.from_points]
    return max(reached, key=lambda level: level.from_points).name if reached else NO_LEVEL


def _cefr(blueprint: Blueprint, found: Posterior) -> str:
    passes = round(found.total.mean) >= blueprint.pass_total and all(
        section.minimum is None or round(points.mean) >= section.minimum
        for section, points in zip(blueprint.scoring, found.sections, strict=True)
    )
    printed = _printed(blueprint.cefr, found.total.mean)
    return NO_LEVEL if printed and not passes else printed


def _tallies(
    responses: Sequence[Response], of: Callable[[Response], str], order: Collection[str] = ()
) -> tuple[Tally, ...]:
    groups: dict[str, list[Response]] = {each: [] for each in order}
    for each in responses:
        groups.setdefault(of(each), []).append(each)
    return tuple(_tally(id_, group) for id_, group in groups.items() if group)


def _tally(id_: str, group: Sequence[Response]) -> Tally:
    right = sum(each.right for each in group)
    answered = [place for place, each in enumerate(group, start=1) if each.chosen]
    return Tally(
        id=id_,
        asked=len(group),
        right=right,
        blank=len(group) - len(answered),
        blank_at_end=len(group) - (answered[-1] if answered else 0),
        letter=letter(right, len(group)),
    )
