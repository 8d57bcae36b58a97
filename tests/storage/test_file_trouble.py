"""What can go wrong with the file: other versions, other programs, full and failing disks."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from jp_trainer.core.events import Event
from jp_trainer.core.ids import TraineeId
from jp_trainer.storage import backups
from jp_trainer.storage.database import Database
from jp_trainer.storage.errors import (
    DamagedFileError,
    DiskFullError,
    FileError,
    FileGoneError,
    FileInUseError,
    NewerFileError,
    ReadOnlyError,
    expected,
)
from jp_trainer.storage.migrations import MIGRATIONS

# Opens the file, says so, and holds it until it is killed.
_OTHER_PROGRAM = """
import sys
from pathlib import Path
from jp_trainer.storage.database import Database
database = Database(Path(sys.argv[1]))
with database.write() as change:
    change.settings.put("", "from", "the other program")
print("open", flush=True)
sys.stdin.read()
"""


def pragma(connection: sa.Connection, name: str) -> object:
    return connection.exec_driver_sql(f"pragma {name}").scalar_one()


def test_a_path_in_any_script_works(tmp_path: Path) -> None:
    path = tmp_path / "علی ?#%25 '日本'" / "学習 trainer.db"
    for _ in range(2):
        database = Database(path)
        database.close()
    backup = backups.make(path, backups.Reason.MANUAL, datetime(2026, 11, 23, tzinfo=UTC))

    assert backups.contents(backup.path).answers == 0


def test_a_newer_file_is_refused_untouched_with_both_numbers(path: Path) -> None:
    Database(path, (*MIGRATIONS, ("create table later (x text) strict",))).close()
    before = path.read_bytes()

    with pytest.raises(NewerFileError) as refused:
        Database(path)

    assert (refused.value.found, refused.value.known) == (len(MIGRATIONS) + 1, len(MIGRATIONS))
    assert path.read_bytes() == before


def test_a_failed_upgrade_leaves_the_file_as_it_was_and_a_backup(path: Path) -> None:
    database = Database(path)
    with database.write() as change:
        change.settings.put("", "minutes", 15)
    database.close()

    with pytest.raises(sa.exc.OperationalError):
        Database(path, (*MIGRATIONS, ("create table half (x text) strict", "no sql")))

    database = Database(path)
    with database.read() as look:
        assert look.settings.get("", "minutes") == 15
        assert not sa.inspect(look.connection).has_table("half")
    database.close()
    (backup,) = backups.listed(path)
    assert backup.reason is backups.Reason.BEFORE_UPGRADE


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table invoices (number)")
    before = path.read_bytes()

    with pytest.raises(DamagedFileError, match="another program"):
        Database(path)

    assert path.read_bytes()[100:] == before[100:]


def test_the_program_cannot_open_its_file_twice(database: Database) -> None:
    with pytest.raises(FileInUseError):
        Database(database.path)


def test_a_second_program_is_refused_until_the_first_ends_even_if_killed(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER_PROGRAM, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(FileInUseError) as refused:
            Database(path)
        other.kill()
        other.wait()

    assert refused.value.path == path
    database = Database(path)
    assert database.ended_uncleanly
    with database.read() as look:
        assert look.settings.get("", "from") == "the other program"
    database.close()
    database = Database(path)
    assert not database.ended_uncleanly
    database.close()


def test_closing_leaves_one_complete_file(path: Path) -> None:
    database = Database(path)
    with database.write() as change:
        change.settings.put("", "minutes", 15)
    with database.read() as look:
        look.settings.get("", "minutes")
    database.close()
    database.close()

    assert {file.name for file in path.parent.iterdir()} == {"trainer.db", "trainer.db.lock"}
    with pytest.raises(RuntimeError, match="closed"), database.write():
        pass


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be deleted")
def test_a_deleted_file_is_noticed_before_anything_is_acknowledged(
    database: Database, tmp_path: Path
) -> None:
    with database.write() as change:
        change.settings.put("", "minutes", 15)
    database.path.rename(tmp_path / "moved away.db")

    with pytest.raises(FileGoneError), database.write() as change:
        change.settings.put("", "minutes", 30)

    # A connection that had to be opened anew must not make an empty file.
    database._readers.dispose()
    with pytest.raises(FileGoneError), database.read() as look:
        look.settings.get("", "minutes")
    assert not database.path.exists()

    (tmp_path / "moved away.db").rename(database.path)
    with database.write() as change:
        assert change.settings.get("", "minutes") == 15


def test_a_full_disk_is_reported_and_nothing_is_lost(
    database: Database, an_event: Callable[..., Event]
) -> None:
    with database.write() as change:
        change.events.append(an_event())
        pages = pragma(change.connection, "page_count")
        pragma(change.connection, f"max_page_count = {pages}")

    with pytest.raises(DiskFullError) as full, database.write() as change:
        change.settings.put("", "big", "x" * 100_000)

    assert full.value.path == database.path
    with database.write() as change:
        pragma(change.connection, "max_page_count = 1000000")
        assert change.settings.get("", "big") is None
        assert change.events.count(TraineeId("asma")) == 1
    with database.write() as change:
        change.settings.put("", "big", "x" * 100_000)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE])
def test_a_disk_without_room_for_the_file_or_what_lies_beside_it_is_full(
    database: Database, code: int
) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code

    assert isinstance(expected(error, database.path), DiskFullError)


def test_a_file_that_may_not_be_written_is_reported(database: Database) -> None:
    with database.write() as change:
        change.connection.exec_driver_sql("pragma query_only = on")

    with pytest.raises(ReadOnlyError), database.write() as change:
        change.settings.put("", "minutes", 30)


def test_another_tool_that_holds_the_file_is_waited_for_then_reported(
    database: Database,
) -> None:
    with database.write() as change:
        change.connection.exec_driver_sql("pragma busy_timeout = 10")

    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(FileInUseError), database.write():
            pass
        other.execute("rollback")

    with database.write() as change:
        change.settings.put("", "minutes", 30)


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file")

    with pytest.raises(ReadOnlyError):
        Database(tmp_path / "in the way" / "data" / "trainer.db")


def test_a_file_that_is_no_database_is_reported_untouched(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"Dear diary, " * 1000)

    with pytest.raises(DamagedFileError) as damaged:
        Database(path)

    assert damaged.value.path == path
    assert path.read_bytes() == b"Dear diary, " * 1000


def test_a_file_that_a_power_cut_emptied_is_not_taken_for_a_new_one(path: Path) -> None:
    Database(path).close()
    path.write_bytes(b"")

    with pytest.raises(DamagedFileError):
        Database(path)


def test_a_first_start_that_was_cut_off_begins_again(path: Path) -> None:
    path.parent.mkdir()
    path.touch()

    Database(path).close()

    assert path.stat().st_size > 0


@pytest.mark.parametrize(
    ("error", "means"),
    [
        (OSError(28, "No space left on device"), DiskFullError),
        (OSError(13, "Permission denied"), ReadOnlyError),
        (OSError(30, "Read-only file system"), ReadOnlyError),
        (OSError(2, "No such file or directory"), FileGoneError),
        (ValueError("a bug"), None),
        (sqlite3.OperationalError("raised by the module itself"), None),
    ],
)
def test_errors_of_the_system_are_sorted(
    path: Path, error: Exception, means: type[FileError] | None
) -> None:
    found = expected(error, path)

    assert (None if found is None else type(found)) is means
