"""Keep sittings as they stand, and what is left of their time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from jp_trainer.core.ids import TraineeId
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.columns import from_micros, object_from_json, to_json, to_micros
from jp_trainer.storage.ready import Ready
from jp_trainer.storage.upserts import upsert

_t = tables.sitting.c
_c = tables.sitting_clock.c
_COLUMNS = (
    *(_t.id, _t.trainee, _t.exam, _t.blueprint, _t.mode, _t.form),
    *(_t.begun_at, _t.finished, _t.body),
)
_GET = Ready(sa.select(*_COLUMNS).where(_t.id == sa.bindparam("sitting")))
_OF_TRAINEE = Ready(
    sa.select(*_COLUMNS)
    .where(_t.trainee == sa.bindparam("trainee"))
    .order_by(_t.begun_at.desc(), _t.id.desc())
)
_ALL = Ready(sa.select(*_COLUMNS).order_by(_t.id))
_PUT = Ready(upsert(tables.sitting))
_DROP = sa.delete(tables.sitting).where(_t.trainee == sa.bindparam("trainee"))
_CLOCKS = Ready(
    sa.select(_c.clock, _c.remaining_ms, _c.saved_at).where(_c.sitting == sa.bindparam("sitting"))
)
_PUT_CLOCK = Ready(upsert(tables.sitting_clock))


@dataclass(frozen=True, slots=True)
class SittingRow:
    """One sitting.

    Attributes:
        begun_at: aware, UTC. finished: a sitting_state.FinishedBy value, "" while it runs.
        body: what sitting_log.to_json wrote.
    """

    id: str
    trainee: TraineeId
    exam: str
    blueprint: str
    mode: str
    form: str
    begun_at: datetime
    finished: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SavedClock:
    """What was left on a clock (ms), and when that was saved, by the computer's clock."""

    remaining_ms: int
    saved_at: datetime


class Sittings:
    """The sittings of everyone on this machine."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, sitting: str) -> SittingRow | None:
        """A sitting, or None if there is none with this id."""
        row = _GET.first(self._access, {"sitting": sitting})
        return None if row is None else _to_row(row)

    def of_trainee(self, trainee: TraineeId) -> tuple[SittingRow, ...]:
        """A trainee's sittings, the newest first."""
        return tuple(map(_to_row, _OF_TRAINEE.all(self._access, {"trainee": trainee})))

    def all(self) -> tuple[SittingRow, ...]:
        """Everyone's: for what is learnt about items."""
        return tuple(map(_to_row, _ALL.all(self._access, {})))

    def put(self, row: SittingRow) -> None:
        """Keep a sitting as it is now."""
        values = {
            "id": row.id,
            "trainee": row.trainee,
            "exam": row.exam,
            "blueprint": row.blueprint,
            "mode": row.mode,
            "form": row.form,
            "begun_at": to_micros(row.begun_at),
            "finished": row.finished,
            "body": to_json(row.body),
        }
        _PUT.run(self._access, [values])
        self._access.touched |= Topic.EXAMS

    def drop_all(self, trainee: TraineeId) -> None:
        """Forget the cache of a trainee, before it is made again; clocks stay."""
        self._access.connection.execute(_DROP, {"trainee": trainee})
        self._access.touched |= Topic.EXAMS

    def clocks(self, sitting: str) -> Mapping[str, SavedClock]:
        """What is left, by clock, as it was saved last."""
        rows = _CLOCKS.all(self._access, {"sitting": sitting})
        return {clock: SavedClock(left, from_micros(at)) for clock, left, at in rows}

    def put_clock(self, trainee: TraineeId, sitting: str, clock: str, saved: SavedClock) -> None:
        """Overwrite what is left on a clock. Announces nothing: a clock is no news."""
        values = {
            "sitting": sitting,
            "clock": clock,
            "trainee": trainee,
            "remaining_ms": saved.remaining_ms,
            "saved_at": to_micros(saved.saved_at),
        }
        _PUT_CLOCK.run(self._access, [values])


def _to_row(row: tuple[Any, ...]) -> SittingRow:
    return SittingRow(
        id=row[0],
        trainee=TraineeId(row[1]),
        exam=row[2],
        blueprint=row[3],
        mode=row[4],
        form=row[5],
        begun_at=from_micros(row[6]),
        finished=row[7],
        body=object_from_json(row[8]),
    )
