"""Play a recording: clip after clip, with its silences between them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from jp_trainer.services.exam_sound import Heard
from jp_trainer.ui.player import Player


class RecordingPlayer(QObject):
    """One recording at a time, through the program's one player.

    Signals:
        finished: it was heard to its end; not after `stop`.
        failed: it had begun, and cannot be heard any further.
        stepped: how many steps were heard, of how many.
    """

    finished = Signal()
    failed = Signal()
    stepped = Signal(int, int)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._steps: tuple[Heard, ...] = ()
        self._at = 0
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._next)
        player.finished.connect(self._on_clip)
        player.failed.connect(self._on_failed)

    @property
    def playing(self) -> bool:
        """Whether something is being heard, or waited for in a silence."""
        return bool(self._steps)

    def play(self, steps: Sequence[Heard]) -> bool:
        """Begin; False if nothing can be heard here. What plays is ended without a word."""
        self.stop()
        self._steps, self._at = tuple(steps), 0
        if self._player.deaf:
            self._steps = ()
            return False
        return self._begin()

    def stop(self) -> None:
        """Fall silent."""
        self._steps = ()
        self._silence.stop()
        self._player.stop()

    def _on_clip(self) -> None:
        if self._steps and not self._silence.isActive():
            self._next()

    def _next(self) -> None:
        if not self._steps:
            return
        self._at += 1
        self.stepped.emit(self._at, len(self._steps))
        if self._at < len(self._steps):
            if not self._begin():
                self.failed.emit()
        else:
            self._steps = ()
            self.finished.emit()

    def _on_failed(self) -> None:
        if self._steps:
            self.stop()
            self.failed.emit()

    def _begin(self) -> bool:
        if self._at >= len(self._steps):
            self._steps = ()
            self.finished.emit()
            return False
        step = self._steps[self._at]
        if step.file is None:
            self._silence.start(self._player.silence_ms(step.ms))
        elif not self._player.play(step.file):
            self._steps = ()
        return self.playing
