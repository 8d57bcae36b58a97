"""Turn an author's marks into what is printed: underlines, blanks, slots and gaps.

`{word}` is underlined, `{1}` is a gap of the text, `（　　）` a blank, `＿＿` and `＿★＿` are slots
(docs/formats.md).
"""

import re
from dataclasses import dataclass

from jp_trainer.core.furigana import Span, parse

_MARKED = re.compile(r"\{([^{}]*)\}")
_BLANK = re.compile(r"（\u3000+）")
_SLOT = re.compile(r"＿(★?)＿")
_SPACE = "\u00a0"  # no line is broken at it
_BLANK_WIDTH, _SLOT_WIDTH, _STAR_WIDTH = 10, 12, 4  # of such spaces


@dataclass(frozen=True, slots=True)
class Printed:
    """A text without its marks.

    Attributes:
        spans: what is set. lines: ranges of base characters with a line below.
        gaps: the range of each numbered gap.
    """

    spans: tuple[Span, ...]
    lines: tuple[tuple[int, int], ...]
    gaps: tuple[tuple[int, int, str], ...] = ()


def printed(text: str) -> Printed:
    """Read the marks. Raises FuriganaError for bad brackets."""
    spans: list[Span] = []
    lines: list[tuple[int, int]] = []
    gaps: list[tuple[int, int, str]] = []
    at, opened = 0, -1
    for span in parse(text.strip("\n")):
        if span.reading is not None:
            spans.append(span)
            at += len(span.base)
            continue
        base, inside = "", opened
        for piece in re.split(r"(\{\d+\}|[{}]|（\u3000+）|＿★?＿)", span.base):
            if piece == "{":
                inside = at + len(base)
            elif piece == "}":
                if inside >= 0:
                    lines.append((inside, at + len(base)))
                inside = -1
            elif number := re.fullmatch(r"\{(\d+)\}", piece):
                shown = f"［{_SPACE}{number[1]}{_SPACE}］"
                gaps.append((at + len(base), at + len(base) + len(shown), number[1]))
                base += shown
            elif _BLANK.fullmatch(piece):
                base += f"（{_SPACE * _BLANK_WIDTH}）"
            elif slot := _SLOT.fullmatch(piece):
                side = _SPACE * (_STAR_WIDTH if slot[1] else _SLOT_WIDTH // 2)
                shown = f"{side}{slot[1]}{side}"
                lines.append((at + len(base), at + len(base) + len(shown)))
                base += shown
            else:
                base += piece
        opened = inside
        if base:
            spans.append(Span(base))
            at += len(base)
    return Printed(tuple(spans), tuple(lines), tuple(gaps))


def gap_of(stem: str) -> str:
    """The number of the gap that a stem of text grammar asks for, or ""."""
    found = _MARKED.fullmatch(stem.strip())
    return found[1] if found and found[1].isdigit() else ""
