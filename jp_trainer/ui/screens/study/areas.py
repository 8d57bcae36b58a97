"""Take an answer: four options, a line for kana, or a look and one's own word."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jp_trainer.core.cards import Aspect
from jp_trainer.core.questions import Chosen, Option, Question, Way
from jp_trainer.core.verdicts import Verdict
from jp_trainer.services.study_states import Asking
from jp_trainer.ui.parts import options
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.layout import column, grid, label, row
from jp_trainer.ui.parts.meanings import script_of, told
from jp_trainer.ui.parts.options import Script, State
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.screens.study.feedback import panel
from jp_trainer.ui.screens.study.kana_field import KanaField
from jp_trainer.ui.screens.study.kana_table import KanaTable, marked
from jp_trainer.ui.screens.study.verdict_words import headline
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join


class Area(QWidget):
    """Where a question is answered.

    Signals:
        given: an answer, of core.questions.Given.
    """

    given = Signal(object)
    headline_above = True
    """Whether the verdict's sentence stands in the place of the question."""
    types = False
    """Whether a text field has the letters."""

    def __init__(self, look: Look, asking: Asking) -> None:
        super().__init__()
        self.look, self.asking = look, asking
        self.question: Question = asking.question

    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops, in order."""
        return ()

    def take_focus(self) -> None:
        """Be ready for the answer."""

    def pick(self, index: int) -> None:
        """The key of an option was pressed."""

    def try_again(self, verdict: Verdict) -> None:
        """Say why this was not counted."""

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what was right and what was not."""


class ChooseArea(Area):
    """Four options, in two columns."""

    def __init__(self, look: Look, asking: Asking) -> None:
        super().__init__(look, asking)
        self.options = [
            self._option(each, str(n)) for n, each in enumerate(self.question.options, start=1)
        ]
        for index, made in enumerate(self.options):
            made.clicked.connect(lambda _checked=False, index=index: self.pick(index))
        pairs = [self.options[i : i + 2] for i in range(0, len(self.options), 2)]
        box = grid(pairs, across=12, down=12, stretch=(0, 1))
        self.setLayout(box)

    def stops(self) -> Sequence[QWidget]:
        """The options in reading order."""
        return self.options

    def _option(self, option: Option, key: str) -> options.Option:
        if self.question.aspect is Aspect.SENTENCE:
            return options.Option(self.look, option.spelling, key, script=Script.JAPANESE)
        meanings = {"en": option.meaning_en, "ur": option.meaning_ur}
        said = told(lambda lang: meanings.get(lang, ""), self.asking.preferences.meanings)
        first = said[0] if said else ("en", option.spelling)
        return options.Option(
            self.look,
            _shielded(first[1]),
            key,
            under=_shielded(said[1][1]) if len(said) > 1 else "",
            script=script_of(self.look, first[0]),
        )

    def pick(self, index: int) -> None:
        """Answer with this one."""
        if 0 <= index < len(self.options):
            self.given.emit(Chosen(index))

    def show_verdict(self, verdict: Verdict) -> None:
        """Right, wrong, and neither."""
        for made, option in zip(self.options, self.question.options, strict=True):
            if option.word == self.question.word.id:
                made.set_state(State.RIGHT)
            elif verdict.other is not None and option.word == verdict.other.id:
                made.set_state(State.WRONG)
            else:
                made.set_state(State.FADED)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class TypeArea(Area):
    """A line for kana, its table for who does not read Latin letters, and a button.

    Signals:
        table_shown: the table was opened, or closed: it wants room.
    """

    table_shown = Signal(bool)
    headline_above = False
    types = True

    def __init__(self, look: Look, asking: Asking) -> None:
        super().__init__(look, asking)
        self.field = KanaField(look, name=_("Your answer in kana"))
        self.field.submitted.connect(self.given)
        self.field.changed.connect(self._on_changed)
        self._toggle = Button(
            look, "", icon="keyboard", name=_("Kana table (F2)"), height=64, width=64
        )
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._on_table)
        check = self._check = Button(look, _("Check"), Kind.PRIMARY, key="enter", height=64)
        check.clicked.connect(lambda: self.given.emit(self.field.typed()))
        self._hint = label(look, self._first_hint(), "muted", CENTER, wrap=True)
        self._warning = label(look, "", "warn", CENTER, wrap=True)
        self._warning.hide()
        for under in (self._hint, self._warning):
            under.setContentsMargins(0, 8, 0, 8)
        self._table: KanaTable | None = None
        self._line = QWidget()
        self._line.setLayout(row(self._toggle, (self.field, 1), check, gap=12))
        self._box: QVBoxLayout = column(self._line, self._hint, self._warning)
        self.setLayout(self._box)

    def _first_hint(self) -> str:
        if not self.question.is_new:
            return " "
        return fill(_("Type {keys} for {kana}, or press F2 for a table"), keys="ka", kana="か")

    def stops(self) -> Sequence[QWidget]:
        """The line, then what belongs to it."""
        return (self.field, self._check, self._toggle)

    def take_focus(self) -> None:
        """Type at once."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_table(self) -> None:
        """Show the kana table, or put it away."""
        self._toggle.toggle()

    def show_table(self) -> None:
        """Show the kana table."""
        self._toggle.setChecked(True)

    @property
    def has_table(self) -> bool:
        """Whether the table is open."""
        return self._toggle.isChecked()

    def try_again(self, verdict: Verdict) -> None:
        """Say why, and let what was typed be replaced by typing."""
        self._warning.setText(headline(self.question, verdict, self.asking.preferences.meanings))
        self._hint.hide()
        self._warning.show()
        self.field.selectAll()
        self.take_focus()

    def show_verdict(self, verdict: Verdict) -> None:
        """The card in the place of the line."""
        for old in (self._line, self._hint, self._warning, self._table):
            if old is not None:
                old.hide()
        self._box.addWidget(panel(self.look, self.asking, verdict))

    def _on_changed(self) -> None:
        other = self.field.other_reading_of_keys()
        self._hint.setText(fill(_("or {kana}"), kana=other) if other else " ")
        self._warning.hide()
        self._hint.setVisible(not self.has_table)

    def _on_table(self, shown: bool) -> None:
        if self._table is None:
            table = KanaTable(self.look)
            table.kana.connect(self.field.add)
            table.mark.connect(self._on_mark)
            table.erase.connect(self.field.erase)
            self._table = table
            self._box.addWidget(table, 0, Qt.AlignmentFlag.AlignHCenter)
        self._table.setVisible(shown)
        self._hint.setVisible(not shown)
        self.table_shown.emit(shown)
        self.take_focus()

    def _on_mark(self, mark: str) -> None:
        last = self.field.before_cursor()
        changed = marked(last, mark)
        if changed != last:
            self.field.replace_last(changed)


class RevealArea(Area):
    """Nothing to choose from and nothing to type: look, then say whether it was known."""

    headline_above = False

    def __init__(self, look: Look, asking: Asking) -> None:
        super().__init__(look, asking)
        self.button = Button(
            look, _("Show the answer"), Kind.PRIMARY, key="enter", height=56, width=240
        )
        self.setLayout(row(None, self.button, None))

    def stops(self) -> Sequence[QWidget]:
        """The one button."""
        return (self.button,)

    def show_verdict(self, verdict: Verdict) -> None:  # noqa: ARG002 - as the others
        """The button has done its work."""
        self.button.hide()


def area_for(look: Look, asking: Asking) -> Area:
    """Where this question is answered."""
    match asking.question.way:
        case Way.CHOOSE:
            return ChooseArea(look, asking)
        case Way.TYPE:
            return TypeArea(look, asking)
        case Way.REVEAL:
            return RevealArea(look, asking)


def _shielded(text: str) -> str:
    return join([text])
