"""Decide whether an answer is right, and if not, why.

The rule of the typed aspects (typed_answers.py): what sounds right is right. Kana spelled
otherwise that sound the same (ケイ for ケー, おう for おお, じ for ぢ, わ for the particle は) are
right with a note. A vowel too long or too short, a っ, ゃゅょ or ん too many or too few, or a wrong
voicing mark is wrong. What answers another question than the one asked is not counted: the meaning
where the reading is asked, another reading of the same spelling, an unfinished or empty answer.
"""

from typing import assert_never

from jp_trainer.core.answer_reasons import Cell, Reason
from jp_trainer.core.errors import TrainerError
from jp_trainer.core.questions import (
    Chosen,
    GaveUp,
    Given,
    Option,
    OtherWord,
    Question,
    SaidKnown,
    Typed,
    Way,
)
from jp_trainer.core.typed_answers import mark_typed
from jp_trainer.core.verdicts import Again, Note, Outcome, Verdict, rating_of

__all__ = [
    "Again",
    "Cell",
    "NoSuchOptionError",
    "NotAskedThatWayError",
    "Note",
    "Outcome",
    "Reason",
    "Verdict",
    "mark",
    "rating_of",
]


class NoSuchOptionError(TrainerError):
    """`index` (from 0) is none of the `count` options."""

    def __init__(self, index: int, count: int) -> None:
        super().__init__(index, count)
        self.index = index
        self.count = count


class NotAskedThatWayError(TrainerError):
    """The question is answered in another way: `way`."""

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self.way = way


def mark(question: Question, given: Given) -> Verdict:
    """The verdict on an answer.

    Raises NotAskedThatWayError if it is no answer to this kind of question, NoSuchOptionError if
    there is no such option. Giving up is an answer to every kind.
    """
    match given:
        case GaveUp():
            return Verdict(Outcome.WRONG, asked=question.word.reading)
        case Typed() if question.way is Way.TYPE:
            return mark_typed(question, given)
        case Chosen(index) if question.way is Way.CHOOSE:
            if not 0 <= index < len(question.options):
                raise NoSuchOptionError(index, len(question.options))
            return _mark_chosen(question, question.options[index])
        case SaidKnown(knew) if question.way is Way.REVEAL:
            outcome = Outcome.RIGHT if knew else Outcome.WRONG
            return Verdict(outcome, asked=question.word.reading)
        case Typed() | Chosen() | SaidKnown():
            raise NotAskedThatWayError(question.way)
        case never:
            assert_never(never)


def _mark_chosen(question: Question, option: Option) -> Verdict:
    if option.word == question.word.id:
        return Verdict(Outcome.RIGHT, asked=question.word.reading, given=option.spelling)
    chosen = OtherWord(
        option.word, option.spelling, option.reading, option.meaning_en, option.meaning_ur
    )
    return Verdict(
        Outcome.WRONG,
        reason=Reason.OTHER_WORD,
        other=chosen,
        asked=question.word.reading,
        given=option.spelling,
    )
