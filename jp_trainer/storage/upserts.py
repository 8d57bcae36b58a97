"""Build "insert, or update what is there" in one place: the only statements that name a dialect."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite


def upsert(table: sa.Table, *, keep: Iterable[str] = ()) -> sa.Insert:
    """Insert a row; where its primary key is taken, overwrite every other column but `keep`."""
    statement = sqlite.insert(table)
    keys = {column.name for column in table.primary_key}
    change = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys | set(keep)
    }
    return statement.on_conflict_do_update(index_elements=sorted(keys), set_=change)


def add_up(table: sa.Table) -> sa.Insert:
    """Insert a row; where its primary key is taken, add every other column to what is there."""
    statement = sqlite.insert(table)
    keys = {column.name for column in table.primary_key}
    change = {
        column.name: column + statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys
    }
    return statement.on_conflict_do_update(index_elements=sorted(keys), set_=change)


def insert_or_ignore(table: sa.Table) -> sa.Insert:
    """Insert a row; where a unique key is taken, leave what is there.

    Never INSERT OR REPLACE: it deletes behind the back of append-only triggers unless
    `recursive_triggers` is on.
    """
    return sqlite.insert(table).on_conflict_do_nothing()
