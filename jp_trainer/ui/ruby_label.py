"""Let a text with readings be selected and copied, by mouse and by keyboard.

What is copied is the text itself, never its readings.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QWidget

from jp_trainer.core.furigana import Span
from jp_trainer.core.people import Furigana
from jp_trainer.typeset.carets import character_at, index_at, word_at
from jp_trainer.typeset.ruby import Mark, Selection
from jp_trainer.ui.ruby_selection import TextSelection, selects_or_copies
from jp_trainer.ui.ruby_text import RubyText

_RING_PX = 2.0
_CARET_PX = 1.5
_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
# A menu or another window is in front, or no longer is.
_OUTSIDE = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class RubyLabel(RubyText):
    """A text to be read and worked with. A click on it peeks, where readings are held back."""

    def __init__(
        self,
        px: float,
        weight: int = 500,
        *,
        centred: bool = False,
        furigana: Furigana = Furigana.ALWAYS,
        parent: QWidget | None = None,
    ) -> None:
        self._selection = TextSelection()
        self._ring = False
        self._press: QPointF | None = None  # where the mouse went down, until it goes up
        super().__init__(px, weight, centred=centred, furigana=furigana, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def set_text(self, text: str | Sequence[Span], marks: Sequence[Mark] = ()) -> None:
        """As RubyText.set_text; nothing is selected any more."""
        super().set_text(text, marks)
        self._selection = TextSelection()

    def selected_text(self) -> str:
        """The base text of what is selected."""
        start, end = self._selection.range()
        return self.text()[start:end]

    def select(self, start: int, end: int) -> None:
        """Select a range of base characters, the caret at its end."""
        length = len(self.text())
        self._selection = TextSelection(min(start, length), min(end, length))
        self.update()

    def copy(self) -> None:
        """Put the selected base text on the clipboard; nothing selected, nothing happens."""
        if selected := self.selected_text():
            QGuiApplication.clipboard().setText(selected)

    def event(self, event: QEvent) -> bool:
        """Keep keys that select or copy from the screen's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and selects_or_copies(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, extend, select all, copy; every other key is left to the screen."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif (changed := self._selection.after_key(event, self._layout())) is not None:
            self._selection = changed
            self.update()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._press = event.position()
        place = index_at(self._layout(), event.position() - self._origin())
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._selection = self._selection.moved_to(place, extend=extends)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the mouse, in the widget or out of it."""
        if self._press is not None:
            place = index_at(self._layout(), event.position() - self._origin())
            self._selection = self._selection.moved_to(place, extend=True)
            self._take_focus_to_copy()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selected nothing is a peek."""
        if event.button() == Qt.MouseButton.LeftButton and self._press is not None:
            self._press = None
            if self._selection.is_empty():
                self.peek()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word: a base with its reading, or a run of one script."""
        layout = self._layout()
        if (at := character_at(layout, event.position() - self._origin())) is not None:
            self._selection = TextSelection(*word_at(layout, at))
            self._take_focus_to_copy()
            self.update()

    def _take_focus_to_copy(self) -> None:
        # Not on a mere click: who types an answer goes on typing.
        if not self._selection.is_empty() and not self.hasFocus():
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        if event.reason() not in _OUTSIDE:
            self._ring = event.reason() in _KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays selected in a text that is no longer worked with."""
        if event.reason() not in _OUTSIDE:
            self._ring = False
            self._selection = TextSelection()
        self.update()
        super().focusOutEvent(event)

    def _selected(self) -> Selection:
        start, end = self._selection.range()
        palette, role = self.palette(), QPalette.ColorRole
        return Selection(
            start, end, palette.color(role.Highlight), palette.color(role.HighlightedText)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text; ring and caret only for the keyboard."""
        super().paintEvent(event)
        if self._ring:
            painter = QPainter(self)
            self._paint_ring(painter)
            painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        color = self.palette().color(QPalette.ColorRole.Highlight)
        inset = _RING_PX / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, _RING_PX))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 2 * _RING_PX, 2 * _RING_PX)
        caret = self._layout().caret_box(self._selection.caret, _CARET_PX)
        painter.fillRect(caret.translated(self._origin()), color)
