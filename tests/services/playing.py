"""Play rounds as a trainee would: answer right or wrong on purpose."""

from jp_trainer.core.questions import Chosen, GaveUp, Given, Question, Typed, Way
from jp_trainer.services import study
from jp_trainer.services.study_states import Asking, RoundDone, StudyState
from tests.examples import School


def right_answer(question: Question) -> Given:
    if question.way is Way.CHOOSE:
        return Chosen([o.word for o in question.options].index(question.word.id))
    return Typed(question.word.reading)


def wrong_answer(question: Question) -> Given:
    if question.way is Way.CHOOSE:
        return Chosen([o.word == question.word.id for o in question.options].index(False))
    return GaveUp()


def asking(state: StudyState) -> Asking:
    assert isinstance(state, Asking)
    return state


def answer(school: School, state: StudyState, *, right: bool = True, **more) -> StudyState:
    question = asking(state).question
    given = right_answer(question) if right else wrong_answer(question)
    school.clock.tick()
    return study.answer(school.app, school.trainee, question.id, given, ms=5_000, **more).state


def finish_round(school: School, *, wrong_every: int = 0) -> RoundDone:
    state = study.begin(school.app, school.trainee)
    for number in range(1, 200):
        if isinstance(state, RoundDone):
            return state
        state = answer(school, state, right=not wrong_every or number % wrong_every != 0)
    raise AssertionError("the round has no end")
