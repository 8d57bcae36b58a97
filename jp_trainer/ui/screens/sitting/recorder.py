"""Hand what was done in a sitting to the service, one thing after another, once it is painted."""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

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
        self._waiting: deque[tuple[Work, Done | None]] = deque()
        # No time at all: after what is to be painted now.
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.setInterval(0)
        self._after_paint.timeout.connect(self.send)

    def record(self, work: Work, done: Done | None = None) -> None:
        """Do this as soon as the screen is painted; `done` gets the service's state."""
        self._waiting.append((work, done))
        self._after_paint.start()

    def send(self) -> None:
        """Do all that waits now: the screen closes."""
        self._after_paint.stop()
        while self._waiting:
            work, done = self._waiting.popleft()
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
        # A full disk, say: told, and tried again with the next thing that is done.
        self._desk.frame.fault(error)
        self._waiting.appendleft((work, done))


def _nothing(_state: SittingState) -> None:
    """The screen has applied it already."""
