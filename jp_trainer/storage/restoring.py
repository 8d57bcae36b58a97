"""Put a backup in the place of the learner's file, without losing what is there now."""

import contextlib
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from jp_trainer.storage import backups
from jp_trainer.storage.database import APPLICATION_ID
from jp_trainer.storage.errors import (
    DamagedFileError,
    FileError,
    NewerFileError,
    UnfitBackupError,
    expected,
)
from jp_trainer.storage.lock_file import LockFile
from jp_trainer.storage.migrations import MIGRATIONS

_BESIDE = ("-wal", "-shm")


def restore(database: Path, backup: Path, now: datetime) -> Path | None:
    """Replace the file by a backup; the database must be closed. Returns where the old one went.

    The file as it was is backed up first (BEFORE_RESTORE); if it is too damaged for that, its
    pieces are kept as they are in a folder beside the backups. None if there was no file.
    Raises FileInUseError, UnfitBackupError or NewerFileError before anything is
    changed, DiskFullError and the other leaves with the old file still in place.
    """
    try:
        lock = LockFile(database)
    except OSError as error:
        _raise_expected(error, database)
    try:
        refuse_unfit(backup)
        new = database.with_name(database.name + ".restored.part")
        backups.copy(backup, new)
        kept = _keep_old(database, now)
        # A log of the old file would otherwise be taken for one of the new file.
        for suffix in _BESIDE:
            database.with_name(database.name + suffix).unlink(missing_ok=True)
        new.replace(database)
        backups.sync_folder(database.parent)
        lock.mark()
    except OSError as error:
        _raise_expected(error, database)
    finally:
        lock.release()
    return kept


def refuse_unfit(backup: Path) -> None:
    """Read all of a backup. Raises UnfitBackupError or NewerFileError."""
    try:
        with contextlib.closing(backups.open_to_read(backup, unchanging=True)) as file:
            (application,) = file.execute("pragma application_id").fetchone()
            (schema,) = file.execute("pragma user_version").fetchone()
    except sqlite3.Error as error:
        raise UnfitBackupError(backup, str(error)) from error
    if application != APPLICATION_ID:
        raise UnfitBackupError(backup, "a database of another program")
    if schema > len(MIGRATIONS):
        raise NewerFileError(backup, schema, len(MIGRATIONS))
    if complaint := backups.complaint_of(backup):
        raise UnfitBackupError(backup, complaint)


def _keep_old(database: Path, now: datetime) -> Path | None:
    if not database.exists():
        return None
    try:
        if database.stat().st_size > 0:
            return backups.make(database, backups.Reason.BEFORE_RESTORE, now).path
    except DamagedFileError:
        pass
    folder = backups.folder_of(database) / f"damaged-{now.strftime('%Y%m%dT%H%M%SZ')}"
    folder.mkdir(parents=True, exist_ok=True)
    for path in (database, *(database.with_name(database.name + s) for s in _BESIDE)):
        if path.exists():
            shutil.copy2(path, folder / path.name)
    return folder


def _raise_expected(error: OSError, path: Path) -> NoReturn:
    known: FileError | None = expected(error, path)
    raise known or error from (error if known else None)
