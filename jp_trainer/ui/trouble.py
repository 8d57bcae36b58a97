"""Say why the data cannot be opened, what to do, and offer a backup where one would help."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jp_trainer.core.errors import TrainerError
from jp_trainer.services.backups import Saved
from jp_trainer.storage.errors import DamagedFileError, FileInUseError, NewerFileError
from jp_trainer.ui.backups.asking import ask_to_restore
from jp_trainer.ui.backups.saved_list import saved_list
from jp_trainer.ui.keys import Keys
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import Item, block, centered, column, label, row, scrolled
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill
from jp_trainer.wording.errors import sentence

_WIDTH = 640


class Trouble(QWidget):
    """What is shown in the place of the program.

    Signals:
        again: the person wants another try.
        restore: a backup to put in the place of the file.
        leave: close the program.
    """

    again = Signal()
    restore = Signal(Path)
    leave = Signal()

    def __init__(self, look: Look, error: TrainerError, data: Path, saved: Sequence[Saved]) -> None:
        super().__init__()
        self.look = look
        self.setLayoutDirection(look.direction)
        self.keys = Keys()
        offered = [one for one in saved if one.contents is not None and _would_help(error)]
        again = Button(
            look,
            _("Try again"),
            Kind.SECONDARY if offered else Kind.PRIMARY,
            key="" if offered else "enter",
            height=48,
        )
        again.clicked.connect(self.again)
        close = Button(look, _("Close"), height=48)
        close.clicked.connect(self.leave)
        place = fill(_("Your data are in {folder}"), folder=data)
        items: list[Item] = [
            (Icon(look, "warn", "yamabuki", 28, disc=True), CENTER),
            20,
            label(look, _title(error), "title", CENTER, wrap=True),
            look.gap(8),
            label(look, _words(error, bool(offered)), "body", CENTER, wrap=True),
            look.gap(8),
            label(look, place, "small", CENTER, wrap=True),
            24,
        ]
        if offered:
            items += [(self._choice(offered), 1), 16]
        else:
            self.keys.bind("enter", self.again.emit)
        items += [row(None, close, 12, again, None)]
        middle = centered(block(column(*items)), look.size(_WIDTH))
        spread = column(None, middle, None, margins=(40, 24, 40, 24))
        self.setLayout(column((scrolled(block(spread)), 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries again."""
        if not self.keys.handle(event):
            event.ignore()

    def _choice(self, saved: Sequence[Saved]) -> QWidget:
        look = self.look
        shown = saved_list(look)
        shown.set_items(saved, 0)
        shown.setMinimumHeight(look.size(150))
        press = Button(look, _("Restore the chosen backup"), Kind.PRIMARY, icon="history")

        def ask() -> None:
            chosen: Saved | None = shown.current
            if chosen is not None:
                path = chosen.backup.path
                ask_to_restore(look, self.window(), chosen, None, lambda: self.restore.emit(path))

        press.clicked.connect(ask)
        shown.opened.connect(lambda _saved: ask())
        return block(column((shown, 1), 12, (press, CENTER)))


def _would_help(error: TrainerError) -> bool:
    """Whether a backup could take the place of the file: it is damaged itself."""
    return isinstance(error, DamagedFileError)


def _title(error: TrainerError) -> str:
    match error:
        case FileInUseError():
            return _("The app is already open")
        case NewerFileError():
            return _("Please update the app")
        case DamagedFileError():
            return _("Your data cannot be read")
        case _:
            return _("Your data cannot be opened")


def _words(error: TrainerError, has_backups: bool) -> str:
    match error:
        case FileInUseError():
            return _(
                "Go on in the window that is open already. If there is none, another program uses "
                "your data: close it, or start the computer anew, and try again."
            )
        case DamagedFileError() if has_backups:
            return _(
                "The file that holds what you learned is damaged, perhaps by a power cut or a "
                "failing disk. Choose a backup to go on from; the newest stands first."
            )
        case DamagedFileError():
            return _(
                "The file that holds what you learned is damaged, and there is no backup beside "
                "it. Do not delete anything: ask someone who knows computers to copy the folder "
                "below first."
            )
        case _:
            return sentence(error)
