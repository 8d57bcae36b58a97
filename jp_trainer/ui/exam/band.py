"""Paint an estimate on an exam's scale: the band it lies in, and the levels the scale is cut into.

The scale runs from the start side: in Urdu from the right.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy

from jp_trainer.ui.parts.painting import (
    CENTER,
    Painted,
    draw_box,
    draw_text,
    text_height,
    text_width,
)
from jp_trainer.ui.theme import Look

_BAR, _OVER, _UNDER = 20, 10, 8
_APART = 10  # px between two figures


@dataclass(frozen=True, slots=True)
class Level:
    """A stretch of the scale from a number of points on; `name` may be ""."""

    name: str
    from_points: float


@dataclass(frozen=True, slots=True)
class BandValues:
    """What is painted, in points: the whole scale, the estimate and the band around it."""

    low: float
    high: float
    estimate: float
    band: tuple[float, float]
    levels: tuple[Level, ...]  # lowest first; the first begins at `low`


class Band(Painted):
    """The scale with its levels, the band and the estimate. `name` says the same in words."""

    def __init__(self, look: Look, values: BandValues, *, name: str):
        self._figure, self._small = look.ui(18, 600, tabular=True), look.ui(13, tabular=True)
        self._level = look.ui(15, 600)
        above, below = text_height(self._figure), text_height(self._level)
        tall = above + _OVER + look.size(_BAR) + _UNDER + below
        super().__init__(look, None, tall, name=name)
        self._above, self._values = above, values
        self.setMinimumWidth(look.size(300))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _x(self, points: float) -> float:
        values = self._values
        share = (points - values.low) / max(1.0, values.high - values.low)
        return min(1.0, max(0.0, share)) * self.width()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Figures over the bar, the bar, names under it."""
        look, values = self.look, self._values
        top, tall = self._above + _OVER, look.size(_BAR)
        bar = QRectF(0, top, box.width(), tall)
        draw_box(painter, bar, look.soft("edge", 0.26), radius=tall / 2)
        low, high = (self._x(points) for points in values.band)
        wide = max(high - low, tall / 2)
        band = self.flip(low, top, wide, tall)
        draw_box(painter, band, look.soft("ai", 0.42), radius=tall / 2)
        for level in values.levels[1:]:
            cut = self.flip(self._x(level.from_points) - 1, top, 2, tall)
            painter.fillRect(cut, look.color("raised"))
        mark = self.flip(self._x(values.estimate) - 2, top - 3, 4, tall + 6)
        draw_box(painter, mark, look.color("ai"), radius=2)
        self._paint_figures(painter)
        self._paint_names(painter, top + tall + _UNDER)

    def _paint_figures(self, painter: QPainter) -> None:
        """The estimate over its mark, the ends of the band beside it."""
        look, values, ink = self.look, self._values, self.look.color("ai")
        said = f"{values.estimate:.0f}"
        wide = text_width(self._figure, said)
        middle = self._within(self._x(values.estimate) - wide / 2, wide)
        self._say(painter, said, middle, 0, self._figure, ink=ink)
        for points, before in ((values.band[0], True), (values.band[1], False)):
            said = f"{points:.0f}"
            size = text_width(self._small, said)
            at = self._x(points) - size / 2
            edge = middle - _APART - size if before else middle + wide + _APART
            at = min(at, edge) if before else max(at, edge)
            if 0 <= at <= self.width() - size:
                down = (self._above - text_height(self._small)) / 2
                self._say(painter, said, at, down, self._small, ink=look.color("ai"))

    def _paint_names(self, painter: QPainter, y: float) -> None:
        """The points at which a level begins, and its name in the middle of its stretch."""
        look, values = self.look, self._values
        down = y + (text_height(self._level) - text_height(self._small)) / 2
        ends = [level.from_points for level in values.levels] + [values.high]
        taken: list[tuple[float, float]] = []
        for i, points in enumerate(ends):
            said = f"{points:.0f}"
            wide = text_width(self._small, said)
            at = self._within(self._x(points) - (0 if i == 0 else wide / 2), wide)
            if all(at + wide + 4 < start or at > end + 4 for start, end in taken):
                self._say(painter, said, at, down, self._small, ink=look.color("muted"))
                taken.append((at, at + wide))
        for level, begin, end in zip(values.levels, ends, ends[1:], strict=False):
            wide = text_width(self._level, level.name)
            at = (self._x(begin) + self._x(end)) / 2 - wide / 2
            if all(at + wide + 4 < start or at > last + 4 for start, last in taken):
                self._say(painter, level.name, at, y, self._level, ink=look.color("ink"))
                taken.append((at, at + wide))

    def _within(self, at: float, wide: float) -> float:
        return max(0.0, min(at, self.width() - wide))

    def _say(
        self, painter: QPainter, said: str, at: float, y: float, font: QFont, *, ink: QColor
    ) -> None:
        spot = self.flip(at - 1, y, text_width(font, said) + 2, text_height(font))
        draw_text(painter, spot, said, font, ink, align=CENTER)


def levels_of(names: Sequence[tuple[str, float]], low: float, lowest: str) -> tuple[Level, ...]:
    """Levels as a blueprint has them (highest first), with what lies below the last."""
    known = sorted(names, key=lambda each: each[1])
    return (Level(lowest, low), *(Level(name, points) for name, points in known))
