"""Keep copies of the learner's file, say what each holds, put one back."""

from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.study_day import Moment
from jp_trainer.services.app import App
from jp_trainer.services.opening import database_of
from jp_trainer.storage import backups, restoring
from jp_trainer.storage.backups import Backup, Contents, Reason
from jp_trainer.storage.errors import DamagedFileError

__all__ = ["Backup", "Contents", "Reason"]


@dataclass(frozen=True, slots=True)
class Saved:
    """A backup and what it holds; `contents` is None if it cannot be read."""

    backup: Backup
    contents: Contents | None


@dataclass(frozen=True, slots=True)
class BackupsState:
    """The screen of backups: what the file holds now, what was kept of it, newest first."""

    now: Contents
    saved: tuple[Saved, ...]
    folder: Path


def overview(app: App) -> BackupsState:
    """The state of the screen of backups."""
    return BackupsState(contents_now(app), saved_in(app.data), backups.folder_of(app.database.path))


def contents_now(app: App) -> Contents:
    """What the learner's file holds at this moment."""
    with app.database.read() as view:
        trainees = view.people.all()
        answers = sum(view.day_sums.total(trainee.id).answered for trainee in trainees)
        days = [day for trainee in trainees for day in view.day_sums.by_day(trainee.id)]
    return Contents(tuple(trainee.name for trainee in trainees), answers, max(days, default=None))


def saved_in(data: Path) -> tuple[Saved, ...]:
    """All backups of a data folder, newest first; its file need not be open, nor whole."""
    return tuple(Saved(backup, _contents(backup)) for backup in backups.listed(database_of(data)))


def make(app: App, reason: Reason = Reason.MANUAL) -> Saved:
    """Copy the file now. One made by hand is kept until someone deletes it.

    Raises DamagedFileError if the copy is not whole (it is not kept then), and the other leaves of
    FileError.
    """
    backup = backups.make(app.database.path, reason, app.clock().at)
    if complaint := backups.complaint_of(backup.path):
        backup.path.unlink(missing_ok=True)
        raise DamagedFileError(app.database.path, complaint)
    backups.prune(app.database.path)
    return Saved(backup, _contents(backup))


def keep_daily(app: App) -> bool:
    """The backup of today if there is none yet; 7 of days and 4 of weeks stay. For the background.

    Returns whether one was made. A file nobody uses yet is not copied. Raises as `make`.
    """
    with app.database.read() as view:
        if not view.people.all():
            return False
    return backups.keep_daily(app.database.path, app.clock().at) is not None


def refuse_unfit(backup: Path) -> None:
    """Read all of a backup before anything is given up for it; takes seconds for a large one.

    Raises UnfitBackupError or NewerFileError about the backup.
    """
    restoring.refuse_unfit(backup)


def restore(data: Path, backup: Path, now: Moment) -> Path | None:
    """Put a backup in the place of the file, which must be closed. Returns where the old one went.

    What was there is kept as a backup first; None if there was nothing. Raises FileInUseError,
    UnfitBackupError or NewerFileError about the backup before anything is changed; DiskFullError
    and the other leaves with the old file still in place.
    """
    return restoring.restore(database_of(data), backup, now.at)


def _contents(backup: Backup) -> Contents | None:
    try:
        return backups.contents(backup.path)
    except DamagedFileError:
        return None
