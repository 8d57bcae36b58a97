"""Keep the ids of different things apart, so that mypy sees a mix-up."""

from typing import NewType

DeckId = NewType("DeckId", str)
"""`[a-z0-9-]{1,40}`, stable for ever."""

WordId = NewType("WordId", str)
"""`deck:id`, globally unique, stable for ever."""

CardId = NewType("CardId", str)
"""`deck:id/aspect`: one aspect of one word; made by cards.card_id."""

TraineeId = NewType("TraineeId", str)
"""UUID from birth, so that joining a centre never migrates data."""

EventId = NewType("EventId", str)
"""UUIDv7, made where the event happened: the identity of the event."""

DeviceId = NewType("DeviceId", str)
"""Which machine: a hint for transfer, never an identity."""
