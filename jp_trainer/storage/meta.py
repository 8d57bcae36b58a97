"""Remember facts about the file itself: which device it is on, when it was last checked."""

import sqlalchemy as sa

from jp_trainer.core.ids import DeviceId
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access
from jp_trainer.storage.ready import Ready
from jp_trainer.storage.upserts import insert_or_ignore, upsert

_GET = Ready(sa.select(tables.meta.c.value).where(tables.meta.c.key == sa.bindparam("key")))
_PUT = upsert(tables.meta)
_PUT_ONCE = insert_or_ignore(tables.meta)

_DEVICE = "device"


class Meta:
    """Single values by key."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, key: str) -> str | None:
        """The value, or None if it was never put."""
        row = _GET.first(self._access, {"key": key})
        return None if row is None else str(row[0])

    def put(self, key: str, value: str) -> None:
        """Remember the value; announced to nobody."""
        self._access.connection.execute(_PUT, {"key": key, "value": value})

    def device(self) -> DeviceId | None:
        """Which device this file is on; None until `name_device`."""
        found = self.get(_DEVICE)
        return None if found is None else DeviceId(found)

    def name_device(self, new: DeviceId) -> DeviceId:
        """The device's id: `new` if it had none."""
        self._access.connection.execute(_PUT_ONCE, {"key": _DEVICE, "value": new})
        return self.device() or new
