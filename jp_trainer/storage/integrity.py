"""Check that the file is whole: after an unclean end at once, else weekly, in the background."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jp_trainer.storage.columns import from_micros, to_micros
from jp_trainer.storage.database import Database
from jp_trainer.storage.errors import DamagedFileError

CHECKED_EVERY = timedelta(days=7)
_KEY = "checked at"


def is_check_due(database: Database, now: datetime) -> bool:
    """Whether the program before this one ended uncleanly, or the last check is a week old."""
    if database.ended_uncleanly:
        return True
    with database.read() as look:
        found = look.meta.get(_KEY)
    # A clock that was set back must not put the check off for years.
    return found is None or abs(now - from_micros(int(found))) >= CHECKED_EVERY


def check(database: Database, now: datetime) -> None:
    """Read the whole file and remember that it is whole; writers are not held up.

    Takes seconds for a large file. Raises DamagedFileError with SQLite's first complaint.
    """
    with database.read() as look:
        complaints = look.connection.exec_driver_sql("pragma quick_check(1)").scalars().all()
    if complaints != ["ok"]:
        raise DamagedFileError(database.path, "; ".join(map(str, complaints)))
    database.ended_uncleanly = False
    with database.write() as change:
        change.meta.put(_KEY, str(to_micros(now)))


@dataclass(frozen=True, slots=True)
class FileFacts:
    """How a file is kept: its schema number, and SQLite's journal mode."""

    schema: int
    journal: str


def facts(database: Database) -> FileFacts:
    """What a helper asks of a file."""
    with database.read() as look:
        schema = look.connection.exec_driver_sql("pragma user_version").scalar_one()
        journal = look.connection.exec_driver_sql("pragma journal_mode").scalar_one()
    return FileFacts(int(schema), str(journal))
