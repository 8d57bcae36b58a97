"""Start the desktop program, keep it in order while it runs, end it.

A window is painted first; what is heavy is imported only then. The data are opened next, and
whatever keeps them from opening is explained in that same window.
"""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jp_trainer import logs, paths
from jp_trainer.core.errors import TrainerError
from jp_trainer.ui import start_report, theme
from jp_trainer.ui.front import Front, remember, remembered
from jp_trainer.ui.garbage import Garbage
from jp_trainer.ui.start_report import StartReport, since_start_ms
from jp_trainer.wording import plain, use_language

if TYPE_CHECKING:
    from jp_trainer.services.app import Clock
    from jp_trainer.ui.session import Session
    from jp_trainer.ui.trouble import Trouble

log = logging.getLogger(__name__)

COULD_NOT = 2
_STARTED_AFTER_MS = 2_000


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication, with our fonts and style. Raises typeset's FontFileError."""
    QGuiApplication.setApplicationName("jp-trainer")
    QGuiApplication.setDesktopFileName("jp-trainer")
    made = QApplication([sys.argv[0], *arguments])
    theme.prepare(made, paths.assets() / "fonts")
    return made


def run(data: Path, clock: "Callable[[], Clock] | None" = None) -> int:
    """Show the program on the data in this folder until it is closed; the exit code.

    `clock` makes the clock, when it is needed; None stands for the system's.
    With JP_TRAINER_REPORT_START set it prints one line of JSON once the first screen is drawn
    (`window_ms`, `content_ms`, `pss_mb`), and ends.
    """
    try:
        made = application()
    except TrainerError as error:  # a font is missing: there is nothing to show a window with
        from jp_trainer.wording.errors import sentence  # noqa: PLC0415 - seldom needed

        sys.stderr.write(f"jp-trainer: {plain(sentence(error))}\n")
        return COULD_NOT
    program = Program(made, data, clock=clock)
    program.begin()
    return made.exec()


def same_command() -> tuple[str, list[str]]:
    """The program and arguments that this process was started with."""
    return sys.executable, list(sys.orig_argv[1:])


def start_again() -> bool:
    """Start this program once more, beside this one; whether that worked."""
    program, arguments = same_command()
    started, _pid = QProcess.startDetached(program, arguments, os.getcwd())  # noqa: PTH109 - text
    return started


class Program(QObject):
    """One run: the front, then a session on the data, or the trouble that keeps it away.

    Attributes:
        front: the window the system sees.
        session: the program on its open data; None before, and while something is wrong.
        trouble: what is shown instead.
    """

    def __init__(
        self,
        made: QApplication,
        data: Path,
        *,
        clock: "Callable[[], Clock] | None" = None,
        again: Callable[[], bool] = start_again,
    ) -> None:
        """`again` starts another process, and says whether that worked."""
        super().__init__(made)
        self._application, self._data = made, data
        self._make_clock, self._again = clock, again
        self._report = StartReport()
        self._garbage: Garbage | None = None
        before = remembered(data)
        self._look, self._geometry = before.look, before.geometry
        self.session: Session | None = None
        self.trouble: Trouble | None = None
        use_language(self._look.language)
        theme.dress(made, self._look)
        self.front = Front()
        self.front.painted.connect(self._on_painted)
        self.front.closing.connect(self.end)

    def begin(self) -> None:
        """Show the window; what is in it follows."""
        self.front.open(self._geometry)

    def load(self) -> None:
        """Open the data and show the first screen, or what is wrong."""
        try:
            logs.start_log(self._data)
        except OSError:  # the same reason will be told of the data themselves
            log.info("no log can be written")
        # Not before the window is painted: this alone takes longer than Qt's own start.
        from jp_trainer.ui.session import Session  # noqa: PLC0415

        self._clear_trouble()
        try:
            self.session = Session(
                self._application, self._data, self.front, self._look, self._clock()
            )
        except TrainerError as error:
            log.warning("the data could not be opened: %s", type(error).__name__)
            self._show_trouble(error)
            return
        self.session.relaunch_wanted.connect(self.relaunch)
        QTimer.singleShot(_STARTED_AFTER_MS, self._collect_garbage)
        if start_report.is_wanted():
            self.session.when_drawn(self._tell_start)

    def _collect_garbage(self) -> None:
        if self._garbage is None:
            self._garbage = Garbage(self)

    def relaunch(self, first: Callable[[], object]) -> None:
        """Close the data, do `first`, start again: anew, or here if no process can be started."""
        self._close_session()
        try:
            first()
        except TrainerError as error:
            self._show_trouble(error)
            return
        if self._again():
            self._application.quit()
        else:
            self.load()

    def end(self) -> None:
        """Let go of everything; twice changes nothing."""
        self._close_session()
        logs.stop_log()

    def _close_session(self) -> None:
        session, self.session = self.session, None
        if session is None:
            return
        self._look = session.window.look
        remember(self._data, self._look, self.front.geometry_text())
        session.close()

    def _show_trouble(self, error: TrainerError) -> None:
        from jp_trainer.services import backups  # noqa: PLC0415 - heavy, and seldom needed
        from jp_trainer.ui.trouble import Trouble  # noqa: PLC0415

        self.trouble = shown = Trouble(self._look, error, self._data, backups.saved_in(self._data))
        # Queued: what was pressed must not be deleted while it is being pressed.
        shown.again.connect(lambda: QTimer.singleShot(0, self.load))
        shown.leave.connect(self.front.close)
        shown.restore.connect(lambda path: QTimer.singleShot(0, lambda: self._restore(path)))
        self.front.hold(shown)

    def _clear_trouble(self) -> None:
        shown, self.trouble = self.trouble, None
        if shown is not None:
            self.front.drop(shown)

    def _restore(self, backup: Path) -> None:
        from jp_trainer.services import backups  # noqa: PLC0415

        try:
            backups.restore(self._data, backup, self._clock()())
        except TrainerError as error:
            self._clear_trouble()
            self._show_trouble(error)
        else:
            self.load()

    def _clock(self) -> "Clock":
        from jp_trainer.services.app import system_clock  # noqa: PLC0415 - heavy

        return system_clock if self._make_clock is None else self._make_clock()

    def _on_painted(self) -> None:
        self._report.window_ms = since_start_ms()
        QTimer.singleShot(0, self.load)

    def _tell_start(self) -> None:
        self.front.repaint()
        self._report.content_ms = since_start_ms()
        self._report.print()
        self.front.close()
