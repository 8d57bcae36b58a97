"""Let an instructor correct a word on this machine: its fields as the deck has them."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from jp_trainer.core.deck_problems import Problem, Severity
from jp_trainer.core.errors import TrainerError
from jp_trainer.core.words import Word
from jp_trainer.services import word_edits
from jp_trainer.services.errors import EditRefusedError
from jp_trainer.services.words import WordDetails
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.forms import field, set_wrong
from jp_trainer.ui.parts.layout import Item, block, column, label, scrolled
from jp_trainer.ui.screen import Desk
from jp_trainer.wording import _, fill, later
from jp_trainer.wording.deck_problems import explained

_FIELDS = {
    "word": later("Word"),
    "reading": later("Reading in kana"),
    "meaning_en": later("Meaning in English"),
    "meaning_ur": later("Meaning in Urdu"),
    "example": later("Example, with furigana in brackets"),
    "example_en": later("The example in English"),
    "example_ur": later("The example in Urdu"),
    "note_en": later("Note in English"),
    "note_ur": later("Note in Urdu"),
    "also_written": later("Also written (| between several)"),
    "also_read": later("Also read (| between several)"),
    "near": later("Nearly right answers (| between several)"),
    "blocked": later("Wrong, however close (| between several)"),
}
_MOST_CHARACTERS = 1000
_TALL = 420


class EditSheet(Sheet):
    """The fields of one word. It closes once the change is kept, and says what is wrong if not."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        details: WordDetails,
        saved: Callable[[Word], None],
    ) -> None:
        super().__init__(desk.look, parent, _("Edit this word"), icon="edit")
        self._desk, self._word, self._saved = desk, details.row.word, saved
        self._before = word_edits.columns(self._word)
        self.fields: dict[str, QLineEdit] = {}
        self._faults: dict[str, QLabel] = {}
        where = _("The change holds on this computer, for everyone, and outlives new decks.")
        self.add(label(self.look, where, "muted", wrap=True))
        area = scrolled(block(column(*self._form(details.edited), margins=(0, 0, 12, 0))))
        area.setMinimumHeight(min(self.look.size(_TALL), max(160, parent.height() - 260)))
        self.add(area, 12)
        self.setMinimumWidth(min(self.look.size(640), parent.width() - 40))
        if details.edited:
            back = Button(self.look, _("As the deck has it"), Kind.QUIET, height=48)
            back.clicked.connect(self._on_back)
            self.buttons.insertWidget(0, back)
        self.offer(Button(self.look, _("Cancel"), height=48, key="Esc"))
        self._save = Button(self.look, _("Save"), Kind.PRIMARY, key="enter")
        self._save.clicked.connect(self._on_save)
        self.buttons.addWidget(self._save)
        QShortcut(QKeySequence.StandardKey.Save, self, self._on_save)
        self.fields["word"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self, edited: Mapping[str, str]) -> list[Item]:
        look = self.look
        items: list[Item] = []
        for name, words in _FIELDS.items():
            said = _(words)
            line = field(look, name=said, text=self._before[name], most=_MOST_CHARACTERS)
            line.setCursorPosition(0)
            is_urdu = name.endswith("_ur")
            if is_urdu:
                line.setFont(look.urdu())
            elif not name.endswith("_en"):
                line.setFont(look.ja(15, 400))
            way, side = Qt.LayoutDirection, Qt.AlignmentFlag
            line.setLayoutDirection(way.RightToLeft if is_urdu else way.LeftToRight)
            line.setAlignment(side.AlignAbsolute | (side.AlignRight if is_urdu else side.AlignLeft))
            fault = label(look, "", "fault", wrap=True)
            fault.hide()
            self.fields[name], self._faults[name] = line, fault
            items += [label(look, said, "small", wrap=True), 2, line, fault]
            if name in edited:
                was = fill(_("The deck says: {text}"), text=edited[name] or _("nothing"))
                items.append(label(look, was, "small", wrap=True))
            items.append(10)
        return items

    def changes(self) -> dict[str, str | None]:
        """What was changed, as it would stand in words.csv."""
        typed = {name: line.text() for name, line in self.fields.items()}
        return {name: text for name, text in typed.items() if text != self._before[name]}

    def _on_save(self) -> None:
        if changes := self.changes():
            self._keep(changes)
        else:
            self.reject()

    def _on_back(self) -> None:
        self._keep(dict.fromkeys(word_edits.EDITABLE))

    def _keep(self, changes: Mapping[str, str | None]) -> None:
        self._save.setEnabled(False)
        self._desk.jobs.run(
            partial(word_edits.edit, self._desk.app, self._word.id, changes),
            owner=self,
            done=self._on_kept,
            failed=self._on_refused,
        )

    def _on_kept(self, result: tuple[Word, tuple[Problem, ...]]) -> None:
        word, _problems = result
        self.accept()
        self._saved(word)

    def _on_refused(self, error: TrainerError) -> None:
        self._save.setEnabled(True)
        if not isinstance(error, EditRefusedError):
            self.reject()
            self._desk.frame.fault(error)
            return
        wrong: dict[str, list[str]] = {}
        for problem in error.problems:
            if problem.severity is Severity.ERROR:
                column = problem.column if problem.column in self.fields else "word"
                wrong.setdefault(column, []).append(explained(problem))
        for name, line in self.fields.items():
            said = wrong.get(name, [])
            set_wrong(line, wrong=bool(said))
            self._faults[name].setText("\n".join(said))
            self._faults[name].setVisible(bool(said))
            line.setAccessibleDescription(" ".join(said))
        first = next(name for name in self.fields if name in wrong)
        self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)
