"""Draw the program's mark for title bars and task bars: 日, the first kanji of Japanese."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from jp_trainer.typeset import fonts
from jp_trainer.ui.parts.painting import CENTER, draw_box
from jp_trainer.ui.theme import Look

_SIDES = (16, 24, 32, 48, 64, 128)
_MARK = "日"


def app_icon() -> QIcon:
    """Indigo with paper, in the sizes that systems ask for. Needs our fonts."""
    icon, look = QIcon(), Look()
    for side in _SIDES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        box = QRectF(0, 0, side, side)
        draw_box(painter, box, look.color("ai"), radius=side / 5)
        painter.setFont(fonts.japanese(side * 0.7))
        painter.setPen(look.color("on_ai"))
        painter.drawText(box, CENTER.value, _MARK)
        painter.end()
        icon.addPixmap(picture)
    return icon
