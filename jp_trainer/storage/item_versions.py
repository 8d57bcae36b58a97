"""Keep every version of an exam item that was once shown, so that no update rewrites an answer."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from jp_trainer.storage import tables
from jp_trainer.storage.access import Access
from jp_trainer.storage.columns import object_from_json, to_json
from jp_trainer.storage.upserts import insert_or_ignore

_t = tables.item_version.c
_GET = sa.select(_t.body).where(_t.digest == sa.bindparam("digest"))
_PUT = insert_or_ignore(tables.item_version)


class ItemVersions:
    """Items by the digest of their content."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, digest: str) -> Mapping[str, Any] | None:
        """The item, or None if it was never shown here."""
        text = self._access.connection.execute(_GET, {"digest": digest}).scalar_one_or_none()
        return None if text is None else object_from_json(text)

    def put(self, digest: str, body: Mapping[str, Any]) -> None:
        """Keep an item; the same digest again changes nothing."""
        self._access.connection.execute(_PUT, {"digest": digest, "body": to_json(body)})
