"""Explain what a mock exam refuses: one sentence or two, for wording/errors.py."""

from typing import assert_never

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.exam.drawing import MissingItems
from jp_trainer.core.exam.sittings import NotAllowedError, Rule
from jp_trainer.services.errors import SittingRunningError, UnknownSittingError
from jp_trainer.services.sitting_entry import AnswersError
from jp_trainer.wording.catalogue import _, ngettext
from jp_trainer.wording.runs import fill


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
    match rule:
        case Rule.FINISHED:
            return _("This sitting is over; nothing in it can be changed.")
        case Rule.RUNNING:
            return _("This sitting is not over yet. Finish it first.")
        case Rule.TIME_UP:
            return _("The time is up.")
        case Rule.UNKNOWN_ITEM | Rule.UNKNOWN_OPTION:
            return _("This paper has no such question or answer.")
        case Rule.ELSEWHERE:
            return _("You are at another question now; only that one can be answered.")
        case Rule.NO_WAY_THERE:
            return _("In this section there is no way to that question.")
        case Rule.NO_PLAYS_LEFT:
            return _("This recording cannot be played again.")
        case Rule.ANSWER_STANDS:
            return _("In a quiz the first answer counts.")
        case _:
            assert_never(rule)
