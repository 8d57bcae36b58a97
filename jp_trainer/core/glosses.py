"""Compare meanings: what is the same gloss, and whether typed letters are one.

A meaning holds glosses between commas; what stands in brackets narrows a gloss and is left out.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")
_BETWEEN = re.compile(r"[,;/،؛，；、]|\bor\b|(?<=\s)یا(?=\s)")
_NOT_TEXT = re.compile(r"[^\w\s]|_")
# Words that do not set one gloss apart from another. "on" and "off" do.
_EMPTY_WORDS = frozenset(
    ("a", "an", "the", "to", "of", "is", "be", "کا", "کی", "کے", "کو", "ہے", "ہیں", "ہونا", "کرنا")
)
_ARABIC_LETTERS = str.maketrans("يىكهةأإآ", "ییکہہااآ")
_SHORTEST_TELLING_WORD = 3
_SHORTEST_WITH_TYPO = 6


@lru_cache(maxsize=65_536)
def glosses(meaning: str) -> tuple[frozenset[str], ...]:
    """The telling words of each gloss; a gloss of empty words only keeps them."""
    found: list[frozenset[str]] = []
    for part in _BETWEEN.split(_BRACKETS.sub(" ", _plain(meaning))):
        words = frozenset(_NOT_TEXT.sub(" ", part).split())
        if words:
            found.append(words - _EMPTY_WORDS or words)
    return tuple(found)


def same_gloss(meaning: str, other: str) -> bool:
    """Whether two meanings have a gloss in common, word order and articles aside."""
    return not set(glosses(meaning)).isdisjoint(glosses(other))


def contains_gloss(meaning: str, other: str) -> bool:
    """Whether a gloss of one holds all words of a gloss of the other: either may pass for both."""
    return any(a <= b or b <= a for a in glosses(meaning) for b in glosses(other))


def words_of(meaning: str) -> frozenset[str]:
    """All telling words of a meaning."""
    return frozenset[str]().union(*glosses(meaning))


def is_meaning(typed: str, meaning: str) -> bool:
    """Whether typed letters are the meaning, a gloss, or telling words of it.

    Spaces and punctuation aside; one typo passes in longer ones.
    """
    letters = _letters(_plain(typed))
    if len(letters) < _SHORTEST_TELLING_WORD:
        return False
    telling = words_of(meaning)
    if words_of(typed) and words_of(typed) <= telling:
        return True
    plain = _plain(meaning)
    whole = [
        _letters(part)
        for text in (plain, _BRACKETS.sub(" ", plain))
        for part in (text, *_BETWEEN.split(text))
    ]
    words = [word for word in telling if len(word) >= _SHORTEST_TELLING_WORD]
    for candidate in filter(None, (*whole, *(each.removeprefix("to") for each in whole), *words)):
        long_enough = min(len(letters), len(candidate)) >= _SHORTEST_WITH_TYPO
        if letters == candidate or (long_enough and distance(letters, candidate, 1) <= 1):
            return True
    return False


def distance(one: Sequence[str], other: Sequence[str], limit: int) -> int:
    """Insertions, deletions and replacements from one to the other; above `limit`, limit + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        above_left, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            cost = above_left if sign == against else 1 + min(above_left, row[j], row[j - 1])
            above_left, row[j] = row[j], cost
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKC", text).lower().translate(_ARABIC_LETTERS)
    return "".join(sign for sign in decomposed if unicodedata.category(sign) != "Mn")


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
