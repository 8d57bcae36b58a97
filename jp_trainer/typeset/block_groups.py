"""Put blocks into boxes, behind numbers, beside one another, and keep them on one page."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from jp_trainer.typeset.blocks import INK, Block, OneRow, SetBlock, Stack
from jp_trainer.typeset.page_breaks import Piece, Rows

_RULE = 0.8
_MOST_TOGETHER = 620.0
"""px; what is higher is parted after all, lest half a page stay empty."""


@dataclass(frozen=True, slots=True)
class Boxed:
    """Blocks in a frame, `pad` px inside it; a frame that is parted stays open there."""

    blocks: tuple[Block, ...]
    gap: float = 12.0
    pad: float = 12.0
    keep: bool = False

    def set_in(self, width: float) -> SetBlock:
        """As wide as the column."""
        return _SetBox(self, width)


class _SetBox:
    def __init__(self, block: Boxed, width: float) -> None:
        self._pad, self._width = block.pad, width
        self._stack = Stack(block.blocks, width - 2 * block.pad)
        spans = [(top + block.pad, bottom + block.pad) for top, bottom in self._stack.spans]
        if spans:
            spans[0] = (0.0, spans[0][1])
            spans[-1] = (spans[-1][0], spans[-1][1] + block.pad)
        self.rows = Rows(tuple(spans), block.gap, block.keep)
        self.baseline = self._stack.baseline + block.pad

    def paint(self, painter: QPainter, piece: Piece) -> None:
        spans = self.rows.spans
        opens, closes = piece.first == 0, piece.end == len(spans)
        bottom = piece.y + spans[piece.end - 1][1] - spans[piece.first][0]
        painter.setPen(QPen(INK, _RULE))
        sides = [QLineF(x, piece.y, x, bottom) for x in (0.0, self._width)]
        sides += [QLineF(0, piece.y, self._width, piece.y)] if opens else []
        sides += [QLineF(0, bottom, self._width, bottom)] if closes else []
        painter.drawLines(sides)
        painter.save()
        painter.translate(self._pad, 0)
        at = piece.y + (self._pad if opens else 0.0)
        self._stack.paint(painter, piece.first, piece.end, at)
        painter.restore()


@dataclass(frozen=True, slots=True)
class Numbered:
    """Blocks behind a number or a name, which stands on their first line."""

    label: str
    font: QFont
    blocks: tuple[Block, ...]
    indent: float = 30.0
    gap: float = 8.0
    keep: bool = False

    def set_in(self, width: float) -> SetBlock:
        """The blocks get what the indent leaves."""
        return _SetNumbered(self, width)


class _SetNumbered:
    def __init__(self, block: Numbered, width: float) -> None:
        self._block = block
        self._stack = Stack(block.blocks, width - block.indent)
        self.rows = Rows(self._stack.spans, block.gap, block.keep)
        self.baseline = self._stack.baseline

    def paint(self, painter: QPainter, piece: Piece) -> None:
        if piece.first == 0:
            painter.setPen(INK)
            painter.setFont(self._block.font)
            top = piece.y - self.rows.spans[0][0] if self.rows.spans else piece.y
            painter.drawText(QPointF(0, top + self.baseline), self._block.label)
        painter.save()
        painter.translate(self._block.indent, 0)
        self._stack.paint(painter, piece.first, piece.end, piece.y)
        painter.restore()


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stand on one page if they are not too high for it."""

    blocks: tuple[Block, ...]
    gap: float = 12.0
    keep: bool = False

    def set_in(self, width: float) -> SetBlock:
        """One row, or the blocks' own."""
        return _SetTogether(self, width)


class _SetTogether:
    def __init__(self, block: Together, width: float) -> None:
        self._stack = Stack(block.blocks, width)
        self._is_one = bool(self._stack.spans) and self._stack.height <= _MOST_TOGETHER
        spans = ((0.0, self._stack.height),) if self._is_one else self._stack.spans
        self.rows = Rows(spans, block.gap, block.keep)
        self.baseline = self._stack.baseline

    def paint(self, painter: QPainter, piece: Piece) -> None:
        if not self._is_one:
            self._stack.paint(painter, piece.first, piece.end, piece.y)
        elif self._stack.spans:
            at = piece.y + self._stack.spans[0][0]
            self._stack.paint(painter, 0, len(self._stack.spans), at)


@dataclass(frozen=True, slots=True)
class Grid:
    """Blocks in columns of one width, row by row from the left; a row is never parted."""

    cells: tuple[Block, ...]
    columns: int
    gap: float = 12.0
    between: float = 6.0
    keep: bool = False

    def set_in(self, width: float) -> SetBlock:
        """Each cell gets its share of the width."""
        return _SetGrid(self, width)


class _SetGrid(OneRow):
    def __init__(self, block: Grid, width: float) -> None:
        super().__init__(0.0, block.gap)
        self._share = width / block.columns
        self._lines: list[list[Stack]] = []
        spans: list[tuple[float, float]] = []
        y = 0.0
        for start in range(0, len(block.cells), block.columns):
            cells = block.cells[start : start + block.columns]
            line = [Stack((cell,), self._share - 10) for cell in cells]
            height = max(cell.height for cell in line)
            self._lines.append(line)
            spans.append((y, y + height))
            y += height + block.between
        self.rows = Rows(tuple(spans), block.gap, block.keep)
        self.baseline = self._lines[0][0].baseline if self._lines else 0.0

    def paint(self, painter: QPainter, piece: Piece) -> None:
        origin = piece.y - self.rows.spans[piece.first][0]
        for number in range(piece.first, piece.end):
            y = origin + self.rows.spans[number][0]
            line = self._lines[number]
            level = max(cell.baseline for cell in line)
            for column, cell in enumerate(line):
                painter.save()
                painter.translate(column * self._share, 0)
                lower = min(level - cell.baseline, max(c.height for c in line) - cell.height)
                cell.paint(painter, 0, len(cell.spans), y + cell.spans[0][0] + lower)
                painter.restore()


@dataclass(frozen=True, slots=True)
class Blank:
    """A name with a line to write on, `length` px long."""

    label: str
    font: QFont
    length: float
    right_to_left: bool = False
    gap: float = 14.0

    def set_in(self, width: float) -> SetBlock:
        """The line begins behind the name."""
        return _SetBlank(self, width)


class _SetBlank(OneRow):
    def __init__(self, block: Blank, width: float) -> None:
        super().__init__(30.0, block.gap)
        self._block, self._width = block, width

    def paint(self, painter: QPainter, piece: Piece) -> None:
        block = self._block
        wide = QFontMetricsF(block.font).horizontalAdvance(block.label) + 8
        end = min(self._width, wide + block.length)
        base = piece.y + 24
        painter.setFont(block.font)
        painter.setPen(QPen(INK, _RULE))
        if block.right_to_left:
            painter.drawText(QPointF(self._width - wide + 8, base), block.label)
            painter.drawLine(QLineF(self._width - end, base, self._width - wide, base))
        else:
            painter.drawText(QPointF(0, base), block.label)
            painter.drawLine(QLineF(wide, base, end, base))
