"""Set ruby text in one line of a given width, for table rows and chips."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from jp_trainer.core.furigana import Span
from jp_trainer.typeset.kinsoku import sticks
from jp_trainer.typeset.ruby import Readings, RubyLayout, RubyStyle, lay_out

_MORE = "…"
_ON_ONE_LINE = str.maketrans("\n\u2028\u2029", "   ")


def elided(spans: Sequence[Span], style: RubyStyle, width: float) -> RubyLayout:
    """The text in one line of at most `width` px; what does not fit gives way to one `…`.

    A base is left out with its ruby, never cut. Line breaks become spaces.
    """
    whole = [Span(span.base.translate(_ON_ONE_LINE), span.reading) for span in spans]
    layout = lay_out(whole, style)
    if layout.size.width() <= width or not layout.lines:
        return layout
    keep = sum(1 for edge in layout.lines[0].edges[1:] if edge <= width)
    while keep > 0:
        layout = lay_out((*_first(whole, keep, style), Span(_MORE)), style)
        if layout.size.width() <= width:
            return layout
        keep = min(keep, len(layout.text) - len(_MORE)) - 1
    return lay_out((Span(_MORE),), style)


def paint_line(
    painter: QPainter,
    box: QRectF,
    spans: Sequence[Span],
    style: RubyStyle,
    *,
    ink: QColor,
    ruby_ink: QColor,
    at_right: bool = False,
) -> None:
    """Paint text in one line, elided, in the middle of the height of `box`.

    It stands at the left of the box; centred if the style says so; `at_right` for the start side
    of a row in Urdu. Within the line it always runs from left to right.
    """
    layout = elided(spans, style, box.width())
    free = box.width() - layout.size.width()
    x = box.left() + (free / 2 if style.centred else free if at_right else 0.0)
    y = box.top() + round((box.height() - layout.size.height()) / 2)
    layout.paint(painter, QPointF(x, y), ink, ruby_ink)


def _first(spans: Sequence[Span], count: int, style: RubyStyle) -> list[Span]:
    """The first `count` base characters or fewer: bases with ruby stay whole."""
    kept: list[Span] = []
    for span in spans:
        if len(span.base) <= count:
            kept.append(span)
            count -= len(span.base)
            continue
        if not span.reading or style.readings is Readings.ABSENT:
            while count > 0 and sticks(span.base[count - 1], span.base[count]):
                count -= 1
            kept.append(Span(span.base[:count]))
        break
    return kept
