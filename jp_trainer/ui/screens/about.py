"""Say what this program is, who made what it is made of, and where the data are."""

from importlib import metadata

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jp_trainer import paths
from jp_trainer.ui.errors import versions
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.forms import form_row
from jp_trainer.ui.parts.japanese import ruby
from jp_trainer.ui.parts.layout import card, column, label, page, row, rule
from jp_trainer.ui.saving_report import ReportSaver
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.wording import _

_WIDTH = 760


class About(Screen[None]):
    """Versions, thanks, licences, the data folder. Nothing here changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look = self.look
        back = Button(look, _("Settings"), Kind.QUIET, icon="back")
        back.clicked.connect(self._leave)
        self._saver = ReportSaver(desk)
        self._saver.setParent(self)
        report = Button(look, _("Save a report"))
        report.clicked.connect(self._saver.ask)
        folder = Button(look, _("Open the folder"), icon="folder")
        folder.clicked.connect(self._open_folder)
        version = label(look, versions(), "small", wrap=True)
        for text in (version, where := label(look, str(desk.app.data), "small", wrap=True)):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        purpose = _(
            "From the first kana to the Japanese test and the workplace. It works without the "
            "internet, and what you learn stays on this computer."
        )
        thanks = _(
            "Words, sentences and notes were written for this app and may be shared under CC "
            "BY-SA 4.0; the program is free under the MIT licence. Readings follow JMdict and "
            "UniDic, the schedule is FSRS, the letters are Noto and Inter. Thank you to "
            "everyone who gives such work away."
        )
        self.setLayout(
            column(
                (
                    page(
                        row(back, None),
                        8,
                        label(look, _("About this app"), "display"),
                        look.gap(12),
                        card(
                            row(ruby(look, "日本[にほん]で 働[はたら]く", 28), None),
                            12,
                            label(look, purpose, wrap=True),
                            look.gap(8),
                            version,
                        ),
                        16,
                        card(
                            form_row(look, _("Your data"), folder),
                            where,
                            8,
                            rule(),
                            form_row(
                                look,
                                _("Save a report for a helper"),
                                report,
                                _("A file without names, words or answers."),
                            ),
                            margins=(20, 8, 20, 8),
                        ),
                        16,
                        card(
                            label(look, _("Thanks"), "strong"),
                            look.gap(4),
                            label(look, thanks, wrap=True),
                            12,
                            label(look, _("Licences of everything in it"), "label"),
                            look.gap(4),
                            self._notice(),
                        ),
                        None,
                        width=look.size(_WIDTH),
                    ),
                    1,
                )
            )
        )
        self.keys.bind("esc", self._leave)

    def present(self, state: None) -> None:
        """Nothing to ask for."""

    def _notice(self) -> QWidget:
        text = QPlainTextEdit(notice())
        text.setReadOnly(True)
        text.setFont(self.look.ui(13))
        text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        text.setFixedHeight(self.look.size(240))
        text.setTabChangesFocus(True)
        text.setAccessibleName(_("Licences of everything in it"))
        return text

    def _leave(self) -> None:
        self.desk.frame.go("settings", page="computer")

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.app.data)))


def notice() -> str:
    """The text of NOTICE: beside the assets in a source tree, in the package's data in a wheel."""
    try:
        return (paths.shipped() / "NOTICE").read_text(encoding="utf-8")
    except OSError:
        pass
    try:
        files = metadata.files("jp-trainer") or []
    except metadata.PackageNotFoundError:
        files = []
    found = next((file for file in files if file.name == "NOTICE"), None)
    return found.read_text(encoding="utf-8") if found else "https://opensource.org/license/mit"
