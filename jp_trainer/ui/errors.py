"""Decide what a failure shows: a sentence, a report, or nothing. The only place that catches bugs.

TrainerError   expected: its sentence on the message bar, where it stays until it was read
Cancelled      nothing
anything else  a bug: logged, and once a dialog with details to copy for whoever helps
"""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jp_trainer.core.errors import Cancelled, TrainerError
from jp_trainer.ui.parts.dialogs import Sheet, tell
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _
from jp_trainer.wording.errors import sentence

log = logging.getLogger(__name__)


class Errors(QObject):
    """Shows failures on behalf of the window. `say` is the message bar's way to tell a fault."""

    def __init__(
        self, window: QWidget, look: Callable[[], Look], say: Callable[[str], object]
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._say = window, look, say
        self._report: Sheet | None = None

    def show(self, _owner: QObject | None, error: BaseException) -> None:
        """Take it as `Jobs.failed` brings it."""
        match error:
            case Cancelled():
                return
            case TrainerError():
                log.info("expected: %s", type(error).__name__)
                self._say(sentence(error))
            case _:
                self._bug(error)

    def catch_all(self) -> None:
        """Show what nobody caught on the UI thread, instead of writing to a console nobody sees."""
        sys.excepthook = self._uncaught

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.show(None, error)

    def _bug(self, error: BaseException) -> None:
        details = report(error)
        log.error("bug\n%s", details)
        if self._report is not None:  # one is enough to read; the others are in the log
            return
        words = _(
            "What you learned is saved. You can go on; if it happens again, close the app and "
            "open it again. These details help the person who helps you."
        )
        sheet = tell(
            self._look(), self._window, _("Something went wrong in the app"), words, details
        )
        self._report = sheet
        sheet.finished.connect(self._forget)

    def _forget(self) -> None:
        self._report = None


def report(error: BaseException) -> str:
    """Versions and the trace: no answers, and no name that is part of a path."""
    trace = "".join(traceback.format_exception(error)).replace(str(Path.home()), "~")
    return f"{versions()}\n\n{trace}"


def versions() -> str:
    """What a helper asks first."""
    try:
        ours = metadata.version("jp-trainer")
    except metadata.PackageNotFoundError:  # a source tree that was never installed
        ours = "?"
    return (
        f"jp_trainer {ours}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.system()} {platform.release()}"
    )
