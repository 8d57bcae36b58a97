"""Paint boxes and text so that every part has the same corners, edges and direction.

Two directions live in one painter: text follows the widget's layout direction by itself, boxes do
not. So painted boxes are counted from the start side and turned round with `flip`.
"""

import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import RADIUS

START = Qt.AlignmentFlag.AlignLeft
"""The side where reading starts: Qt turns it round in Urdu by itself."""
END = Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignCenter
MIDDLE = Qt.AlignmentFlag.AlignVCenter
TOP = Qt.AlignmentFlag.AlignTop
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_ISOLATES = ("\u2066", "\u2067", "\u2068")


def stroke(color: QColor, width: float = 1.75, dashes: tuple[float, ...] = ()) -> QPen:
    """A pen with round ends; `dashes` in multiples of `width`."""
    pen = QPen(
        color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    if dashes:
        pen.setDashPattern(list(dashes))
    return pen


def draw_box(
    painter: QPainter,
    box: QRectF,
    fill: QColor | None,
    edge: QColor | None = None,
    *,
    width: float = 1,
    radius: float = RADIUS,
) -> None:
    """A rounded box whose outline lies inside it, on whole pixels."""
    inset = width / 2 if edge else 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    inner = QRectF(box).adjusted(inset, inset, -inset, -inset)
    round_by = max(0.0, min(radius - inset, inner.height() / 2, inner.width() / 2))
    painter.drawRoundedRect(inner, round_by, round_by)


def draw_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    *,
    align: Qt.AlignmentFlag = START,
    elide: bool = False,
    wrap: bool = False,
) -> None:
    """One line in the middle of `box`, or several if `wrap`. `elide` only where a row plans it."""
    if elide:
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    if not text.isascii() and not text.startswith(_ISOLATES) and _RIGHT_TO_LEFT.search(text):
        # Or a bracket at its end would jump to the other one in a line that runs left to right.
        text = f"\u2068{text}\u2069"
    painter.setFont(font)
    painter.setPen(color)
    lines = Qt.TextFlag.TextWordWrap if wrap else Qt.TextFlag.TextSingleLine
    painter.drawText(QRectF(box), (align | MIDDLE).value | lines.value, text)


def runs_left(text: str) -> bool:
    """Whether there is Urdu in it: in an Urdu interface it then runs from the right."""
    return _RIGHT_TO_LEFT.search(text) is not None


def text_width(font: QFont, text: str) -> float:
    """How wide one line of this text is, in px."""
    return QFontMetricsF(font).horizontalAdvance(text)


def text_height(font: QFont) -> float:
    """The height of one line: Naskh needs far more than its size says."""
    return QFontMetricsF(font).height()


class Painted(QWidget):
    """A widget that paints itself: give it `paint(painter, box)`.

    A size of None is left to the layout. `name` is what a screen reader says; a picture that says
    nothing new has none.
    """

    def __init__(
        self,
        look: Look,
        width: float | None = None,
        height: float | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(name)
        if width is not None:
            self.setFixedWidth(round(width))
        if height is not None:
            self.setFixedHeight(round(height))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw into `box`, the widget's rectangle."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt asks; `paint` answers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRectF(self.rect()))
        painter.end()

    def flip(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A box `x` px from the start side."""
        return flipped(self.look, self.width(), QRectF(x, y, width, height))


def flipped(look: Look, room: float, box: QRectF) -> QRectF:
    """The box counted from the start side of a room so wide."""
    if not look.rtl:
        return box
    return QRectF(room - box.x() - box.width(), box.y(), box.width(), box.height())
