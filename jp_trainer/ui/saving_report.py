"""Ask where a report for a helper goes, write it there, and say that it is done."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QStandardPaths
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from jp_trainer.services import report
from jp_trainer.services.app import App
from jp_trainer.ui.jobs import Progress
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill

_NAME = "jp-trainer-report.txt"


class ReportSaver(QObject):
    """Lives as long as the button that starts it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.dialog: QFileDialog | None = None

    def ask(self) -> None:
        """Let the person choose the file."""
        places = QStandardPaths.StandardLocation
        folder = Path(QStandardPaths.writableLocation(places.DocumentsLocation) or "?")
        target = (folder if folder.is_dir() else Path.home()) / _NAME
        parent = QApplication.activeWindow()
        dialog = self.dialog = QFileDialog(parent, _("Save a report"), str(target))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{_('Text')} (*.txt)")
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, target: Path) -> None:
        """Write the report; it takes a moment, because the whole file is checked."""
        desk = self._desk
        desk.jobs.run_long(
            partial(_save, desk.app, target, facts(desk.look)),
            owner=self,
            done=self._on_saved,
            progress=lambda _done, _total: None,
        )

    def _on_saved(self, target: Path | None) -> None:
        if target is None:
            self._desk.frame.say(_("The report could not be written there. Try another folder."))
            return
        said = _("Saved as {file}. You can send it to whoever helps you.")
        self._desk.frame.say(fill(said, file=target))


def _save(app: App, target: Path, known: dict[str, str], _progress: Progress) -> Path | None:
    try:
        report.save(app, target, known)
    except OSError:  # the folder was chosen by hand: not allowed, unplugged, full
        return None
    return target


def facts(look: Look) -> dict[str, str]:
    """What only the screen's side knows; never a device's name: it may hold a person's."""
    found = {
        "qt": QLibraryInfo.version().toString(),
        "platform": QGuiApplication.platformName(),
        "locale": QLocale.system().name(),
    }
    for number, screen in enumerate(QGuiApplication.screens(), 1):
        size, room = screen.size(), screen.availableGeometry()
        found[f"screen {number}"] = (
            f"{size.width()}x{size.height()}, free {room.width()}x{room.height()}, "
            f"{screen.devicePixelRatio():g}, {screen.logicalDotsPerInch():.0f} dpi"
        )
    for window in QApplication.topLevelWidgets():
        if type(window) is not QWidget and window.isVisible():
            found["window"] = f"{window.width()}x{window.height()}"
    found["look"] = f"{look.language}, {look.scale:g}, paper {look.tokens.paper}"
    for use, font in (("interface", look.ui()), ("japanese", look.ja(26)), ("urdu", look.urdu())):
        found[f"font {use}"] = f"{font.families()[0]}: {QFontInfo(font).family()}"
    return found
