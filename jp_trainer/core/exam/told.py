"""Find the sentence that a question of an exam is about, as it is right, and what in it was asked.

What was missed comes back in study with that sentence, and where it was heard with that voice.
"""

import enum
import re
from dataclasses import dataclass
from itertools import pairwise

from jp_trainer.core.exam.items import Item, ItemType, Line, Stimulus, Testlet
from jp_trainer.core.furigana import FuriganaError, Span, bracket, parse, plain


class About(enum.Enum):
    """What missing an item of a type means to learn."""

    WORD = "word"
    PATTERN = "pattern"  # a phrase
    TEXT = "text"  # words of what was read or heard


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence.

    Attributes:
        text: bracket furigana, blanks filled. focus: the ranges of its plain text that were asked.
        line: how it is heard; None where it is read.
    """

    text: str
    focus: tuple[tuple[int, int], ...] = ()
    line: Line | None = None


_WORDS = frozenset(
    {
        *(ItemType.KANJI_READING, ItemType.ORTHOGRAPHY, ItemType.WORD_FORMATION, ItemType.CONTEXT),
        *(ItemType.USAGE, ItemType.WORD_MEANING, ItemType.WORD_USAGE),
        *(ItemType.KANJI_MEANING, ItemType.CARE_WORD),
    }
)
_PATTERNS = frozenset(
    {
        *(ItemType.GRAMMAR_FORM, ItemType.SENTENCE_ORDER, ItemType.TEXT_GRAMMAR),
        *(ItemType.EXPRESSION, ItemType.VERBAL_EXPRESSION, ItemType.QUICK_RESPONSE),
        *(ItemType.PARAPHRASE, ItemType.CARE_TALK),
    }
)
_SPOKEN = frozenset(
    {ItemType.VERBAL_EXPRESSION, ItemType.QUICK_RESPONSE, ItemType.USAGE, ItemType.CARE_TALK}
)
_BEGIN, _END = "\ue000", "\ue001"  # for private use: in no text
_MARK = re.compile(r"\{([^{}]*)\}")
_BLANK = re.compile(r"（\u3000+）")
_SLOTS = re.compile(r"＿★?＿(?:[\s\u3000]*＿★?＿)*")
_SPEAKER = re.compile(r"^[^「」]{1,20}「(.*)」$")
_SENTENCES = re.compile(r"[^。？！\n]+[。？！]?")
_QUOTED = re.compile(r"「\s*([^「」]+)」")


def about(type: ItemType) -> About:
    """What missing an item of this type means to learn."""
    if type in _WORDS:
        return About.WORD
    return About.PATTERN if type in _PATTERNS else About.TEXT


def told(testlet: Testlet, item: Item) -> tuple[Told, ...]:
    """The sentences an item is about, the best first; () if it has none that can be read."""
    key = item.options[item.key - 1]
    stimulus = testlet.stimulus
    if item.type in _SPOKEN:
        line = Line(key.voice, key.text, key.kana) if key.kana else None
        found = [_read(_BEGIN + _unquoted(key.text) + _END, line), *_lines(stimulus, key.text)]
    elif item.type is ItemType.TEXT_GRAMMAR and stimulus is not None:
        gap = item.stem.strip()
        text = stimulus.text.replace(gap, f"{_BEGIN}{key.text}{_END}")
        found = [_read(_line_with_focus(text))]
    elif about(item.type) is About.TEXT:
        found = [*_lines(stimulus, key.text), _read(_MARK.sub(r"\1", key.text))]
    else:
        found = [_read(_line_with_focus(_filled(item)))]
    return tuple(each for each in found if each is not None)


def _filled(item: Item) -> str:
    """The stem as it is right, with marks around what was asked."""
    key = item.options[item.key - 1].text
    asked = _BEGIN + _MARK.sub(r"\1", key) + _END
    stem = item.stem.strip()
    if item.pieces:
        pieces = "".join(item.options[number - 1].text for number in item.pieces)
        return _SLOTS.sub(f"{_BEGIN}{pieces}{_END}", stem, count=1)
    if _BLANK.search(stem):
        return _BLANK.sub(asked, stem, count=1)
    if item.type is ItemType.ORTHOGRAPHY:
        return _MARK.sub(asked, stem, count=1)
    if _MARK.search(stem):
        return _MARK.sub(rf"{_BEGIN}\1{_END}", stem)
    if item.type is ItemType.CARE_WORD and (quoted := _QUOTED.findall(stem)):
        return stem.replace(quoted[-1], f"{_BEGIN}{quoted[-1]}{_END}", 1)
    return asked  # the options are what was asked


def _line_with_focus(text: str) -> str:
    """Of a talk the turn in which something was asked, of a passage the sentence."""
    for line in text.split("\n"):
        if _BEGIN in line:
            spoken = _SPEAKER.match(line.strip())
            inside = spoken[1] if spoken else line.strip()
            parts = _SENTENCES.findall(inside)
            return next((part.strip() for part in parts if _BEGIN in part and _END in part), inside)
    return text


def _lines(stimulus: Stimulus | None, key: str) -> list[Told | None]:
    """The lines of a script or the sentences of a passage, nearest to the key first."""
    if stimulus is None:
        return []
    found: list[Told | None] = [_read(line.text, line) for line in stimulus.script]
    if not found:
        found = [_read(text.strip()) for text in _SENTENCES.findall(stimulus.text)]
    wanted = _pairs(_plain(key))
    return sorted(found, key=lambda each: -_shared(each, wanted))


def _shared(told: Told | None, wanted: frozenset[str]) -> float:
    if told is None:
        return -1.0
    there = _pairs(_plain(told.text))
    return len(there & wanted) / (len(there) + 20) if there else -1.0


def _pairs(text: str) -> frozenset[str]:
    signs = [sign for sign in text if sign.isalnum()]
    return frozenset(a + b for a, b in pairwise(signs))


def _plain(text: str) -> str:
    try:
        return plain(text)
    except FuriganaError:
        return text


def _unquoted(text: str) -> str:
    return text.strip().removeprefix("「").removesuffix("」")


def _read(text: str, line: Line | None = None) -> Told | None:
    """A sentence with marks as one without, and where they were."""
    spans: list[Span] = []
    focus: list[tuple[int, int]] = []
    at, begun = 0, 0
    try:
        for span in parse(text):
            base = ""
            for sign in span.base:
                if sign == _BEGIN:
                    begun = at + len(base)
                elif sign == _END:
                    focus.append((begun, at + len(base)))
                else:
                    base += sign
            if base:
                spans.append(Span(base, span.reading))
            at += len(base)
        shown = bracket(spans)
    except FuriganaError:
        return None
    return Told(shown, tuple(focus), line) if plain(shown).strip() else None
