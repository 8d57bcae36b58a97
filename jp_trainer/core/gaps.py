"""Blank a word out of its example sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jp_trainer.core.furigana import FuriganaError, Span, parse, plain
from jp_trainer.core.inflection import forms_of
from jp_trainer.core.words import Word


@dataclass(frozen=True, slots=True)
class Gap:
    """The example in three parts; `shown` is the word in the form it has there."""

    before: tuple[Span, ...]
    shown: tuple[Span, ...]
    after: tuple[Span, ...]


def gap(word: Word) -> Gap | None:
    """The example with the word cut out; None if there is none or the word is not found in it.

    Verbs and adjectives are found in any regular form, and cut out with their endings, so that the
    rest of the sentence does not give the word away. Ruby groups are never cut.
    """
    try:
        spans = parse(word.example)
    except FuriganaError:
        return None
    text = plain(spans)
    for spelling in dict.fromkeys((word.word, *word.also_written, word.reading)):
        for found in forms_of(spelling, word.pos).finditer(text) if spelling else ():
            cuts = [_split(spans, at) for at in found.span()]
            if found.group() and all(cut is not None for cut in cuts):
                return _three(spans, *found.span())
    return None


def _three(spans: Sequence[Span], start: int, end: int) -> Gap:
    before, rest = _split(spans, start) or ((), ())
    shown, after = _split(rest, end - start) or ((), ())
    return Gap(before, shown, after)


def _split(spans: Sequence[Span], at: int) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """The spans before and after this position of the plain text; None inside a ruby group."""
    left: list[Span] = []
    for index, (span, start) in enumerate(_placed(spans)):
        inside = at - start
        if inside <= 0:
            return tuple(left), tuple(spans[index:])
        if inside < len(span.base):
            if span.reading is not None:
                return None
            head, tail = Span(span.base[:inside]), Span(span.base[inside:])
            return (*left, head), (tail, *spans[index + 1 :])
        left.append(span)
    return tuple(left), ()


def _placed(spans: Sequence[Span]) -> Iterator[tuple[Span, int]]:
    at = 0
    for span in spans:
        yield span, at
        at += len(span.base)
