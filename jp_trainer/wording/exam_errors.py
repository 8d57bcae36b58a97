"""Explain what a mock exam refuses: one sentence or two, for wording/errors.py."""

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.exam.drawing import MissingItems
from jp_trainer.core.exam.sittings import NotAllowedError, Rule
from jp_trainer.services.errors import (
    AnswersError,
    SittingRunningError,
    UnknownSittingError,
)
from jp_trainer.wording.catalogue import _, later, ngettext
from jp_trainer.wording.runs import fill

_RULES = {
    Rule.FINISHED: later("This sitting is over; nothing in it can be changed."),
    Rule.RUNNING: later("This sitting is not over yet. Finish it first."),
    Rule.TIME_UP: later("The time is up."),
    Rule.UNKNOWN_ITEM: later("This paper has no such question."),
    Rule.UNKNOWN_OPTION: later("This question has no such answer."),
    Rule.ELSEWHERE: later("You are at another question now; only that one can be answered."),
    Rule.NO_WAY_THERE: later("In this section there is no way to that question."),
    Rule.NO_PLAYS_LEFT: later("This recording cannot be played again."),
    Rule.ANSWER_STANDS: later("In a quiz the first answer counts."),
}


def of_exam(error: TrainerError) -> str:
    """The sentence for an error of the mock exams, or ""."""
    match error:
        case NotAllowedError(rule=rule):
            return of_rule(rule)
        case UnknownSittingError():
            return _("This sitting is not on this computer, or its questions are missing.")
        case SittingRunningError():
            return _("Another mock exam is not finished yet. Go on with it, or give it up first.")
        case MissingItems(lacks=lacks):
            count = sum(lack.wanted - lack.found for lack in lacks)
            template = ngettext(
                "One question is missing for a new paper: there are too few that you have not "
                "seen lately.",
                "{count} questions are missing for a new paper: there are too few that you have "
                "not seen lately.",
                count,
            )
            return fill(template, count=count)
        case AnswersError(line=line, text=text):
            template = _("Line {line} is no list of answers for this paper: {text}.")
            return fill(template, line=line, text=text)
        case _:
            return ""


def of_rule(rule: Rule) -> str:
    """Why something is not allowed now."""
    return _(_RULES[rule])
