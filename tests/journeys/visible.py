"""Read everything that can be seen, or is read out, in a window: for tests of whole screens."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from jp_trainer.ui.parts.painting import Painted
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.wording import plain


def visible_texts(within: QWidget) -> Iterator[tuple[str, str]]:
    """(what kind of widget, what it says) of all that is visible; names and tool tips, too."""
    for widget in within.findChildren(QWidget):
        if not widget.isVisible():
            continue
        for text in _said_by(widget):
            if text:
                yield type(widget).__name__, plain(text)


def _said_by(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.toolTip()
    match widget:
        case Pressable():
            yield widget.words
        case QAbstractButton() | QLabel():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case Painted():
            yield str(getattr(widget, "words", ""))
        case _:
            pass
