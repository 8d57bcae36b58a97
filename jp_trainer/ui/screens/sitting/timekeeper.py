"""Count the candidate's time, save what is left, and end what is over."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jp_trainer.core.exam.sitting_changes import with_time
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services import sitting as service
from jp_trainer.ui.exam.clock import Countdown
from jp_trainer.wording import _

if TYPE_CHECKING:
    from jp_trainer.ui.screens.sitting.sitting import Sitting


class Timekeeper(QObject):
    """Lets one clock run at a time: the one that the state names."""

    def __init__(self, screen: "Sitting") -> None:
        super().__init__(screen)
        self._screen = screen
        self.countdown = Countdown(self)
        self.countdown.tick.connect(self.save)
        self.countdown.out.connect(self._on_time_up)

    def run(self) -> None:
        """Count on from where the state stands."""
        left = self._screen.now.remaining
        if left is not None and not self.countdown.runs:
            self.countdown.start(left)

    def stop(self) -> None:
        """Stand still, and remember what is left."""
        screen = self._screen
        if self.countdown.runs and screen.state is not None:
            screen.state = with_time(screen.state, self.countdown.left_ms)
        self.countdown.stop()

    def save(self, left_ms: int) -> None:
        """One row is overwritten."""
        state = self._screen.now
        if state.clock is not None:
            work = partial(
                service.tick, self._screen.desk.app, state.id, left_ms, clock=state.clock
            )
            self._screen.recorder.record(work)

    def _on_time_up(self) -> None:
        """The section, or the whole, is over: the service says which."""
        screen, state = self._screen, self._screen.now
        screen.listening.hush()
        screen.setEnabled(False)
        work = partial(service.tick, screen.desk.app, state.id, 0, clock=state.clock)
        screen.recorder.record(work, self._on_over)

    def _on_over(self, state: SittingState) -> None:
        self._screen.setEnabled(True)
        self._screen.desk.frame.say(_("The time is over."))
        self._screen.present(state)
