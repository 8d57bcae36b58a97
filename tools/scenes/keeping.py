"""Picture the settings, the backups, and what is said when something goes wrong."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from jp_trainer.services import backups as save
from jp_trainer.services.errors import NotTheOwnerError
from jp_trainer.storage.errors import DamagedFileError, FileInUseError
from jp_trainer.ui.locked import Locked
from jp_trainer.ui.parts.dialogs import confirm, tell
from jp_trainer.ui.trouble import Trouble
from jp_trainer.wording import _
from tools import demo
from tools.scenes.listed import scene
from tools.stage import Scene, Stage

_ENTER = Qt.Key.Key_Return


def _settings(page: str) -> Scene:
    def act(stage: Stage) -> None:
        stage.sign_in(demo.AYESHA)
        stage.go("settings", page=page)

    return act


def _settings_below(page: str) -> Scene:
    def act(stage: Stage) -> None:
        stage.sign_in(demo.AYESHA)
        stage.scroll_down(stage.go("settings", page=page))

    return act


for _page in ("learning", "reading", "look", "computer"):
    scene(f"settings-{_page}")(_settings(_page))
    if _page in ("learning", "reading"):
        scene(f"settings-{_page}-below")(_settings_below(_page))


@scene("backups")
def backups(stage: Stage) -> None:
    """What there is to go back to."""
    clock = stage.app.clock
    assert isinstance(clock, demo.Clock)
    for days in (9, 6, 3, 2, 1):
        clock.at = demo.NOW - timedelta(days=days)
        save.make(stage.app)
    clock.at = demo.NOW
    stage.sign_in(demo.AYESHA)
    stage.go("backups")


@scene("backups-restore")
def backups_restore(stage: Stage) -> None:
    """The question before one is put back."""
    backups(stage)
    stage.screen.list.setFocus()
    stage.press(Qt.Key.Key_Down, _ENTER)


@scene("backups-none")
def backups_none(stage: Stage) -> None:
    """None yet."""
    stage.sign_in(demo.ZAINAB)
    stage.go("backups")


@scene("about")
def about(stage: Stage) -> None:
    """What this is, and whose work is in it."""
    stage.sign_in(demo.AYESHA)
    stage.go("about")


@scene("locked")
def locked(stage: Stage) -> None:
    """Its person was away."""
    person = stage.sign_in(demo.BILAL)
    stage.show_alone(Locked(stage.desk, person))


@scene("trouble")
def trouble(stage: Stage) -> None:
    """The file is damaged, and there are backups."""
    backups(stage)
    saved = save.overview(stage.app).saved
    error = DamagedFileError(stage.app.database.path, "made up")
    stage.show_alone(Trouble(stage.window.look, error, Path.home() / "jp-trainer", saved))


@scene("trouble-in-use")
def trouble_in_use(stage: Stage) -> None:
    """A second program."""
    error = FileInUseError(stage.app.database.path)
    stage.show_alone(Trouble(stage.window.look, error, Path.home() / "jp-trainer", ()))


@scene("dialog-leave")
def dialog_leave(stage: Stage) -> None:
    """A question before something is lost."""
    stage.sign_in(demo.AYESHA)
    screen = stage.go("today")
    words_ = _("What you learned is saved. You can go on; if it happens again, close the app and "
               "open it again. These details help the person who helps you.")  # fmt: skip
    confirm(
        screen.look, stage.window, _("Leave this?"), words_, yes=_("Leave"), act=lambda: None,
        danger=True,
    )  # fmt: skip


@scene("dialog-bug")
def dialog_bug(stage: Stage) -> None:
    """Something went wrong in the program."""
    stage.sign_in(demo.AYESHA)
    screen = stage.go("today")
    words_ = _("What you learned is saved. You can go on; if it happens again, close the app and "
               "open it again. These details help the person who helps you.")  # fmt: skip
    details = "jp_trainer 0.1, Python 3.11\n\nZeroDivisionError: division by zero"
    tell(screen.look, stage.window, _("Something went wrong in the app"), words_, details)


@scene("fault")
def fault(stage: Stage) -> None:
    """An expected failure: its sentence on the message bar."""
    stage.sign_in(demo.AYESHA)
    stage.go("today")
    stage.window.fault(NotTheOwnerError())
