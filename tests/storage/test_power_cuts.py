"""What a power cut leaves: the file and its write-ahead log, the log cut anywhere."""

import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jp_trainer.core.cards import Aspect
from jp_trainer.core.events import Event
from jp_trainer.core.ids import CardId, DeckId, TraineeId
from jp_trainer.core.scheduling import CardState, replay
from jp_trainer.storage import integrity
from jp_trainer.storage.database import Database
from jp_trainer.storage.errors import DamagedFileError

ASMA = TraineeId("asma")
CARE = DeckId("care")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Cut(NamedTuple):
    """A file and its log, taken while the program ran; the log's length after each answer."""

    file: Path
    log: Path
    log_sizes: list[int]


@pytest.fixture
def cut(database: Database, an_event: Callable[..., Event], tmp_path: Path) -> Cut:
    log = database.path.with_name("trainer.db-wal")
    with database.write() as change:
        change.connection.exec_driver_sql("pragma wal_autocheckpoint = 0")
    sizes = []
    for number in range(12):
        with database.write() as change:
            event = change.events.append(an_event(f"care:w{number % 3}/meaning"))
            events = change.events.of_subject(ASMA, event.subject)
            change.card_states.put(
                ASMA, replay(CardId(event.subject), events), CARE, Aspect.MEANING
            )
        sizes.append(log.stat().st_size)
    copies = tmp_path / "copy.db", tmp_path / "copy.db-wal.whole"
    shutil.copy(database.path, copies[0])
    shutil.copy(log, copies[1])
    return Cut(*copies, sizes)


def open_cut(cut: Cut, log_bytes: bytes) -> tuple[int, list[CardState], list[CardState]]:
    """How many answers are there, the cached states, and what a replay says."""
    folder = cut.file.parent / "opened"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(cut.file, folder / "trainer.db")
    (folder / "trainer.db-wal").write_bytes(log_bytes)
    database = Database(folder / "trainer.db")
    with database.read() as look:
        subjects = look.events.subjects(ASMA)
        count = look.events.count(ASMA)
        cached = list(look.card_states.all(ASMA))
        replayed = [replay(CardId(s), look.events.of_subject(ASMA, s)) for s in subjects]
        complaint = look.connection.exec_driver_sql("pragma quick_check").scalar_one()
    database.close()
    assert complaint == "ok"
    return count, cached, replayed


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1))
def test_a_log_cut_anywhere_opens_with_every_answer_acknowledged_before(
    cut: Cut, share: float
) -> None:
    whole = cut.log.read_bytes()
    length = int(len(whole) * share)

    count, cached, replayed = open_cut(cut, whole[:length])

    assert count == sum(size <= length for size in cut.log_sizes)
    assert cached == replayed


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True), seed=st.integers(0, 2**32))
def test_a_log_that_ends_in_garbage_opens_with_every_answer_before_it(
    cut: Cut, share: float, seed: int
) -> None:
    whole = cut.log.read_bytes()
    at = int(len(whole) * share)
    garbage = random.Random(seed).randbytes(len(whole) - at)

    count, cached, replayed = open_cut(cut, whole[:at] + garbage)

    assert count >= sum(size <= at for size in cut.log_sizes)
    assert cached == replayed


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True))
@example(share=0.9999)  # SQLite fills the rest of the last page with zeros
def test_a_closed_file_cut_short_is_reported_as_damaged_and_kept(cut: Cut, share: float) -> None:
    folder = cut.file.parent / "cut"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "trainer.db"
    shutil.copy(cut.file, path)
    shutil.copy(cut.log, folder / "trainer.db-wal")
    Database(path).close()
    left = path.read_bytes()
    left = left[: int(len(left) * share)]
    path.write_bytes(left)

    with pytest.raises(DamagedFileError) as damaged:
        Database(path)

    assert damaged.value.path == path
    assert path.read_bytes() == left


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_beside_its_log_is_whole_again_or_reported(cut: Cut, share: float) -> None:
    folder = cut.file.parent / "cut"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "trainer.db"
    whole = cut.file.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    shutil.copy(cut.log, folder / "trainer.db-wal")

    def answers_or_damage() -> int | None:
        try:
            database = Database(path)
        except DamagedFileError:
            return None
        try:
            assert integrity.is_check_due(database, NOON)
            integrity.check(database, NOON)
            with database.read() as look:
                return look.events.count(ASMA)
        except DamagedFileError:
            return None
        finally:
            database.close()

    assert answers_or_damage() in (None, len(cut.log_sizes))
