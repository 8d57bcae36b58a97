"""Say what just happened, in one place, with a way back where there is one.

It lies over the lower edge of the screen and moves nothing. It leaves by itself after a while,
except for a fault, which stays until it was read.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import label
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _

SHOWN_MS = 8_000
_WIDEST, _MARGIN = 720, 16


class MessageBar(QFrame):
    """One message at a time; a new one replaces the last."""

    def __init__(self, look: Look, parent: QWidget):
        super().__init__(parent)
        self.look = look
        self.setProperty("part", "message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(16, 4, 8, 4)
        self._box.setSpacing(12)
        self._undo: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._foot = 0
        self.words = ""
        self.hide()

    def say(
        self, words: str, *, undo: Callable[[], None] | None = None, fault: bool = False
    ) -> None:
        """Show this. `undo` adds the button, which Ctrl+Z presses too."""
        self._empty()
        look, self.words, self._undo = self.look, words, undo
        text = label(look, words, "inverse", wrap=True)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._box.addWidget(Icon(look, "warn" if fault else "right", "paper"))
        self._box.addWidget(text, 1)
        if undo is not None:
            back = Button(look, _("Undo"), Kind.INVERSE, key="Ctrl Z")
            back.clicked.connect(self.undo)
            self._box.addWidget(back)
        close = Button(look, "", Kind.INVERSE, icon="close", name=_("Close this message"))
        close.clicked.connect(self.clear)
        self._box.addWidget(close)
        self.setAccessibleName(words)
        self.place(self._foot)
        self.show()
        self.raise_()
        if fault:
            self._timer.stop()
        else:
            self._timer.start(SHOWN_MS)

    @property
    def can_undo(self) -> bool:
        """Whether Ctrl+Z means this message."""
        return self.isVisible() and self._undo is not None

    def undo(self) -> None:
        """Take back what the message tells of; at most once."""
        undo, self._undo = self._undo, None
        self.clear()
        if undo is not None:
            undo()

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._undo = None
        self.words = ""
        self.hide()
        self._empty()

    def place(self, foot: int) -> None:
        """Lie over the lower edge of the parent, `foot` px above it."""
        self._foot = foot
        parent = self.parentWidget()
        if parent is None:
            return
        wide = min(_WIDEST, parent.width() - 2 * _MARGIN)
        self.setFixedWidth(max(1, wide))
        tall = max(
            self.look.size(48),
            self._box.totalHeightForWidth(wide),
            self._box.minimumSize().height(),
        )
        x = (parent.width() - wide) // 2
        self.setGeometry(x, parent.height() - foot - tall - _MARGIN, wide, tall)

    def _empty(self) -> None:
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def text(self) -> QLabel | None:
        """The label that is shown, for tests and screen readers."""
        return self.findChild(QLabel)
