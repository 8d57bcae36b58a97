"""Show every question of a section as a numbered tile: where one is, what is done, what is open.

Grey is answered, filled green the current one, a green outline open; a flag stands at the corner.
Colour never speaks alone: an answered tile has no outline, the current one is filled, and a
screen reader hears the state.
"""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip

from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.painting import CENTER, Painted, draw_box, draw_text
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, ngettext

_SIDE, _GAP = 40, 6
_SMALL_SIDE, _SMALL_GAP = 30, 5
_FLAG = 20
_TOP = 8  # room for a flag that stands over its corner


class Kind(enum.Enum):
    """What a tile says."""

    OPEN = "open"
    ANSWERED = "answered"
    CURRENT = "current"
    WRONG = "wrong"  # when it is looked at again
    CLOSED = "closed"  # there is no way back to it, or not yet a way to it


@dataclass(frozen=True, slots=True)
class Tile:
    """One question: its number as printed, its state, whether it is marked to look at again."""

    number: int
    kind: Kind
    flagged: bool = False
    answered: bool = False


class Tiles(Painted):
    """One row of tiles, or two of smaller ones; if there are more, those around the current one.

    Signals:
        pressed: the place in the sequence of the tile that was pressed.
    """

    pressed = Signal(int)

    def __init__(self, look: Look):
        super().__init__(look)
        self._tiles: tuple[Tile, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these."""
        self._tiles = tuple(tiles)
        answered = sum(tile.answered for tile in tiles)
        self.setAccessibleName(
            fill(
                ngettext(
                    "{answered} of {count} question answered",
                    "{answered} of {count} questions answered",
                    len(tiles),
                ),
                answered=answered,
                count=len(tiles),
            )
        )
        self.update()

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self._tiles

    def sizeHint(self) -> QSize:
        """All in one row."""
        count = max(1, len(self._tiles))
        wide = count * self.look.size(_SIDE + _GAP)
        return QSize(min(wide, self.look.size(560)), self._tall)

    def minimumSizeHint(self) -> QSize:
        """A few of them."""
        return QSize(self.look.size(180), self._tall)

    @property
    def _tall(self) -> int:
        return self.look.size(2 * _SMALL_SIDE + _SMALL_GAP + 2) + 2

    def _places(self) -> list[tuple[int, QRectF]]:
        """Which tile stands where."""
        count = len(self._tiles)
        side, gap = self.look.size(_SIDE), _GAP
        pitch = side + gap
        if count * pitch - gap <= self.width():
            top = (self.height() - side) / 2
            start = (self.width() - count * pitch + gap) / 2
            return [(i, self.flip(start + i * pitch, top, side, side)) for i in range(count)]
        side, gap = self.look.size(_SMALL_SIDE), _SMALL_GAP
        pitch = side + gap
        a_row = max(1, (self.width() + gap) // pitch)
        first = self._first(count, 2 * a_row)
        shown = range(first, min(count, first + 2 * a_row))
        if len(shown) < 2 * a_row:  # two rows of nearly one length
            a_row = (len(shown) + 1) // 2
        top = (self.height() - 2 * side - gap) / 2
        start = (self.width() - a_row * pitch + gap) / 2
        return [
            (
                which,
                self.flip(start + i % a_row * pitch, top + i // a_row * (side + gap), side, side),
            )
            for i, which in enumerate(shown)
        ]

    def _first(self, count: int, room: int) -> int:
        current = next((i for i, tile in enumerate(self._tiles) if tile.kind is Kind.CURRENT), 0)
        return max(0, min(current - room // 3, count - room))

    def paint(self, painter: QPainter, box: QRectF) -> None:  # noqa: ARG002 - places are known
        """Each tile, then the flags over the corners."""
        places = self._places()
        for which, place in places:
            self._paint_tile(painter, self._tiles[which], place)
        for which, place in places:
            if self._tiles[which].flagged:
                self._paint_flag(painter, place)

    def _paint_tile(self, painter: QPainter, tile: Tile, place: QRectF) -> None:
        look, green = self.look, self.look.color("wakatake")
        ground, edge, ink = look.soft("ink", 0.14), None, look.color("ink")
        match tile.kind:
            case Kind.CURRENT:
                ground, ink = green, look.color("on_ai")
            case Kind.OPEN:
                ground, edge = look.color("raised"), green
            case Kind.WRONG:
                ground, edge = look.soft("shu", 0.08), look.color("shu")
            case Kind.CLOSED:
                ground, ink = look.soft("ink", 0.05), look.color("muted")
            case Kind.ANSWERED:
                pass
        draw_box(painter, place, ground, edge, width=1.75 if edge else 1, radius=7)
        px = 15 if place.width() >= look.size(_SIDE) else 13
        font = look.ui(px, 600 if tile.kind is Kind.CURRENT else 500, tabular=True)
        draw_text(painter, place, str(tile.number), font, ink, align=CENTER)

    def _paint_flag(self, painter: QPainter, place: QRectF) -> None:
        look = self.look
        side = look.size(_FLAG) * (1 if place.width() >= look.size(_SIDE) else 0.75)
        middle = place.left() + 2 if look.rtl else place.right() - 2
        spot = QRectF(middle - side / 2, max(0.0, place.top() - side / 2 + 3), side, side)
        spot.moveLeft(max(0.0, min(spot.left(), self.width() - side)))
        draw_box(painter, spot, look.color("raised"), look.color("edge"), radius=side / 2)
        draw_icon(
            painter, look, "flag", spot.adjusted(4, 4, -4, -4), look.color("yamabuki"), filled=True
        )

    def _at(self, x: float, y: float) -> int:
        for which, place in self._places():
            if place.contains(x, y):
                return which
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the tile."""
        which = self._at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and which >= 0:
            if self._tiles[which].kind is not Kind.CLOSED:
                self.pressed.emit(which)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Say in words what a tile says in colour."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            which = self._at(event.pos().x(), event.pos().y())
            said = described(self._tiles[which]) if which >= 0 else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)


def described(tile: Tile) -> str:
    """A tile in words."""
    words = {
        Kind.OPEN: _("Question {number}, not answered"),
        Kind.ANSWERED: _("Question {number}, answered"),
        Kind.WRONG: _("Question {number}, wrong"),
        Kind.CURRENT: _("Question {number}, shown now"),
        Kind.CLOSED: _("Question {number}, closed"),
    }[tile.kind]
    said = fill(words, number=tile.number)
    return fill(_("{tile}, flagged"), tile=said) if tile.flagged else said
