"""Draw the icons: one set, one stroke, from assets/icons/icons.txt.

Direction is part of an icon: "back" points the other way in Urdu, "play" and a tick do not.
"""

import functools
import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from jp_trainer import paths
from jp_trainer.ui.parts.painting import CENTER, Painted, draw_box, draw_text, stroke
from jp_trainer.ui.theme import Look

_GRID = 24
_STROKE = 1.75
_FULL_STROKE_FROM = 20  # px; smaller icons get a finer line
_COMMAND = re.compile(r"([MLCZOR])([^MLCZOR]*)")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One icon's path on a grid of 24, and whether it turns round in Urdu."""

    path: QPainterPath
    mirrored: bool


@functools.cache
def drawings() -> dict[str, Drawing]:
    """Every icon by name."""
    text = (paths.assets() / "icons" / "icons.txt").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, way, commands = line.split(" | ")
            found[name] = Drawing(_path(commands), way == "mirrored")
    return found


def _path(commands: str) -> QPainterPath:
    path = QPainterPath()
    for command, numbers in _COMMAND.findall(commands):
        n = [float(number) for number in numbers.split()]
        match command:
            case "M":
                path.moveTo(n[0], n[1])
            case "L":
                path.lineTo(n[0], n[1])
            case "C":
                path.cubicTo(*n)
            case "Z":
                path.closeSubpath()
            case "O":
                path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
            case "R":
                path.addRoundedRect(n[0], n[1], n[2], n[3], n[4], n[4])
    return path


def draw_icon(
    painter: QPainter, look: Look, name: str, box: QRectF, color: QColor, *, filled: bool = False
) -> None:
    """The icon in a square `box`. Raises KeyError for a name that is not in the set."""
    drawing = drawings()[name]
    zoom = box.width() / _GRID
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center())
    painter.scale(-zoom if look.rtl and drawing.mirrored else zoom, zoom)
    painter.translate(-_GRID / 2, -_GRID / 2)
    painter.setPen(stroke(color, _STROKE / zoom * min(1.0, box.width() / _FULL_STROKE_FROM)))
    painter.setBrush(color if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(drawing.path)
    painter.restore()


class Icon(Painted):
    """An icon beside words that say the same; alone it needs a `name`. `disc`: on a round."""

    def __init__(
        self,
        look: Look,
        icon: str,
        color: str = "muted",
        size: int = 20,
        *,
        disc: bool = False,
        name: str = "",
    ):
        px = look.size(size)
        side = px * 2 if disc else px
        super().__init__(look, side, side, name=name)
        self._icon, self._color, self._px, self._disc = icon, color, px, disc

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The round, then the icon."""
        if self._disc:
            draw_box(painter, box, self.look.soft(self._color, 0.14, "paper"), radius=self._px)
            inset = self._px / 2
            box = box.adjusted(inset, inset, -inset, -inset)
        draw_icon(painter, self.look, self._icon, box, self.look.color(self._color))


class Initials(Painted):
    """A person, where there is no photo: one or two letters on a round."""

    def __init__(self, look: Look, initials: str, size: int = 40, *, name: str = ""):
        side = look.size(size)
        super().__init__(look, side, side, name=name)
        self._initials, self._size = initials, size

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The round, then the letters."""
        draw_initials(painter, self.look, box, self._initials, self._size * 0.375)


def draw_initials(painter: QPainter, look: Look, box: QRectF, initials: str, px: float) -> None:
    """Letters of `px` on a round of the primary colour's tint."""
    draw_box(painter, box, look.soft("ai", 0.14, "paper"), radius=box.width() / 2)
    draw_text(painter, box, initials, look.ui(px, 600), look.color("ai"), align=CENTER)


def initials_of(name: str) -> str:
    """The first letters of the first and the last part of a name; "" for an empty one."""
    parts = name.split()
    chosen = parts[:1] + parts[1:][-1:]
    letters = [part[0].upper() for part in chosen]
    # Arabic letters would join up into something that is no word.
    return letters[0] if letters and letters[0] >= "\u0590" else "".join(letters)
