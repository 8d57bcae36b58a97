"""Hand what was done in a sitting to the service, one thing after another, at once.

Nothing waits for the next paint: the lane does its work while the screen paints, and a power cut
right after a press finds the answer written.
"""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.exam.sittings import NotAllowedError
from jp_trainer.ui.screen import Desk

Work = Callable[[], SittingState]
Done = Callable[[SittingState], None]


class Recorder(QObject):
    """Keeps the order of what was done; the quick lane does one thing at a time.

    Signals:
        refused: the service did not allow what the screen had done: its state counts.
    """

    refused = Signal()

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._failed: deque[tuple[Work, Done | None]] = deque()

    def record(self, work: Work, done: Done | None = None) -> None:
        """Do this, after what failed before it; `done` gets the service's state."""
        self.send()
        self._run(work, done)

    def send(self) -> None:
        """Once more what could not be written: the disk may have room again."""
        while self._failed:
            self._run(*self._failed.popleft())

    def _run(self, work: Work, done: Done | None) -> None:
        self._desk.jobs.run(
            work,
            owner=self._owner,
            done=done or _nothing,
            failed=partial(self._on_failed, work, done),
        )

    def _on_failed(self, work: Work, done: Done | None, error: TrainerError) -> None:
        if isinstance(error, NotAllowedError):
            self.refused.emit()
            return
        self._desk.frame.fault(error)
        self._failed.append((work, done))


def _nothing(_state: SittingState) -> None:
    """The screen has applied it already."""
