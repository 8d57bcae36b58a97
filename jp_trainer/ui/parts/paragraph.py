"""Let all lines of a right-to-left paragraph begin at the same edge.

QLabel counts the space at which such a line was broken as part of it and moves the line away from
the edge by that much: the last line alone stands where all of them should.
"""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionFrame

from jp_trainer.ui.parts.painting import runs_left


class Paragraph(QLabel):
    """A wrapped label. Measured by Qt; painted here where it runs to the left from the right."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines as Qt's text layout places them."""
        at_right = bool(self.alignment() & Qt.AlignmentFlag.AlignRight)
        if not at_right or not runs_left(self.text()):
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        box = QRectF(self.contentsRect())
        lines, tall = self._lines(box.width())
        painter.setPen(option.palette.color(self.foregroundRole()))
        lines.draw(painter, QPointF(box.x(), box.y() + max(0.0, (box.height() - tall) / 2)))
        painter.end()

    def _lines(self, width: float) -> tuple[QTextLayout, float]:
        """Laid out as QLabel measures them, and their height."""
        text = self.text().replace("\n", "\u2028")
        metrics = QFontMetricsF(self.font())
        lines = QTextLayout(text, self.font(), self)
        option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        lines.setTextOption(option)
        lines.beginLayout()
        y = 0.0
        while (line := lines.createLine()).isValid():
            line.setLineWidth(width)
            y = math.ceil(y)
            line.setPosition(QPointF(0, y))
            y += line.height() + metrics.leading()
        lines.endLayout()
        return lines, y - metrics.leading()
