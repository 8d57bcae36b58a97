"""Let people of known ability sit papers, to see how far the estimates may be trusted.

The scorer is the one that trainees get, and knows what it knows of them: the judged difficulties.
What is true of a person and of a paper stays here: ability, the items' real difficulties (judged
ones off by JUDGED_SD) and how far the whole paper is off (`form_shift`).
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from jp_trainer.core.exam.answer_model import JUDGED_SD, chance_right, of_class
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Paper
from jp_trainer.core.exam.posterior import CORRELATION, passes, points_of
from jp_trainer.core.exam.scoring import Estimate, Verdict, estimate, responses_of

_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Simulation:
    """How well the estimates met the truth, over so many people.

    Attributes:
        rmse, rmse_points: of the estimate of the total, in logits and in points.
        bias: mean of estimate less truth, in logits.
        right_side: share of people put on the right side of the pass line (chance at least 0.5).
        coverage: share whose true total lies in the 95 % band.
        verdicts: share who got "ready" or "not yet". verdicts_right: share of these that were true.
        ready_right, not_yet_right: likewise of each; None if nobody got it.
        passing: share of people who would truly pass.
    """

    people: int
    items: int
    rmse: float
    rmse_points: float
    bias: float
    right_side: float
    coverage: float
    verdicts: float
    verdicts_right: float | None
    ready_right: float | None
    not_yet_right: float | None
    passing: float


@dataclass(frozen=True, slots=True)
class _Sat:
    """One person's truth beside the estimate."""

    ability: float
    points: float
    would_pass: bool
    found: Estimate


def simulate(
    blueprint: Blueprint,
    papers: Sequence[Paper],
    people: int,
    rng: random.Random,
    *,
    form_shift: float = 0.0,
    correlation: float = CORRELATION,
) -> Simulation:
    """So many people, normal around the cut, on these papers in turn.

    Each meets a world of their own: what is true of the items and of the paper is drawn anew, so
    that the figures are those of papers in general, and not of one lucky paper.
    `correlation`: between a person's true abilities in two scoring sections.
    Raises ValueError if there is no paper or nobody.
    """
    if not papers or people < 1:
        raise ValueError(papers, people)
    sat = [
        _sit(blueprint, papers[n % len(papers)], rng, form_shift, correlation)
        for n in range(people)
    ]
    return _summed(sat, sum(len(paper.items) for paper in papers) // len(papers))


def _sit(
    blueprint: Blueprint,
    paper: Paper,
    rng: random.Random,
    form_shift: float,
    correlation: float,
) -> _Sat:
    shared = rng.gauss(0, sqrt(correlation))
    own = sqrt(1 - correlation)
    abilities = {section.id: shared + rng.gauss(0, own) for section in blueprint.scoring}
    shift = rng.gauss(0, form_shift)
    chosen: dict[str, int] = {}
    blank = responses_of(blueprint, paper, {})
    judged = {item.id: of_class(item.difficulty).b for item in paper.items}
    for each in blank:
        b = judged[each.item] + rng.gauss(0, JUDGED_SD) + shift
        right = rng.random() < chance_right(abilities[each.scoring], b, each.options)
        chosen[each.item] = each.key if right else 1 + each.key % each.options
    answers = [replace(each, chosen=chosen[each.item]) for each in blank]
    points = [points_of(section, abilities[section.id]) for section in blueprint.scoring]
    return _Sat(
        ability=_mean_ability(blueprint, abilities),
        points=sum(points),
        would_pass=passes(blueprint.scoring, blueprint.pass_total, points),
        found=estimate(blueprint, answers),
    )


def _mean_ability(blueprint: Blueprint, abilities: Mapping[str, float]) -> float:
    slopes = {section.id: section.scale.slope_per_logit for section in blueprint.scoring}
    return sum(slopes[id_] * ability for id_, ability in abilities.items()) / sum(slopes.values())


def _summed(sat: Sequence[_Sat], items: int) -> Simulation:
    count = len(sat)
    off = [each.found.ability - each.ability for each in sat]
    ready = [each.would_pass for each in sat if each.found.verdict is Verdict.READY]
    not_yet = [not each.would_pass for each in sat if each.found.verdict is Verdict.NOT_YET]
    return Simulation(
        people=count,
        items=items,
        rmse=sqrt(sum(each**2 for each in off) / count),
        rmse_points=sqrt(sum((s.found.total.mean - s.points) ** 2 for s in sat) / count),
        bias=sum(off) / count,
        right_side=sum((s.found.chance >= _EVEN) == s.would_pass for s in sat) / count,
        coverage=sum(s.found.total.low <= s.points <= s.found.total.high for s in sat) / count,
        verdicts=(len(ready) + len(not_yet)) / count,
        verdicts_right=_share([*ready, *not_yet]),
        ready_right=_share(ready),
        not_yet_right=_share(not_yet),
        passing=sum(s.would_pass for s in sat) / count,
    )


def _share(flags: Sequence[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None
