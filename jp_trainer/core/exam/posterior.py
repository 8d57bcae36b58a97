"""Weigh all abilities a candidate may have, section by section together, after the answers.

theta_k, one ability for each scoring section, in logits above the cut:

    prior         theta ~ N(0, S), S = (1 - r) I + r J: each N(0, 1), correlated by r = CORRELATION,
                  so that a short section borrows from the others
    the form      the whole paper may be harder by d ~ N(0, t^2), t = FORM_SD. What answers show is
                  psi = theta - d, whose prior is N(0, S + t^2 J)
    likelihood    the product over items of answer_model's chances, at psi_k
    back to theta exactly: theta = psi - (1 - s) mean(psi) + d', with s = l / (l + K t^2),
                  l = 1 - r + K r, and d' ~ N(0, s t^2) common to the sections

The joint weights of a grid of psi, times nodes for d', give the means, the bands and the chance
that total and every minimum are reached, all at once. Sources: docs/scoring.md; EAP on a grid after
Bock and Mislevy, Adaptive EAP estimation of ability, 1982.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from math import exp, prod, sqrt

from jp_trainer.core.exam.answer_model import GRID, STEP
from jp_trainer.core.exam.blueprints import ScoringSection

CORRELATION = 0.8
"""Between abilities of two scoring sections. Assumed: no exam publishes it."""

FORM_SD = 0.3
"""How far a whole paper may be off, in logits. See docs/scoring.md."""

# Tails chosen by simulation (docs/scoring.md): with 3 % each, the band holds the truth 94 times in
# 100 if forms are off by FORM_SD, and 98 times if they are not off at all. Nobody knows which.
_BAND = (0.03, 0.97)
_BINS = 1000
_SPREAD = 3.0  # nodes for d' reach so many standard deviations
# By the number of scoring sections: finer changes no chance by more than half a percent.
_NODES = {1: 31, 2: 9}
_FEWEST_NODES = 7
_CELLS = {2: 1200}
_MOST_CELLS = 8_000
_COARSE = 5
_NEGLIGIBLE = -14.0  # in logarithms, against the best: under a millionth


@dataclass(frozen=True, slots=True)
class Points:
    """An estimate on the exam's scale: the posterior's mean, and its 95 % band."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Posterior:
    """What is believed after the answers.

    Attributes:
        total, sections: in points; sections in the order of the scoring sections.
        ability, ability_sd: logits above the cut, the sections weighted by their slopes.
        chance: 0..1, that the total and every minimum are reached.
        chances_of_minimums: for each section; 1 where there is none.
        chances_of_totals: of the total being at least so many points, for each that was asked for.
    """

    total: Points
    sections: tuple[Points, ...]
    ability: float
    ability_sd: float
    chance: float
    chances_of_minimums: tuple[float, ...]
    chances_of_totals: tuple[float, ...]


def points_of(section: ScoringSection, ability: float) -> float:
    """Points of an ability on a section's scale, held within it."""
    scale = section.scale
    return min(max(scale.at_cut + scale.slope_per_logit * ability, scale.low), scale.high)


def passes(sections: Sequence[ScoringSection], pass_total: float, points: Sequence[float]) -> bool:
    """Whether points of the sections reach the total and every minimum."""
    return sum(points) >= pass_total and all(
        section.minimum is None or got >= section.minimum
        for section, got in zip(sections, points, strict=True)
    )


def weigh(
    sections: Sequence[ScoringSection],
    likelihoods: Sequence[Sequence[float]],
    pass_total: float,
    *,
    totals: Sequence[float] = (),
    form_sd: float = FORM_SD,
) -> Posterior:
    """The posterior from the likelihoods' logarithms at each ability of GRID, a row a section."""
    sums = _Sums(sections, pass_total, totals)
    nodes = _nodes(len(sections), form_sd)
    cells = _cells(_axes(likelihoods, form_sd), form_sd)
    best = max(weight for weight, _ in cells)
    shrink = 1 - _held(len(sections), form_sd)
    for weight, psis in cells:
        if weight - best > _NEGLIGIBLE:
            off = shrink * sum(psis) / len(psis)
            sums.add(exp(weight - best), [psi - off for psi in psis], nodes)
    return sums.posterior()


def _held(count: int, form_sd: float) -> float:
    """How much of what all sections share is ability, and not the form."""
    shared = 1 - CORRELATION + count * CORRELATION
    return shared / (shared + count * form_sd**2)


def _nodes(count: int, form_sd: float) -> list[tuple[float, float]]:
    """Values of d' and their weights, which add up to one."""
    sd = form_sd * sqrt(_held(count, form_sd))
    if sd == 0:
        return [(0.0, 1.0)]
    number = _NODES.get(count, _FEWEST_NODES)
    places = [_SPREAD * (2 * n / (number - 1) - 1) for n in range(number)]
    weights = [exp(-z * z / 2) for z in places]
    return [(z * sd, w / sum(weights)) for z, w in zip(places, weights, strict=True)]


_Axis = list[tuple[float, float]]  # logarithm of the likelihood, ability


def _axes(likelihoods: Sequence[Sequence[float]], form_sd: float) -> list[_Axis]:
    """For each section the abilities worth looking at, as densely as time allows."""
    axes = [list(zip(row, GRID, strict=True)) for row in likelihoods]
    if len(axes) == 1:
        return axes
    coarse = _cells([axis[::_COARSE] for axis in axes], form_sd)
    least = max(weight for weight, _ in coarse) + _NEGLIGIBLE
    kept: list[_Axis] = []
    for place, axis in enumerate(axes):
        worth = [psis[place] for weight, psis in coarse if weight > least]
        low, high = min(worth) - _COARSE * STEP, max(worth) + _COARSE * STEP
        kept.append([(log, psi) for log, psi in axis if low < psi < high])
    stride, most = 1, _CELLS.get(len(axes), _MOST_CELLS)
    while prod(len(axis[::stride]) for axis in kept) > most:
        stride += 1
    return [axis[::stride] for axis in kept]


def _cells(axes: Sequence[_Axis], form_sd: float) -> list[tuple[float, tuple[float, ...]]]:
    """Logarithm of the weight, up to a constant, and the abilities of each cell of the grid."""
    count = len(axes)
    own = 1 / (1 - CORRELATION)
    common = CORRELATION + form_sd**2
    shared = common / (1 - CORRELATION + count * common)
    cells = []
    for cell in product(*axes):
        psis = tuple(psi for _, psi in cell)
        total = sum(psis)
        prior = own * (sum(psi * psi for psi in psis) - shared * total * total)
        cells.append((sum(log for log, _ in cell) - prior / 2, psis))
    return cells


class _Sums:
    """Weights gathered over the grid, by points of the total and of each section."""

    def __init__(
        self, sections: Sequence[ScoringSection], pass_total: float, totals: Sequence[float]
    ) -> None:
        self._scales = [
            (s.scale.at_cut, s.scale.slope_per_logit, s.scale.low, s.scale.high) for s in sections
        ]
        self._minimums = [
            section.scale.low if section.minimum is None else section.minimum
            for section in sections
        ]
        self._pass_total = pass_total
        self._asked = list(enumerate(totals))
        self._at_least = [0.0] * len(totals)
        self._low = sum(low for _, _, low, _ in self._scales)
        self._high = sum(high for _, _, _, high in self._scales)
        self._total = [0.0] * (_BINS + 1)
        self._parts = [[0.0] * (_BINS + 1) for _ in sections]
        self._weight = self._passed = self._points = 0.0
        self._reached = [0.0] * len(sections)
        self._part_points = [0.0] * len(sections)
        self._ability = self._squares = 0.0

    def add(
        self, weight: float, abilities: Sequence[float], nodes: Sequence[tuple[float, float]]
    ) -> None:
        """Count one cell of the grid, spread over the nodes."""
        low, bins, slopes = self._low, _BINS / (self._high - self._low), 0.0
        centre = 0.0
        for (_, slope, _, _), ability in zip(self._scales, abilities, strict=True):
            centre += slope * ability
            slopes += slope
        centre /= slopes
        parts = list(enumerate(zip(self._scales, self._minimums, abilities, strict=True)))
        for shift, share in nodes:
            mass = weight * share
            total, reached_all = 0.0, True
            for place, ((at_cut, slope, floor, top), minimum, ability) in parts:
                points = at_cut + slope * (ability + shift)
                points = floor if points < floor else min(points, top)
                total += points
                self._part_points[place] += mass * points
                self._parts[place][int((points - floor) / (top - floor) * _BINS)] += mass
                if points >= minimum:
                    self._reached[place] += mass
                else:
                    reached_all = False
            self._points += mass * total
            self._total[int((total - low) * bins)] += mass
            for place, least in self._asked:
                if total >= least:
                    self._at_least[place] += mass
            if reached_all and total >= self._pass_total:
                self._passed += mass
            self._ability += mass * (centre + shift)
            self._squares += mass * (centre + shift) ** 2
            self._weight += mass

    def posterior(self) -> Posterior:
        """The sums as chances and points."""
        weight = self._weight
        ability = self._ability / weight
        rows = zip(self._scales, self._parts, self._part_points, strict=True)
        return Posterior(
            total=_points(self._total, self._points, weight, (self._low, self._high)),
            sections=tuple(_points(bins, sum_, weight, (s[2], s[3])) for s, bins, sum_ in rows),
            ability=ability,
            ability_sd=sqrt(max(0.0, self._squares / weight - ability**2)),
            chance=min(1.0, self._passed / weight),
            chances_of_minimums=tuple(min(1.0, each / weight) for each in self._reached),
            chances_of_totals=tuple(min(1.0, each / weight) for each in self._at_least),
        )


def _points(
    bins: Sequence[float], points: float, weight: float, scale: tuple[float, float]
) -> Points:
    low, high = scale
    width = (high - low) / _BINS
    below = list(accumulate(bins))
    ends = []
    for share in _BAND:
        place = next(n for n, sum_ in enumerate(below) if sum_ >= share * below[-1])
        ends.append(min(low + width * place, high))
    return Points(points / weight, ends[0], min(ends[1] + width, high))
