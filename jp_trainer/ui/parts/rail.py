"""Lead from screen to screen: the buttons at the start side, and the person below them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from jp_trainer.ui.parts.icons import draw_icon, draw_initials
from jp_trainer.ui.parts.painting import CENTER, draw_box, draw_text, text_height, text_width
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look

RAIL_WIDTH = 97
_BUTTON_WIDTH, _BUTTON_HEIGHT = 88, 68
_ICON, _ICON_TOP = 24, 11


class RailButton(Pressable):
    """An icon over its label; `here` marks the screen that is shown."""

    def __init__(self, look: Look, words: str, icon: str):
        super().__init__(look, words)
        self._icon = icon
        self.here = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_here(self, here: bool) -> None:
        """Mark it as the screen that is shown."""
        self.here = here
        self.update()

    def sizeHint(self) -> QSize:
        """The usual size, unless the words are longer or larger."""
        look = self.look
        wide = max(_BUTTON_WIDTH, text_width(look.ui(13, 600), self.words) + 8)
        tall = look.size(_ICON_TOP + _ICON) + text_height(look.ui(13, 600)) + 10
        return QSize(round(wide), max(round(tall), look.size(_BUTTON_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """The same: labels are never cut."""
        return self.sizeHint()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The mark of the place, icon, words, ring."""
        look, ink = self.look, self.look.color("ai" if self.here else "muted")
        inner = box.adjusted(0, 2, 0, -2)
        if self.here:
            draw_box(painter, inner, look.soft("ai", 0.10, "paper"))
            draw_box(
                painter, self.flip(0, box.height() / 2 - 14, 3, 28), look.color("ai"), radius=1.5
            )
        elif self.underMouse():
            draw_box(painter, inner, look.soft("ai", 0.05, "paper"))
        if self.ring:
            draw_box(painter, inner, None, look.color("ai"), width=2)
        side, tall = look.size(_ICON), text_height(look.ui(13, 600))
        top = (box.height() - side - 3 - tall) / 2
        draw_icon(
            painter, look, self._icon, QRectF(box.center().x() - side / 2, top, side, side), ink
        )
        words = QRectF(0, top + side + 3, box.width(), tall)
        font = look.ui(13, 600 if self.here else 500)
        draw_text(painter, words, self.words, font, ink, align=CENTER)


class PersonButton(Pressable):
    """The person's initials; leads to the profiles. `name` is heard and seen as a tool tip."""

    def __init__(self, look: Look, initials: str, name: str):
        super().__init__(look, "", name=name)
        self._initials = initials
        self.setFixedSize(look.size(56), look.size(48))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The round with the letters."""
        side = self.look.size(40)
        spot = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        draw_initials(painter, self.look, spot, self._initials, 15)
        if self.ring or self.underMouse():
            edge = self.look.color("ai")
            draw_box(painter, spot, None, edge, width=2 if self.ring else 1, radius=side / 2)
