"""Enter the answers of a printed sitting by keyboard: in under a minute, without the mouse."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Paper
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services import printed_sitting
from jp_trainer.ui.exam.answer_grid import AnswerGrid
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.layout import label, scrolled
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill

_LOWEST = 200
_BAR, _AROUND = 24, 60


class AnswerEntry(Sheet):
    """The dialog. Enter saves, Escape leaves without saving.

    Signals:
        saved: the digits, all in order, 0 for a blank.
    """

    saved = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None, blueprint: Blueprint, paper: Paper):
        title = fill(
            _("Answers of a printed paper: {exam}"), exam=blueprint.title.text(look.language)
        )
        super().__init__(look, parent, title)
        self.grid = AnswerGrid(look, blueprint, paper)
        words = _(
            "Type the number of each answer; the next question follows by itself. 0 leaves a "
            "question blank, Backspace goes back."
        )
        self.add(label(look, words, "body", wrap=True))
        self.area: QScrollArea = scrolled(self.grid)
        self.area.setWidgetResizable(False)
        self.area.setMinimumHeight(min(self.grid.height(), look.size(_LOWEST)))
        self.area.setMaximumHeight(self.grid.height() + 2)
        self.area.setMinimumWidth(self.grid.width() + _BAR)
        self.add(self.area, 12)
        self.so_far = label(look, "", "muted")
        self.add(self.so_far, 8)
        self.setMinimumWidth(self.grid.width() + _BAR + _AROUND)
        self.grid.changed.connect(self._count)
        self.grid.moved.connect(lambda y: self.area.ensureVisible(0, y, 0, look.size(60)))
        self.offer(Button(look, _("Cancel"), height=48, key="Esc"))
        save = Button(look, _("Save the answers"), Kind.PRIMARY, key="enter")
        self.offer(save, lambda: self.saved.emit(self.grid.digits))
        self._count()
        self.grid.setFocus()

    def _count(self) -> None:
        done, count = len(self.grid.answers), self.grid.count
        self.so_far.setText(fill(_("{done} of {count} answered"), done=done, count=count))


def open_answer_entry(desk: Desk, parent: QWidget, blueprint: str, form: str) -> None:
    """Show the dialog for a fixed paper; what was typed becomes a finished sitting, and its result.

    What goes wrong (no such form, a mock that runs) is told on the window.
    """

    def show(found: tuple[Blueprint, Paper]) -> None:
        exam, paper = found
        sheet = AnswerEntry(desk.look, parent, exam, paper)
        sheet.saved.connect(partial(_save, desk, parent, exam, paper))
        sheet.open()

    work = partial(printed_sitting.printed_paper, desk.app, blueprint, form)
    desk.jobs.run(work, owner=parent, done=show)


def _save(desk: Desk, owner: QWidget, exam: Blueprint, paper: Paper, digits: str) -> None:
    def done(state: SittingState) -> None:
        desk.frame.go("exam_result", sitting=state.id)

    work = partial(printed_sitting.enter_sheet, desk.app, desk.trainee_id, exam, paper, digits)
    desk.jobs.run(work, owner=owner, done=done)
