"""Tell which kana of a reading stand in the word as printed, and which of them are particles."""

from collections.abc import Iterator
from functools import lru_cache

from jp_trainer.core.furigana import FuriganaError, align
from jp_trainer.core.kana import fold
from jp_trainer.core.morae import beats
from jp_trainer.core.words import Kind, PartOfSpeech, Word

_SPOKEN = {"は": "わ", "へ": "え"}
_PHRASES = frozenset(
    {
        PartOfSpeech.EXPRESSION,
        PartOfSpeech.INTERJECTION,
        PartOfSpeech.CONJUNCTION,
        PartOfSpeech.PARTICLE,
    }
)
# A particle は or へ follows a noun; these kana end the nouns and particles it mostly follows.
_BEFORE_PARTICLE = frozenset("でにとれら")


def shown_beats(word: Word) -> tuple[bool, ...]:
    """For each beat of the folded reading, whether the word itself shows it."""
    shown = _shown(word.word, word.reading)
    out: list[bool] = []
    at = 0
    for _, beat in beats(fold(word.reading)):
        out.append(at < len(shown) and shown[at])
        at += len(beat)
    return tuple(out)


def as_said(word: Word) -> str:
    """The folded reading with the particles は and へ as they sound.

    Only in phrases, and only where they stand behind a kanji, behind で に と れ ら, or last:
    こんにちは, お加減はいかが, but not おはよう.
    """
    folded = fold(word.reading)
    if word.kind is not Kind.PHRASE and word.pos not in _PHRASES:
        return folded
    shown = _shown(word.word, word.reading)
    out = list(folded)
    for at in range(1, len(folded)):
        if folded[at] in _SPOKEN and at < len(shown) and shown[at]:
            follows = not shown[at - 1] or folded[at - 1] in _BEFORE_PARTICLE
            if follows or at == len(folded) - 1:
                out[at] = _SPOKEN[folded[at]]
    return "".join(out)


@lru_cache(maxsize=4096)
def _shown(word: str, reading: str) -> tuple[bool, ...]:
    """For each kana of the folded reading; all False if the two cannot be aligned."""
    folded = fold(reading)
    try:
        spans = align(word, reading)
    except FuriganaError:
        return (False,) * len(folded)
    return tuple(_walk(spans_of=[(fold(s.base), s.reading) for s in spans], folded=folded))


def _walk(spans_of: list[tuple[str, str | None]], folded: str) -> Iterator[bool]:
    at = 0
    for base, reading in spans_of:
        if reading is None:
            for sign in base:
                if at < len(folded) and folded[at] == sign:
                    at += 1
                    yield True
        else:
            for _ in fold(reading):
                at += 1
                yield False
    for _ in folded[at:]:
        yield False
