from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.cards import Aspect
from jp_trainer.core.planner import (
    expected,
    forecast,
    load_of_a_word,
    minutes_for,
    new_words_today,
    pace,
    questions_in,
)
from jp_trainer.core.recovery import RecoveryPlan, is_running, make_plan, needs_plan
from jp_trainer.core.study_day import StudyDay

NOTHING_DUE = [0] * 30


def test_a_word_asks_most_in_its_first_week() -> None:
    load = load_of_a_word(tuple(Aspect))

    assert sum(load[:7]) > sum(load[7:])
    assert load[0] == 1.1


def test_more_minutes_carry_more_words() -> None:
    words = [forecast(minutes, NOTHING_DUE).new_words for minutes in (5, 10, 15, 30, 60)]

    assert words == sorted(words)
    assert words[0] >= 1
    assert words[-1] >= 10


@settings(max_examples=40, deadline=None)
@given(st.integers(5, 90), st.lists(st.integers(0, 60), min_size=30, max_size=30))
def test_the_forecast_fits_into_the_minutes_unless_what_is_due_does_not(minutes, due) -> None:
    plan = forecast(minutes, due)

    if plan.new_words > 1:
        usual = sorted(plan.per_day)[int(len(due) * 0.9) - 1]
        assert usual <= plan.questions
    assert plan.per_day == expected(due, plan.new_words, tuple(Aspect))


def test_a_finished_deck_begins_no_words() -> None:
    assert forecast(15, NOTHING_DUE, words_left=0).new_words == 0


def test_a_beginner_begins_more_words_than_is_steady_and_a_full_day_does_not() -> None:
    assert new_words_today(4, questions=69, due_today=0) == 11
    assert new_words_today(4, questions=69, due_today=69) == 4


def test_the_pace_is_the_trainees_own_once_known() -> None:
    assert pace(10, 10_000) == 13.0
    assert pace(100, 800_000) == 8.0
    assert pace(100, 100 * 600_000) == 40.0


def test_minutes_are_rounded_up() -> None:
    assert (minutes_for(0), minutes_for(1), minutes_for(20)) == (0, 1, 5)
    assert questions_in(15) == 69


def test_after_a_fortnight_three_hundred_cards_become_a_plan_with_an_end() -> None:
    today = StudyDay(20_000)

    assert needs_plan(300, questions_a_day=46)
    plan = make_plan(300, questions_a_day=46, due_later=4, today=today)

    assert plan.per_day == 46
    assert 7 <= plan.days <= 12
    assert RecoveryPlan.of(plan.body()) == plan


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 5_000), st.integers(1, 400), st.integers(0, 400))
def test_every_plan_ends_and_asks_no_more_than_a_day_holds(backlog, a_day, later) -> None:
    plan = make_plan(backlog, a_day, later, StudyDay(0))

    assert 2 <= plan.days <= 60
    assert plan.per_day <= a_day


def test_a_plan_stops_when_the_pile_fits_into_a_day() -> None:
    plan = make_plan(300, 46, 4, StudyDay(100))

    assert is_running(plan, StudyDay(101), due=250)
    assert not is_running(plan, StudyDay(101), due=30)
    assert not is_running(plan, StudyDay(plan.last_day + 1), due=250)
    assert not is_running(None, StudyDay(100), due=250)


def test_a_damaged_plan_is_no_plan() -> None:
    assert RecoveryPlan.of({"backlog": "many"}) is None
