"""Keep who studies here, and erase a person on demand."""

from datetime import datetime

import sqlalchemy as sa

from jp_trainer.core.ids import TraineeId
from jp_trainer.core.people import Preferences, Role, Trainee
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.columns import Row, from_micros, object_from_json, to_json, to_micros
from jp_trainer.storage.ready import Ready
from jp_trainer.storage.upserts import insert_or_ignore, upsert

_t = tables.trainee.c
_COLUMNS = (_t.id, _t.name, _t.created_at, _t.role, _t.pin, _t.preferences)
_GET = Ready(sa.select(*_COLUMNS).where(_t.id == sa.bindparam("trainee")))
_ALL = sa.select(*_COLUMNS).order_by(_t.created_at, _t.id)
_PUT = upsert(tables.trainee)
_REMEMBER_ERASURE = insert_or_ignore(tables.erasure)
_OF_TRAINEE = (
    tables.event,
    tables.card_state,
    tables.word_state,
    tables.day_sum,
    tables.day_reason,
    tables.running_round,
    tables.sitting,
    tables.sitting_clock,
)
_ERASE = (
    *(sa.delete(t).where(t.c.trainee == sa.bindparam("trainee")) for t in _OF_TRAINEE),
    sa.delete(tables.setting).where(tables.setting.c.owner == sa.bindparam("trainee")),
    sa.delete(tables.trainee).where(_t.id == sa.bindparam("trainee")),
)


class People:
    """The trainees of this installation."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, trainee: TraineeId) -> Trainee | None:
        """The trainee, or None if there is none with this id."""
        row = _GET.first(self._access, {"trainee": trainee})
        return None if row is None else _to_trainee(row)

    def all(self) -> tuple[Trainee, ...]:
        """Everyone, in the order in which they came."""
        return tuple(map(_to_trainee, self._access.connection.execute(_ALL)))

    def put(self, trainee: Trainee) -> None:
        """Add a trainee, or keep what changed."""
        row = {
            "id": trainee.id,
            "name": trainee.name,
            "created_at": to_micros(trainee.created_at),
            "role": trainee.role.value,
            "pin": trainee.pin,
            "preferences": to_json(trainee.preferences.to_json()),
        }
        self._access.connection.execute(_PUT, row)
        self._access.touched |= Topic.PEOPLE

    def erase(self, trainee: TraineeId, at: datetime) -> None:
        """Delete everything about a person for good; their events will not be received again.

        Backups made earlier still hold it.
        """
        self._access.connection.execute(
            _REMEMBER_ERASURE, {"trainee": trainee, "at": to_micros(at)}
        )
        for statement in _ERASE:
            self._access.connection.execute(statement, {"trainee": trainee})
        self._access.touched |= Topic.PEOPLE | Topic.REVIEWS


def _to_trainee(row: Row) -> Trainee:
    return Trainee(
        id=TraineeId(row[0]),
        name=row[1],
        created_at=from_micros(row[2]),
        role=Role.OWNER if row[3] == Role.OWNER.value else Role.TRAINEE,
        pin=row[4],
        preferences=Preferences.from_json(object_from_json(row[5])),
    )
