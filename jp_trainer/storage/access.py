"""Hold one open transaction as its stores see it: the connection, and what was touched."""

import enum

import sqlalchemy as sa


class Topic(enum.Flag):
    """What a transaction touched; screens reload when a topic of theirs did."""

    NOTHING = 0
    CONTENT = enum.auto()
    """Decks, words, readings, items."""
    REVIEWS = enum.auto()
    """Events and everything that follows from them."""
    EXAMS = enum.auto()
    """Sittings and papers."""
    PEOPLE = enum.auto()
    """Trainees and their settings."""


class Access:
    """One transaction. Stores read and write through `connection` and add to `touched`."""

    __slots__ = ("connection", "touched")

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self.touched = Topic.NOTHING
