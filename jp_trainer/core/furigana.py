"""Hold Japanese text together with its readings, and write both as one line of plain text.

The notation is bracket furigana (docs/formats.md): `体位[たいい]を 変[か]えます。`
A base is a run of kanji, digits or Latin letters directly before the bracket. One ASCII space
before a base separates it from what precedes and is not shown; every other space is text.
Literal brackets are full-width.
"""

import enum
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from jp_trainer.core.errors import TrainerError

_OPEN, _CLOSE, _SEPARATOR = "[", "]", " "
_FULL_WIDTH = str.maketrans({_OPEN: "［", _CLOSE: "］"})
# Kanji-like signs that Unicode does not call letters or numbers, and the small ke of 三ヶ月.
_BASE_SIGNS = frozenset("々〆〇〻ヶヵ%％‰℃℉°#＃$＄¥￥€£㎝㎜㎏㎡㎥")
# Signs that belong to a base between two of its characters: Wi-Fi, 1.5倍, 10:30, R&D.
_JOINERS = frozenset(".,:/&'’+-－．，：／＆＋·")
# Signs of a word that its reading may leave out.
_SILENT = frozenset("・〜～ 　-－、")
_LONG_MARK = "ー"
_VOWELS = frozenset("あいうえおぁぃぅぇぉ")
_KATAKANA_START, _KATAKANA_END = ord("ァ"), ord("ヶ")
_TO_HIRAGANA = {
    code: code - 0x60 for code in range(_KATAKANA_START, _KATAKANA_END + 1) if chr(code) != "・"
}
_TO_KATAKANA = {hiragana: katakana for katakana, hiragana in _TO_HIRAGANA.items()}


class Problem(enum.Enum):
    """What is wrong with a piece of bracket furigana or with a pair of word and reading."""

    NO_BASE = "no base before the bracket"
    NO_READING = "empty bracket"
    NOT_KANA = "reading is not kana"
    NOT_CLOSED = "bracket is not closed"
    NOT_OPENED = "closing bracket without an opening one"
    NOT_ALIGNED = "reading does not fit the word"


class FuriganaError(TrainerError):
    """Furigana that cannot be read. `position` is the 0-based index into `text`."""

    def __init__(self, text: str, position: int, problem: Problem) -> None:
        super().__init__(text, position, problem)
        self.text = text
        self.position = position
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text; `reading` is the kana above it, or None where nothing stands above."""

    base: str
    reading: str | None = None


def parse(text: str) -> tuple[Span, ...]:
    """Spans of bracket furigana, neighbouring plain text joined.

    Raises FuriganaError with the position of the faulty bracket or reading character.
    """
    spans: list[Span] = []
    start = 0
    while (opened := text.find(_OPEN, start)) >= 0:
        _refuse_close(text, start, opened)
        closed = text.find(_CLOSE, opened)
        if closed < 0 or _OPEN in text[opened + 1 : closed]:
            raise FuriganaError(text, opened, Problem.NOT_CLOSED)
        base_at = _base_start(text, start, opened)
        if base_at == opened:
            raise FuriganaError(text, opened, Problem.NO_BASE)
        _check_reading(text, opened + 1, closed)
        separated = base_at > start and text[base_at - 1] == _SEPARATOR
        if plain_text := text[start : base_at - separated]:
            spans.append(Span(plain_text))
        spans.append(Span(text[base_at:opened], text[opened + 1 : closed]))
        start = closed + 1
    _refuse_close(text, start, len(text))
    if start < len(text):
        spans.append(Span(text[start:]))
    return tuple(spans)


def bracket(spans: Iterable[Span]) -> str:
    """Bracket furigana of spans; `parse` gives the same spans back, neighbouring plain ones joined.

    ASCII brackets in the text become full-width. Raises FuriganaError for a span whose base
    or reading the notation cannot hold.
    """
    out: list[str] = []
    after_plain = False
    for span in spans:
        if span.reading is None:
            out.append(span.base.translate(_FULL_WIDTH))
            after_plain = after_plain or bool(span.base)
            continue
        if not is_base(span.base):
            raise FuriganaError(span.base, 0, Problem.NO_BASE)
        _check_reading(span.reading, 0, len(span.reading))
        out.append(f"{_SEPARATOR if after_plain else ''}{span.base}[{span.reading}]")
        after_plain = False
    return "".join(out)


def plain(text: str | Iterable[Span]) -> str:
    """What stands on the line, without readings. Raises FuriganaError like `parse`."""
    return "".join(span.base for span in _as_spans(text))


def spoken(text: str | Iterable[Span]) -> str:
    """The line with every base replaced by its reading. Raises FuriganaError like `parse`."""
    return "".join(span.base if span.reading is None else span.reading for span in _as_spans(text))


def is_base(text: str) -> bool:
    """Whether a reading may stand above exactly this text."""
    return bool(text) and _base_start(text, 0, len(text)) == 0


def is_kanji(char: str) -> bool:
    """Whether the character is a kanji or stands for one (々, 〆, 〇)."""
    return (
        "一" <= char <= "\u9fff"
        or char in "々〆〇"
        or "\u3400" <= char <= "\u4dbf"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def is_kana(char: str) -> bool:
    """Whether the character is hiragana, katakana (half width too) or the long mark."""
    return "ぁ" <= char <= "ゟ" or ("ァ" <= char <= "ヿ" and char != "・") or "ｦ" <= char <= "ﾟ"


def to_hiragana(text: str) -> str:
    """Katakana as hiragana, everything else unchanged (ー too)."""
    return text.translate(_TO_HIRAGANA)


def to_katakana(text: str) -> str:
    """Hiragana as katakana, everything else unchanged."""
    return text.translate(_TO_KATAKANA)


def align(word: str, reading: str) -> tuple[Span, ...]:
    """The reading cut up over the word's kanji runs: 申し送り -> 申[もう]し 送[おく]り.

    The kana of the word (okurigana) are found again in the reading, hiragana and katakana alike;
    each run between them takes what lies between, at least a kana per character where that is
    possible (飼い犬: か, いぬ). Raises FuriganaError NOT_ALIGNED if there is no such cut.
    """
    pieces = _pieces(word)
    folded = to_hiragana(reading)
    for kana_per_char in (1, 0):
        if (lengths := _cut(pieces, folded, kana_per_char)) is not None:
            break
    else:
        raise FuriganaError(word, 0, Problem.NOT_ALIGNED)
    spans: list[Span] = []
    at = 0
    for (piece, piece_is_base), length in zip(pieces, lengths, strict=True):
        if piece_is_base:
            spans.append(Span(piece, reading[at : at + length]))
        elif spans and spans[-1].reading is None:
            spans[-1] = Span(spans[-1].base + piece)
        else:
            spans.append(Span(piece))
        at += length
    return tuple(spans)


def _as_spans(text: str | Iterable[Span]) -> Iterable[Span]:
    return parse(text) if isinstance(text, str) else text


def _refuse_close(text: str, start: int, end: int) -> None:
    if (stray := text.find(_CLOSE, start, end)) >= 0:
        raise FuriganaError(text, stray, Problem.NOT_OPENED)


def _check_reading(text: str, start: int, end: int) -> None:
    if start == end:
        raise FuriganaError(text, start, Problem.NO_READING)
    for position in range(start, end):
        char = text[position]
        if not ("ぁ" <= char <= "ゖ" or "ァ" <= char <= "ー"):
            raise FuriganaError(text, position, Problem.NOT_KANA)


def _stands_in_base(char: str) -> bool:
    if char in _BASE_SIGNS or is_kanji(char):
        return True
    return unicodedata.category(char)[0] in "LN" and not is_kana(char)


def _base_start(text: str, start: int, end: int) -> int:
    """Where the base that ends at `end` begins, not before `start`; `end` if there is none."""
    begin = at = end
    while at > start:
        at -= 1
        if _stands_in_base(text[at]):
            begin = at
        elif begin == end or text[at] not in _JOINERS:
            break
    return begin


def above(word: str, reading: str) -> tuple[Span, ...]:
    """The word with its reading above: cut up as `align` does, or whole where it cannot be."""
    try:
        return align(word, reading)
    except FuriganaError:
        return (Span(word, reading if is_base(word) else None),)


def _pieces(word: str) -> list[tuple[str, bool]]:
    """The word as base runs (True) and single other characters (False)."""
    pieces: list[tuple[str, bool]] = []
    end = len(word)
    while end > 0:
        begin = _base_start(word, 0, end)
        if begin < end:
            pieces.append((word[begin:end], True))
        else:
            begin = end - 1
            pieces.append((word[begin:end], False))
        end = begin
    return pieces[::-1]


def _cut(pieces: list[tuple[str, bool]], reading: str, kana_per_char: int) -> list[int] | None:
    """Lengths of reading for each piece, the shortest first run that lets the rest fit."""
    total = len(reading)
    # reach[i]: the positions from which pieces i, i+1, ... can still use up the reading.
    reach: list[set[int]] = [{total}]
    for piece, piece_is_base in reversed(pieces):
        after = reach[-1]
        if piece_is_base:
            least = max(1, len(piece) * kana_per_char)
            latest = max(after, default=-1)
            reach.append(set(range(latest - least + 1)))
        else:
            reach.append(
                {
                    at
                    for at in range(total + 1)
                    if any(at + n in after for n in _kana_lengths(piece, reading, at))
                }
            )
    reach.reverse()
    if 0 not in reach[0]:
        return None
    lengths: list[int] = []
    at = 0
    for index, (piece, piece_is_base) in enumerate(pieces):
        after = reach[index + 1]
        if piece_is_base:
            least = max(1, len(piece) * kana_per_char)
            length = min(end for end in after if end >= at + least) - at
        else:
            length = next(n for n in _kana_lengths(piece, reading, at) if at + n in after)
        lengths.append(length)
        at += length
    return lengths


def _kana_lengths(char: str, reading: str, at: int) -> tuple[int, ...]:
    """How much of the reading at `at` a character outside a base may stand for."""
    if at < len(reading):
        found = reading[at]
        if found == to_hiragana(char) or (char == _LONG_MARK and found in _VOWELS):
            return (1, 0) if char in _SILENT else (1,)
    return (0,) if char in _SILENT else ()
