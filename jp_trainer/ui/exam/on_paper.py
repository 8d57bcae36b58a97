"""Mock exams on paper: print a fixed paper, enter its answers, open a sealed one."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QWidget

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services import exam_print, printed_sitting, sealed
from jp_trainer.services.app import App
from jp_trainer.services.exam_offers import Offer
from jp_trainer.services.exam_print import Saved
from jp_trainer.ui.exam.enter_answers import open_answer_entry
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.forms import Combo, field
from jp_trainer.ui.parts.layout import CARD, Item, column, label, row
from jp_trainer.ui.parts.painting import START
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, ngettext
from jp_trainer.wording.errors import sentence

_SEAL_FILES = "*.jpsealed"


class PaperCard(QFrame):
    """The card of the start screen. `owner`: the screen, which work comes back to."""

    def __init__(self, desk: Desk, owner: QWidget, offers: Iterable[Offer]) -> None:
        super().__init__()
        self.desk, self.owner = desk, owner
        look = desk.look
        self.setProperty("part", "card")
        self.setAccessibleName(_("On paper, for a class"))
        self.papers: dict[str, tuple[str, str]] = {}
        choices: list[tuple[str, str]] = []
        for offer in offers:
            for form in offer.forms:
                key = f"{offer.blueprint.id}/{form}"
                exam = offer.blueprint.title.text(look.language)
                self.papers[key] = offer.blueprint.id, form
                choices.append((key, fill(_("{exam}, form {form}"), exam=exam, form=form)))
        words = _(
            "Print a mock for more people than there are computers, and type the answers in "
            "afterwards."
        )
        items: list[Item] = [
            label(look, _("On paper, for a class"), "title", wrap=True), look.gap(4),
            label(look, words, "muted", wrap=True), 16,
        ]  # fmt: skip
        self.which: Combo | None = None
        if choices:
            self.which = Combo(look, choices, choices[0][0], name=_("Which paper"))
            save = Button(look, _("Save for printing"), icon="save", height=40)
            save.clicked.connect(self._on_print)
            enter = Button(look, _("Enter answers"), icon="keyboard", height=40)
            enter.clicked.connect(self._on_enter)
            items += [(self.which, START), 12, row(save, enter, None, gap=8), 12]
        unseal = Button(look, _("Open a sealed paper"), icon="lock", height=40)
        unseal.clicked.connect(self._on_unseal)
        items.append((unseal, START))
        self.setLayout(column(*items, margins=CARD))

    @property
    def chosen(self) -> tuple[str, str]:
        """Blueprint and form. Raises LookupError where there is none to choose."""
        if self.which is None:
            raise LookupError("no fixed paper is whole")
        return self.papers[self.which.currentData()]

    def _on_print(self) -> None:
        dialog = QFileDialog(self, _("Folder for the printed paper"), str(_documents()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, folder: Path) -> None:
        """Write all parts of the chosen paper into a folder, in the language of the screens."""
        desk = self.desk
        work = partial(_print, desk.app, *self.chosen, folder, desk.look.language)
        desk.jobs.run(work, owner=self.owner, done=partial(self._on_printed, folder))

    def _on_printed(self, folder: Path, saved: tuple[Saved, ...]) -> None:
        words = ngettext(
            "{count} file was saved in {folder}.", "{count} files were saved in {folder}.",
            len(saved),
        )  # fmt: skip
        self.desk.frame.say(fill(words, count=len(saved), folder=folder))

    def _on_enter(self) -> None:
        open_answer_entry(self.desk, self.owner, *self.chosen)

    def _on_unseal(self) -> None:
        dialog = QFileDialog(self, _("Open a sealed paper"), str(_documents()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{_('Sealed papers')} ({_SEAL_FILES})")
        dialog.fileSelected.connect(lambda name: open_seal(self.desk, self.owner, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class CodeSheet(Sheet):
    """Asks for the code of a sealed paper. `wrong`: why the last one did not do."""

    def __init__(self, look: Look, parent: QWidget, file: Path, wrong: str = "") -> None:
        super().__init__(look, parent, _("Code of the sealed paper"), icon="lock")
        words = fill(_("{file} opens with the code you were given."), file=file.name)
        self.add(label(look, words, "body", wrap=True))
        self.code: QLineEdit = field(
            look, name=_("Code"), hint="ABCD-EFGH-JKMN-PRST", height=48, most=80
        )
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.add(self.code, 12)
        if wrong:
            self.add(label(look, wrong, "warn", wrap=True), 8)
        self.offer(Button(look, _("Cancel"), height=48, key="Esc"))
        self.begin = Button(look, _("Open and begin"), Kind.PRIMARY, key="enter")
        self.code.setFocus()


def open_seal(desk: Desk, owner: QWidget, file: Path, wrong: str = "") -> None:
    """Ask for the code and begin; a code that does not open it is asked for again."""
    sheet = CodeSheet(desk.look, owner, file, wrong)

    def begin() -> None:
        work = partial(sealed.begin_sealed, desk.app, desk.trainee_id, file, sheet.code.text())
        desk.jobs.run(work, owner=owner, done=begun, failed=failed)

    def begun(state: SittingState) -> None:
        desk.frame.go("sitting", state=state)

    def failed(error: TrainerError) -> None:
        open_seal(desk, owner, file, sentence(error))

    sheet.offer(sheet.begin, begin)
    sheet.open()


def _print(app: App, blueprint: str, form: str, folder: Path, language: str) -> tuple[Saved, ...]:
    exam, paper = printed_sitting.printed_paper(app, blueprint, form)
    return exam_print.save_booklet(app, exam, paper, folder, language=language)


def _documents() -> Path:
    places = QStandardPaths.StandardLocation
    folder = Path(QStandardPaths.writableLocation(places.DocumentsLocation) or "?")
    return folder if folder.is_dir() else Path.home()
