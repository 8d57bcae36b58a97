from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jp_trainer.core.events import Event, EventKind
from jp_trainer.core.ids import DeviceId, EventId, TraineeId, WordId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.word_states import WordState, advance, replay

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORD = WordId("care:w1")
TODAY = StudyDay(20_780)


def an_event(number: int, kind: str, **body: Any) -> Event:
    return Event(
        id=EventId(f"event-{number}"),
        device=DeviceId("here"),
        seq=number,
        trainee=TraineeId("asma"),
        kind=kind,
        subject=WORD,
        at=NOON + timedelta(seconds=number),
        utc_offset_min=300,
        study_day=TODAY,
        body=body,
    )


def test_a_word_said_to_be_known_is_not_asked_until_resumed() -> None:
    known = replay(WORD, [an_event(1, EventKind.KNOWN)])
    resumed = advance(known, an_event(2, EventKind.RESUMED))

    assert known.is_hidden(TODAY)
    assert not resumed.is_hidden(TODAY)


def test_a_resting_word_comes_back_on_its_day() -> None:
    state = replay(WORD, [an_event(1, EventKind.RESTED, until_day=TODAY + 3)])

    assert [state.is_hidden(StudyDay(TODAY + n)) for n in range(5)] == [True] * 3 + [False] * 2


def test_retracting_leaves_the_word_as_it_was_before() -> None:
    rested = an_event(1, EventKind.RESTED, until_day=TODAY + 3)
    known = an_event(2, EventKind.KNOWN)
    undo = an_event(3, EventKind.RETRACTED, target=known.id)

    state = replay(WORD, [undo, known, rested])

    assert (state.known, state.rest_until_day) == (False, TODAY + 3)
    assert (state.last_event, state.last_key) == (undo.id, undo.order_key)


def test_damaged_or_newer_events_decide_nothing() -> None:
    events = [an_event(1, EventKind.RESTED, until_day="soon"), an_event(2, "OfANewerVersion")]

    state = replay(WORD, events)

    assert not state.is_hidden(TODAY)
    assert state.last_event == events[1].id


@given(
    st.lists(st.sampled_from([EventKind.KNOWN, EventKind.RESTED, EventKind.RESUMED])),
    st.randoms(use_true_random=False),
)
def test_replay_gives_what_advancing_gave_in_any_order_of_arrival(kinds: Any, chance: Any) -> None:
    events = [an_event(n, kind, until_day=TODAY + n) for n, kind in enumerate(kinds)]
    state = WordState(WORD)
    for event in events:
        state = advance(state, event)
    chance.shuffle(events)

    assert replay(WORD, events) == state
