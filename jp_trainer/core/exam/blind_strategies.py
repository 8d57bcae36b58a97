"""Measure what a candidate scores who knows no Japanese and follows a simple rule."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from jp_trainer.core.exam import item_texts
from jp_trainer.core.exam.items import Item, Testlet

TOLERANCE = 0.08
"""A rule that scores more than this above chance betrays keys."""
_ROUNDING = 1e-9
FEWEST_ITEMS = 12
"""Of fewer items, nothing is said."""
POSITIONS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")

_Weights = Sequence[float]
"""One number for each option; the rule takes one of those with the highest, by chance."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a rule scores.

    Attributes:
        strategy: "longest", "shortest", "most-overlap", or a position.
        items: how many it can be applied to; where it prefers no option, it guesses.
        share: expected share right, 0..1. avoiding: that of guessing among all other options,
            for what is never the key betrays it too.
        chance: the share that guessing scores on the same items.
    """

    strategy: str
    items: int
    share: float
    avoiding: float
    chance: float

    @property
    def is_fair(self) -> bool:
        """Whether it gains little over guessing, or is of too few items to tell."""
        gain = max(self.share, self.avoiding) - self.chance
        return self.items < FEWEST_ITEMS or gain <= TOLERANCE + _ROUNDING


def scores(testlets: Iterable[Testlet]) -> tuple[Score, ...]:
    """What each rule scores on these items, pooled."""
    pairs = [(testlet, item) for testlet in testlets for item in testlet.items]
    rules: dict[str, Callable[[Testlet, Item], _Weights | None]] = {
        "longest": lambda _, item: _lengths(item),
        "shortest": lambda _, item: _negative(_lengths(item)),
        "most-overlap": _overlaps,
    }
    found = [_score(name, rule, pairs) for name, rule in rules.items()]
    most = max((len(item.options) for _, item in pairs), default=0)
    for at, name in enumerate(POSITIONS[:most]):
        found.append(_score(name, _position(at), pairs))
    return tuple(score for score in found if score.items)


def _score(
    name: str,
    rule: Callable[[Testlet, Item], _Weights | None],
    pairs: Sequence[tuple[Testlet, Item]],
) -> Score:
    found: list[tuple[float, float, float]] = []
    for testlet, item in pairs:
        weights = rule(testlet, item)
        if weights is None:
            continue
        best = [at for at, weight in enumerate(weights) if weight == max(weights)]
        chance, others = 1 / len(weights), len(weights) - len(best)
        is_right = item.key - 1 in best
        avoiding = (not is_right) / others if others else chance
        found.append((is_right / len(best), avoiding, chance))
    if not found:
        return Score(name, 0, 0.0, 0.0, 0.0)
    right, avoided, by_chance = (sum(column) / len(found) for column in zip(*found, strict=True))
    return Score(name, len(found), right, avoided, by_chance)


def _lengths(item: Item) -> _Weights | None:
    if not all(option.text for option in item.options):
        return None
    return [len(item_texts.bare(option.text)) for option in item.options]


def _negative(weights: _Weights | None) -> _Weights | None:
    return None if weights is None else [-weight for weight in weights]


def _position(at: int) -> Callable[[Testlet, Item], _Weights | None]:
    def rule(_: Testlet, item: Item) -> _Weights | None:
        return None if at >= len(item.options) else [i == at for i in range(len(item.options))]

    return rule


def _overlaps(testlet: Testlet, item: Item) -> _Weights | None:
    """The share of each option's pairs of characters that the passage or script has too."""
    texts = [each for each in item_texts.texts_of(testlet) if each.subject != item.id]
    if not texts or not all(option.text for option in item.options):
        return None
    there = {pair for text in texts for pair in _pairs(item_texts.bare(text.text))}
    shares = []
    for option in item.options:
        own = _pairs(item_texts.bare(option.text))
        shares.append(len(own & there) / len(own) if own else 0.0)
    return shares


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def by_exam(banks: Mapping[str, Iterable[Testlet]]) -> dict[str, tuple[Score, ...]]:
    """The scores of each exam's items."""
    return {exam: scores(testlets) for exam, testlets in banks.items()}
