"""The caches equal a replay of the log, whatever the order in which events arrive."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.events import Answered, Event, EventKind, Rating
from jp_trainer.core.ids import DeviceId, EventId
from jp_trainer.core.study_day import Moment
from jp_trainer.services.recording import follow
from tests.examples import MORNING, School, a_school
from tests.services.caches import assert_caches_are_the_log

HAPPENINGS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *[EventKind.ANSWERED] * 5,
                EventKind.EXTRA_PRACTISED,
                EventKind.OVERRIDDEN,
                EventKind.RETRACTED,
                EventKind.KNOWN,
                EventKind.RESUMED,
                EventKind.RESTED,
                EventKind.RESET,
            ]
        ),
        st.integers(0, 2),  # which word
        st.sampled_from(list(Rating)),
        st.integers(-40, 400),  # the clock jumps, in hours
        st.sampled_from(["laptop", "usb-7"]),
        st.integers(0, 30),  # which earlier event it is about
    ),
    min_size=1,
    max_size=25,
)


def as_log(school: School, happenings: list[tuple[Any, ...]]) -> list[Event]:
    log: list[Event] = []
    at = MORNING
    for number, (kind, word, rating, hours, device, about) in enumerate(happenings):
        at += timedelta(hours=hours)
        moment = Moment(at, 300)
        learnt = school.words[word].id
        subject: str = learnt
        body: dict[str, object] = {}
        if kind in (EventKind.ANSWERED, EventKind.EXTRA_PRACTISED, EventKind.RESET):
            subject = card_id(learnt, Aspect.MEANING)
            reason = "long-vowel" if rating is Rating.AGAIN else ""
            body = Answered(rating, "x", reason=reason, ms=900, deck="test").body()
        elif kind in (EventKind.OVERRIDDEN, EventKind.RETRACTED):
            if not log:
                continue
            target = log[about % len(log)]
            subject = target.subject
            body = {"target": target.id, "rating": rating.value}
        elif kind == EventKind.RESTED:
            body = {"until_day": moment.study_day + 3}
        log.append(
            Event(
                id=EventId(f"e{number:03}"),
                device=DeviceId(device),
                seq=number,
                trainee=school.trainee,
                kind=kind,
                subject=subject,
                at=at,
                utc_offset_min=300,
                study_day=moment.study_day,
                body=body,
                received_at=MORNING,
            )
        )
    return log


@settings(max_examples=60, deadline=None)
@given(HAPPENINGS, st.randoms(use_true_random=False))
def test_events_in_any_order_give_the_caches_that_their_log_gives(happenings, random) -> None:
    with TemporaryDirectory() as folder:
        school = a_school(Path(folder))
        try:
            log = as_log(school, happenings)
            random.shuffle(log)
            with school.app.database.write() as change:
                for event in [*log, *log[:3]]:
                    for new in change.events.receive([event]).new:
                        follow(change, new)
            assert_caches_are_the_log(school)
        finally:
            school.app.database.close()


@pytest.mark.parametrize("kind", [EventKind.OVERRIDDEN, EventKind.RETRACTED])
def test_a_word_on_an_answer_that_arrives_before_it_counts_though_its_clock_was_behind(
    school: School, kind: EventKind
) -> None:
    first = (EventKind.ANSWERED, 0, Rating.AGAIN, 0, "laptop", 0)
    answer, said = as_log(school, [first, (kind, 0, Rating.GOOD, -1, "laptop", 0)])

    with school.app.database.write() as change:
        for event in (said, answer):
            for new in change.events.receive([event]).new:
                follow(change, new)

    assert_caches_are_the_log(school)


def test_a_newer_kind_of_event_is_kept_and_changes_nothing(school: School) -> None:
    card = card_id(school.words[0].id, Aspect.MEANING)
    event = Event(
        id=EventId("n"),
        device=DeviceId("new"),
        seq=1,
        trainee=school.trainee,
        kind="SungAloud",
        subject=card,
        at=MORNING,
        utc_offset_min=300,
        study_day=Moment(MORNING, 300).study_day,
        body={"melody": [1, 2]},
        received_at=MORNING,
    )

    with school.app.database.write() as change:
        for new in change.events.receive([event]).new:
            follow(change, new)

    with school.app.database.read() as view:
        (kept,) = view.events.of_subject(school.trainee, card)
        assert replace(kept, received_at=MORNING) == event
        assert view.card_states.get(school.trainee, card).is_new
