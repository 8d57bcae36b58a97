"""Draw what happened and what is coming: minutes a day, words due, words known over time.

Painted by hand: no chart library is as small, and colours, direction and text size are ours.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip

from jp_trainer.ui.parts.painting import (
    END,
    Painted,
    draw_box,
    draw_text,
    stroke,
    text_height,
    text_width,
)
from jp_trainer.ui.theme import Look
from jp_trainer.wording.dates import short_months, short_weekdays

_WEEK = 7


class Chart(Painted):
    """A painted chart that says what stands under the mouse."""

    def told(self, x: float, y: float) -> str:  # noqa: ARG002 - for subclasses
        """What stands `x` px from the start side and `y` px from the top; "" for nothing."""
        return ""

    def event(self, event: QEvent) -> bool:
        """Show what `told` says."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        x = event.pos().x()
        said = self.told(self.width() - x if self.look.rtl else x, event.pos().y())
        QToolTip.showText(event.globalPos(), said, self)  # "" takes the last one away
        return True


class Heatmap(Chart):
    """Minutes per day, a week per column, Monday on top, today at the end side and outlined.

    `minutes` maps days to minutes; days without study may be absent. Five depths of one colour:
    none, then each `step` minutes. Where there is no room for `weeks`, the oldest are left out.
    `say` finds words for a day and its minutes.
    """

    _CELL, _STEP = 16, 20
    _LEAST_WEEKS = 13
    _DEPTHS = (0.20, 0.42, 0.68, 1.0)

    def __init__(
        self,
        look: Look,
        minutes: Mapping[dt.date, int],
        today: dt.date,
        *,
        weeks: int = 26,
        step: int = 8,
        legend: tuple[str, str] = ("", ""),
        say: Callable[[dt.date, int], str] | None = None,
        name: str = "",
    ):
        self._small = look.ui(13)
        self._head = text_height(self._small) + 4
        self._side = 8 + max(text_width(self._small, day) for day in short_weekdays())
        self._pitch, self._cell = look.size(self._STEP), look.size(self._CELL)
        tall = self._head + _WEEK * self._pitch + 6 + max(self._cell, text_height(self._small))
        super().__init__(look, None, tall, name=name)
        self._minutes, self._today, self._most_weeks = minutes, today, weeks
        self._minutes_per_depth, self._legend, self._say = step, legend, say
        self.setMinimumWidth(self._wide(min(weeks, self._LEAST_WEEKS)))
        self.setMaximumWidth(self._wide(weeks))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _wide(self, weeks: int) -> int:
        return round(self._side + weeks * self._pitch + 2)

    @property
    def _weeks(self) -> int:
        room = int((self.width() - self._side - 1) // self._pitch)
        return max(1, min(self._most_weeks, room))

    @property
    def _first(self) -> dt.date:
        return self._today - dt.timedelta(days=self._today.weekday() + _WEEK * (self._weeks - 1))

    def sizeHint(self) -> QSize:
        """All weeks, where there is room."""
        return QSize(self.maximumWidth(), self.height())

    def told(self, x: float, y: float) -> str:
        """The day under the mouse."""
        week = int((x - self._side) // self._pitch)
        day = int((y - self._head) // self._pitch)
        if not (0 <= week < self._weeks and 0 <= day < _WEEK) or self._say is None:
            return ""
        date = self._first + dt.timedelta(days=week * _WEEK + day)
        return "" if date > self._today else self._say(date, self._minutes.get(date, 0))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Months, weekdays, cells, legend."""
        first = self._first
        self._paint_names(painter, first)
        for offset in range((self._today - first).days + 1):
            day = first + dt.timedelta(days=offset)
            x = self._side + offset // _WEEK * self._pitch
            y = self._head + offset % _WEEK * self._pitch
            cell = self.flip(x, y, self._cell, self._cell)
            draw_box(painter, cell, self._shade(self._minutes.get(day, 0)), radius=4)
            if day == self._today:
                around = cell.adjusted(-2, -2, 2, 2)
                draw_box(painter, around, None, self.look.color("ink"), width=1.5, radius=5)
        self._paint_legend(painter, box)

    def _shade(self, minutes: int) -> QColor:
        if minutes <= 0:
            return self.look.soft("edge", 0.16)
        depth = min(len(self._DEPTHS) - 1, minutes // self._minutes_per_depth)
        return self.look.soft("ai", self._DEPTHS[depth])

    def _paint_names(self, painter: QPainter, first: dt.date) -> None:
        look, muted = self.look, self.look.color("muted")
        room_from = 0.0  # a month that began a week ago must not write over the next
        for week in range(self._weeks):
            monday = first + dt.timedelta(days=week * _WEEK)
            begins = monday.day <= _WEEK
            x = self._side + week * self._pitch
            if (begins or week == 0) and x >= room_from:
                month = short_months()[monday.month - 1]
                wide = text_width(self._small, month) + 6
                if week == 0 and monday.day > _WEEK and not self._has_room(monday, wide):
                    continue
                spot = self.flip(x, 0, wide, self._head - 4)
                draw_text(painter, spot, month, self._small, muted)
                room_from = x + wide
        for day in (0, 2, 4):
            y = self._head + day * self._pitch + (self._cell - text_height(self._small)) / 2
            spot = self.flip(0, y, self._side, text_height(self._small))
            draw_text(painter, spot, short_weekdays()[day], look.ui(13), muted)

    def _has_room(self, monday: dt.date, wide: float) -> bool:
        """Whether the month cut off at the start is long enough for its name."""
        after = (monday.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        return (after - monday).days / _WEEK * self._pitch >= wide

    def _paint_legend(self, painter: QPainter, box: QRectF) -> None:
        less, more = self._legend
        if not more:
            return
        tall = max(self._cell, text_height(self._small))
        y, muted = box.height() - tall, self.look.color("muted")
        x = self._wide(self._weeks) - 6 - text_width(self._small, more)
        draw_text(painter, self.flip(x, y, 200, tall), more, self._small, muted)
        x -= 8
        for minutes in reversed(
            (0, *range(1, 4 * self._minutes_per_depth, self._minutes_per_depth))
        ):
            x -= self._pitch
            cell = self.flip(x, y + (tall - self._cell) / 2, self._cell, self._cell)
            draw_box(painter, cell, self._shade(minutes), radius=4)
        x -= 8 + text_width(self._small, less)
        draw_text(painter, self.flip(x, y, 200, tall), less, self._small, muted)


class Forecast(Chart):
    """Words due per day from today on. The dashed line is what fits into the minutes a day."""

    def __init__(
        self,
        look: Look,
        counts: Sequence[int],
        limit: int,
        *,
        days: Mapping[int, str],
        limit_name: str,
        say: Callable[[int, int], str] | None = None,
        name: str = "",
    ):
        """`days` maps positions to what stands below; 0 is today. `say`: words for one bar."""
        super().__init__(look, name=name)
        self._small = look.ui(13)
        self._foot = text_height(self._small) + 4
        self.setMinimumHeight(round(88 + self._foot))
        self.setMinimumWidth(240)
        self._counts, self._limit = tuple(counts), limit
        self._days, self._limit_name, self._say = days, limit_name, say

    def told(self, x: float, y: float) -> str:  # noqa: ARG002 - the whole column
        """The day under the mouse."""
        at = int(x / self.width() * len(self._counts)) if self.width() else -1
        if not 0 <= at < len(self._counts) or self._say is None:
            return ""
        return self._say(at, self._counts[at])

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Bars, the line, the days."""
        look, muted = self.look, self.look.color("muted")
        step = box.width() / max(1, len(self._counts))
        floor = box.height() - self._foot
        unit = (floor - self._foot - 4) / max(1, self._limit, *self._counts)
        for i, count in enumerate(self._counts):
            tall = count * unit
            bar = self.flip(i * step + 2, floor - tall, max(2.0, step - 4), tall)
            shade = look.color("ai") if i == 0 else look.soft("ai", 0.34)
            draw_box(painter, bar, shade, radius=3)
        line = round(floor - self._limit * unit) + 0.5
        painter.setPen(stroke(muted, 1, (3, 4)))
        painter.drawLine(QPointF(0, line), QPointF(box.width(), line))
        self._paint_limit_name(painter, box.width())
        for i, day in self._days.items():
            ink = look.color("ink" if i == 0 else "muted")
            font = look.ui(13, 600 if i == 0 else 400)
            wide = text_width(font, day) + 2
            x = min(i * step + 2, box.width() - wide)
            draw_text(painter, self.flip(x, floor + 4, wide, self._foot - 4), day, font, ink)

    def _paint_limit_name(self, painter: QPainter, room: float) -> None:
        """Above the bars, with a piece of its line: the line itself may run through them."""
        muted = self.look.color("muted")
        wide = text_width(self._small, self._limit_name) + 2
        words = self.flip(room - wide, 0, wide, self._foot)
        draw_text(painter, words, self._limit_name, self._small, muted, align=END)
        dash = self.flip(room - wide - 30, self._foot / 2, 22, 0)
        painter.setPen(stroke(muted, 1, (3, 4)))
        painter.drawLine(dash.topLeft(), dash.topRight())


class Line(Painted):
    """One value over time: words known, week by week. The newest at the end side, with its dot."""

    def __init__(
        self,
        look: Look,
        values: Sequence[float],
        *,
        ends: tuple[str, str] = ("", ""),
        last: str = "",
        name: str = "",
    ):
        """`ends` stand below the first and the newest value, `last` beside its dot."""
        super().__init__(look, name=name)
        self._small = look.ui(13)
        self._foot = text_height(self._small) + 4
        self.setMinimumHeight(round(96 + self._foot))
        self.setMinimumWidth(200)
        self._values, self._ends, self._last = tuple(values), ends, last

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The ground under the line, the line, the dot, the words."""
        look, muted = self.look, self.look.color("muted")
        floor, highest = box.height() - self._foot, max(1.0, *self._values, 1.0)
        painter.setPen(stroke(look.color("line"), 1))
        painter.drawLine(QPointF(0, floor - 0.5), QPointF(box.width(), floor - 0.5))
        points = self._points(box.width() - 6, floor, highest)
        if points:
            under = QPolygonF(
                [QPointF(points[0].x(), floor), *points, QPointF(points[-1].x(), floor)]
            )
            painter.setPen(stroke(look.soft("ai", 0.10), 0))
            painter.setBrush(look.soft("ai", 0.10))
            painter.drawPolygon(under)
            painter.setPen(stroke(look.color("ai"), 2))
            painter.drawPolyline(QPolygonF(points))
            dot = QRectF(points[-1].x() - 4, points[-1].y() - 4, 8, 8)
            draw_box(painter, dot, look.color("ai"), radius=4)
            font = look.ui(13, 600)
            words = QRectF(0, max(0.0, points[-1].y() - self._foot - 6), box.width(), self._foot)
            draw_text(painter, words, self._last, font, look.color("ai"), align=END)
        below = QRectF(0, floor + 4, box.width(), self._foot - 4)
        draw_text(painter, below, self._ends[0], self._small, muted)
        draw_text(painter, below, self._ends[1], self._small, muted, align=END)

    def _points(self, wide: float, floor: float, highest: float) -> list[QPointF]:
        step = wide / max(1, len(self._values) - 1)
        room = floor - self._foot - 10
        found = []
        for i, value in enumerate(self._values):
            x = i * step if len(self._values) > 1 else wide
            spot = self.flip(x, floor - value / highest * room, 0, 0)
            found.append(spot.topLeft())
        return found
