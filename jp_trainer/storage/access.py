"""Hold one open transaction as its stores see it: the connection, and what was touched."""

import enum
import sqlite3

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
    """One transaction. Stores read and write through `connection` and add to `touched`.

    Attributes:
        driver: the same connection without SQLAlchemy, for ready.py.
    """

    __slots__ = ("connection", "driver", "touched")

    def __init__(self, connection: sa.Connection) -> None:
        """On a connection whose transaction has begun."""
        self.connection = connection
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self.driver = driver
        self.touched = Topic.NOTHING
