"""Run the statements of the hottest paths on the driver itself.

SQLAlchemy still writes the SQL, once. To run it, SQLAlchemy takes three times as long as SQLite,
which is most of the millisecond that an answer may take.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from jp_trainer.storage.access import Access

_DIALECT = sqlite.dialect(paramstyle="named")


class Ready:
    """A statement whose SQL is written. Lists of values ("expanding") are not for it.

    Raises the errors of sqlite3, which Database takes as it takes those of SQLAlchemy.
    """

    __slots__ = ("_fixed", "_sql")

    def __init__(
        self,
        statement: sa.Select[Any] | sa.Insert | sa.TextClause,
        columns: Iterable[str] | None = None,
    ) -> None:
        """`columns`: those that an insert is given; None: all."""
        keys = None if columns is None else list(columns)
        compiled = statement.compile(dialect=_DIALECT, column_keys=keys)
        self._sql = compiled.string
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}

    def first(self, access: Access, values: Mapping[str, object]) -> tuple[Any, ...] | None:
        """The first row, or None if there is none."""
        cursor = access.driver.execute(self._sql, {**self._fixed, **values})
        row: tuple[Any, ...] | None = cursor.fetchone()
        cursor.close()
        return row

    def all(self, access: Access, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """All rows."""
        return access.driver.execute(self._sql, {**self._fixed, **values}).fetchall()

    def run(self, access: Access, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert these rows."""
        access.driver.executemany(self._sql, rows)
