"""Keep an answer once its verdict is painted: the screen does not wait for the disk."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.questions import Given
from jp_trainer.services import study
from jp_trainer.services.errors import StaleQuestionError
from jp_trainer.services.study_states import Asking, Recorded
from jp_trainer.ui.screen import Desk


class Keeper(QObject):
    """Hands one answer at a time to the service.

    Signals:
        kept: a Recorded. stale: the question was no longer asked, nothing was written.
    """

    kept = Signal(object)
    stale = Signal()

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._unsent: partial[Recorded] | None = None
        self._failed: partial[Recorded] | None = None
        # No time at all: after what is to be painted now.
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.setInterval(0)
        self._after_paint.timeout.connect(self.send)

    def keep(self, asking: Asking, given: Given, *, peeked: bool, ms: int) -> None:
        """Keep this as soon as it is painted."""
        self._failed = None
        self._unsent = partial(
            study.answer,
            self._desk.app,
            self._desk.trainee_id,
            asking.question.id,
            given,
            peeked=peeked,
            ms=ms,
        )
        self._after_paint.start()

    def send(self) -> None:
        """Keep it now: the screen closes, or something must come after it."""
        self._after_paint.stop()
        work, self._unsent = self._unsent, None
        if work is not None:
            self._desk.jobs.run(
                work, owner=self._owner, done=self.kept.emit, failed=partial(self._on_failed, work)
            )

    def try_again(self) -> None:
        """After a failure (a full disk, say): once more, if it was not kept."""
        self._unsent, self._failed = self._failed or self._unsent, None
        self.send()

    def _on_failed(self, work: partial[Recorded], error: TrainerError) -> None:
        self._desk.frame.fault(error)
        if isinstance(error, StaleQuestionError):
            self.stale.emit()
        else:
            self._failed = work
