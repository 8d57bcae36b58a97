"""Choose wrong options among slips: of many kinds, and so that the right one does not stand out."""

import random
from collections.abc import Callable, Sequence

from jp_trainer.core.exam.items import ErrorCode

_SQUARE, _SQUARE_SHARE, _TRIES = 3, 0.5, 6


def wrong_options(
    right: str,
    slipped: Callable[[str], list[tuple[str, ErrorCode]]],
    count: int,
    rng: random.Random,
) -> list[tuple[str, ErrorCode]]:
    """So many wrong ones; where it can be, two slips and both of them together.

    If every wrong option were one slip from the right one, the right one would be the one that all
    others resemble, and could be found without reading.
    """
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
