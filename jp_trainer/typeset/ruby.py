"""Lay out Japanese with its readings: one engine for cards, passages, table rows and paper.

Ruby stands centred above its base. A base with its ruby is never parted; ruby wider than its base
leans over kana beside it and otherwise makes room. Always left to right.
"""

import enum
import functools
import math
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from jp_trainer.core.furigana import Span
from jp_trainer.typeset.atoms import cut
from jp_trainer.typeset.breaking import balance_lines, break_lines
from jp_trainer.typeset.faces import face
from jp_trainer.typeset.lines import Line, set_line

_LARGEST_WITH_HALF = 32  # px; above, ruby of 0.5 would be larger than it need be to be read
_SMALLEST_RUBY = 11  # px
_RUBY_WEIGHT = 400

# All in em of the base, except where said. Kanji fill their em from 0.88 above the baseline down.
_ASCENT = 0.88
_OVER_RUBY = 0.06  # ruby em: kana reach a little over their own em in some weights
_UNDER_RUBY = 0.06  # ruby em
_OVER_BASE = 0.12  # where no ruby stands above
_UNDER_BASE = 0.22  # room for an underline
_LEADING_RUBY = 0.22
_LEADING_PLAIN = 0.32


class Readings(enum.Enum):
    """Whether readings are shown. HIDDEN keeps their room, so that a peek moves nothing."""

    SHOWN = enum.auto()
    HIDDEN = enum.auto()
    ABSENT = enum.auto()


@dataclass(frozen=True, slots=True)
class RubyStyle:
    """How to set a text: size of the base in px, weight 400 or 500."""

    px: float
    weight: int = 500
    centred: bool = False
    readings: Readings = Readings.SHOWN

    @property
    def ruby_px(self) -> int:
        """Half the base; 0.4 of a large one; never under 11."""
        share = 0.5 if self.px <= _LARGEST_WITH_HALF else 0.4
        return max(_SMALLEST_RUBY, round(share * self.px))


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the base text to be tinted, underlined or both."""

    start: int
    end: int
    tint: QColor | None = None
    line: QColor | None = None
    line_px: float = 3.0


@dataclass(frozen=True, slots=True)
class Selection:
    """A range of the base text painted as selected."""

    start: int
    end: int
    fill: QColor
    ink: QColor


@dataclass(frozen=True, slots=True, eq=False)
class RubyLayout:
    """Text set in lines. Coordinates in px from its top left; indexes count base characters."""

    text: str  # the base text
    style: RubyStyle
    lines: tuple[Line, ...]
    size: QSizeF
    line_height: float
    baseline: float  # of each line, from its top
    ruby_baseline: float
    groups: tuple[tuple[int, int], ...]  # ranges of the bases that have a reading

    def paint(
        self,
        painter: QPainter,
        origin: QPointF,
        ink: QColor,
        ruby_ink: QColor,
        *,
        marks: Sequence[Mark] = (),
        selection: Selection | None = None,
        lines: slice = slice(None),
    ) -> None:
        """Draw it, or some of its lines where they would stand, its top left at `origin`."""
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for mark in marks:
            self._paint_mark(painter, origin, mark, lines)
        self._paint_text(painter, origin, ink, ruby_ink, lines)
        if selection is not None and selection.start < selection.end:
            path = QPainterPath()
            for box in self.rectangles(selection.start, selection.end, lines):
                path.addRect(box.translated(origin))
            # Drawn anew within the range: ruby leaning out of it keeps its own colour there.
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            painter.fillPath(path, selection.fill)
            self._paint_text(painter, origin, selection.ink, selection.ink, lines)
        painter.restore()

    def _paint_text(
        self, painter: QPainter, origin: QPointF, ink: QColor, ruby_ink: QColor, lines: slice
    ) -> None:
        painter.setPen(ink)
        for line in self.lines[lines]:
            line.paint_base(painter, origin + QPointF(line.x, line.y + self.baseline))
        if self.style.readings is Readings.SHOWN:
            painter.setPen(ruby_ink)
            for line in self.lines[lines]:
                at = origin + QPointF(line.x, line.y + self.ruby_baseline)
                line.ruby.paint(painter, at)

    def _paint_mark(self, painter: QPainter, origin: QPointF, mark: Mark, lines: slice) -> None:
        for box in self.rectangles(mark.start, mark.end, lines):
            place = box.translated(origin)
            if mark.tint is not None:
                painter.fillRect(place, mark.tint)
            if mark.line is not None:
                place.setTop(place.bottom() - mark.line_px)
                painter.fillRect(place, mark.line)

    def rectangles(self, start: int, end: int, lines: slice = slice(None)) -> tuple[QRectF, ...]:
        """The boxes of a range, at most one a line, ruby included."""
        boxes = []
        for line in self.lines[lines]:
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                left, right = line.edges[first - line.start], line.edges[last - line.start]
                boxes.append(QRectF(line.x + left, line.y, right - left, self.line_height))
        return tuple(boxes)

    def caret_box(self, index: int, width: float) -> QRectF:
        """An upright bar before a character, or after the last."""
        for line in reversed(self.lines):
            if line.start <= index:
                x = line.x + line.edges[min(index - line.start, len(line.edges) - 1)]
                return QRectF(x - width / 2, line.y, width, self.line_height)
        return QRectF()


def lay_out(spans: Sequence[Span], style: RubyStyle, width: float | None = None) -> RubyLayout:
    """The text in lines of at most `width` px; None: no line is broken but where the text says so.

    Layouts are kept and shared: asking again for the same is a look-up. A centred text is centred
    in `width`, or in its own widest line, and its lines are of nearly one length. load_fonts comes
    first.
    """
    return _lay_out(
        tuple(spans), style, math.inf if width is None else width, threading.get_ident()
    )


def forget_layouts() -> None:
    """Let go of all layouts kept; what was measured of the fonts stays."""
    _lay_out.cache_clear()


@functools.lru_cache(maxsize=512)
def _lay_out(
    spans: tuple[Span, ...],
    style: RubyStyle,
    width: float,
    thread: int,  # noqa: ARG001 - faces, and so layouts, belong to a thread
) -> RubyLayout:
    base = face(style.px, style.weight)
    has_ruby = style.readings is not Readings.ABSENT and any(span.reading for span in spans)
    ruby = face(style.ruby_px, _RUBY_WEIGHT) if has_ruby else None
    atoms = cut(spans, base, ruby, width, centred=style.centred)
    places = (balance_lines if style.centred else break_lines)(atoms, width)
    lines = [set_line(atoms, first, end, base, ruby) for first, end in places]

    em = base.raw.pixelSize()
    ruby_em = style.ruby_px if has_ruby else 0.0
    head = ruby_em * (1 + _OVER_RUBY + _UNDER_RUBY) if has_ruby else _OVER_BASE * em
    height = math.ceil(head + (1 + _UNDER_BASE) * em)
    pitch = height + round((_LEADING_RUBY if has_ruby else _LEADING_PLAIN) * em)
    widest = max((line.width for line in lines), default=0.0)
    room = widest if math.isinf(width) else width
    for number, line in enumerate(lines):
        line.y = number * pitch
        line.x = max(0.0, (room - line.width) / 2) if style.centred else 0.0
    return RubyLayout(
        text="".join(span.base for span in spans),
        style=style,
        lines=tuple(lines),
        size=QSizeF(widest, len(lines) * pitch - (pitch - height) if lines else 0.0),
        line_height=height,
        baseline=round(head + _ASCENT * em),
        ruby_baseline=round(ruby_em * (_OVER_RUBY + _ASCENT)),
        groups=_groups(spans),
    )


def _groups(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    groups, start = [], 0
    for span in spans:
        end = start + len(span.base)
        if span.reading:
            groups.append((start, end))
        start = end
    return tuple(groups)
