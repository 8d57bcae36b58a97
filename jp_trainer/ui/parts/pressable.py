"""Be pressed: by mouse, touch, Space or Enter, with a focus ring for the keyboard alone.

Mouse presses do not take the focus: after "Listen" was clicked, typing goes on where it was, and
Enter still means the screen's one primary action.
"""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from jp_trainer.ui.parts.painting import flipped
from jp_trainer.ui.theme import Look

KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Pressable(QAbstractButton):
    """A button that paints itself: give it `paint(painter, box)` and `sizeHint`.

    `name` is for screen readers, and a tool tip where there are no words.
    """

    def __init__(self, look: Look, words: str, *, name: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self.look = look
        self.ring = False
        self.words = words
        self.setAccessibleName(name or words)
        if name and not words:
            self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_words(self, words: str) -> None:
        """Say something else, in the space the layout then gives."""
        self.words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw into `box`, the widget's rectangle."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt asks; `paint` answers. What cannot be pressed now is paler."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        self.paint(painter, QRectF(self.rect()))
        painter.end()

    def flip(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A box `x` px from the start side."""
        return flipped(self.look, self.width(), QRectF(x, y, width, height))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only if the keyboard brought the focus."""
        self.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away, except while a menu or another window is in front."""
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.ring = False
        super().focusOutEvent(event)
        self.update()

    def focusNextPrevChild(self, onward: bool) -> bool:
        """The first Tab shows where the focus is: a new window gives it to someone unasked."""
        if not self.ring:
            self.ring = True
            self.update()
            return True
        return super().focusNextPrevChild(onward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter press it while it has the ring; every other key goes to the screen."""
        if self.ring and not event.isAutoRepeat():
            if event.key() in _ENTER:
                self.click()
                return
            if event.key() == Qt.Key.Key_Space:
                super().keyPressEvent(event)
                return
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when it becomes possible or impossible to press."""
        if event.type() == QEvent.Type.EnabledChange:
            shape = Qt.CursorShape
            self.setCursor(shape.PointingHandCursor if self.isEnabled() else shape.ArrowCursor)
            self.update()
        super().changeEvent(event)
