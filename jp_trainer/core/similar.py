"""Find the words that a wrong answer may have meant, so that it can be named."""

import heapq
from collections.abc import Iterable
from functools import lru_cache

from jp_trainer.core.furigana import is_kanji
from jp_trainer.core.glosses import distance, glosses
from jp_trainer.core.kana import fold
from jp_trainer.core.morae import sounds
from jp_trainer.core.questions import OtherWord
from jp_trainer.core.words import Word

_LINKED, _ALIKE, _ONE_OFF, _KIN, _TWO_OFF, _SHARES_KANJI = range(6)
_FAR = 2
# In shorter words, two beats apart is any word.
_LONG_ENOUGH_FOR_FAR = 4


def others_for(word: Word, words: Iterable[OtherWord], limit: int = 40) -> tuple[OtherWord, ...]:
    """At most `limit` words near in form, nearest first; never the word itself or its twin.

    Linked by the deck, or of the same spelling, reading or gloss; then a beat apart; then sharing
    kanji or two beats apart. Words as near as each other stand in the order of their ids.
    """
    heard, beats, meaning = _known(word.reading, word.meaning_en)
    reach = _FAR if len(heard) >= _LONG_ENOUGH_FOR_FAR else 1
    kanji = {sign for sign in word.word if is_kanji(sign)}
    linked = {*word.confused_with, *word.pair}
    blocked = {sounds(fold(text)) for text in word.blocked} | {heard}
    itself = {word.id, word.learnt_as}
    found: list[tuple[int, str, OtherWord]] = []
    for other in words:
        said, other_beats, other_meaning = _known(other.reading, other.meaning_en)
        shares = not kanji.isdisjoint(other.word)
        # So many beats of one row are missing in the other: no fewer changes than that.
        close = len(beats - other_beats) <= reach and len(other_beats - beats) <= reach
        if other.id in linked:
            nearness = _LINKED
        elif said in blocked or other.word == word.word or not meaning.isdisjoint(other_meaning):
            nearness = _ALIKE
        elif close and (apart := distance(heard, said, reach)) <= reach:
            nearness = _ONE_OFF if apart <= 1 else _KIN if shares else _TWO_OFF
        elif shares:
            nearness = _SHARES_KANJI
        else:
            continue
        if other.id not in itself:
            found.append((nearness, other.id, other))
    return tuple(other for _, _, other in heapq.nsmallest(limit, found, key=lambda f: f[:2]))


@lru_cache(maxsize=65_536)
def _known(
    reading: str, meaning: str
) -> tuple[tuple[str, ...], frozenset[str], frozenset[frozenset[str]]]:
    """The beats as they sound, in order and as a set, and the glosses."""
    heard = sounds(fold(reading))
    return heard, frozenset(heard), frozenset(glosses(meaning))
