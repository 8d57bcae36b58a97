"""Work on open data: the lanes, the voice, the window, the lock, and what is due in between."""

import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jp_trainer.core.errors import TrainerError
from jp_trainer.services import health, people, sound
from jp_trainer.services.app import App, Clock
from jp_trainer.services.health import Upkeep
from jp_trainer.services.opening import close_app, open_app
from jp_trainer.ui.front import Front
from jp_trainer.ui.jobs import Jobs, Progress
from jp_trainer.ui.locked import AutoLock
from jp_trainer.ui.player import Player
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.speaker import Speaker
from jp_trainer.ui.theme import Look
from jp_trainer.ui.window import HOME, Window
from jp_trainer.wording import _

log = logging.getLogger(__name__)

_UPKEEP_AFTER_MS, _UPKEEP_AT_ONCE_MS, _UPKEEP_EVERY_MS = 30_000, 1_500, 3_600_000
_REST_EVERY_MS = 60_000
_LOOK_AT_DAY_EVERY_MS = 60_000


class Session(QObject):
    """Made when the data could be opened; `close` lets go of all of it.

    Raises what `services.opening.open_app` raises.

    Signals:
        relaunch_wanted: what to do before the program starts again, while the data are closed.
    """

    relaunch_wanted = Signal(object)

    def __init__(
        self,
        application: QApplication,
        data: Path,
        front: Front,
        look: Look,
        clock: Clock,
    ) -> None:
        super().__init__(front)
        self._front = front
        self._player = Player(self)
        self.app: App = open_app(data, clock=clock, can_hear=lambda: not self._player.deaf)
        self.jobs = Jobs()
        self._speaker = Speaker(self.app, self.jobs, self._player, self)
        self.window = Window(application, self.app, self.jobs, look, self._speaker)
        self.window.errors.catch_all()
        self.window.relaunch_wanted.connect(self._on_relaunch)
        self.window.windowTitleChanged.connect(front.setWindowTitle)
        # Its window is the front: the system tells only that one of light and dark.
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_colours)
        self._speaker.silent.connect(self._on_silent)
        front.setMinimumSize(self.window.minimumSize())
        front.hold(self.window)
        self.show_first()
        self.lock = AutoLock(front, self.window, self._desk(), clock)
        self._faults: set[type[TrainerError]] = set()
        self._upkeep = self._every(_UPKEEP_EVERY_MS, self.keep_up)
        self._first_upkeep = QTimer(self)
        self._first_upkeep.setSingleShot(True)
        self._first_upkeep.timeout.connect(self.keep_up)
        unclean = self.app.database.ended_uncleanly
        self._first_upkeep.start(_UPKEEP_AT_ONCE_MS if unclean else _UPKEEP_AFTER_MS)
        self._rest = self._every(_REST_EVERY_MS, self._let_voice_rest)
        self._day = clock().study_day
        self._new_day = self._every(_LOOK_AT_DAY_EVERY_MS, self._look_at_the_day)
        front.touched.connect(self._look_at_the_day)

    def show_first(self) -> None:
        """First run on a fresh machine, today for the only person, else who it is."""
        match people.everyone(self.app):
            case ():
                self.window.go("first_run")
            case (only,) if not only.pin:
                self.window.sign_in(only)
                self.window.go(HOME)
            case _:
                self.window.go("profiles")

    def when_drawn(self, act: Callable[[], object]) -> None:
        """Do this once the screen that is shown has drawn its state."""
        screen = self.window.shown
        if screen is not None:
            screen.presented.connect(act)

    def keep_up(self) -> None:
        """Check the file and back it up, where that is due, in the background."""
        self.jobs.run_long(
            partial(_upkeep, self.app),
            owner=self,
            done=_on_kept,
            progress=lambda _done, _total: None,
            failed=self._on_fault,
        )

    def close(self) -> None:
        """End what runs, close the window and the data."""
        for timer in (self._upkeep, self._first_upkeep, self._rest, self._new_day):
            timer.stop()
        self._front.touched.disconnect(self._look_at_the_day)
        self.lock.stop()
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._on_colours)
        self._speaker.hush()
        if (shown := self.window.shown) is not None:
            shown.left()  # while its last answer can still be kept
        if self.app.voice is not None:  # or a clip being made would be waited for
            self.app.voice.close()
        self.jobs.close()
        self.window.close()
        sys.excepthook = sys.__excepthook__  # the window that showed errors is gone
        self._front.drop(self.window)
        close_app(self.app)
        self.deleteLater()

    def _desk(self) -> Desk:
        window = self.window
        return Desk(self.app, self.jobs, window.look, window, window.trainee, self._speaker)

    def _every(self, ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(act)
        timer.start(ms)
        return timer

    def _look_at_the_day(self) -> None:
        """A program left open overnight shows the new day; a question that is open stays."""
        today = self.app.clock().study_day
        if today == self._day:
            return
        self._day = today
        screen = self.window.shown
        if screen is not None and not screen.whole_window:
            screen.reload()

    def _let_voice_rest(self) -> None:
        self.jobs.run_long(
            partial(_rest, self.app),
            owner=self,
            done=lambda _rested: None,
            progress=lambda _done, _total: None,
        )

    def _on_fault(self, error: TrainerError) -> None:
        # Once is enough: an hour later the disk is still full.
        if type(error) not in self._faults:
            self._faults.add(type(error))
            self.window.fault(error)

    def _on_relaunch(self, first: Callable[[], object]) -> None:
        # Queued: whoever asked is a widget of the window that will be gone.
        QTimer.singleShot(0, lambda: self.relaunch_wanted.emit(first))

    def _on_colours(self) -> None:
        if self.window.trainee is not None:
            self.window.sign_in(self.window.trainee)

    def _on_silent(self) -> None:
        self.window.say(_("Nothing can be heard here; study goes on without."), fault=True)


def _upkeep(app: App, _progress: Progress) -> Upkeep:
    return health.upkeep(app)


def _rest(app: App, _progress: Progress) -> bool:
    return sound.rest(app)


def _on_kept(done: Upkeep) -> None:
    log.info("upkeep: backup %s, check %s", done.backed_up, done.checked)
