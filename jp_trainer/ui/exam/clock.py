"""Count an exam's minutes down, and show them.

The time is taken from a monotonic clock: setting the computer's clock gives and takes nothing.
"""

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.painting import Painted, draw_text, text_height, text_width
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill

_ICON, _GAP, _PX = 20, 10, 22
_LITTLE_MS = 5 * 60_000
_MS_PER_S, _S_PER_MIN = 1000, 60
_SHOW_EVERY_MS, _TICK_EVERY_MS = 200, 3_000


class Countdown(QObject):
    """What is left of one clock.

    Signals:
        changed: ms left, several times a second. tick: ms left, every 3 s, to be saved.
        out: the time is up.
    """

    changed = Signal(int)
    tick = Signal(int)
    out = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self._since = QElapsedTimer()
        self._show, self._save = QTimer(self), QTimer(self)
        self._show.setInterval(_SHOW_EVERY_MS)
        self._save.setInterval(_TICK_EVERY_MS)
        self._show.timeout.connect(self._on_show)
        self._save.timeout.connect(lambda: self.tick.emit(self.left_ms))

    def start(self, left_ms: int) -> None:
        """Count down from here."""
        self._left = max(0, left_ms)
        self._since.start()
        self._show.start()
        self._save.start()
        self.changed.emit(self._left)

    def stop(self) -> None:
        """Stand still."""
        self._left = self.left_ms
        self._since.invalidate()
        self._show.stop()
        self._save.stop()

    @property
    def runs(self) -> bool:
        """Whether it counts."""
        return self._show.isActive()

    @property
    def left_ms(self) -> int:
        """What is left now."""
        gone = self._since.elapsed() if self._since.isValid() else 0
        return max(0, self._left - gone)

    def _on_show(self) -> None:
        left = self.left_ms
        self.changed.emit(left)
        if left == 0:
            self.stop()
            self.out.emit()


class ClockFace(Painted):
    """A clock icon and minutes and seconds; the last five minutes in another colour."""

    def __init__(self, look: Look):
        super().__init__(look)
        self._left_ms = 0
        self._words = ""
        self._font = look.ui(_PX, 600, tabular=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_left(0)

    def show_left(self, left_ms: int) -> None:
        """Show what is left; painted once a second."""
        words = clock_words(left_ms)
        self._left_ms = left_ms
        if words != self._words:
            grown = len(words) != len(self._words)
            self._words = words
            self.setAccessibleName(fill(_("{time} left"), time=words))
            if grown:
                self.updateGeometry()
            self.update()

    @property
    def words(self) -> str:
        """What it shows."""
        return self._words

    def sizeHint(self) -> QSize:
        """The icon and the figures."""
        wide = self.look.size(_ICON) + _GAP + text_width(self._font, self._words) + 4
        return QSize(round(wide), round(max(self.look.size(40), text_height(self._font))))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The icon, then the figures."""
        look = self.look
        ink = look.color("yamabuki" if self._left_ms <= _LITTLE_MS else "ink")
        side = look.size(_ICON)
        icon = self.flip(0, (box.height() - side) / 2, side, side)
        draw_icon(painter, look, "clock", icon, ink)
        words = self.flip(side + _GAP, 0, box.width() - side - _GAP, box.height())
        draw_text(painter, words, self._words, self._font, ink)


def clock_words(left_ms: int) -> str:
    """23:41; the last second is shown until it is over."""
    seconds = -(-max(0, left_ms) // _MS_PER_S)
    return f"{seconds // _S_PER_MIN}:{seconds % _S_PER_MIN:02}"


def minutes_left(left_ms: int) -> str:
    """23 minutes: at least one while there is any time."""
    return dates.minutes(max(1, -(-left_ms // (_MS_PER_S * _S_PER_MIN))))
