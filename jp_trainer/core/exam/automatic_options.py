"""Choose wrong options among slips: of many kinds, and so that the right one does not stand out."""

import random
from collections.abc import Callable, Sequence
from functools import cache

from jp_trainer.core.exam.items import ErrorCode
from jp_trainer.core.glosses import distance

_SQUARE, _SQUARE_SHARE, _TRIES = 3, 0.7, 6
_SETS = 8
_HIDDEN_SHARE = 0.8
_FAR, _NONE = 9, 100
# Below zero more often: not every word has a slip that shortens it.
_BALANCES = (-3, -2, -2, -1, 0)


def wrong_options(
    right: str,
    slipped: Callable[[str], list[tuple[str, ErrorCode]]],
    count: int,
    rng: random.Random,
    *,
    of_sound: bool,
) -> list[tuple[str, ErrorCode]]:
    """So many wrong ones; where it can be, two slips and both of them together.

    If every wrong option were one slip from the right one, the right one would be the one that all
    others resemble, and could be found without reading. Slips lengthen more often than they
    shorten (`of_sound`): of several sets that one is taken that puts the right one where chance
    wants it.
    """
    known = cache(slipped)
    wanted = rng.choice(_BALANCES) if of_sound else 0
    hidden = rng.random() < _HIDDEN_SHARE
    best: list[tuple[str, ErrorCode]] = []
    least = _NONE
    for _ in range(_SETS):
        found = _one_set(right, known, count, rng)
        off = abs(_balance(right, found) - wanted) + hidden * _is_middle(right, found)
        off += _NONE * (count - len(found))
        if off < least:
            best, least = found, off
        if least == 0:
            break
    return best


def _is_middle(right: str, chosen: Sequence[tuple[str, ErrorCode]]) -> bool:
    """Whether all others resemble the right one more than each other."""
    texts = [right, *(text for text, _ in chosen)]
    sums = [sum(distance(one, other, _FAR) for other in texts) for one in texts]
    return sums[0] == min(sums) and sums.count(sums[0]) == 1


def _balance(right: str, chosen: Sequence[tuple[str, ErrorCode]]) -> int:
    """How many are longer than the right one, less how many are shorter."""
    lengths = [len(text) - len(right) for text, _ in chosen]
    return sum(each > 0 for each in lengths) - sum(each < 0 for each in lengths)


def _one_set(
    right: str,
    slipped: Callable[[str], list[tuple[str, ErrorCode]]],
    count: int,
    rng: random.Random,
) -> list[tuple[str, ErrorCode]]:
    first = slipped(right)
    plain_ones = [(text, code) for text, code in first if code is not ErrorCode.ORDER]
    near = {text for text, _ in first} | {right}
    if count == _SQUARE and rng.random() < _SQUARE_SHARE:
        for one, code in rng.sample(plain_ones, min(len(plain_ones), _TRIES)):
            both = [each for each in slipped(one) if each[0] not in near]
            for text, other_code in rng.sample(both, min(len(both), _TRIES)):
                # `text` is a slip away from `one`, and from another slip of the right one.
                back = {each for each, _ in slipped(text)} - {one}
                others = [each for each in plain_ones if each[0] in back and each[1] is not code]
                if others:
                    return [(one, code), rng.choice(others), (text, other_code)]
    return _varied(first, count, rng)


def _varied(
    candidates: Sequence[tuple[str, ErrorCode]], count: int, rng: random.Random
) -> list[tuple[str, ErrorCode]]:
    """So many different ones, of as many kinds of error as can be; fewer if there are no more."""
    left = rng.sample(candidates, len(candidates))
    chosen: list[tuple[str, ErrorCode]] = []
    while left and len(chosen) < count:
        used = [code for _, code in chosen]
        # The rarest kind so far; by chance among equals, for the order is drawn.
        best = min(left, key=lambda each: used.count(each[1]))
        chosen.append(best)
        left = [each for each in left if each[0] != best[0]]
    return chosen
