"""Let one program at a time have the learner's file: a lock beside it, held while it is open.

SQLite itself would let two programs take turns, but their caches, rounds and backups would not
know of each other. The system lets go of the lock when the program ends, however it ends. The
lock file is never deleted: another program might be about to lock it.
"""

import errno
import logging
import os
import sys
from pathlib import Path

from jp_trainer.storage.errors import FileInUseError

_log = logging.getLogger(__name__)

# Some network drives have no locks; SQLite's own still keep the file whole there.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}
# Locked far behind the content, so that the content stays readable on Windows.
_LOCKED_BYTE = 1 << 20


class LockFile:
    """Held from construction until `release`.

    Raises FileInUseError(database) if another program, or another LockFile of this one, holds it;
    OSError if the file cannot be made.
    """

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock")
        self._descriptor: int | None = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(self._descriptor)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                _log.warning("no lock on this drive: error %s", error.errno)
                return
            self.release()
            if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise FileInUseError(database) from error
            raise

    @property
    def marked(self) -> bool:
        """Whether the database was once complete: `mark` was called, by any program."""
        assert self._descriptor is not None
        return os.fstat(self._descriptor).st_size > 0

    def mark(self) -> None:
        """Remember that the database is complete, so that an empty one is known as damaged."""
        assert self._descriptor is not None
        if not self.marked:
            os.write(self._descriptor, b"complete\n")

    def release(self) -> None:
        """Let others have the file. Calling it twice changes nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    # flock, not lockf: that one is lost when the program closes any other handle of the file.
    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
