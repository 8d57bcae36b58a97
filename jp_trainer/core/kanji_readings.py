"""Learn from the words of the decks how each kanji is read, to see on taken for kun.

No dictionary: what the words themselves prove is enough to name the mistake.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jp_trainer.core.furigana import FuriganaError, align, is_kanji
from jp_trainer.core.kana import fold
from jp_trainer.core.kana_tables import ROWS

_ENOUGH_WORDS = 2
_LONGEST_RUN = 4
# The shape of an on reading: a beat, then at most one of these.
_ON_READING = re.compile(f"[{''.join(ROWS.values())}やゆよわ][ゃゅょ]?[いうんくきつちっ]?")
_VOICED = str.maketrans(
    "かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ"
)
_POPPED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_SOUNDS_LIKE = str.maketrans("ぢづ", "じず")


@dataclass(frozen=True, slots=True)
class KanjiReading:
    """A kanji and readings it is known to have, in hiragana, without okurigana."""

    kanji: str
    readings: tuple[str, ...]


def learn(words: Iterable[tuple[str, str]]) -> dict[str, KanjiReading]:
    """Readings by kanji, from (word, reading) pairs.

    A kanji that stands alone between kana shows its reading outright. A reading cut out of a
    compound counts when two words agree on it, so that きょう for 今日 teaches nothing.
    """
    shown: dict[str, set[str]] = defaultdict(set)
    compounds: set[tuple[str, str]] = set()
    for run, reading in _runs(words):
        if len(run) == 1:
            shown[run].add(reading)
        elif len(run) <= _LONGEST_RUN:
            compounds.add((run, reading))
    seen_in: dict[tuple[str, str], set[str]] = defaultdict(set)
    doubtful: list[tuple[str, list[tuple[str, ...]]]] = []
    for run, reading in compounds:
        cuts = list(_cuts(run, reading, shown))
        if len(cuts) == 1:
            _count(seen_in, run, cuts[0])
        else:
            doubtful.append((run, cuts))
    sure = set(seen_in)
    for run, cuts in doubtful:
        # びょうき is びょう and き, as びょういん shows; びょ and うき would fit the shapes too.
        shared = [cut for cut in cuts if not sure.isdisjoint(zip(run, cut, strict=True))]
        if len(shared) == 1:
            _count(seen_in, run, shared[0])
    for (kanji, part), runs in seen_in.items():
        if len(runs) >= _ENOUGH_WORDS:
            shown[kanji].add(part)
    return {kanji: KanjiReading(kanji, tuple(sorted(found))) for kanji, found in shown.items()}


def readings_for(word: str, words: Iterable[tuple[str, str]]) -> tuple[KanjiReading, ...]:
    """Known readings of the kanji of this word, for its Question.

    From (word, reading) pairs of what is installed; only those that share a kanji are looked at.
    """
    own = {sign for sign in word if is_kanji(sign)}
    if not own:
        return ()
    known = learn(pair for pair in words if not own.isdisjoint(pair[0]))
    return tuple(known[kanji] for kanji in dict.fromkeys(word) if kanji in own and kanji in known)


def reads_as(word: str, kana: str, known: Iterable[KanjiReading]) -> bool:
    """Whether each kanji of the word has some known reading that together make this hiragana."""
    by_kanji = {item.kanji: item.readings for item in known}
    ends = {0}
    for sign in word:
        ways = by_kanji.get(sign, ()) if is_kanji(sign) else (fold(sign),)
        ends = {
            at + len(form)
            for at in ends
            for way in ways
            for form in _forms(way)
            if kana.startswith(form, at)
        }
        if not ends:
            return False
    return len(kana) in ends


def _count(seen_in: dict[tuple[str, str], set[str]], run: str, parts: tuple[str, ...]) -> None:
    for kanji, part in zip(run, parts, strict=True):
        # The っ of がっこう hides how the reading ends.
        if not part.endswith("っ"):
            seen_in[kanji, part].add(run)


def _runs(words: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for word, reading in words:
        try:
            spans = align(word, reading)
        except FuriganaError:
            continue
        for span in spans:
            if span.reading is not None and all(map(is_kanji, span.base)) and "々" not in span.base:
                yield span.base, fold(span.reading)


def _cuts(run: str, reading: str, shown: Mapping[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """Ways to share out the reading: each part shown elsewhere, or shaped like an on reading."""
    if not run:
        if not reading:
            yield ()
        return
    known = {form for way in shown.get(run[0], ()) for form in _forms(way)}
    for end in range(1, len(reading) - len(run) + 2):
        part = reading[:end]
        if part in known or _ON_READING.fullmatch(part):
            yield from ((part, *rest) for rest in _cuts(run[1:], reading[end:], shown))


@lru_cache(maxsize=8192)
def _forms(reading: str) -> frozenset[str]:
    """A reading as it may sound inside a compound: voiced, popped, its end doubled."""
    if not reading:
        return frozenset({""})
    first, rest = reading[0], reading[1:]
    starts = {first, first.translate(_VOICED), first.translate(_POPPED)}
    starts |= {start.translate(_SOUNDS_LIKE) for start in starts}
    forms = {start + rest for start in starts}
    if rest and rest[-1] in "つくちき":
        forms |= {form[:-1] + "っ" for form in forms}
    return frozenset(forms)
