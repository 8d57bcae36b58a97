from jp_trainer.core.questions import Chosen, GaveUp
from jp_trainer.services import queue
from jp_trainer.services.placement import (
    PLACEMENT_WORDS,
    PlacementAnswer,
    placement_questions,
    record,
)
from tests.examples import School
from tests.services.caches import assert_caches_are_the_log
from tests.services.playing import right_answer


def test_placement_asks_twelve_different_words_with_options(school: School) -> None:
    asked = placement_questions(school.app, school.trainee)

    assert len({question.word.id for question in asked}) == PLACEMENT_WORDS
    assert all(len(question.options) == 4 for question in asked)


def test_known_words_are_repeated_later_and_unknown_ones_are_still_new(school: School) -> None:
    asked = placement_questions(school.app, school.trainee)
    answers = [PlacementAnswer(question, right_answer(question)) for question in asked[:5]]
    answers += [PlacementAnswer(question, GaveUp()) for question in asked[5:]]
    with school.app.database.read() as view:
        before = queue.plan_of(school.app, view, school.trainee)

    assert record(school.app, school.trainee, answers) == 5

    with school.app.database.read() as view:
        after = queue.plan_of(school.app, view, school.trainee)
        states = view.card_states.all(school.trainee)
    assert {state.card for state in states} == {question.card for question in asked[:5]}
    assert not set(after.new) & {question.card for question in asked[:5]}
    assert after.news >= before.news - 1  # what was known already uses up no new word of the day
    assert_caches_are_the_log(school)


def test_a_wrong_choice_in_the_placement_is_not_kept(school: School) -> None:
    question = placement_questions(school.app, school.trainee)[0]
    wrong = [option.word == question.word.id for option in question.options].index(False)

    assert record(school.app, school.trainee, [PlacementAnswer(question, Chosen(wrong))]) == 0
    with school.app.database.read() as view:
        assert view.card_states.all(school.trainee) == ()
