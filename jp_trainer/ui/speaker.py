"""Let a word be heard: at once if its clip is there, else as soon as it was made.

Made once, beside the window; screens find it on their Desk, or None where there is no voice.
"""

import functools
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from jp_trainer.core.ids import TraineeId
from jp_trainer.core.words import Word
from jp_trainer.services import sound
from jp_trainer.services.app import App
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.player import Player

_NOW, _SOON = 0, 5  # priorities on the speech lane


class Speaker(QObject):
    """Speaks one word at a time; the last wish counts.

    Signals:
        silent: the first time that nothing could be heard. Study goes on without.
    """

    silent = Signal()

    def __init__(self, app: App, jobs: Jobs, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._jobs, self._player = app, jobs, player
        self._wish = 0
        self._told = False
        player.cannot_play.connect(self.tell_of_silence)

    @property
    def can_speak(self) -> bool:
        """Whether it makes sense to offer a button."""
        return self._has_voice and not self._player.deaf

    @property
    def player(self) -> Player:
        """Plays what is not a word: the recordings of an exam."""
        return self._player

    @functools.cached_property
    def _has_voice(self) -> bool:
        # Asked at each question; whether the extra is installed does not change meanwhile.
        return self._app.voice is not None and self._app.voice.available

    def speak(self, word: Word, *, owner: QObject) -> None:
        """Let it be heard, unless another wish or `hush` comes first."""
        self._wish += 1
        if (clip := sound.ready(self._app, word)) is not None:
            self._player.play(clip)
            return
        self._jobs.run_speech(
            partial(sound.word_clip, self._app, word),
            priority=_NOW,
            owner=owner,
            done=partial(self._play, self._wish),
        )

    def prepare(self, trainee: TraineeId, *, owner: QObject) -> None:
        """Make the clips of the next questions while there is time."""
        if self.can_speak:
            made: Callable[[], int] = partial(sound.make_ahead, self._app, trainee)
            self._jobs.run_speech(made, priority=_SOON, owner=owner, done=lambda _made: None)

    def hush(self) -> None:
        """Fall silent, and forget what is not yet heard."""
        self._wish += 1
        self._player.stop()
        self._jobs.drop_speech()

    def _play(self, wish: int, clip: Path | None) -> None:
        if wish != self._wish:
            return
        if clip is None:
            self._player.give_up("the voice could not speak a word")
        else:
            self._player.play(clip)

    def tell_of_silence(self) -> None:
        """Something would be heard now, and cannot be: said once."""
        if not self._told:
            self._told = True
            self.silent.emit()
