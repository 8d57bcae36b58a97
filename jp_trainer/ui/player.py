"""Play clips; the multimedia library is loaded when the first one is heard, not before."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

_log = logging.getLogger(__name__)


class Player(QObject):
    """One sound at a time; a new one ends the one before.

    Attributes:
        deaf: nothing can be heard here: no library, no device, a voice that fails. Told by
            `cannot_play`.

    Signals:
        finished: the clip was heard to its end. failed: it broke off, or could not be read.
        cannot_play: the first time that nothing can be heard.
    """

    finished = Signal()
    failed = Signal()
    cannot_play = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.deaf = False
        self._player: QMediaPlayer | None = None
        self._output: QAudioOutput | None = None

    def play(self, clip: Path) -> bool:
        """Begin to play; False if nothing can be heard here."""
        player = self._ready()
        if player is None:
            return False
        player.stop()
        player.setSource(QUrl.fromLocalFile(str(clip)))
        player.play()
        return True

    def silence_ms(self, ms: int) -> int:
        """How long a silence of a recording takes; a player that only pretends makes it shorter."""
        return ms

    def stop(self) -> None:
        """Fall silent."""
        if self._player is not None:
            self._player.stop()

    def has_device(self) -> bool:
        """Whether the machine has anything to hear with. Loads the library."""
        try:
            from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - loaded late on purpose
        except ImportError:
            return False
        return not QMediaDevices.defaultAudioOutput().isNull()

    def _ready(self) -> "QMediaPlayer | None":
        if self._player is not None or self.deaf:
            return self._player
        if not self.has_device():
            self.give_up("there is no sound device, or libpulse is missing")
            return None
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer  # noqa: PLC0415

        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)
        return self._player

    def _on_status(self, status: Any) -> None:
        from PySide6.QtMultimedia import QMediaPlayer  # noqa: PLC0415

        if status == QMediaPlayer.MediaStatus.EndOfMedia:
            self.finished.emit()

    def _on_error(self, _code: object, text: str) -> None:
        _log.warning("a clip could not be played: %s", text)
        self.failed.emit()

    def give_up(self, why: str) -> None:
        """Nothing can be heard here from now on."""
        self.deaf = True
        _log.warning("no sound: %s", why)
        self.cannot_play.emit()
