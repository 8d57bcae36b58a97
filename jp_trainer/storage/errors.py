"""Name what can go wrong with the file, and sort SQLite's codes into it.

TrainerError
├ FileError             `path`: the learner's file or a backup
│ ├ NewerFileError      written by a later version of the program
│ ├ FileInUseError      another program has it open
│ ├ DiskFullError       no room left
│ ├ ReadOnlyError       the file or its folder may not be written
│ ├ FileGoneError       deleted, moved or unplugged while open
│ ├ DiskFailingError    the disk reports errors
│ └ DamagedFileError    not readable as what it should be
│   └ UnfitBackupError  the file that should be put back is no whole backup
└ ConflictingEventError   two different events have one id
"""

import errno
import sqlite3
from pathlib import Path

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.ids import EventId


class FileError(TrainerError):
    """Something about this file. `path` is the file as the user knows it."""

    def __init__(self, path: Path, *facts: object) -> None:
        super().__init__(path, *facts)
        self.path = path


class NewerFileError(FileError):
    """The file has schema `found`; this program knows up to `known`."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.found = found
        self.known = known


class FileInUseError(FileError):
    """Another program has the file open."""


class DiskFullError(FileError):
    """There is no room for what was to be written; nothing of it was."""


class ReadOnlyError(FileError):
    """The file or its folder may not be written."""


class FileGoneError(FileError):
    """The file was deleted, moved or unplugged while it was open."""


class DiskFailingError(FileError):
    """The disk could not read or write; `detail` is SQLite's or the system's word for it."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.detail = detail


class DamagedFileError(FileError):
    """The file is not what it should be; a backup can take its place. `detail` is for the log."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.detail = detail


class UnfitBackupError(DamagedFileError):
    """This file cannot take the learner's file's place: it is damaged, or no backup of ours."""


class ConflictingEventError(TrainerError):
    """An event arrived whose id is taken by another one: one of the two was forged or damaged."""

    def __init__(self, event: EventId) -> None:
        super().__init__(event)
        self.event = event


_NO_ROOM = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_NOT_ALLOWED = {
    *(errno.EACCES, errno.EPERM, errno.EROFS),
    # No name for a file there: too long, a sign that the system does not allow, a file in the way.
    *(errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP),
}


def expected(error: BaseException | None, path: Path) -> FileError | None:
    """What an error of SQLite or the system means for the user; None if it is a bug of ours."""
    match error:
        case sqlite3.Error():
            return _of_sqlite(error, path)
        case OSError(errno=code) if code in _NO_ROOM:
            return DiskFullError(path)
        case OSError(errno=code) if code in _NOT_ALLOWED:
            return ReadOnlyError(path)
        case OSError(errno=errno.EIO):
            return DiskFailingError(path, str(error))
        case OSError(errno=errno.ENOENT):
            return FileGoneError(path)
        case _:
            return None


def _of_sqlite(error: sqlite3.Error, path: Path) -> FileError | None:
    # Absent where the module itself, not SQLite, raised.
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return None
    found: FileError | None
    match extended & 0xFF:  # the primary code: https://www.sqlite.org/rescode.html
        case sqlite3.SQLITE_FULL:
            found = DiskFullError(path)
        case sqlite3.SQLITE_IOERR if extended == sqlite3.SQLITE_IOERR_SHMSIZE:
            found = DiskFullError(path)  # no room for the index of the write-ahead log
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            found = DamagedFileError(path, str(error))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            found = FileInUseError(path)
        case sqlite3.SQLITE_READONLY if extended == sqlite3.SQLITE_READONLY_DBMOVED:
            found = FileGoneError(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            found = ReadOnlyError(path)
        case sqlite3.SQLITE_CANTOPEN:
            found = ReadOnlyError(path) if path.parent.is_dir() else FileGoneError(path)
        case sqlite3.SQLITE_IOERR:
            found = DiskFailingError(path, str(error)) if path.exists() else FileGoneError(path)
        case _:
            found = None
    return found
