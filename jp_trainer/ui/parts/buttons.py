"""Show what can be done: one primary button a screen, secondary ones, quiet ones.

Answers to choose from are in options.py, which shares the key cap with these.
"""

import enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from jp_trainer.ui.parts.icons import draw_icon, drawings
from jp_trainer.ui.parts.painting import CENTER, draw_box, draw_text, text_height, text_width
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import RADIUS


class Kind(enum.Enum):
    """How loud a button is."""

    PRIMARY = "primary"
    """The one next thing."""
    SECONDARY = "secondary"
    QUIET = "quiet"
    """No box; with words alone it looks like a link."""
    INVERSE = "inverse"
    """On the message bar."""
    DANGER = "danger"
    """Takes something away for good."""


_PAD = {Kind.PRIMARY: 24, Kind.SECONDARY: 16, Kind.QUIET: 8, Kind.INVERSE: 12, Kind.DANGER: 16}
_WEIGHT = {Kind.PRIMARY: 600, Kind.SECONDARY: 500, Kind.DANGER: 500}
_ICON, _GAP, _CAP = 20, 9, 24
_ALONE_PAD = 10  # around an icon without words
_LEAST_HEIGHT, _PRIMARY_HEIGHT = 40, 48
_LARGE_FROM = 56  # px of height from which the words are larger


class Button(Pressable):
    """Words, with an icon before them and a key cap after (`key`: "R", "Esc" or "enter").

    `name` is needed where there are no words. `height` and `width` are px at normal text size,
    and the least: words are never cut.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        key: str = "",
        name: str = "",
        height: int = 0,
        width: int = 0,
        parent: QWidget | None = None,
    ):
        super().__init__(look, words, name=name, parent=parent)
        self.kind, self.key, self._icon = kind, key, icon
        least = _PRIMARY_HEIGHT if kind is Kind.PRIMARY else _LEAST_HEIGHT
        self._least = QSize(look.size(width), look.size(max(height, 0) or least))
        px = 18 if height >= _LARGE_FROM else 15
        weight = 500 if self._is_link else _WEIGHT.get(kind, 400)
        self._font = look.ui(px, weight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def _is_link(self) -> bool:
        return self.kind is Kind.QUIET and not self._icon and not self.key

    def set_icon(self, icon: str) -> None:
        """Another icon of the same size."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as what it says."""
        cap = cap_width(self.look, self.key) if self.key else 0
        icon = self.look.size(_ICON) if self._icon else 0
        said = text_width(self._font, self.words) if self.words else 0
        parts = [width for width in (icon, said, cap) if width]
        spread = 8 if self.kind is Kind.PRIMARY and self.key else 0
        wide = 2 * self._pad + sum(parts) + _GAP * (len(parts) - 1) + spread
        tall = text_height(self._font) + 8
        return QSize(round(wide + 0.5), round(tall)).expandedTo(self._least)

    def minimumSizeHint(self) -> QSize:
        """The same: a button is never squeezed."""
        return self.sizeHint()

    @property
    def _pad(self) -> int:
        if not self.words and not self.key:
            return _ALONE_PAD
        return 0 if self._is_link else _PAD[self.kind]

    def _colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, outline, ink."""
        look = self.look
        hover = look.soft("ai", 0.08) if self.underMouse() and self.isEnabled() else None
        match self.kind:
            case Kind.PRIMARY:
                ground = look.soft("ink", 0.12, "ai") if hover else look.color("ai")
                return ground, None, look.color("on_ai")
            case Kind.SECONDARY:
                return hover or look.color("raised"), look.color("edge"), look.color("ink")
            case Kind.DANGER:
                return hover or look.color("raised"), look.color("shu"), look.color("shu")
            case Kind.INVERSE:
                return None, None, look.color("paper")
            case Kind.QUIET:
                ink = look.color("ai" if self._is_link else "muted")
                return None if self._is_link else hover, None, ink

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Ground, ring, cap, icon, words."""
        ground, edge, ink = self._colors()
        look, primary = self.look, self.kind is Kind.PRIMARY
        draw_box(painter, box, ground, edge)
        if self.ring:  # inside the outline, so that no neighbour moves
            self._draw_ring(painter, box)
        start, end, middle = float(self._pad), float(self._pad), box.center().y()
        if self.key:
            end -= 4 if primary else 0
            wide, tall = cap_width(look, self.key), look.size(_CAP)
            spot = self.flip(box.width() - end - wide, middle - tall / 2, wide, tall)
            draw_cap(
                painter, look, spot, self.key, ink, bare=self.kind in (Kind.PRIMARY, Kind.INVERSE)
            )
            end += wide + _GAP
        if self._icon:
            side = look.size(_ICON)
            at = start if self.words or self.key else box.center().x() - side / 2
            draw_icon(painter, look, self._icon, self.flip(at, middle - side / 2, side, side), ink)
            start += side + _GAP
        in_middle = not self._icon and not self.key and not self._is_link
        spot = self.flip(start, 0, box.width() - start - end + 1, box.height())
        if in_middle:
            draw_text(painter, spot, self.words, self._font, ink, align=CENTER)
        else:
            draw_text(painter, spot, self.words, self._font, ink)

    def _draw_ring(self, painter: QPainter, box: QRectF) -> None:
        if self.kind is Kind.PRIMARY:
            inner = box.adjusted(3, 3, -3, -3)
            draw_box(painter, inner, None, self.look.color("on_ai"), width=2, radius=RADIUS - 2)
        elif self.kind is Kind.INVERSE:
            draw_box(painter, box, None, self.look.color("paper"), width=2)
        else:
            wide = box.adjusted(-6, 0, 6, 0) if self._is_link else box
            draw_box(painter, wide & QRectF(self.rect()), None, self.look.color("ai"), width=2)


def cap_font(look: Look) -> QFont:
    """The letters on a key cap: Latin in every language."""
    return look.ui(13, 500)


def cap_width(look: Look, key: str) -> float:
    """How wide the cap of this key is."""
    if key in drawings():
        return look.size(_CAP)
    return max(look.size(_CAP), text_width(cap_font(look), key) + 12)


def draw_cap(
    painter: QPainter, look: Look, box: QRectF, key: str, ink: QColor, *, bare: bool = False
) -> None:
    """The cap of a key: its letter, or an icon. `bare` stands on colour: an outline alone."""
    pale = QColor(ink)
    pale.setAlpha(115)
    if bare:
        draw_box(painter, box, None, pale, radius=5)
    else:
        draw_box(painter, box, look.color("sunken"), look.color("line"), radius=5)
    if key in drawings():
        side = look.size(16)
        spot = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        draw_icon(painter, look, key, spot, ink)
    else:
        color = ink if bare else look.color("muted")
        draw_text(painter, box, key, cap_font(look), color, align=CENTER)
