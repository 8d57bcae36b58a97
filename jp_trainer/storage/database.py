"""Open the learner's file, bring it up to date, hand out transactions, say what changed."""

import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from jp_trainer.storage import backups
from jp_trainer.storage.access import Topic
from jp_trainer.storage.errors import (
    DamagedFileError,
    FileError,
    FileGoneError,
    NewerFileError,
    ReadOnlyError,
    expected,
)
from jp_trainer.storage.lock_file import LockFile
from jp_trainer.storage.migrations import MIGRATIONS
from jp_trainer.storage.transaction import Transaction

_log = logging.getLogger(__name__)

APPLICATION_ID = 0x4A505452
"""`PRAGMA application_id` of our files: "JPTR"."""

# The smallest page. https://www.sqlite.org/fileformat2.html
_SMALLEST = 512

# https://www.sqlite.org/pragma.html
_PRAGMAS = (
    "busy_timeout = 5000",
    "journal_mode = wal",
    # Every answer is on the disk before it is acknowledged, whatever happens to the power.
    "synchronous = full",
    "fullfsync = on",  # else macOS leaves it in the drive's own cache
    "foreign_keys = on",
    # Without this, INSERT OR REPLACE deletes an event behind the back of its triggers.
    "recursive_triggers = on",
    "temp_store = memory",
    "journal_size_limit = 16777216",
)
_WRITER_PRAGMAS = (*_PRAGMAS, "cache_size = -16384")
_READER_PRAGMAS = (*_PRAGMAS, "cache_size = -8192", "query_only = on")

Listener = Callable[[Topic, object], None]
"""Called with what was touched and the origin of the change."""


class Database:
    """The learner's SQLite file, held for this program alone.

    Attributes:
        path: the file.
        listeners: each called after a commit that touched something, on the thread that wrote.
        ended_uncleanly: the program that had it before was killed or lost power.
    """

    def __init__(self, path: Path, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
        """Open the file, or make a new one. An older file is backed up, then upgraded.

        Raises the FileError leaves of errors.py; the file is then as it was.
        """
        self.path = path
        self.listeners: list[Listener] = []
        self._turn = threading.Lock()
        self._writing_thread: int | None = None
        self._identity: tuple[int, int] | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = LockFile(path)
        except OSError as error:
            known = expected(error, path)
            if known is None:
                raise
            raise known from error
        self._readers = self._engine(_READER_PRAGMAS, "begin", "rw")
        # The writer begins with the write lock: a transaction that reads first and then writes
        # could otherwise find that another connection wrote in between.
        self._writers = self._engine(_WRITER_PRAGMAS, "begin immediate", "rwc")
        self._writer: sa.Connection | None = None
        try:
            self.ended_uncleanly = self._look_before_opening()
            self._writer = self._writers.connect()
            self._upgrade(migrations)
            with self.write() as change:
                change.words.ensure_search()
            self._identity = _identity(path)
            self._lock.mark()
        except BaseException as error:
            self.close()
            known = self._expected(error)
            if known is None:
                raise
            raise known from error

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Look at one consistent moment of the file; writers are not held up."""
        try:
            with self._readers.connect() as connection, connection.begin():
                yield Transaction(connection)
        except (sa.exc.DBAPIError, sqlite3.Error) as error:
            known = self._expected(error)
            # A write in here is a bug, not a read-only disk.
            if known is None or isinstance(known, ReadOnlyError):
                raise
            raise known from error

    @contextmanager
    def write(self, origin: object = None) -> Iterator[Transaction]:
        """Change the file: everything in the block, or on an exception nothing.

        What was touched is announced after the commit, together with `origin`.
        """
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a transaction was begun inside another one")
        with self._turn:
            self._writing_thread = threading.get_ident()
            try:
                if self._writer is None:
                    raise RuntimeError("the database is closed")
                with self._writer.begin():
                    change = Transaction(self._writer)
                    yield change
                    self._refuse_if_gone()
            except (sa.exc.DBAPIError, sqlite3.Error) as error:
                known = self._expected(error)
                if known is None:
                    raise
                raise known from error
            finally:
                self._writing_thread = None
        if change.touched:
            for listener in tuple(self.listeners):
                listener(change.touched, origin)

    def close(self) -> None:
        """Write everything into the one file and let go of it. Waits for a running transaction."""
        with self._turn:
            self._readers.dispose()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            # The last connection to close brings the write-ahead log into the file and deletes it.
            self._writers.dispose()
            self._lock.release()

    def _engine(self, pragmas: Sequence[str], begin: str, mode: str) -> sa.Engine:
        # A URI, so that a reader does not make a new file in the place of a deleted one.
        address = f"{self.path.absolute().as_uri()}?mode={mode}"

        def connect() -> sqlite3.Connection:
            # Without an isolation level, sqlite3 begins nothing by itself: its own way leaves
            # CREATE and ALTER outside of transactions, so that half a migration would stay.
            connection = sqlite3.connect(
                address, uri=True, isolation_level=None, check_same_thread=False
            )
            try:
                for pragma in pragmas:
                    connection.execute(f"pragma {pragma}")
            except BaseException:
                connection.close()
                raise
            return connection

        def on_begin(connection: sa.Connection) -> None:
            _driver(connection).execute(begin)

        engine = sa.create_engine(
            "sqlite://", creator=connect, poolclass=sa.QueuePool, pool_size=3, max_overflow=-1
        )
        sa.event.listen(engine, "begin", on_begin)
        return engine

    def _look_before_opening(self) -> bool:
        """Whether it was not closed properly. Raises DamagedFileError for an emptied file."""
        log = _size(self.path.with_name(self.path.name + "-wal")) or 0
        size = _size(self.path)
        # SQLite would take each of these for a new file, and throw the write-ahead log away.
        is_cut = size is not None and 0 < size < _SMALLEST
        is_emptied = size == 0 and self._lock.marked
        if is_cut or is_emptied or (not size and log):
            raise DamagedFileError(self.path, "the file is empty")
        if size and not log and size < _size_by_header(self.path):
            # SQLite would fill half a page with zeros and go on.
            raise DamagedFileError(self.path, "the file is cut short")
        return log > 0

    def _upgrade(self, migrations: Sequence[Sequence[str]]) -> None:
        assert self._writer is not None
        driver = _driver(self._writer)
        # The line above began a transaction; migrations bring their own.
        self._writer.rollback()
        (found,) = driver.execute("pragma user_version").fetchone()
        (application,) = driver.execute("pragma application_id").fetchone()
        (tables,) = driver.execute("select count(*) from sqlite_master").fetchone()
        if application != APPLICATION_ID and (found or tables):
            raise DamagedFileError(self.path, "a database of another program")
        if found > len(migrations):
            raise NewerFileError(self.path, found, len(migrations))
        if 0 < found < len(migrations):
            made_at = datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
            backups.make(self.path, backups.Reason.BEFORE_UPGRADE, made_at)
        for number, statements in enumerate(migrations[found:], start=found + 1):
            with self._writer.begin():
                for statement in (*statements, f"pragma user_version = {number}"):
                    self._writer.exec_driver_sql(statement)
                self._writer.exec_driver_sql(f"pragma application_id = {APPLICATION_ID}")
            _log.info("database upgraded to schema %d", number)

    def _refuse_if_gone(self) -> None:
        # Elsewhere than on Windows a deleted file can still be written to, and all of it is lost.
        if self._identity is not None and _identity(self.path) != self._identity:
            raise FileGoneError(self.path)

    def _expected(self, error: BaseException) -> FileError | None:
        found = expected(error.orig if isinstance(error, sa.exc.DBAPIError) else error, self.path)
        if found is not None and self._identity is not None and not self.path.exists():
            return FileGoneError(self.path)
        return found


def _driver(connection: sa.Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _size_by_header(path: Path) -> int:
    """How long a database says it is; 0 if it is none. Source: sqlite.org/fileformat2.html."""
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(b"SQLite format 3\0") or header[24:28] != header[92:96]:
        return 0
    page_size = int.from_bytes(header[16:18], "big")
    # 64 KiB does not fit into two bytes.
    return int.from_bytes(header[28:32], "big") * (65536 if page_size == 1 else page_size)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another one of its name; None if there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - once per commit; Path.stat takes twice as long
    except OSError:
        return None
    return found.st_dev, found.st_ino
