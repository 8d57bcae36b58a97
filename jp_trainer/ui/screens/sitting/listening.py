"""Let the clips of a sitting be heard, and make those that come while there is time."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from jp_trainer.core.exam import recordings
from jp_trainer.core.exam.items import Testlet
from jp_trainer.core.exam.recordings import Recording
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services import exam_sound
from jp_trainer.services.exam_sound import Heard
from jp_trainer.ui.recording_player import RecordingPlayer
from jp_trainer.ui.screen import Desk

_NOW, _SOON = 0, 5  # priorities on the speech lane

Steps = tuple[Heard, ...] | None


class Listening(QObject):
    """The sound of one sitting.

    Signals:
        begun: it plays. ended: it was heard to its end. silent: it cannot be heard here.
        prepared: how many testlets can be played at once, of how many.
    """

    begun = Signal()
    ended = Signal()
    silent = Signal()
    prepared = Signal(int, int)

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._recordings: dict[str, Recording] = {}
        self._wish = self._ready = 0
        self._total = 0
        self.player: RecordingPlayer | None = None
        if desk.speaker is not None:
            self.player = RecordingPlayer(desk.speaker.player, self)
            self.player.finished.connect(self.ended)
            self.player.failed.connect(self.silent)

    @property
    def playing(self) -> bool:
        """Whether something is being heard."""
        return self.player is not None and self.player.playing

    def open(self, state: SittingState) -> None:
        """Know what is to be heard, and make ahead what is not yet there."""
        found = recordings.recordings(state.blueprint, state.paper)
        for testlet in state.paper.testlets:
            if recordings.is_heard(testlet):
                self._recordings[testlet.id] = found.get(testlet.id) or recordings.talk(testlet)
        self._total = len(self._recordings)
        if self.player is None:
            return
        for recording in self._recordings.values():
            self._desk.jobs.run_speech(
                partial(exam_sound.make, self._desk.app, recording),
                priority=_SOON, owner=self._owner, done=self._on_prepared,
            )  # fmt: skip

    def _on_prepared(self, steps: Steps) -> None:
        self._ready += steps is not None
        self.prepared.emit(self._ready, self._total)

    def listen(self, testlet: Testlet) -> None:
        """Let it be heard, as soon as it is made; the last wish counts."""
        self.hush()
        recording = self._recordings.get(testlet.id)
        if recording is None or self.player is None:
            self.silent.emit()
            return
        self._desk.jobs.run_speech(
            partial(exam_sound.make, self._desk.app, recording),
            priority=_NOW, owner=self._owner, done=partial(self._play, self._wish),
        )  # fmt: skip

    def _play(self, wish: int, steps: Steps) -> None:
        if wish != self._wish or self.player is None:
            return
        if steps is None or not self.player.play(steps):
            self.silent.emit()
        else:
            self.begun.emit()

    def hush(self) -> None:
        """Fall silent."""
        self._wish += 1
        if self.player is not None:
            self.player.stop()

    def close(self) -> None:
        """Fall silent, and make nothing any more."""
        self.hush()
        if self.player is not None:
            self._desk.jobs.drop_speech()
