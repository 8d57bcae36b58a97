"""Show Japanese with its readings, in as many lines as the width needs.

Whatever the interface's direction, Japanese runs from left to right.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from jp_trainer.core.furigana import Span, parse
from jp_trainer.core.people import Furigana
from jp_trainer.typeset.ruby import Mark, Readings, RubyLayout, RubyStyle, Selection, lay_out

_WIDEST_HINT_EM = 40  # a longer text asks for no more width than this
_RUBY_STRENGTH = 0.8  # of the ink, on its ground: paler would miss a contrast of 7 : 1


class RubyText(QLabel):
    """A text to be read, on a card or a button: takes neither focus nor mouse.

    `px` is the size of the base. Colours come from the palette until `set_colors`. Screen readers
    are told the text, with the readings that are shown.
    """

    # A QLabel, though it paints itself: so Qt tells screen readers that it is text. An interface
    # written in Python can say so too, but not offer the text itself: with PySide6 6.11.3 the
    # program dies as soon as a screen reader asks for it.

    peeked = Signal()  # the reader asked for hidden readings; at most once a text

    def __init__(
        self,
        px: float,
        weight: int = 500,
        *,
        centred: bool = False,
        furigana: Furigana = Furigana.ALWAYS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self._style = RubyStyle(px, weight, centred)
        self._furigana = furigana
        self._has_peeked = False
        self._marks: tuple[Mark, ...] = ()
        self._colors: tuple[QColor, QColor] | None = None
        self._at_right = False
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._changed()

    # What it shows

    def set_text(self, text: str | Sequence[Span], marks: Sequence[Mark] = ()) -> None:
        """Show bracket furigana or spans, nothing peeked at yet.

        Marks count base characters. Raises FuriganaError for bad brackets.
        """
        self._spans = parse(text) if isinstance(text, str) else tuple(text)
        self._marks = tuple(marks)
        self._has_peeked = False
        self._changed()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Tint or underline other ranges of the same text."""
        self._marks = tuple(marks)
        self.update()

    def set_furigana(self, furigana: Furigana) -> None:
        """Show readings always, on a peek (their room is kept), or never."""
        self._furigana = furigana
        self._changed()

    def set_size(self, px: float, weight: int = 500) -> None:
        """Set the text in another size."""
        self._style = replace(self._style, px=px, weight=weight)
        self._changed()

    def set_colors(self, ink: QColor, ruby: QColor) -> None:
        """Colours of the text and of its readings."""
        self._colors = (QColor(ink), QColor(ruby))
        self.update()

    def set_at_right(self, at_right: bool) -> None:
        """Stand at the right of the widget: the start side of an Urdu row."""
        self._at_right = at_right
        self.update()

    def text(self) -> str:
        """The base text."""
        return self._layout().text

    def readings_shown(self) -> bool:
        """Whether readings can be seen now."""
        return self._readings() is Readings.SHOWN

    def peek(self) -> None:
        """Show readings that were held back. Does nothing unless they are to be had by a peek."""
        if self._readings() is Readings.HIDDEN and any(span.reading for span in self._spans):
            self._has_peeked = True
            self._changed()
            self.peeked.emit()

    def _readings(self) -> Readings:
        match self._furigana:
            case Furigana.NEVER:
                return Readings.ABSENT
            case Furigana.ON_PEEK if not self._has_peeked:
                return Readings.HIDDEN
            case _:
                return Readings.SHOWN

    def _changed(self) -> None:
        self._style = replace(self._style, readings=self._readings())
        shown = self.readings_shown()
        self.setAccessibleName(
            "".join(
                f"{span.base}（{span.reading}）" if shown and span.reading else span.base
                for span in self._spans
            )
        )
        self.updateGeometry()
        self.update()

    # How large it is

    def hasHeightForWidth(self) -> bool:
        """Its lines break where its width ends."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px at a width in px."""
        return math.ceil(self._layout_at(width).size.height())

    def sizeHint(self) -> QSize:
        """The text in one line, unless that is very long."""
        natural = self._natural().size.width()
        width = math.ceil(min(natural, _WIDEST_HINT_EM * self._style.px))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest piece that cannot be parted, if one holds the whole height."""
        pieces = lay_out(self._spans, self._style, 1.0)
        width = math.ceil(pieces.size.width())
        return QSize(width, math.ceil(pieces.line_height) if self._spans else 0)

    def measure_ahead(self) -> None:
        """Lay out now what showing it will ask for, while there is time."""
        self.minimumSizeHint()
        self.sizeHint()

    def _natural(self) -> RubyLayout:
        return lay_out(self._spans, self._style)

    def _layout_at(self, width: int) -> RubyLayout:
        """In a box this wide. Where the lines fit, they are those of any other such box."""
        natural = self._natural()
        if natural.size.width() <= width:
            return natural
        return lay_out(self._spans, self._style, width)

    def _layout(self) -> RubyLayout:
        return self._layout_at(self.width())

    def _origin(self) -> QPointF:
        layout = self._layout()
        room = self.width() - layout.size.width()
        x = 0.0
        if self._at_right:
            x = room
        elif layout is self._natural():  # else its lines are centred in the width already
            x = max(0.0, room / 2) if self._style.centred else 0.0
        return QPointF(x, max(0.0, math.floor((self.height() - layout.size.height()) / 2)))

    # How it looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text, its marks, and what is selected."""
        painter = QPainter(self)
        ink, ruby = self._colors or _colors_of(self.palette())
        self._layout().paint(
            painter, self._origin(), ink, ruby, marks=self._marks, selection=self._selected()
        )
        painter.end()

    def _selected(self) -> Selection | None:
        return None


def _colors_of(palette: QPalette) -> tuple[QColor, QColor]:
    ink = palette.color(QPalette.ColorRole.WindowText)
    ground = palette.color(QPalette.ColorRole.Window)
    return ink, QColor(
        *(
            round(_RUBY_STRENGTH * over + (1 - _RUBY_STRENGTH) * under)
            for over, under in (
                (ink.red(), ground.red()),
                (ink.green(), ground.green()),
                (ink.blue(), ground.blue()),
            )
        )
    )
