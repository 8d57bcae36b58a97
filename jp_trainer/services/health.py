"""Look after the file in the background: a backup a day, a check of the whole file a week."""

from dataclasses import dataclass

from jp_trainer.services import backups
from jp_trainer.services.app import App
from jp_trainer.storage import integrity


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What was done: a backup of today, a check of the whole file."""

    backed_up: bool
    checked: bool


def upkeep(app: App) -> Upkeep:
    """Do what is due; takes seconds for a large file, and holds up nobody who writes.

    After an unclean end the file is checked at once, else weekly. It is checked first: a backup of
    a damaged file would push out a good one. Raises DamagedFileError, and what backups raise.
    """
    checked = check_if_due(app)
    return Upkeep(backups.keep_daily(app), checked)


def check_if_due(app: App) -> bool:
    """Check the whole file if that is due; whether it was. Raises DamagedFileError."""
    now = app.clock().at
    if not integrity.is_check_due(app.database, now):
        return False
    integrity.check(app.database, now)
    return True


def check(app: App) -> None:
    """Check the whole file now. Raises DamagedFileError with SQLite's first complaint."""
    integrity.check(app.database, app.clock().at)
