"""Take kana from any keyboard: Latin keys become kana as they are typed, in every layout.

An input method is left alone: while it composes nothing is converted, and the Enter that confirms
its conversion does not submit.
"""

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from jp_trainer.core.furigana import is_kana
from jp_trainer.core.kana_typing import preview
from jp_trainer.core.questions import Typed
from jp_trainer.ui.keys import letter
from jp_trainer.ui.screens.study.typed_keys import TypedKeys, unknown
from jp_trainer.ui.theme import Look

_PX, _HEIGHT, _MOST = 28, 64, 60
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_LATIN_END = re.compile(r"[A-Za-z]*\Z")


class KanaField(QLineEdit):
    """A line for kana. Japanese runs left to right in every language.

    Signals:
        submitted: a core.questions.Typed.
        changed: the text is another.
    """

    submitted = Signal(object)
    changed = Signal()

    def __init__(self, look: Look, *, name: str):
        super().__init__()
        self._typed = TypedKeys()
        self._composing = False
        self._confirmed = QTimer(self)  # runs until the event loop is through with a confirmation
        self._confirmed.setSingleShot(True)
        self._confirmed.setInterval(0)
        self.setFont(look.ja(_PX))
        self.setAccessibleName(name)
        self.setMaxLength(_MOST)
        self.setFixedHeight(look.size(_HEIGHT))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(hint.ImhNoAutoUppercase | hint.ImhNoPredictiveText)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textChanged.connect(self._on_changed)

    # What it holds

    def typed(self) -> Typed:
        """What stands here, and the keys that made it if they are known."""
        return Typed(self.text(), self._typed.keys)

    def other_reading_of_keys(self) -> str:
        """The kana that print would have for these keys, where they differ; else ""."""
        return self._typed.other

    def add(self, kana: str) -> None:
        """Put kana from the table at the cursor."""
        if self._at_end():
            self._show(self._typed.added(kana))
        else:
            self.insert(kana)

    def replace_last(self, kana: str) -> None:
        """Put a kana in the place of the one before the cursor: か becomes が."""
        if self._at_end():
            self._show(self._typed.erased().added(kana))
        else:
            self.backspace()
            self.insert(kana)

    def erase(self) -> None:
        """Take away the sign before the cursor."""
        if self._at_end():
            self._show(self._typed.erased())
        else:
            self.backspace()

    def before_cursor(self) -> str:
        """The sign before the cursor, or ""."""
        return self.text()[: self.cursorPosition()][-1:]

    # How it is typed in

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Latin keys by their place, Enter, erasing at the end; all else as in any field."""
        if self._composing:
            event.accept()
            return
        if event.key() in _ENTER:
            self._on_enter(event)
            return
        if event.matches(QKeySequence.StandardKey.Undo):
            if self.text():
                self.clear()
            else:
                event.ignore()  # the screen takes back the last answer
            return
        if event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Backspace and self._at_end():
            self.erase()
            return
        key = "" if is_kana(event.text()[:1] or " ") else letter(event)
        if key and event.text():
            self._press(key)
        else:
            super().keyPressEvent(event)

    def _on_enter(self, event: QKeyEvent) -> None:
        event.accept()
        if not self._confirmed.isActive() and not event.isAutoRepeat():
            self.submitted.emit(self.typed())

    def _press(self, key: str) -> None:
        if self.hasSelectedText():
            self.del_()
        if self._at_end():
            self._show(self._typed.pressed(key))
            return
        at = self.cursorPosition()
        before, after = self.text()[:at], self.text()[at:]
        found = _LATIN_END.search(before)
        run = found.group() if found else ""
        seen = preview(run + key)
        before = before[: len(before) - len(run)] + seen.kana + seen.pending
        self.setText(before + after)
        self.setCursorPosition(len(before))

    def _at_end(self) -> bool:
        return not self.hasSelectedText() and self.cursorPosition() == len(self.text())

    def _show(self, typed: TypedKeys) -> None:
        if len(typed.text) <= _MOST:
            self._typed = typed
            self.setText(typed.text)

    def _on_changed(self, text: str) -> None:
        if text != self._typed.text:
            self._typed = unknown(text)
        self.changed.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Let the input method work. Some hand on single Latin letters: those are keys."""
        was_composing, committed = self._composing, event.commitString()
        self._composing = bool(event.preeditString())
        is_key = len(committed) == 1 and committed.isascii() and committed.isprintable()
        if is_key and not was_composing and not self._composing:
            event.accept()
            self._press(committed)
            return
        super().inputMethodEvent(event)
        if committed:
            # On some systems the Enter that confirmed arrives as a key press, too.
            self._confirmed.start()
