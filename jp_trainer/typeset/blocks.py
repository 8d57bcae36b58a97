"""Set what stands on a page: each block, given a width, becomes rows that may be parted.

Lengths are px of 1/96 inch. A block is a value; `set_in` measures it, and what comes back is
painted piece by piece, as page_breaks.py has chosen the pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from jp_trainer.core.furigana import Span
from jp_trainer.typeset.page_breaks import Piece, Rows
from jp_trainer.typeset.ruby import Mark, RubyLayout, RubyStyle, lay_out

INK = QColor(0, 0, 0)


class SetBlock(Protocol):
    """A block that has been measured."""

    @property
    def rows(self) -> Rows:
        """What it consists of, from its own top."""

    @property
    def baseline(self) -> float:
        """Of its first line, from its top: what stands beside it stands on the same line."""

    def paint(self, painter: QPainter, piece: Piece) -> None:
        """Draw some of its rows, its left edge at 0."""


class Block(Protocol):
    """Something that can be set in a column of some width."""

    def set_in(self, width: float) -> SetBlock:
        """Measure it."""


@dataclass(frozen=True, slots=True)
class RubyBlock:
    """Japanese, with `gap` px below; `keep` on one page with the next block's beginning."""

    spans: tuple[Span, ...]
    style: RubyStyle
    marks: tuple[Mark, ...] = ()
    gap: float = 12.0
    keep: bool = False

    def set_in(self, width: float) -> SetBlock:
        """In lines of at most this width."""
        return _SetRuby(self, lay_out(self.spans, self.style, width))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text in English or Urdu, with `gap` px below; `keep` as in RubyBlock."""

    text: str
    font: QFont
    right_to_left: bool = False
    gap: float = 12.0
    keep: bool = False
    centred: bool = False

    def set_in(self, width: float) -> SetBlock:
        """In lines of at most this width."""
        return _SetParagraph(self, width)


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, so many px high."""

    height: float
    keep: bool = False

    def set_in(self, width: float) -> SetBlock:
        """The same in any width."""
        del width
        return OneRow(self.height, 0.0, keep=self.keep)


@dataclass(frozen=True, slots=True)
class PageEnd:
    """What follows begins a new page. On a page of its own it does nothing."""

    def set_in(self, width: float) -> SetBlock:
        """Nothing to set: write_pdf looks for it."""
        del width
        return OneRow(0.0, 0.0)


class OneRow:
    """A block of one row, which is never parted; without a drawing of its own."""

    def __init__(self, height: float, gap: float, *, keep: bool = False) -> None:
        self.rows = Rows(((0.0, height),), gap, keep)
        self.baseline = height

    def paint(self, painter: QPainter, piece: Piece) -> None:
        """Draw nothing."""


@dataclass(frozen=True)
class _SetRuby:
    block: RubyBlock
    layout: RubyLayout

    @cached_property
    def rows(self) -> Rows:
        tops = [line.y for line in self.layout.lines]
        spans = tuple((top, top + self.layout.line_height) for top in tops)
        return Rows(spans, self.block.gap, self.block.keep)

    @property
    def baseline(self) -> float:
        return self.layout.baseline

    def paint(self, painter: QPainter, piece: Piece) -> None:
        self.layout.paint(
            painter,
            QPointF(0, piece.y - self.rows.spans[piece.first][0]),
            INK,
            INK,
            marks=self.block.marks,
            lines=slice(piece.first, piece.end),
        )


class _SetParagraph:
    def __init__(self, block: Paragraph, width: float) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        if block.right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        if block.centred:
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._layout = QTextLayout(block.text.replace("\n", "\u2028"), block.font)
        self._layout.setTextOption(option)
        spans, y = [], 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            spans.append((y, y + line.height()))
            y += line.height()
        self._layout.endLayout()
        self.rows = Rows(tuple(spans), block.gap, block.keep)
        self.baseline = self._layout.lineAt(0).ascent() if spans else 0.0

    def paint(self, painter: QPainter, piece: Piece) -> None:
        painter.setPen(INK)
        at = QPointF(0, piece.y - self.rows.spans[piece.first][0])
        for number in range(piece.first, piece.end):
            self._layout.lineAt(number).draw(painter, at)


def natural_width(block: RubyBlock) -> float:
    """How wide it is if no line is broken but where the text says so."""
    return lay_out(block.spans, block.style).size.width()


class Stack:
    """Blocks one below the other, as one: its rows are theirs."""

    def __init__(self, blocks: Sequence[Block], width: float) -> None:
        self.blocks = [block.set_in(width) for block in blocks]
        self.places: list[tuple[int, int]] = []  # of each row: its block, and its number there
        spans: list[tuple[float, float]] = []
        y = 0.0
        for number, block in enumerate(self.blocks):
            rows = block.rows
            spans += [(y + top, y + bottom) for top, bottom in rows.spans]
            self.places += [(number, row) for row in range(len(rows.spans))]
            if rows.spans:
                y += rows.spans[-1][1] + rows.gap
        self.spans = tuple(spans)
        self.height = spans[-1][1] if spans else 0.0
        self.baseline = next((each.baseline for each in self.blocks if each.rows.spans), 0.0)

    def paint(self, painter: QPainter, first: int, end: int, y: float) -> None:
        """Draw these rows with the top of the first at `y`."""
        if first >= end:
            return
        origin = y - self.spans[first][0]
        while first < end:
            number, row = self.places[first]
            last = first
            while last < end and self.places[last][0] == number:
                last += 1
            piece = Piece(number, row, row + last - first, origin + self.spans[first][0])
            self.blocks[number].paint(painter, piece)
            first = last
