"""Show what a mock meant: ready or not, on which points, what to train; and that it is no score."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.scoring import Estimate
from jp_trainer.services import exam_results, mistakes, result_print
from jp_trainer.services.exam_results import Result
from jp_trainer.services.mistakes import MistakesAdded
from jp_trainer.typeset.pages import PdfNotWritten
from jp_trainer.ui.exam.band import Band, BandValues, Level, levels_of
from jp_trainer.ui.exam.facts import (
    disclaimer,
    has_band,
    headline,
    notes,
    report_lines,
    title_of,
    under_headline,
    when_words,
)
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import Item, card, column, label, page, put_in_place, row
from jp_trainer.ui.parts.painting import MIDDLE, TOP
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens.exam_result.bars import points_bars, section_bars
from jp_trainer.wording import _, fill, join, ngettext

_WIDTH, _FOOT = 880, 96
_PRINTED = ("en", "ur")
_CARD = (24, 16, 24, 18)


class ExamResult(Screen[Result]):
    """The result of one sitting."""

    whole_window = True

    def __init__(self, desk: Desk, sitting: str) -> None:
        super().__init__(desk)
        self._sitting = sitting
        self.result: Result | None = None
        self.dialog: QFileDialog | None = None
        look = self.look
        self.done = Button(look, _("Done"), height=40, key="Esc")
        self.done.clicked.connect(self._on_done)
        self.look_at = Button(look, _("Look at every question"), height=48)
        self.look_at.clicked.connect(self._on_look)
        self.add = Button(look, _("Add my mistakes to study"), Kind.PRIMARY, key="enter")
        self.add.clicked.connect(self._on_add)
        self.save = Button(look, _("Save as PDF"), Kind.QUIET, icon="save")
        self.save.clicked.connect(self._on_save)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self.keys.bind("enter", self._on_enter)
        self.keys.bind("esc", self._on_done)

    def reload(self) -> None:
        """Ask what came of it."""
        self.ask(partial(exam_results.result, self.desk.app, self.desk.trainee_id, self._sitting))

    def place(self) -> dict[str, object]:
        """The same result, in another look."""
        return {"sitting": self._sitting}

    def foot_height(self) -> int:
        """The message bar leaves the ways on free."""
        return self.look.size(_FOOT)

    def present(self, state: Result) -> None:
        """Draw it."""
        self.result = state
        look = self.look
        heading = column(
            label(look, title_of(look, state), "title", wrap=True),
            label(look, when_words(state), "muted", wrap=True),
        )
        items: list[Item] = [
            row((heading, 1), 16, (self.done, TOP)), 14, self._verdict(state),
        ]  # fmt: skip
        if state.estimate is not None:
            items += [14, *self._sections(state, state.estimate)]
        said = notes(state)
        if said:
            lines: list[Item] = []
            for icon, words in said:
                line = label(look, words, "small", wrap=True)
                lines += [row((Icon(look, icon, "muted", 18), TOP), 10, (line, 1)), 6]
            items += [14, card(*lines[:-1], margins=(24, 12, 24, 12))]
        made = QWidget()
        foot = column(
            label(look, disclaimer(), "small", wrap=True), look.gap(6),
            row((self.save, MIDDLE), None, (self.look_at, MIDDLE), 12, (self.add, MIDDLE)),
            margins=(0, 6, 0, 12),
        )  # fmt: skip
        inner = page(*items, None, width=look.size(_WIDTH), margins=(40, 20, 40, 8))
        lower = QWidget()
        lower.setMaximumWidth(look.size(_WIDTH))
        lower.setLayout(foot)
        made.setLayout(column((inner, 1), row(None, (lower, 9999), None, margins=(40, 0, 40, 0))))
        self._shown = put_in_place(self._box, made, self._shown)
        self._offer(state)  # now that the buttons have their place

    def _verdict(self, state: Result) -> QWidget:
        look = self.look
        items: list[Item] = [label(look, headline(look, state), "display", wrap=True)]
        if under := under_headline(look, state):
            items += [look.gap(4), label(look, under, "muted", wrap=True)]
        if state.estimate is not None and has_band(state):
            items += [14, self._band(state, state.estimate)]
            if state.estimate.assumed:
                words = _("The exam does not publish its points: this scale is our assumption.")
                items += [look.gap(6), label(look, words, "small", wrap=True)]
        return card(*items, margins=_CARD)

    def _band(self, state: Result, estimate: Estimate) -> Band:
        blueprint, total = state.state.blueprint, estimate.total
        low, high = blueprint.total
        if blueprint.levels:
            pairs = [(each.name, each.from_points) for each in blueprint.levels]
            levels = levels_of(pairs, low, _("no level"))
        else:
            levels = (Level(_("not passed"), low), Level(_("passed"), blueprint.pass_total))
        values = BandValues(low, high, total.mean, (total.low, total.high), levels)
        return Band(self.look, values, name=under_headline(self.look, state))

    def _sections(self, state: Result, estimate: Estimate) -> list[Item]:
        look = self.look
        made: list[Item] = []
        points = points_bars(look, estimate, state) if has_band(state) else []
        if points:
            title = label(look, _("Points by section, with the minimum"), "strong", wrap=True)
            made += [card(title, 8, *points, margins=_CARD), 14]
        right = label(look, _("Right answers by section"), "strong")
        made.append(card(right, 10, section_bars(look, estimate, state), margins=_CARD))
        lines = report_lines(state)
        if lines:
            items: list[Item] = []
            for name, value in lines:
                said = label(look, value, "strong", wrap=True)
                items += [row((label(look, name, "body", wrap=True), 1), 16, (said, 1)), 6]
            made += [14, card(*items[:-1], margins=(24, 14, 24, 14))]
        return made

    def _offer(self, state: Result) -> None:
        """What can be done with the mistakes."""
        wrong = len(mistakes.missed(state.state))
        added = state.state.mistakes
        if added is not None:
            self.add.set_words(_("Your mistakes are in your words"))
            self.add.setEnabled(False)
        elif wrong:
            words = ngettext(
                "Add my {count} mistake to study", "Add my {count} mistakes to study", wrong
            )
            self.add.set_words(fill(words, count=wrong))
        self.add.setVisible(bool(wrong))
        self.save.setVisible(state.state.mode is not Mode.QUIZ)

    # What is wished

    def _on_enter(self) -> None:
        if self.add.isEnabled() and not self.add.isHidden():
            self._on_add()
        else:
            self._on_done()

    def _on_done(self) -> None:
        self.desk.frame.go("exams")

    def _on_look(self) -> None:
        self.desk.frame.go("exam_review", sitting=self._sitting)

    def _on_add(self) -> None:
        self.add.setEnabled(False)
        desk = self.desk
        work = partial(mistakes.add_mistakes, desk.app, desk.trainee_id, self._sitting)
        desk.jobs.run(work, owner=self, done=self._on_added)

    def _on_added(self, added: MistakesAdded) -> None:
        count = len(added.words)
        self.add.set_words(_("Your mistakes are in your words"))
        words = ngettext(
            "{count} word was added: it comes with your next rounds.",
            "{count} words were added: they come with your next rounds.",
            count,
        )
        said = fill(words, count=count) if count else _("These words are in your decks already.")
        self.desk.frame.say(join([said]))

    def _on_save(self) -> None:
        if self.result is None:
            return
        places = QStandardPaths.StandardLocation
        folder = Path(QStandardPaths.writableLocation(places.DocumentsLocation) or "?")
        target = (folder if folder.is_dir() else Path.home()) / "jp-trainer-mock.pdf"
        dialog = self.dialog = QFileDialog(self, _("Save as PDF"), str(target))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Write the PDF there."""
        if self.result is None:
            return
        name = self.desk.trainee.name if self.desk.trainee is not None else ""
        try:
            language = self.look.language if self.look.language in _PRINTED else "en"
            result_print.save_result(
                self.desk.app, target, self.result, person=name, language=language
            )
        except PdfNotWritten as error:
            self.desk.frame.fault(error)
            return
        self.desk.frame.say(fill(_("Saved as {file}."), file=target))
