"""Write down a sitting on paper: its answers, typed as they stand on the sheet."""

import random

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.drawing import draw_paper
from jp_trainer.core.exam.papers import Paper
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.ids import TraineeId
from jp_trainer.services import exam_bank, sitting, sitting_entry
from jp_trainer.services.app import App
from jp_trainer.services.errors import AnswersError

_BLANKS = "0-"
_BETWEEN = ",;|"


def printed_paper(app: App, blueprint: str, form: str) -> tuple[Blueprint, Paper]:
    """A fixed paper exactly as it was printed, whoever has seen what of it.

    Raises UnknownExamError, MissingItems.
    """
    exam = exam_bank.blueprint(app, blueprint)
    bank = exam_bank.bank(app, exam.exam)
    return exam, draw_paper(exam, bank, (), random.Random(form), form)


def enter_answers(
    app: App, trainee: TraineeId, blueprint: str, form: str, answers: str
) -> SittingState:
    """Keep the answers to a fixed paper that was sat on paper; the finished sitting.

    `answers`: see `typed_answers`. What the trainee met in an earlier sitting does not count, as
    on the screen. Raises UnknownExamError, MissingItems, AnswersError, SittingRunningError,
    UnknownTraineeError; nothing is written then.
    """
    exam, paper = printed_paper(app, blueprint, form)
    return enter_sheet(app, trainee, exam, paper, answers)


def enter_sheet(
    app: App, trainee: TraineeId, exam: Blueprint, paper: Paper, answers: str
) -> SittingState:
    """The same for any paper: one that was opened from a seal, or drawn. Raises likewise."""
    given = typed_answers(paper, answers)
    state = sitting.begin_paper(app, trainee, exam, paper, printed=True)
    return sitting_entry.enter(app, state, given)


def typed_answers(paper: Paper, text: str) -> dict[str, int]:
    """The chosen options by item id, blanks left out.

    One line: a digit for each question, through all sections in order; 0 or - is a blank, spaces
    and commas make no difference, and what is missing at the end is blank. Several lines, or a
    name and a colon: one line for each section, as sitting_entry.read_answers has it.
    Raises AnswersError.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) != 1 or ":" in text or "=" in text:
        return sitting_entry.read_answers(paper, text)
    signs = [sign for sign in lines[0] if not sign.isspace() and sign not in _BETWEEN]
    items = paper.items
    if len(signs) > len(items):
        raise AnswersError(1, "".join(signs[len(items) :]))
    found: dict[str, int] = {}
    for item, sign in zip(items, signs, strict=False):
        if sign in _BLANKS:
            continue
        if sign not in "123456789"[: len(item.options)]:
            raise AnswersError(1, sign)
        found[item.id] = int(sign)
    return found
