"""Learn from pooled answers how an item really does: difficulty, discrimination, options, key.

How many answers are enough: docs/scoring.md.
"""

import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, pi, sqrt
from statistics import fmean, median

from jp_trainer.core.exam.answer_model import SLOPE, Difficulty, chance_right

EXPLORATORY = 30
DECENT = 100

LOW_DISCRIMINATION = 0.2
IDLE_SHARE = 0.05
"""A wrong option that fewer choose does no work. Source: Tarrant, Ware and Mohammed, 2009."""

_BEST_SHARE = 3  # the best third
_STEP = 0.05
_PLACES = tuple(_STEP * n for n in range(-80, 81))
_FEWEST_BEST = 10


class Trust(enum.StrEnum):
    """How much the figures of an item may be believed, by the number of answers."""

    TOO_FEW = "too_few"
    EXPLORATORY = "exploratory"  # a hint: 30 answers and more
    DECENT = "decent"  # 100 and more


class Flag(enum.StrEnum):
    """What an author should look at."""

    CHECK_KEY = "check_key"  # those who know most choose something else
    LOW_DISCRIMINATION = "low_discrimination"
    IDLE_OPTION = "idle_option"


@dataclass(frozen=True, slots=True)
class PooledAnswer:
    """One answer to the item.

    Attributes:
        chosen: option from 1; 0 for a blank.
        ability, ability_sd: of who gave it, logits above the cut; best without this very item.
        ms: time on the item.
    """

    chosen: int
    ability: float
    ability_sd: float
    ms: int = 0


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """What the answers say of an item.

    Attributes:
        right: share 0..1. point_biserial: of being right with ability; None where one of them
            does not vary or the answers are too few.
        shares: of each option, from 1; 0 for blanks.
        median_ms: of those with a time; None without any.
        difficulty: the author's judgement corrected by the answers; as judged if they are too few.
        idle: wrong options that next to nobody chooses.
    """

    answers: int
    trust: Trust
    right: float
    point_biserial: float | None
    shares: Mapping[int, float]
    median_ms: int | None
    difficulty: Difficulty
    idle: tuple[int, ...]
    flags: frozenset[Flag]


def statistics_of(
    answers: Iterable[PooledAnswer], *, key: int, options: int, judged: Difficulty
) -> ItemStatistics:
    """The figures of one item with this key (from 1) and so many options."""
    given = list(answers)
    count = len(given)
    trust = _trust(count)
    chosen = Counter(each.chosen for each in given)
    shares = {n: chosen[n] / count if count else 0.0 for n in range(options + 1)}
    enough = trust is not Trust.TOO_FEW
    correlation = _point_biserial(given, key) if enough else None
    idle = tuple(n for n in range(1, options + 1) if n != key and shares[n] < IDLE_SHARE)
    idle = idle if trust is Trust.DECENT else ()
    flags = {
        Flag.CHECK_KEY: enough and _key_is_doubtful(given, key, options, correlation),
        Flag.LOW_DISCRIMINATION: correlation is not None and correlation < LOW_DISCRIMINATION,
        Flag.IDLE_OPTION: bool(idle),
    }
    times = [each.ms for each in given if each.ms > 0]
    return ItemStatistics(
        answers=count,
        trust=trust,
        right=shares.get(key, 0.0),
        point_biserial=correlation,
        shares=shares,
        median_ms=round(median(times)) if times else None,
        difficulty=_difficulty(given, key, options, judged) if enough else judged,
        idle=idle,
        flags=frozenset(flag for flag, raised in flags.items() if raised),
    )


def _trust(count: int) -> Trust:
    if count < EXPLORATORY:
        return Trust.TOO_FEW
    return Trust.DECENT if count >= DECENT else Trust.EXPLORATORY


def _point_biserial(given: Sequence[PooledAnswer], key: int) -> float | None:
    """(mean ability of the right less that of all) / sd * sqrt(p / (1 - p))."""
    abilities = [each.ability for each in given]
    mean = fmean(abilities)
    sd = sqrt(fmean((each - mean) ** 2 for each in abilities))
    right = [each.ability for each in given if each.chosen == key]
    share = len(right) / len(given)
    if sd == 0 or share in (0.0, 1.0):
        return None
    return (fmean(right) - mean) / sd * sqrt(share / (1 - share))


def _key_is_doubtful(
    given: Sequence[PooledAnswer], key: int, options: int, correlation: float | None
) -> bool:
    """Whether the best third prefer a wrong option, or the right are weaker than the wrong."""
    if correlation is not None and correlation < 0:
        return True
    best = sorted(given, key=lambda each: -each.ability)[: len(given) // _BEST_SHARE]
    if len(best) < _FEWEST_BEST:
        return False
    chosen = Counter(each.chosen for each in best)
    return any(chosen[n] > chosen[key] for n in range(1, options + 1) if n != key)


def _difficulty(
    given: Sequence[PooledAnswer], key: int, options: int, judged: Difficulty
) -> Difficulty:
    """EAP of b: the author's judgement as the prior, people's abilities spread by their sd."""
    curves: Counter[tuple[float, float, bool]] = Counter()
    for each in given:
        slope = SLOPE / sqrt(1 + pi * (SLOPE * each.ability_sd) ** 2 / 8)
        # Alike people in one sum: the log of a thousand answers is then no slower than of fifty.
        curves[round(each.ability, 1), round(slope, 2), each.chosen == key] += 1
    logs: list[float] = []
    for b in _PLACES:
        total = -((b - judged.b) ** 2) / (2 * judged.sd**2)
        for (ability, slope, right), times in curves.items():
            chance = chance_right(ability, b, options, slope)
            total += times * log(chance if right else 1 - chance)
        logs.append(total)
    best = max(logs)
    weights = [exp(each - best) for each in logs]
    mean = sum(w * b for w, b in zip(weights, _PLACES, strict=True)) / sum(weights)
    squares = sum(w * (b - mean) ** 2 for w, b in zip(weights, _PLACES, strict=True))
    return Difficulty(mean, sqrt(squares / sum(weights)))
