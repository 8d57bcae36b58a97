"""Gather all stores on one connection."""

import sqlalchemy as sa

from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.card_states import CardStates
from jp_trainer.storage.day_sums import DaySums
from jp_trainer.storage.decks import Decks
from jp_trainer.storage.events import Events
from jp_trainer.storage.item_versions import ItemVersions
from jp_trainer.storage.meta import Meta
from jp_trainer.storage.people import People
from jp_trainer.storage.queues import Queues
from jp_trainer.storage.rounds import Rounds
from jp_trainer.storage.settings import Settings
from jp_trainer.storage.sittings import Sittings
from jp_trainer.storage.word_states import WordStates
from jp_trainer.storage.words import Words


class Transaction:
    """Everything that can be read or written, at one moment of the file."""

    __slots__ = (
        *("_access", "events", "card_states", "word_states", "day_sums", "queues"),
        *("rounds", "decks", "words", "item_versions", "people", "settings", "meta"),
        "sittings",
    )

    def __init__(self, connection: sa.Connection) -> None:
        access = self._access = Access(connection)
        self.events = Events(access)
        self.card_states = CardStates(access)
        self.word_states = WordStates(access)
        self.day_sums = DaySums(access)
        self.queues = Queues(access)
        self.rounds = Rounds(access)
        self.decks = Decks(access)
        self.words = Words(access)
        self.item_versions = ItemVersions(access)
        self.people = People(access)
        self.settings = Settings(access)
        self.meta = Meta(access)
        self.sittings = Sittings(access)

    @property
    def connection(self) -> sa.Connection:
        """The connection, for this room and its tests: SQL never leaves storage."""
        return self._access.connection

    @property
    def touched(self) -> Topic:
        """What was changed so far."""
        return self._access.touched

    def touch(self, topics: Topic) -> None:
        """Announce these topics too."""
        self._access.touched |= topics
