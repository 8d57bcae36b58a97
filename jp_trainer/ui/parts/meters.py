"""Show a share, and the last seven days: small pictures beside a sentence that says the same."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.painting import CENTER, Painted, draw_box, draw_text, text_height
from jp_trainer.ui.theme import Look


class Meter(Painted):
    """A bar from the start side. `share` and `target` 0..1; the target is a tick across the bar."""

    def __init__(
        self,
        look: Look,
        share: float,
        *,
        color: str = "ai",
        height: int = 8,
        target: float | None = None,
        width: int | None = None,
        name: str = "",
    ):
        super().__init__(look, width, height + (8 if target is not None else 0), name=name)
        self.share = share
        self._color, self._bar, self._target = color, height, target

    def set_share(self, share: float) -> None:
        """Another share 0..1."""
        self.share = share
        self.update()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The ground, the bar, the tick."""
        look, radius = self.look, self._bar / 2
        top = (box.height() - self._bar) / 2
        ground = QRectF(0, top, box.width(), self._bar)
        draw_box(painter, ground, look.soft("edge", 0.22), radius=radius)
        share = min(1.0, max(0.0, self.share))
        if share > 0:  # never shorter than it is round: the first word is seen
            wide = max(self._bar, box.width() * share)
            bar = self.flip(0, top, wide, self._bar)
            draw_box(painter, bar, look.color(self._color), radius=radius)
        if self._target is not None:
            tick = self.flip(box.width() * self._target - 1, 0, 2, box.height())
            draw_box(painter, tick, look.color("ink"), radius=1)


class Days(Painted):
    """Rings for the last days, today last: a tick where there was study. Nothing scolds."""

    _SPOT = 26

    def __init__(self, look: Look, studied: Sequence[bool], letters: Sequence[str], *, name: str):
        self._side = look.size(self._SPOT)
        self._text = text_height(look.ui(13))
        super().__init__(look, None, self._side + 4 + self._text, name=name)
        self._studied, self._letters = tuple(studied), tuple(letters)
        self.setMinimumWidth(len(self._studied) * (self._side + 4))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """A ring and a letter for each day."""
        look, side = self.look, self._side
        last = len(self._studied) - 1
        step = min((box.width() - side) / max(1, last), side * 1.8)
        for i, (done, letter) in enumerate(zip(self._studied, self._letters, strict=True)):
            spot, today = self.flip(i * step, 0, side, side), i == last
            ring = look.color("ai") if today else look.soft("edge", 0.5)
            if done:
                draw_box(painter, spot, look.soft("wakatake", 0.16), radius=side / 2)
                draw_icon(
                    painter, look, "right", spot.adjusted(5, 5, -5, -5), look.color("wakatake")
                )
            if today or not done:
                draw_box(painter, spot, None, ring, width=2 if today else 1, radius=side / 2)
            words = QRectF(spot.x() - 10, side + 4, side + 20, self._text)
            font = look.ui(13, 600 if today else 400)
            ink = look.color("ink" if today else "muted")
            draw_text(painter, words, letter, font, ink, align=CENTER)


def draw_strength(painter: QPainter, look: Look, start: float, middle: float, bars: int) -> None:
    """Four small steps, `bars` of them filled: how well a word is known. 33 x 15 px."""
    for i in range(4):
        tall = 6 + i * 3
        filled = look.color("ai") if i < bars else look.soft("edge", 0.30)
        at = start + (3 - i if look.rtl else i) * 9
        draw_box(painter, QRectF(at, middle + 7 - tall, 6, tall), filled, radius=1.5)
