import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jp_trainer.core.cards import Aspect
from jp_trainer.core.day_sums import Sums
from jp_trainer.core.ids import DeckId, TraineeId
from jp_trainer.core.people import Trainee
from jp_trainer.core.study_day import StudyDay
from jp_trainer.storage import backups, integrity, restoring
from jp_trainer.storage.backups import Contents, Reason
from jp_trainer.storage.database import Database
from jp_trainer.storage.errors import (
    DamagedFileError,
    FileGoneError,
    FileInUseError,
    NewerFileError,
    UnfitBackupError,
)
from jp_trainer.storage.migrations import MIGRATIONS

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASMA = TraineeId("asma")


def study(database: Database, answers: int) -> None:
    with database.write() as change:
        change.people.put(Trainee(ASMA, "عاصمہ", NOON))
        sums = Sums(answered=answers)
        change.day_sums.add(ASMA, StudyDay(20_780), DeckId("care"), Aspect.MEANING, sums)


def answers_in(path: Path) -> int:
    database = Database(path)
    with database.read() as look:
        found = look.day_sums.total(ASMA).answered
    database.close()
    return found


def test_a_backup_is_one_complete_file_that_says_what_it_holds(database: Database) -> None:
    study(database, answers=3)
    with database.write() as change:
        change.settings.put("", "left out", "of what is not committed")
        backup = backups.make(database.path, Reason.MANUAL, NOON)

    study(database, answers=5)

    assert backups.listed(database.path) == (backup,)
    assert (backup.made_at, backup.schema, backup.reason) == (NOON, len(MIGRATIONS), Reason.MANUAL)
    assert backup.size_bytes == backup.path.stat().st_size
    assert backups.contents(backup.path) == Contents(("عاصمہ",), 3, StudyDay(20_780))
    assert backups.complaint_of(backup.path) == ""
    assert [file.name for file in backup.path.parent.iterdir()] == [backup.path.name]
    assert answers_in(backup.path) == 3


def test_two_backups_of_one_second_are_both_kept(database: Database) -> None:
    for _ in range(2):
        backups.make(database.path, Reason.BEFORE_IMPORT, NOON)

    assert len(backups.listed(database.path)) == 2


def test_other_files_in_the_folder_are_left_alone(database: Database) -> None:
    folder = backups.folder_of(database.path)
    folder.mkdir()
    for name in ("notes.txt", "my copy.db", "trainer-20269999T999999Z-v1-daily.db"):
        (folder / name).write_text("mine")

    assert backups.listed(database.path) == ()
    assert backups.prune(database.path) == ()
    assert len(list(folder.iterdir())) == 3


def test_a_backup_that_cannot_be_read_is_reported(database: Database) -> None:
    backup = backups.make(database.path, Reason.MANUAL, NOON)
    backup.path.write_bytes(b"not a database at all" * 100)

    with pytest.raises(DamagedFileError) as damaged:
        backups.contents(backup.path)

    assert damaged.value.path == backup.path


def test_nothing_to_back_up_is_reported(path: Path) -> None:
    path.parent.mkdir()

    with pytest.raises(FileGoneError):
        backups.make(path, Reason.MANUAL, NOON)

    assert list(backups.folder_of(path).iterdir()) == []


def test_one_daily_backup_is_kept_for_each_of_seven_days_and_four_weeks_before(
    database: Database,
) -> None:
    for hours in range(0, 24 * 60, 12):
        backups.keep_daily(database.path, NOON + timedelta(hours=hours))

    days = [backup.made_at.date() for backup in backups.listed(database.path)]
    last = (NOON + timedelta(hours=24 * 60 - 12)).date()
    assert days[:7] == [last - timedelta(days=n) for n in range(7)]
    weeks = [day.isocalendar()[:2] for day in days[7:]]
    assert len(weeks) == len(set(weeks)) == 4
    assert days[-1] >= last - timedelta(days=7 + 5 * 7)


def test_those_made_by_hand_stay_and_three_of_every_other_kind(database: Database) -> None:
    for reason in (Reason.MANUAL, Reason.BEFORE_UPGRADE, Reason.BEFORE_IMPORT):
        for day in range(5):
            backups.make(database.path, reason, NOON + timedelta(days=day))

    assert len(backups.prune(database.path)) == 4

    kept = [(backup.reason, backup.made_at.day) for backup in backups.listed(database.path)]
    assert kept.count((Reason.MANUAL, 23)) == 1
    assert sorted(day for reason, day in kept if reason is Reason.BEFORE_UPGRADE) == [25, 26, 27]
    assert sorted(day for reason, day in kept if reason is Reason.BEFORE_IMPORT) == [25, 26, 27]


def test_the_daily_backup_is_due_once_a_day(database: Database) -> None:
    first = backups.keep_daily(database.path, NOON)

    assert first is not None
    assert backups.keep_daily(database.path, NOON + timedelta(hours=11)) is None
    assert backups.keep_daily(database.path, NOON + timedelta(hours=12)) is not None


def damage_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for start in range(8192, len(content), 4096):
        content[start : start + 2048] = b"\xa5" * 2048
    path.write_bytes(content)


def damage_a_table(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        (page,) = file.execute(
            "select rootpage from sqlite_master where name = ?", (table,)
        ).fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def test_a_damaged_file_never_pushes_out_a_good_backup(path: Path) -> None:
    Database(path).close()
    good = backups.keep_daily(path, NOON)
    damage_a_table(path, "item_version")

    with pytest.raises(DamagedFileError) as damaged:
        backups.keep_daily(path, NOON + timedelta(days=1))

    assert damaged.value.path == path
    assert backups.listed(path) == (good,)


def test_a_check_is_due_after_an_unclean_end_and_weekly(database: Database) -> None:
    assert integrity.is_check_due(database, NOON)

    integrity.check(database, NOON)

    assert not integrity.is_check_due(database, NOON + timedelta(days=6))
    assert integrity.is_check_due(database, NOON + timedelta(days=7))
    # A clock set back by years.
    assert integrity.is_check_due(database, NOON - timedelta(days=700))
    database.ended_uncleanly = True
    assert integrity.is_check_due(database, NOON)


def test_the_check_finds_damage_that_opening_does_not(path: Path) -> None:
    database = Database(path)
    study(database, answers=3)
    database.close()
    damage_a_table(path, "item_version")

    database = Database(path)
    with pytest.raises(DamagedFileError):
        integrity.check(database, NOON)

    assert integrity.is_check_due(database, NOON)
    database.close()


def test_restoring_brings_back_the_backup_and_keeps_what_was_there(path: Path) -> None:
    database = Database(path)
    study(database, answers=3)
    backup = backups.make(path, Reason.MANUAL, NOON)
    study(database, answers=4)
    database.close()

    kept = restoring.restore(path, backup.path, NOON + timedelta(hours=1))

    assert answers_in(path) == 3
    assert kept is not None
    assert answers_in(kept) == 7
    assert backups.listed(path)[0].reason is Reason.BEFORE_RESTORE
    assert backup.path.exists()


def test_restoring_while_the_file_is_open_is_refused(database: Database) -> None:
    backup = backups.make(database.path, Reason.MANUAL, NOON)

    with pytest.raises(FileInUseError):
        restoring.restore(database.path, backup.path, NOON)


@pytest.mark.parametrize(
    "damage", ["garbage", "emptied", "gone", "gone but for its log", "cut, with its log"]
)
def test_restoring_replaces_a_damaged_file_and_keeps_its_pieces(path: Path, damage: str) -> None:
    database = Database(path)
    study(database, answers=3)
    backup = backups.make(path, Reason.MANUAL, NOON)
    study(database, answers=4)
    log = path.with_name("trainer.db-wal").read_bytes()
    database.close()
    match damage:
        case "garbage":
            path.write_bytes(b"garbage" * 5000)
        case "emptied":
            path.write_bytes(b"")
        case "gone":
            path.unlink()
        case "gone but for its log":
            path.unlink()
            path.with_name("trainer.db-wal").write_bytes(log)
        case _:
            path.write_bytes(path.read_bytes()[:5000])
            path.with_name("trainer.db-wal").write_bytes(log)
    pieces = path.read_bytes() if path.exists() else None

    kept = restoring.restore(path, backup.path, NOON)

    assert answers_in(path) == 3
    assert (kept is None) == (pieces is None)
    if kept is not None and kept.is_dir():
        assert (kept / "trainer.db").read_bytes() == pieces


def test_what_cannot_be_restored_is_refused_before_anything_changes(
    path: Path, tmp_path: Path
) -> None:
    database = Database(path)
    study(database, answers=3)
    database.close()
    before = path.read_bytes()
    newer, foreign, broken = (tmp_path / name for name in ("newer.db", "foreign.db", "broken.db"))
    Database(newer, (*MIGRATIONS, ("create table later (x text) strict",))).close()
    with closing(sqlite3.connect(foreign)) as other:
        other.execute("create table invoices (number)")
    Database(broken).close()
    damage_the_middle(broken)

    for unfit, error in (
        (newer, NewerFileError),
        (foreign, UnfitBackupError),
        (broken, UnfitBackupError),
        (tmp_path / "nowhere.db", UnfitBackupError),
    ):
        with pytest.raises(error) as refused:
            restoring.restore(path, unfit, NOON)
        assert refused.value.path == unfit

    assert path.read_bytes() == before
    assert not (tmp_path / "nowhere.db").exists()
    assert answers_in(path) == 3
