"""Choose testlets of given sizes whose items add up to an exact count, as fair as can be."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from jp_trainer.core.exam.items import Testlet

_NEAR_ENOUGH = 0.1
_MOST_SWAPS = 200


@dataclass(frozen=True, slots=True)
class Want:
    """What a part needs: `count` items, of about this mean difficulty, `anchors` of them common."""

    count: int
    difficulty_mean: float | None = None
    anchors: int = 0


def sums_of(testlets: Iterable[Testlet]) -> list[int]:
    """All the numbers of items that some of these testlets have together, ascending; 0 is one."""
    sums = _sums(testlets)
    return [n for n in range(sums.bit_length()) if sums >> n & 1]


def fill(
    testlets: Sequence[Testlet], want: Want, rank: Callable[[Testlet], int], rng: random.Random
) -> list[Testlet] | None:
    """Testlets whose items add up to the count exactly, in random order; None if none do.

    Those of a higher rank are used only if the lower ones cannot do it.
    """
    ranked = sorted(testlets, key=lambda t: (rank(t), t.id))
    allowed: list[Testlet] = []
    for _, group in groupby(ranked, key=rank):
        # A paper of low ranks alone may be possible: only then is the next rank touched.
        allowed += group
        if _sums(allowed) >> want.count & 1:
            break
    else:
        return None
    ranks = {t.id: rank(t) for t in allowed}
    order = _in_order(allowed, want.anchors, ranks, rng)
    chosen = first_fit(order, want.count)
    if want.difficulty_mean is not None:
        _level(chosen, allowed, want.difficulty_mean, ranks, rng)
    rng.shuffle(chosen)
    return chosen


def _sums(testlets: Iterable[Testlet]) -> int:
    """Bit n is set where some of the testlets have n items together."""
    sums = 1
    for testlet in testlets:
        sums |= sums << len(testlet.items)
    return sums


def _in_order(
    testlets: Sequence[Testlet], anchors: int, ranks: dict[str, int], rng: random.Random
) -> list[Testlet]:
    """By rank; within one by chance, but so many anchors first and the other anchors last."""
    shuffled = rng.sample(testlets, len(testlets))
    places: dict[str, int] = {}
    room = anchors
    for testlet in shuffled:
        if not testlet.anchor:
            places[testlet.id] = 1
        elif len(testlet.items) <= room:
            room -= len(testlet.items)
            places[testlet.id] = 0
        else:
            places[testlet.id] = 2
    return sorted(shuffled, key=lambda t: (ranks[t.id], places[t.id]))


def first_fit(order: Sequence[Testlet], count: int) -> list[Testlet]:
    """The first in order with which the rest can still add up exactly. The whole must be able to.

    `after[n]` has bit s set where testlets from the n-th on can add up to s.
    """
    after = [1]
    for testlet in reversed(order):
        after.append(after[-1] | after[-1] << len(testlet.items))
    after.reverse()
    chosen: list[Testlet] = []
    left = count
    for place, testlet in enumerate(order):
        rest = left - len(testlet.items)
        if rest >= 0 and after[place + 1] >> rest & 1:
            chosen.append(testlet)
            left = rest
    return chosen


def _level(
    chosen: list[Testlet],
    allowed: Sequence[Testlet],
    mean: float,
    ranks: dict[str, int],
    rng: random.Random,
) -> None:
    """Swap like for like (size, anchor, rank) until the mean difficulty is near the wanted one."""
    count = sum(len(t.items) for t in chosen)
    off = sum(_sum(t) for t in chosen) - mean * count
    taken = {t.id for t in chosen}
    spare = [t for t in allowed if t.id not in taken]
    for _ in range(_MOST_SWAPS):
        if abs(off) <= _NEAR_ENOUGH * count:
            return
        better = [
            (place, other)
            for place, own in enumerate(chosen)
            for other, testlet in enumerate(spare)
            if _alike(own, testlet, ranks) and abs(off + _sum(testlet) - _sum(own)) < abs(off)
        ]
        if not better:
            return
        # By chance among all that help: the best swap would give everyone the same items.
        place, other = rng.choice(better)
        off += _sum(spare[other]) - _sum(chosen[place])
        chosen[place], spare[other] = spare[other], chosen[place]


def _sum(testlet: Testlet) -> int:
    return sum(item.difficulty for item in testlet.items)


def _alike(one: Testlet, other: Testlet, ranks: dict[str, int]) -> bool:
    return (
        len(one.items) == len(other.items)
        and one.anchor == other.anchor
        and ranks[one.id] == ranks[other.id]
    )
