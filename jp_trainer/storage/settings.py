"""Keep choices as JSON values, of a trainee or of the installation."""

from typing import Any

import sqlalchemy as sa

from jp_trainer.core.ids import TraineeId
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.columns import from_json, to_json
from jp_trainer.storage.ready import Ready
from jp_trainer.storage.upserts import upsert

INSTALLATION = ""
"""The owner of choices that are nobody's own."""

_t = tables.setting.c
_OF_OWNER = _t.owner == sa.bindparam("owner")
_GET = Ready(sa.select(_t.value).where(_OF_OWNER, _t.key == sa.bindparam("key")))
_ALL = sa.select(_t.key, _t.value).where(_OF_OWNER).order_by(_t.key)
_PUT = upsert(tables.setting)
_REMOVE = sa.delete(tables.setting).where(_OF_OWNER, _t.key == sa.bindparam("key"))


class Settings:
    """Values by owner and key."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, owner: TraineeId | str, key: str, default: Any = None) -> Any:
        """The value, or `default` if it was never chosen."""
        row = _GET.first(self._access, {"owner": owner, "key": key})
        return default if row is None else from_json(row[0], default)

    def all(self, owner: TraineeId | str) -> dict[str, Any]:
        """Everything this owner chose."""
        rows = self._access.connection.execute(_ALL, {"owner": owner})
        return {row.key: from_json(row.value) for row in rows}

    def put(self, owner: TraineeId | str, key: str, value: object) -> None:
        """Keep a choice: any JSON value."""
        self._access.connection.execute(_PUT, {"owner": owner, "key": key, "value": to_json(value)})
        self._access.touched |= Topic.PEOPLE

    def remove(self, owner: TraineeId | str, key: str) -> None:
        """Go back to the default."""
        self._access.connection.execute(_REMOVE, {"owner": owner, "key": key})
        self._access.touched |= Topic.PEOPLE
