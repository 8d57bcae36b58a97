from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.events import Answered, Event, EventKind, Rating
from jp_trainer.core.ids import DeviceId, EventId, TraineeId, WordId
from jp_trainer.core.scheduling import (
    LAPSES_UNTIL_REST,
    REST_DAYS,
    CardState,
    advance,
    answered,
    recall,
    replay,
    spread,
)
from jp_trainer.core.study_day import StudyDay

CARD = card_id(WordId("nursing-care:ijou"), Aspect.MEANING)
START = datetime(2026, 11, 23, 6, tzinfo=UTC)


def an_answer(
    number: int, rating: Rating = Rating.GOOD, *, day: int = 0, device: str = "a", hour: int = 0
) -> Event:
    return Event(
        id=EventId(f"{device}-{number:04}"),
        device=DeviceId(device),
        seq=number,
        trainee=TraineeId("t"),
        kind=EventKind.ANSWERED,
        subject=CARD,
        at=START + timedelta(days=day, hours=hour),
        utc_offset_min=300,
        study_day=StudyDay(20_000 + day),
        body=Answered(rating, "right").body(),
    )


def about(target: Event, number: int, kind: EventKind, **body: str) -> Event:
    return replace(
        target, id=EventId(f"z-{number}"), seq=number, kind=kind, body={"target": target.id, **body}
    )


ratings = st.sampled_from(list(Rating))
logs = st.lists(
    st.tuples(ratings, st.integers(0, 400), st.sampled_from("ab"), st.integers(0, 23)),
    max_size=12,
).map(
    lambda rows: [
        an_answer(n, rating, day=day, device=device, hour=hour)
        for n, (rating, day, device, hour) in enumerate(rows)
    ]
)


def test_a_first_right_answer_brings_the_card_back_in_about_two_days() -> None:
    state = answered(CardState(CARD), Rating.GOOD, StudyDay(100))

    assert state.due_day == 102
    assert 2 <= state.stability < 3


def test_a_first_wrong_answer_brings_the_card_back_the_next_day_and_is_no_lapse() -> None:
    state = answered(CardState(CARD), Rating.AGAIN, StudyDay(100))

    assert (state.due_day, state.lapses, state.reps) == (101, 0, 1)


def test_peeking_first_brings_a_card_back_earlier_than_knowing_it() -> None:
    learnt = answered(CardState(CARD), Rating.GOOD, StudyDay(100))

    good = answered(learnt, Rating.GOOD, StudyDay(102))
    hard = answered(learnt, Rating.HARD, StudyDay(102))

    assert hard.due_day is not None
    assert good.due_day is not None
    assert hard.due_day < good.due_day


def test_the_fifth_lapse_rests_three_days_and_asks_for_help_until_it_is_known() -> None:
    state, day = CardState(CARD), 100
    for _ in range(LAPSES_UNTIL_REST):
        state = answered(state, Rating.GOOD, StudyDay(day))
        state = answered(state, Rating.AGAIN, StudyDay(day + 1))
        day += 2

    assert state.lapses == LAPSES_UNTIL_REST
    assert state.needs_help
    assert state.due_day == day - 1 + REST_DAYS
    assert not answered(state, Rating.GOOD, StudyDay(day + 5)).needs_help


def test_recall_is_the_target_when_the_stability_has_passed() -> None:
    state = answered(CardState(CARD), Rating.GOOD, StudyDay(100))
    state = replace(state, stability=10.0)

    assert recall(state, StudyDay(110)) == pytest.approx(0.9, abs=0.001)
    assert recall(CardState(CARD), StudyDay(110)) == 0.0


def test_words_learnt_together_come_back_spread_over_days() -> None:
    intervals = {spread(card_id(WordId(f"d:w{n}"), Aspect.MEANING), 60) for n in range(50)}

    assert len(intervals) >= 5
    assert all(57 <= interval <= 63 for interval in intervals)


def test_a_clock_set_back_does_not_break_the_schedule() -> None:
    state = answered(CardState(CARD), Rating.GOOD, StudyDay(100))

    back = answered(state, Rating.GOOD, StudyDay(40))

    assert back.last_day == 100
    assert back.due_day is not None
    assert back.due_day > 100


@settings(max_examples=80, deadline=None)
@given(logs, st.randoms(use_true_random=False))
def test_replay_is_the_same_in_whatever_order_events_arrive(log, random) -> None:
    shuffled = [*log, *log[:3]]
    random.shuffle(shuffled)

    assert replay(CARD, shuffled) == replay(CARD, log)


@settings(max_examples=60, deadline=None)
@given(logs)
def test_advancing_event_by_event_is_the_same_as_replaying(log) -> None:
    log = sorted(log, key=lambda event: (event.order_key, event.id))
    state = CardState(CARD)
    for event in log:
        state = advance(state, event)

    assert state == replay(CARD, log)


@settings(max_examples=60, deadline=None)
@given(logs.filter(bool), st.data())
def test_a_retracted_answer_leaves_the_card_as_if_never_asked(log, data) -> None:
    gone = data.draw(st.sampled_from(log))
    rest = [event for event in log if event.id != gone.id]

    retracted = replay(CARD, [*log, about(gone, 9_000, EventKind.RETRACTED)])

    bare = replace(replay(CARD, rest), last_event=None, last_key=None)
    assert replace(retracted, last_event=None, last_key=None) == bare


def test_retracting_the_retraction_brings_the_answer_back() -> None:
    answer = an_answer(1)
    undo = about(answer, 2, EventKind.RETRACTED)
    redo = about(undo, 3, EventKind.RETRACTED)

    assert replay(CARD, [answer, undo, redo]).reps == 1


def test_an_overridden_answer_counts_as_the_trainee_said() -> None:
    wrong = an_answer(1, Rating.AGAIN)
    override = about(wrong, 2, EventKind.OVERRIDDEN, rating=Rating.GOOD.value)

    state = replay(CARD, [wrong, override])

    assert state.stability == replay(CARD, [an_answer(1, Rating.GOOD)]).stability


def test_an_event_of_a_newer_kind_is_passed_over() -> None:
    newer = replace(an_answer(2, day=3), kind="SungAloud")

    assert replay(CARD, [an_answer(1), newer]).reps == 1
