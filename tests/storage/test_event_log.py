from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jp_trainer.core.events import Event, EventKind, standing
from jp_trainer.core.ids import DeviceId, EventId, TraineeId
from jp_trainer.storage.database import Database
from jp_trainer.storage.errors import ConflictingEventError

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASMA = TraineeId("asma")
BILAL = TraineeId("bilal")
MakeEvent = Callable[..., Event]

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def append(database: Database, *events: Event) -> tuple[Event, ...]:
    with database.write() as change:
        return change.events.append_all(events)


def test_an_event_comes_back_as_it_was_with_its_number_on_this_device(
    database: Database, an_event: MakeEvent
) -> None:
    first, second = an_event(), an_event(kind="OfANewerVersion", body={"any": ["thing", None]})

    kept = [*append(database, first), *append(database, second)]

    assert kept == [replace(first, seq=1), replace(second, seq=2)]
    with database.read() as look:
        assert look.events.of_subject(ASMA, first.subject) == tuple(kept)


def test_each_device_counts_for_itself(database: Database, an_event: MakeEvent) -> None:
    there = DeviceId("there")

    kept = append(database, an_event(), an_event(device=there), an_event())

    assert [(event.device, event.seq) for event in kept] == [("here", 1), ("there", 1), ("here", 2)]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.dictionaries(st.text(), json_values, max_size=4), micros=st.integers(0, 10**15))
def test_any_body_and_instant_come_back_exactly(
    database: Database, an_event: MakeEvent, body: dict[str, object], micros: int
) -> None:
    event = an_event(body=body, at=NOON + timedelta(microseconds=micros))

    (kept,) = append(database, event)

    with database.read() as look:
        assert look.events.get([event.id]) == (kept,)


def test_half_a_surrogate_pair_typed_by_a_keyboard_is_kept(
    database: Database, an_event: MakeEvent
) -> None:
    event = an_event(body={"given": "か\ud83d"})

    append(database, event)

    with database.read() as look:
        assert look.events.get([event.id])[0].body == {"given": "か\ud83d"}


def test_events_of_a_subject_come_in_the_order_of_the_clock_not_of_arrival(
    database: Database, an_event: MakeEvent
) -> None:
    late, early = an_event(at=NOON), an_event(at=NOON - timedelta(days=1))

    append(database, late, early)

    with database.read() as look:
        assert [e.id for e in look.events.of_subject(ASMA, late.subject)] == [early.id, late.id]


def test_events_of_other_trainees_and_subjects_are_left_out(
    database: Database, an_event: MakeEvent
) -> None:
    mine = an_event("care:w1/meaning")

    append(database, mine, an_event("care:w2/meaning"), an_event(trainee=BILAL))

    with database.read() as look:
        assert [event.id for event in look.events.of_subject(ASMA, mine.subject)] == [mine.id]
        assert look.events.count(ASMA) == 2
        assert look.events.subjects(ASMA) == ("care:w1/meaning", "care:w2/meaning")
        assert look.events.trainees() == (ASMA, BILAL)


def test_receiving_twice_changes_nothing(database: Database, an_event: MakeEvent) -> None:
    there = [an_event(device=DeviceId("there"), seq=7, received_at=NOON) for _ in range(3)]

    with database.write() as change:
        first = change.events.receive(there)
    with database.write() as change:
        again = change.events.receive([replace(e, received_at=NOON + timedelta(1)) for e in there])

    assert (first.new, first.known) == (tuple(there), 0)
    assert (again.new, again.known) == ((), 3)
    with database.read() as look:
        assert sorted(look.events.get(e.id for e in there), key=lambda e: e.id) == there


def test_an_event_that_comes_twice_in_one_bundle_is_kept_once(
    database: Database, an_event: MakeEvent
) -> None:
    event = an_event(seq=1, received_at=NOON)

    with database.write() as change:
        received = change.events.receive([event, event])

    assert (received.new, received.known) == ((event,), 1)


def test_another_event_under_a_known_id_is_refused_with_all_that_came_with_it(
    database: Database, an_event: MakeEvent
) -> None:
    (kept,) = append(database, an_event())
    other = an_event(seq=1)

    with pytest.raises(ConflictingEventError) as conflict, database.write() as change:
        change.events.receive([other, replace(kept, body={"rating": "again"})])

    assert conflict.value.event == kept.id
    with database.read() as look:
        assert look.events.get([other.id]) == ()


def test_a_thousand_events_are_received_and_read_in_pages(
    database: Database, an_event: MakeEvent
) -> None:
    many = [an_event(seq=number, received_at=NOON) for number in range(1200)]
    with database.write() as change:
        change.events.receive(many)

    arrival = 0
    seen: list[Event] = []
    with database.read() as look:
        while True:
            page, arrival = look.events.of_trainee_after(ASMA, arrival, limit=500)
            if not page:
                break
            seen += page

    assert seen == many


def test_what_came_since_is_found_from_the_last_arrival(
    database: Database, an_event: MakeEvent
) -> None:
    append(database, an_event())
    with database.read() as look:
        _, arrival = look.events.of_trainee_after(ASMA)
    # Older by the clock, newer here.
    append(database, late := an_event(at=NOON - timedelta(days=9)))

    with database.read() as look:
        page, _ = look.events.of_trainee_after(ASMA, arrival)

    assert [event.id for event in page] == [late.id]


def test_undo_finds_the_last_answers_made_here_newest_first(
    database: Database, an_event: MakeEvent
) -> None:
    first, second = append(database, an_event(), an_event(at=NOON - timedelta(days=1)))
    with database.write() as change:
        change.events.receive([an_event(seq=1, received_at=NOON)])
    append(database, an_event("care:w9", kind=EventKind.KNOWN))

    with database.read() as look:
        assert look.events.last_standing(ASMA, 50) == (second, first)
        assert look.events.last_standing(ASMA, 1) == (second,)
        assert look.events.last_standing(ASMA, 0) == ()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(targets=st.lists(st.none() | st.integers(0, 30), max_size=30))
def test_what_undo_finds_is_what_still_stands(
    database: Database, an_event: MakeEvent, targets: list[int | None]
) -> None:
    trainee = TraineeId(f"trainee-{id(targets)}-{len(targets)}")
    log: list[Event] = []
    for target in targets:
        body = {} if target is None or not log else {"target": log[target % len(log)].id}
        kind = EventKind.RETRACTED if body else EventKind.ANSWERED
        log += append(database, an_event(trainee=trainee, kind=kind, body=body))

    with database.read() as look:
        found = look.events.last_standing(trainee, 100)
        everything = list(look.events.newest_first(trainee))

    assert found == tuple(reversed(standing(everything)))


def test_an_erased_trainee_is_gone_and_stays_gone(database: Database, an_event: MakeEvent) -> None:
    (hers,) = append(database, an_event())
    append(database, an_event(trainee=BILAL))

    with database.write() as change:
        change.people.erase(ASMA, NOON)
    with database.write() as change:
        received = change.events.receive([replace(hers, received_at=NOON)])

    assert (received.new, received.erased) == ((), 1)
    with database.read() as look:
        assert look.events.trainees() == (BILAL,)
        assert look.events.get([EventId(hers.id)]) == ()
