"""Keep what a running round still has to ask, so that it survives a power cut."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from jp_trainer.core.ids import TraineeId
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.columns import object_from_json, to_json
from jp_trainer.storage.ready import Ready
from jp_trainer.storage.upserts import upsert

_t = tables.running_round.c
_GET = Ready(sa.select(_t.body).where(_t.trainee == sa.bindparam("trainee")))
_PUT = Ready(upsert(tables.running_round))
_CLEAR = sa.delete(tables.running_round).where(_t.trainee == sa.bindparam("trainee"))


class Rounds:
    """At most one round per trainee, as the JSON object of core.rounds.Round."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, trainee: TraineeId) -> Mapping[str, Any] | None:
        """The trainee's round, or None if none was begun."""
        row = _GET.first(self._access, {"trainee": trainee})
        return None if row is None else object_from_json(row[0])

    def put(self, trainee: TraineeId, body: Mapping[str, Any]) -> None:
        """Keep the round as it is now."""
        _PUT.run(self._access, [{"trainee": trainee, "body": to_json(body)}])
        self._access.touched |= Topic.REVIEWS

    def clear(self, trainee: TraineeId) -> None:
        """The round is over."""
        self._access.connection.execute(_CLEAR, {"trainee": trainee})
        self._access.touched |= Topic.REVIEWS
