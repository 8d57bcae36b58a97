"""Draw the circles that are filled in on paper, and the scale on which an estimate stands."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from jp_trainer.typeset import fonts
from jp_trainer.typeset.blocks import INK, SetBlock
from jp_trainer.typeset.page_breaks import Piece, Rows

_CIRCLE, _STEP, _ROW = 19.0, 27.0, 27.0
_NUMBER_WIDTH = 32.0
_NUMBER_PX, _DIGIT_PX = 14, 11
_EVERY = 5
_LIGHT = QColor(150, 150, 150)
_MIDDLE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Circles:
    """Numbers with a circle for each option, down the columns.

    `options`: how many each question has, the first with the number 1.
    """

    options: tuple[int, ...]
    columns: int = 4
    gap: float = 14.0

    def set_in(self, width: float) -> SetBlock:
        """Columns of one width."""
        return _SetCircles(self, width)


class _SetCircles:
    def __init__(self, block: Circles, width: float) -> None:
        self._block = block
        self._share = width / block.columns
        count = -(-len(block.options) // block.columns)
        self.rows = Rows(tuple((row * _ROW, (row + 1) * _ROW) for row in range(count)), block.gap)
        self.baseline = _ROW * 0.7

    def paint(self, painter: QPainter, piece: Piece) -> None:
        high = len(self.rows.spans)
        for row in range(piece.first, piece.end):
            y = piece.y + (row - piece.first) * _ROW
            for at in range(row, len(self._block.options), high):
                x = at // high * self._share
                self._paint_question(painter, QPointF(x, y), at)

    def _paint_question(self, painter: QPainter, at: QPointF, number: int) -> None:
        painter.setPen(INK)
        painter.setFont(fonts.interface(_NUMBER_PX, 600))
        box = QRectF(at.x(), at.y(), _NUMBER_WIDTH - 10, _ROW)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right, str(number + 1))
        painter.setFont(fonts.interface(_DIGIT_PX))
        for option in range(self._block.options[number]):
            middle = QPointF(
                at.x() + _NUMBER_WIDTH + option * _STEP + _CIRCLE / 2, at.y() + _ROW / 2
            )
            painter.setPen(QPen(INK, 0.8))
            painter.drawEllipse(middle, _CIRCLE / 2, _CIRCLE / 2)
            circle = QRectF(0, 0, _CIRCLE, _CIRCLE)
            circle.moveCenter(middle)
            painter.setPen(_LIGHT)
            painter.drawText(circle, _MIDDLE, str(option + 1))


@dataclass(frozen=True, slots=True)
class PointScale:
    """A line from `low` to `high` points: the pass mark, the band and the estimate upon it."""

    low: float
    high: float
    at: float
    band: tuple[float, float]
    mark: float | None = None
    gap: float = 14.0

    def set_in(self, width: float) -> SetBlock:
        """As wide as the column."""
        return _SetScale(self, width)


class _SetScale:
    _HEIGHT, _LINE = 56.0, 22.0

    def __init__(self, block: PointScale, width: float) -> None:
        self._block, self._width = block, width
        self.rows = Rows(((0.0, self._HEIGHT),), block.gap)
        self.baseline = self._LINE

    def paint(self, painter: QPainter, piece: Piece) -> None:
        block, y = self._block, piece.y + self._LINE
        painter.setPen(QPen(INK, 1.0))
        painter.drawLine(QLineF(self._x(block.low), y, self._x(block.high), y))
        left, right = (self._x(edge) for edge in block.band)
        painter.fillRect(QRectF(left, y - 6, max(2.0, right - left), 12), QColor(190, 190, 190))
        painter.setBrush(INK)
        painter.drawEllipse(QPointF(self._x(block.at), y), 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(fonts.interface(12))
        for points in (block.low, block.high):
            self._paint_points(painter, points, y + 14)
        if block.mark is not None:
            x = self._x(block.mark)
            painter.setPen(QPen(INK, 1.6, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(x, y - 18, x, y + 14))
            painter.setPen(INK)
            self._paint_points(painter, block.mark, y + 14)

    def _paint_points(self, painter: QPainter, points: float, top: float) -> None:
        box = QRectF(self._x(points) - 40, top, 80, 18)
        painter.drawText(box, _MIDDLE, f"{points:.0f}")

    def _x(self, points: float) -> float:
        block = self._block
        inside = min(max(points, block.low), block.high)
        return 20 + (self._width - 40) * (inside - block.low) / (block.high - block.low)
