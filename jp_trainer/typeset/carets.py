"""Find places in a laid-out text: under the mouse, and from one place to the next by keyboard."""

import bisect
import enum
import unicodedata
from typing import assert_never

from PySide6.QtCore import QPointF

from jp_trainer.core.furigana import is_kanji
from jp_trainer.typeset.kinsoku import Kind, kind_of, sticks
from jp_trainer.typeset.lines import Line
from jp_trainer.typeset.ruby import RubyLayout


class Move(enum.Enum):
    """Where the keyboard can take a caret."""

    LEFT = enum.auto()
    RIGHT = enum.auto()
    WORD_LEFT = enum.auto()
    WORD_RIGHT = enum.auto()
    UP = enum.auto()
    DOWN = enum.auto()
    LINE_START = enum.auto()
    LINE_END = enum.auto()
    START = enum.auto()
    END = enum.auto()


def index_at(layout: RubyLayout, point: QPointF) -> int:
    """The caret place nearest to a point in the layout's coordinates: 0 to len(text)."""
    if not layout.lines:
        return 0
    line = layout.lines[_line_at(layout, point.y())]
    x = point.x() - line.x
    after = bisect.bisect_left(line.edges, x)
    if after == 0:
        return line.start
    last = _last_place(layout, line) - line.start
    if after > last:
        return line.start + last
    nearer_left = x - line.edges[after - 1] < line.edges[after] - x
    return _whole(layout.text, line.start + after - nearer_left)


def character_at(layout: RubyLayout, point: QPointF) -> int | None:
    """Index of the character a point is on, or None outside the lines."""
    if not layout.lines:
        return None
    line = layout.lines[_line_at(layout, point.y())]
    x = point.x() - line.x
    if not (0 <= point.y() <= layout.size.height() and line.edges[0] <= x < line.edges[-1]):
        return None
    return line.start + bisect.bisect_right(line.edges, x) - 1


def word_at(layout: RubyLayout, index: int) -> tuple[int, int]:
    """The range of the base with its ruby, or of the run of one script, that has this character."""
    text = layout.text
    if not 0 <= index < len(text):
        return (min(max(index, 0), len(text)),) * 2
    for start, end in layout.groups:
        if start <= index < end:
            return start, end
    floor = max((end for _, end in layout.groups if end <= index), default=0)
    ceiling = min((start for start, _ in layout.groups if start > index), default=len(text))
    script = _script(text[index])
    start, end = index, index + 1
    while start > floor and _continues(script, text[start - 1]):
        start -= 1
    while end < ceiling and _continues(script, text[end]):
        end += 1
    return start, end


def moved(layout: RubyLayout, index: int, move: Move) -> int:  # noqa: PLR0911 - one a case
    """The caret place that `move` leads to from `index`."""
    text = layout.text
    match move:
        case Move.LEFT:
            return _whole(text, max(0, index - 1))
        case Move.RIGHT:
            index = min(len(text), index + 1)
            while index < len(text) and sticks(text[index - 1], text[index]):
                index += 1
            return index
        case Move.WORD_LEFT:
            return word_at(layout, index - 1)[0] if index > 0 else 0
        case Move.WORD_RIGHT:
            return word_at(layout, index)[1]
        case Move.UP:
            return _moved_by_line(layout, index, -1)
        case Move.DOWN:
            return _moved_by_line(layout, index, 1)
        case Move.LINE_START:
            return layout.lines[_line_of(layout, index)].start if layout.lines else 0
        case Move.LINE_END:
            return _line_end(layout, index)
        case Move.START:
            return 0
        case Move.END:
            return len(text)
        case _:
            assert_never(move)


def _moved_by_line(layout: RubyLayout, index: int, by: int) -> int:
    if not layout.lines:
        return 0
    number = _line_of(layout, index)
    line = layout.lines[number]
    target = number + by
    if target < 0:
        return 0
    if target >= len(layout.lines):
        return len(layout.text)
    x = line.x + line.edges[index - line.start]
    return index_at(layout, QPointF(x, layout.lines[target].y))


def _line_end(layout: RubyLayout, index: int) -> int:
    if not layout.lines:
        return 0
    return _last_place(layout, layout.lines[_line_of(layout, index)])


def _last_place(layout: RubyLayout, line: Line) -> int:
    """The last caret place of a line: before its line break, if the text has one there."""
    has_break = line.end > line.start and kind_of(layout.text[line.end - 1]) is Kind.NEWLINE
    return line.end - has_break


def _line_of(layout: RubyLayout, index: int) -> int:
    starts = [line.start for line in layout.lines]
    return max(0, bisect.bisect_right(starts, index) - 1)


def _line_at(layout: RubyLayout, y: float) -> int:
    tops = [line.y for line in layout.lines]
    return max(0, bisect.bisect_right(tops, y) - 1)


def _whole(text: str, index: int) -> int:
    """The place at or before `index` that is not inside a character of several parts."""
    while 0 < index < len(text) and sticks(text[index - 1], text[index]):
        index -= 1
    return index


def _script(char: str) -> str:
    if is_kanji(char):
        return "kanji"
    kind = kind_of(char)
    if kind is Kind.KANA:
        return "hiragana" if "ぁ" <= char <= "ゟ" else "katakana"
    if kind is Kind.WORD:
        return "word" if char.isalnum() or unicodedata.category(char)[0] == "M" else "sign"
    return kind.name


def _continues(script: str, char: str) -> bool:
    return script in ("kanji", "hiragana", "katakana", "word", "SPACE") and (
        _script(char) == script or (script == "hiragana" and char == "ー")
    )
