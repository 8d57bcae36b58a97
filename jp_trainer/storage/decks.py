"""Keep which decks are installed."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from jp_trainer.core.decks import Deck
from jp_trainer.core.ids import DeckId
from jp_trainer.core.words import Word
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.columns import object_from_json, to_json, to_micros
from jp_trainer.storage.content_json import deck_from_json, deck_to_json
from jp_trainer.storage.upserts import upsert
from jp_trainer.storage.words import Installed, Words

_t = tables.deck.c
_ALL = sa.select(_t.body).order_by(_t.installed_at, _t.id)
_GET = sa.select(_t.body).where(_t.id == sa.bindparam("deck"))
_COUNTS = sa.select(_t.id, _t.words).order_by(_t.installed_at, _t.id)
_REMOVE = sa.delete(tables.deck).where(_t.id == sa.bindparam("deck"))
_PUT = upsert(tables.deck, keep=("installed_at",))


class Decks:
    """Installed decks; their words are in Words."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, deck: DeckId) -> Deck | None:
        """The deck, or None if it is not installed."""
        body = self._access.connection.execute(_GET, {"deck": deck}).scalar_one_or_none()
        return None if body is None else deck_from_json(object_from_json(body))

    def all(self) -> tuple[Deck, ...]:
        """All decks, in the order in which they were first installed."""
        rows = self._access.connection.execute(_ALL).scalars()
        return tuple(deck_from_json(object_from_json(body)) for body in rows)

    def word_counts(self) -> dict[DeckId, int]:
        """How many words each deck has."""
        rows = self._access.connection.execute(_COUNTS)
        return {DeckId(row[0]): row[1] for row in rows}

    def install(self, deck: Deck, words: Iterable[Word], at: datetime) -> Installed:
        """Install a deck, or another version of it: progress is kept, removed words are marked.

        Raises ValueError if a word comes twice.
        """
        words = tuple(words)
        row = {
            "id": deck.id,
            "version": deck.version,
            "words": len(words),
            "installed_at": to_micros(at),
            "body": to_json(deck_to_json(deck)),
        }
        self._access.connection.execute(_PUT, row)
        self._access.touched |= Topic.CONTENT
        return Words(self._access).install(deck.id, words)

    def remove(self, deck: DeckId) -> None:
        """Delete a deck and its words for good, history or not; nothing if it is not there."""
        Words(self._access).delete(deck)
        self._access.connection.execute(_REMOVE, {"deck": deck})
        self._access.touched |= Topic.CONTENT
