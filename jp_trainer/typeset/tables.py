"""Set tables between rules, Japanese in their cells; a row of a table is never parted."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from jp_trainer.typeset.blocks import INK, Block, RubyBlock, SetBlock, Stack, natural_width
from jp_trainer.typeset.page_breaks import Piece, Rows

_RULE = 0.8
_PAD_X, _PAD_Y = 7.0, 5.0
_HEAD = QColor(236, 236, 236)
_LEAST_SHARE = 0.08
"""Of the width: no column is narrower."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first the head; rows may be shorter than the first."""

    cells: tuple[tuple[Block, ...], ...]
    gap: float = 12.0
    keep: bool = False
    head: bool = True
    shares: tuple[float, ...] = ()  # of the width, for each column; () = by what they hold

    def set_in(self, width: float) -> SetBlock:
        """As wide as the column, or narrower if all cells fit in one line."""
        return _SetTable(self, width)


class _SetTable:
    def __init__(self, block: Table, width: float) -> None:
        self._block = block
        widths = _widths(block, width)
        self._edges = [sum(widths[:number]) for number in range(len(widths) + 1)]
        self._lines: list[list[Stack]] = []
        spans: list[tuple[float, float]] = []
        y = 0.0
        for cells in block.cells:
            line = [
                Stack((cell,), wide - 2 * _PAD_X) for cell, wide in zip(cells, widths, strict=False)
            ]
            height = max((cell.height for cell in line), default=0.0) + 2 * _PAD_Y
            self._lines.append(line)
            spans.append((y, y + height))
            y += height
        self.rows = Rows(tuple(spans), block.gap, block.keep)
        self.baseline = _PAD_Y + (self._lines[0][0].baseline if self._lines else 0.0)

    def paint(self, painter: QPainter, piece: Piece) -> None:
        spans = self.rows.spans
        origin = piece.y - spans[piece.first][0]
        right = self._edges[-1]
        for number in range(piece.first, piece.end):
            top, bottom = (origin + edge for edge in spans[number])
            if number == 0 and self._block.head:
                painter.fillRect(QRectF(0, top, right, bottom - top), _HEAD)
            painter.setPen(QPen(INK, _RULE))
            painter.drawLines(
                [QLineF(0, top, right, top), QLineF(0, bottom, right, bottom)]
                + [QLineF(x, top, x, bottom) for x in self._edges]
            )
            for x, cell in zip(self._edges, self._lines[number], strict=False):
                painter.save()
                painter.translate(x + _PAD_X, 0)
                middle = (bottom - top - cell.height) / 2
                cell.paint(painter, 0, len(cell.spans), top + middle)
                painter.restore()


def _widths(block: Table, width: float) -> list[float]:
    """One for each column: what it needs, or its share of what there is."""
    count = max((len(cells) for cells in block.cells), default=0)
    if block.shares:
        return [share * width for share in block.shares[:count]]
    wanted = [1.0] * count
    for cells in block.cells:
        for number, cell in enumerate(cells):
            if isinstance(cell, RubyBlock):
                natural = natural_width(cell) + 2 * _PAD_X + 2
                wanted[number] = max(wanted[number], natural)
    if sum(wanted) <= width:
        return wanted
    # Short columns keep what they need; the long ones share the rest.
    fair = width / max(1, count)
    short = [wide if wide <= fair else 0.0 for wide in wanted]
    rest, long = width - sum(short), sum(wide for wide in wanted if wide > fair)
    found = [kept or rest * wide / long for kept, wide in zip(short, wanted, strict=True)]
    least = _LEAST_SHARE * width
    return [max(least, each) for each in found] if min(found) >= least else found
