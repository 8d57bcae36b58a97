"""Show a picture of a word or an exam item on its own light ground."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jp_trainer.typeset.pictures import paint_picture, picture_file
from jp_trainer.ui.parts.painting import CENTER, draw_box, draw_text
from jp_trainer.ui.theme import Look

GROUND = QColor("#F1EDE4")
"""Pictures are drawn for light ground; in dark mode they bring their own."""
INK = QColor("#1C1F23")
_SMALLEST, _USUAL = QSize(120, 96), QSize(400, 260)
_MARGIN = 12


class Picture(QWidget):
    """One picture, as large as its place; its alternative text where it is missing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = self._alt = ""
        self.setMinimumSize(_SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, name: str, alt: str) -> None:
        """Show `openmoji:HEX` or `svg:name`; "" hides it. `alt`: what it shows."""
        self._name, self._alt = name, alt
        self.setAccessibleName(alt)
        # Before it has a parent, showing it would open a window of its own.
        if self.parentWidget() is not None or not name:
            self.setVisible(bool(name))
        self.update()

    @property
    def missing(self) -> bool:
        """Whether only the words are there."""
        return bool(self._name) and picture_file(self._name) is None

    def sizeHint(self) -> QSize:
        """As large as on the day of the test."""
        return _USUAL

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the picture."""
        if not self._name:
            return
        painter = QPainter(self)
        box = QRectF(self.rect())
        draw_box(painter, box, GROUND)
        inner = box.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if not paint_picture(painter, inner, self._name):
            draw_text(painter, inner, self._alt, self.font(), INK, align=CENTER, wrap=True)
        painter.end()
