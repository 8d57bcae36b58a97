"""Copy the learner's file while it is in use, keep the copies that matter, put one back.

A backup is one complete SQLite file in the folder `backups` beside the learner's file, named
`<name>-<time, UTC>-v<schema>-<reason>.db`.
"""

import contextlib
import enum
import os
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jp_trainer.core.study_day import StudyDay
from jp_trainer.storage.errors import DamagedFileError, FileGoneError, expected

FOLDER = "backups"
_TIME = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"-(\d{8}T\d{6}Z)-v(\d+)-([a-z-]+?)(?:-\d+)?\.db$")

DAYS_KEPT = 7
WEEKS_KEPT = 4
OTHERS_KEPT = 3


class Reason(enum.Enum):
    """Why a backup was made."""

    DAILY = "daily"
    BEFORE_IMPORT = "before-import"
    BEFORE_UPGRADE = "before-upgrade"
    BEFORE_RESTORE = "before-restore"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, by its name. `made_at`: aware, UTC. `schema`: the format it has."""

    path: Path
    made_at: datetime
    schema: int
    reason: Reason
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: names of trainees in the order they came, answers, last day of study."""

    trainees: tuple[str, ...]
    answers: int
    last_day: StudyDay | None


def folder_of(database: Path) -> Path:
    """Where the backups of a database lie."""
    return database.parent / FOLDER


def make(database: Path, reason: Reason, now: datetime) -> Backup:
    """Copy the file as it is at this moment, also while it is written to.

    Raises the FileError leaves; no half backup stays.
    """
    try:
        folder = folder_of(database)
        folder.mkdir(exist_ok=True)
        schema = copy(database, folder / f".{reason.value}.part")
        target = _free_name(database, reason, now, schema)
        (folder / f".{reason.value}.part").replace(target)
        sync_folder(folder)
        return Backup(target, now.astimezone(UTC), schema, reason, target.stat().st_size)
    except OSError as error:
        known = expected(error, database)
        if known is None:
            raise
        raise known from error


def copy(source: Path, target: Path) -> int:
    """Copy a database into one complete, synced file; returns its schema number.

    What was at `target` is replaced. Raises the FileError leaves; no half copy stays.
    """
    if not source.exists():
        raise FileGoneError(source)
    try:
        target.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as new:
            with contextlib.closing(open_to_read(source)) as old:
                old.backup(new)
            # One file, without a write-ahead log beside it.
            new.execute("pragma journal_mode = delete")
            (schema,) = new.execute("pragma user_version").fetchone()
        sync_file(target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            target.unlink(missing_ok=True)
        known = expected(error, source)
        if known is None:
            raise
        raise known from error
    return int(schema)


def listed(database: Path) -> tuple[Backup, ...]:
    """All backups of a database, newest first."""
    found = [
        backup
        for path in folder_of(database).glob("*.db")
        if path.is_file() and (backup := _of_name(path)) is not None
    ]
    return tuple(sorted(found, key=lambda b: (b.made_at, b.path.name), reverse=True))


def contents(path: Path) -> Contents:
    """What a backup holds, from its daily sums, without reading every event.

    Raises DamagedFileError if it cannot be read.
    """
    try:
        with contextlib.closing(open_to_read(path, unchanging=True)) as file:
            trainees = file.execute("select name from trainee order by created_at, id").fetchall()
            answers, last_day = file.execute(
                "select coalesce(sum(answered), 0), max(study_day) from day_sum"
            ).fetchone()
    except sqlite3.Error as error:
        raise DamagedFileError(path, str(error)) from error
    return Contents(
        tuple(name for (name,) in trainees),
        int(answers),
        None if last_day is None else StudyDay(last_day),
    )


def keep_daily(database: Path, now: datetime) -> Backup | None:
    """The daily backup, if today has none yet, and the old ones away; for the background.

    Raises DamagedFileError(database) if the copy is not whole; the good backups before it stay.
    """
    if not is_daily_due(database, now):
        return None
    backup = make(database, Reason.DAILY, now)
    if complaint := complaint_of(backup.path):
        backup.path.unlink(missing_ok=True)
        raise DamagedFileError(database, complaint)
    prune(database)
    return backup


def complaint_of(path: Path) -> str:
    """What SQLite finds wrong in a backup when it reads all of it; "" if it is whole."""
    try:
        with contextlib.closing(open_to_read(path, unchanging=True)) as file:
            (found,) = file.execute("pragma quick_check(1)").fetchone()
    except sqlite3.Error as error:
        return str(error)
    return "" if found == "ok" else str(found)


def is_daily_due(database: Path, now: datetime) -> bool:
    """Whether no daily backup was made yet on this calendar day (UTC)."""
    return not any(
        backup.reason is Reason.DAILY and backup.made_at.date() == now.astimezone(UTC).date()
        for backup in listed(database)
    )


def prune(database: Path) -> tuple[Path, ...]:
    """Delete daily backups beyond 7 days and 4 weeks, and all but 3 of each other kind.

    Those made by hand stay. Returns what was deleted.
    """
    backups = listed(database)
    kept = set(_newest_of_days(backups))
    for reason in Reason:
        if reason is Reason.MANUAL:
            kept |= {b for b in backups if b.reason is reason}
        elif reason is not Reason.DAILY:
            kept |= set([b for b in backups if b.reason is reason][:OTHERS_KEPT])
    gone = [backup.path for backup in backups if backup not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
    return tuple(gone)


def open_to_read(path: Path, *, unchanging: bool = False) -> sqlite3.Connection:
    """A connection that makes no file. `unchanging`: nobody writes, so no lock is needed."""
    # A URI knows no other way to say "do not create"; as_uri escapes ? and #.
    options = "mode=ro&immutable=1" if unchanging else "mode=rw"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True)
    if not unchanging:
        connection.execute("pragma query_only = on")
    return connection


def sync_file(path: Path) -> None:
    """Have the disk keep the file's content."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk keep the folder's names, where the system can be asked to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _newest_of_days(backups: tuple[Backup, ...]) -> Iterator[Backup]:
    """The newest daily one of each of 7 days, then of each of 4 weeks before."""
    days: set[object] = set()
    weeks: set[object] = set()
    for backup in backups:
        if backup.reason is not Reason.DAILY:
            continue
        day = backup.made_at.date()
        week = day.isocalendar()[:2]
        if day in days:
            continue
        if len(days) < DAYS_KEPT:
            days.add(day)
            yield backup
        elif week not in weeks and len(weeks) < WEEKS_KEPT:
            weeks.add(week)
            yield backup


def _free_name(database: Path, reason: Reason, now: datetime, schema: int) -> Path:
    stem = f"{database.stem}-{now.astimezone(UTC).strftime(_TIME)}-v{schema}-{reason.value}"
    path = folder_of(database) / f"{stem}.db"
    number = 1
    while path.exists():
        number += 1
        path = path.with_name(f"{stem}-{number}.db")
    return path


def _of_name(path: Path) -> Backup | None:
    found = _NAME.search(path.name)
    if found is None:
        return None
    try:
        made_at = datetime.strptime(found[1], _TIME).replace(tzinfo=UTC)
        reason = Reason(found[3])
    except ValueError:
        return None
    return Backup(path, made_at, int(found[2]), reason, path.stat().st_size)
