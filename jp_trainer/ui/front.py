"""Be the window the system sees: there at once, in the right colours, whatever is inside it later.

It is painted before anything heavy is imported, and stays while what it shows comes and goes: the
program, the courtesy lock, what to do when the data cannot be opened. It remembers its size and
colours beside the data, because at the next start they are needed before the data are read.
"""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QLocale, QObject, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from jp_trainer.ui import theme
from jp_trainer.ui.app_icon import app_icon
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import CONTRAST, DARK, LIGHT, TEXT_SIZES, Theme
from jp_trainer.wording import LANGUAGES, _

_FILE = "window.json"
_USUAL_SIZE = QSize(1180, 760)
_SMALL_SCREEN = QSize(1400, 800)
_OFFERED = {QLocale.Language.Urdu: "ur", QLocale.Language.Japanese: "ja"}
_TOKENS = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}


@dataclass(frozen=True, slots=True)
class Remembered:
    """How the program was last seen. `geometry`: Qt's, as text; "" if it was never closed."""

    look: Look
    geometry: str = ""


def remembered(data: Path) -> Remembered:
    """What was remembered in this folder; without it the computer's language and colours."""
    try:
        body = json.loads((data / _FILE).read_text(encoding="utf-8"))
        chosen = Theme(body["theme"])
        language, scale, geometry = body["language"], body["scale"], str(body["geometry"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Remembered(theme.look_of(Theme.SYSTEM, _language()))
    if language not in LANGUAGES or scale not in TEXT_SIZES:  # of a newer version
        language, scale = _language(), 1.0
    return Remembered(theme.look_of(chosen, language, scale), geometry)


def remember(data: Path, look: Look, geometry: str) -> None:
    """Keep it for the next start, if the folder can be written."""
    chosen = next(name for name, tokens in _TOKENS.items() if tokens == look.tokens)
    body = {
        "theme": chosen.value,
        "language": look.language,
        "scale": look.scale,
        "geometry": geometry,
    }
    with contextlib.suppress(OSError):
        (data / _FILE).write_text(json.dumps(body), encoding="utf-8")


def _language() -> str:
    """What the computer speaks, if we do."""
    return _OFFERED.get(QLocale.system().language(), "en")


class Front(QWidget):
    """Shows one thing at a time, over the whole of it.

    Signals:
        painted: for the first time.
        closing: the person closes it.
        touched: a key or the mouse was pressed, the mouse moved.
    """

    painted = Signal()
    closing = Signal()
    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "paper")
        self.setAutoFillBackground(True)
        self.setWindowTitle(_("Japanese trainer"))
        self.setWindowIcon(app_icon())
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._was_painted = False

    def open(self, geometry: str) -> None:
        """Show it where it was, or in a size that fits the screen."""
        if not geometry or not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            room = QGuiApplication.primaryScreen().availableGeometry().size()
            self.resize(_USUAL_SIZE.boundedTo(room))
            small = room.boundedTo(_SMALL_SCREEN) == room
            if small and QGuiApplication.platformName() != "offscreen":
                self.showMaximized()
        self.show()
        if (handle := self.windowHandle()) is not None:
            handle.installEventFilter(self)

    def geometry_text(self) -> str:
        """Where it is, to be remembered."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def hold(self, thing: QWidget) -> None:
        """Show this; what was shown before waits unseen."""
        self._stack.addWidget(thing)
        self._stack.setCurrentWidget(thing)
        thing.setFocus()

    def drop(self, thing: QWidget) -> None:
        """Take this away; what was shown before is shown again."""
        self._stack.removeWidget(thing)
        thing.hide()
        thing.deleteLater()
        self._stack.setCurrentIndex(self._stack.count() - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of every press, before the widgets do."""
        if event.type() in _TOUCHES:
            self.touched.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground alone."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that came while nothing inside had the focus."""
        shown = self._stack.currentWidget()
        if shown is not None and self.focusWidget() in (None, self):
            shown.keyPressEvent(event)
        else:
            event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program end what runs."""
        self.closing.emit()
        super().closeEvent(event)


_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
