"""Open the desktop program: make the application, its lanes, its voice and its one window."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jp_trainer import paths
from jp_trainer.services import people
from jp_trainer.services.app import App
from jp_trainer.ui import theme
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.player import Player
from jp_trainer.ui.speaker import Speaker
from jp_trainer.ui.tokens import Theme
from jp_trainer.ui.window import HOME, Window
from jp_trainer.wording import LANGUAGES, _

_USUAL_SIZE = (1180, 760)
_OFFERED = {QLocale.Language.Urdu: "ur", QLocale.Language.Japanese: "ja"}


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication, with our fonts and style. Raises typeset's FontFileError."""
    QGuiApplication.setApplicationName("jp-trainer")
    QGuiApplication.setDesktopFileName("jp-trainer")
    made = QApplication([sys.argv[0], *arguments])
    theme.prepare(made, paths.assets() / "fonts")
    return made


def run(app: App, made: QApplication | None = None) -> int:
    """Show the window until it is closed; the exit code. `made` as `application` made it."""
    made = made or application()
    jobs = Jobs()
    window = open_window(made, app, jobs)
    window.errors.catch_all()
    try:
        return made.exec()
    finally:
        jobs.close()


def open_window(made: QApplication, app: App, jobs: Jobs) -> Window:
    """The window, on the screen that fits: first run, the profiles, or today."""
    player = Player(made)
    speaker = Speaker(app, jobs, player, made)
    window = Window(made, app, jobs, theme.look_of(Theme.SYSTEM, _language()), speaker)
    speaker.silent.connect(
        lambda: window.say(_("Nothing can be heard here; study goes on without."))
    )
    window.resize(*_fitting(made))
    everyone = people.everyone(app)
    match everyone:
        case ():
            window.go("first_run")
        case (only,) if not only.pin:
            window.sign_in(only)
            window.go(HOME)
        case _:
            window.go("profiles")
    window.show()
    return window


def _language() -> str:
    """What the computer speaks, if we do; before anyone has chosen."""
    code = _OFFERED.get(QLocale.system().language(), "en")
    return code if code in LANGUAGES else "en"


def _fitting(made: QApplication) -> tuple[int, int]:
    """The usual size, or the whole of a small screen."""
    room = made.primaryScreen().availableGeometry()
    return min(_USUAL_SIZE[0], room.width()), min(_USUAL_SIZE[1], room.height())
