"""Keep what happened: append, receive, and look up by what it was about."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa

from jp_trainer.core.events import SITTING_KINDS, Event, EventKind
from jp_trainer.core.ids import DeviceId, EventId, TraineeId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.columns import Row, from_micros, object_from_json, to_json, to_micros
from jp_trainer.storage.errors import ConflictingEventError
from jp_trainer.storage.ready import Ready

_Value = TypeVar("_Value")
_BATCH = 500
_t = tables.event.c
_COLUMNS = (
    *(_t.id, _t.device, _t.seq, _t.trainee, _t.kind, _t.subject),
    *(_t.at, _t.utc_offset_min, _t.study_day, _t.body, _t.received_at),
)
_ORDER = (_t.at, _t.device, _t.seq, _t.id)

_APPEND = Ready(sa.insert(tables.event), columns=(column.name for column in _COLUMNS))
_LAST_SEQ = Ready(
    sa.select(sa.func.coalesce(sa.func.max(_t.seq), 0)).where(_t.device == sa.bindparam("device"))
)
_GET = sa.select(*_COLUMNS).where(_t.id.in_(sa.bindparam("ids", expanding=True)))
_OF_SUBJECT = (
    sa.select(*_COLUMNS)
    .where(_t.trainee == sa.bindparam("trainee"), _t.subject == sa.bindparam("subject"))
    .order_by(*_ORDER)
)
_AFTER = (
    sa.select(*_COLUMNS, _t.arrival)
    .where(_t.trainee == sa.bindparam("trainee"), _t.arrival > sa.bindparam("arrival"))
    .order_by(_t.arrival)
    .limit(sa.bindparam("limit"))
)
_BEFORE = (
    sa.select(*_COLUMNS, _t.arrival)
    .where(
        _t.trainee == sa.bindparam("trainee"),
        _t.arrival < sa.bindparam("arrival"),
        _t.kind.not_in(sa.bindparam("without", expanding=True)),
    )
    .order_by(_t.arrival.desc())
    .limit(sa.bindparam("limit"))
)
_SUBJECTS = sa.select(_t.subject).where(_t.trainee == sa.bindparam("trainee")).distinct()
_COUNT = sa.select(sa.func.count()).where(_t.trainee == sa.bindparam("trainee"))
_TRAINEES = sa.select(_t.trainee).distinct()
_ERASED = sa.select(tables.erasure.c.trainee)
_NEVER = 2**62


@dataclass(frozen=True, slots=True)
class Received:
    """What became of events from elsewhere.

    Attributes:
        new: those that were not here yet, in the order given. known: how many were.
        erased: how many belong to a trainee whose data was erased; they were not kept.
    """

    new: tuple[Event, ...]
    known: int
    erased: int


class Events:
    """The log. Nothing in it is changed; triggers refuse it."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def append(self, event: Event) -> Event:
        """Keep an event made on this device; returns it with its `seq`, whatever it had before."""
        return self.append_all([event])[0]

    def append_all(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Keep events made on this device, in this order; returns them with their `seq`."""
        seqs: dict[DeviceId, int] = {}
        numbered: list[Event] = []
        for event in events:
            if event.device not in seqs:
                last = _LAST_SEQ.first(self._access, {"device": event.device})
                seqs[event.device] = last[0] if last else 0
            seqs[event.device] += 1
            numbered.append(replace(event, seq=seqs[event.device]))
        if numbered:
            _APPEND.run(self._access, [_to_row(event) for event in numbered])
            self._announce(numbered)
        return tuple(numbered)

    def receive(self, events: Iterable[Event]) -> Received:
        """Keep events made elsewhere, as they are; receiving twice changes nothing.

        `received_at` must be set by the caller; it is no part of an event's content.
        Raises ConflictingEventError if an id is taken by another event: let it leave the block.
        """
        connection = self._access.connection
        erased_trainees = set(connection.execute(_ERASED).scalars())
        new: list[Event] = []
        known = erased = 0
        for batch in _batches(events):
            there = {event.id: event for event in self.get(event.id for event in batch)}
            fresh: list[Event] = []
            for event in batch:
                if event.trainee in erased_trainees:
                    erased += 1
                elif (same := there.get(event.id)) is None:
                    there[event.id] = event
                    fresh.append(event)
                elif _content(same) == _content(event):
                    known += 1
                else:
                    raise ConflictingEventError(event.id)
            if fresh:
                _APPEND.run(self._access, [_to_row(event) for event in fresh])
                self._announce(fresh)
                new += fresh
        return Received(tuple(new), known, erased)

    def get(self, ids: Iterable[EventId]) -> tuple[Event, ...]:
        """Those of these events that are here, in no particular order."""
        found: list[Event] = []
        for batch in _batches(ids):
            rows = self._access.connection.execute(_GET, {"ids": batch})
            found += [_to_event(row) for row in rows]
        return tuple(found)

    def of_subject(self, trainee: TraineeId, subject: str) -> tuple[Event, ...]:
        """All events about a card, word or sitting, retracted ones too, in order."""
        rows = self._access.connection.execute(
            _OF_SUBJECT, {"trainee": trainee, "subject": subject}
        )
        return tuple(_to_event(row) for row in rows)

    def of_trainee_after(
        self, trainee: TraineeId, arrival: int = 0, limit: int = 10_000
    ) -> tuple[tuple[Event, ...], int]:
        """The next events that reached this file, in order of arrival, and the last arrival.

        Pass the number back to go on, in this call or next month; no events: nothing more.
        """
        rows = self._access.connection.execute(
            _AFTER, {"trainee": trainee, "arrival": arrival, "limit": limit}
        ).all()
        return tuple(_to_event(row) for row in rows), rows[-1].arrival if rows else arrival

    def newest_first(
        self, trainee: TraineeId, expected: int = 32, without: Collection[str] = ()
    ) -> Iterator[Event]:
        """All events of a trainee as they reached this file, newest first, read as needed.

        `expected`: how many will probably be looked at. `without`: kinds to pass over.
        """
        arrival = _NEVER
        limit = expected
        while True:
            rows = self._access.connection.execute(
                _BEFORE,
                {
                    "trainee": trainee,
                    "arrival": arrival,
                    "limit": limit,
                    "without": sorted(without),
                },
            ).all()
            if not rows:
                return
            yield from (_to_event(row) for row in rows)
            arrival = rows[-1].arrival
            limit = min(2 * limit, _BATCH)

    def last_standing(
        self, trainee: TraineeId, limit: int, kinds: Collection[str] = (EventKind.ANSWERED,)
    ) -> tuple[Event, ...]:
        """What an undo would take back: the last events made here that were not retracted.

        By the order in which they were made, not by the clock, which may have been set back.
        Cost grows with `limit` and the retractions since, not with the log.
        """
        gone: set[EventId] = set()
        found: list[Event] = []
        if limit <= 0:
            return ()
        # A mock exam is some hundred events, none of which is taken back.
        for event in self.newest_first(trainee, limit + 2, SITTING_KINDS - set(kinds)):
            if event.id in gone:
                continue
            if event.kind == EventKind.RETRACTED:
                if event.target:
                    gone.add(event.target)
            elif event.kind in kinds and event.received_at is None:
                found.append(event)
                if len(found) == limit:
                    break
        return tuple(found)

    def subjects(self, trainee: TraineeId) -> tuple[str, ...]:
        """Everything a trainee's events are about, sorted: for rebuilding the caches."""
        rows = self._access.connection.execute(_SUBJECTS, {"trainee": trainee})
        return tuple(sorted(rows.scalars()))

    def trainees(self) -> tuple[TraineeId, ...]:
        """Everyone who has events here, sorted."""
        return tuple(sorted(map(TraineeId, self._access.connection.execute(_TRAINEES).scalars())))

    def count(self, trainee: TraineeId) -> int:
        """How many events there are of a trainee. Linear in them: not for every screen."""
        return self._access.connection.execute(_COUNT, {"trainee": trainee}).scalar_one()

    def _announce(self, events: Iterable[Event]) -> None:
        for event in events:
            self._access.touched |= Topic.EXAMS if event.kind in SITTING_KINDS else Topic.REVIEWS


def _batches(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    rest = iter(values)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _content(event: Event) -> Event:
    return replace(event, received_at=None)


def _to_row(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "device": event.device,
        "seq": event.seq,
        "trainee": event.trainee,
        "kind": str(event.kind),
        "subject": event.subject,
        "at": to_micros(event.at),
        "utc_offset_min": event.utc_offset_min,
        "study_day": event.study_day,
        "body": to_json(event.body),
        "received_at": None if event.received_at is None else to_micros(event.received_at),
    }


def _to_event(row: Row) -> Event:
    return Event(
        id=EventId(row[0]),
        device=DeviceId(row[1]),
        seq=row[2],
        trainee=TraineeId(row[3]),
        kind=row[4],
        subject=row[5],
        at=from_micros(row[6]),
        utc_offset_min=row[7],
        study_day=StudyDay(row[8]),
        body=object_from_json(row[9]),
        received_at=None if row[10] is None else from_micros(row[10]),
    )
