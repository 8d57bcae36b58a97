import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jp_trainer.core.people import Preferences
from jp_trainer.core.study_day import StudyDay
from jp_trainer.services import backups, health, opening, people, study
from jp_trainer.services.app import App
from jp_trainer.services.backups import Contents, Reason
from jp_trainer.storage.errors import DamagedFileError, FileInUseError, NewerFileError
from tests.examples import Clock, School, a_deck, some_words
from tests.services.playing import asking, right_answer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path: Path, clock: Clock) -> Iterator[App]:
    """A program as the real one is opened, that somebody uses."""
    app = opening.open_app(tmp_path, clock=clock)
    deck = a_deck()
    with app.database.write() as change:
        change.decks.install(deck, some_words(), clock.at)
    people.add(app, "Ayesha", Preferences(decks=(deck.id,)))
    yield app
    opening.close_app(app)


def answer_one(app: App) -> None:
    trainee = people.everyone(app)[0].id
    question = asking(study.begin(app, trainee)).question
    study.answer(app, trainee, question.id, right_answer(question), ms=2_000)


def names_in(data: Path, clock: Clock) -> list[str]:
    app = opening.open_app(data, clock=clock)
    names = [trainee.name for trainee in people.everyone(app)]
    opening.close_app(app)
    return names


def test_the_device_keeps_its_name(tmp_path: Path, clock: Clock) -> None:
    devices = set()
    for _ in range(2):
        app = opening.open_app(tmp_path, clock=clock)
        devices.add(app.device)
        opening.close_app(app)

    assert len(devices) == 1


def test_a_second_program_on_the_same_folder_is_refused(app: App, clock: Clock) -> None:
    with pytest.raises(FileInUseError):
        opening.open_app(app.data, clock=clock)


def test_each_backup_says_what_it_holds(app: App, clock: Clock) -> None:
    answer_one(app)
    first = backups.make(app)
    clock.sleep()
    answer_one(app)
    people.add(app, "Bilal", Preferences())
    second = backups.make(app)

    state = backups.overview(app)

    today = clock().study_day
    assert state.saved == (second, first)
    assert first.contents == Contents(("Ayesha",), 1, StudyDay(today - 1))
    assert second.contents == state.now == Contents(("Ayesha", "Bilal"), 2, today)


def test_a_backup_that_cannot_be_read_is_listed_as_such(app: App) -> None:
    saved = backups.make(app)
    saved.backup.path.write_bytes(b"nothing of ours" * 100)

    (found,) = backups.overview(app).saved

    assert found.contents is None
    with pytest.raises(DamagedFileError):
        backups.refuse_unfit(saved.backup.path)


def test_restoring_brings_back_what_was_and_keeps_what_is(app: App, clock: Clock) -> None:
    saved = backups.make(app)
    people.add(app, "Bilal", Preferences())
    opening.close_app(app)
    clock.tick()

    kept = backups.restore(app.data, saved.backup.path, clock())

    assert names_in(app.data, clock) == ["Ayesha"]
    (newest, _) = backups.saved_in(app.data)
    assert newest.backup.path == kept
    assert newest.backup.reason is Reason.BEFORE_RESTORE
    assert newest.contents is not None
    assert newest.contents.trainees == ("Ayesha", "Bilal")


def test_nothing_is_restored_while_the_file_is_open(app: App, clock: Clock) -> None:
    saved = backups.make(app)

    with pytest.raises(FileInUseError):
        backups.restore(app.data, saved.backup.path, clock())

    answer_one(app)


def test_a_backup_of_a_newer_program_is_refused_before_anything_is_given_up(app: App) -> None:
    saved = backups.make(app)
    with sqlite3.connect(saved.backup.path) as file:
        file.execute("pragma user_version = 999")
    file.close()

    with pytest.raises(NewerFileError) as caught:
        backups.refuse_unfit(saved.backup.path)

    assert caught.value.found == 999


def test_a_lost_file_is_replaced_from_a_backup(app: App, clock: Clock) -> None:
    saved = backups.make(app)
    opening.close_app(app)
    opening.database_of(app.data).write_bytes(b"scrambled by a bad disk" * 500)

    backups.restore(app.data, saved.backup.path, clock())

    assert names_in(app.data, clock) == ["Ayesha"]


def test_upkeep_backs_up_once_a_day_and_checks_once_a_week(app: App, clock: Clock) -> None:
    done = []
    for _ in range(8):
        done.append((health.upkeep(app), health.upkeep(app)))
        clock.sleep()

    assert [first.backed_up for first, _ in done] == [True] * 8
    assert [first.checked for first, _ in done] == [True, *[False] * 6, True]
    assert not any(again.backed_up or again.checked for _, again in done)
    assert len(backups.saved_in(app.data)) == 8


def test_of_ten_weeks_seven_days_and_four_weeks_stay(app: App, clock: Clock) -> None:
    for _ in range(70):
        health.upkeep(app)
        clock.sleep()

    assert len(backups.saved_in(app.data)) == 11


def test_a_file_without_people_is_not_backed_up(tmp_path: Path, clock: Clock) -> None:
    empty = opening.open_app(tmp_path / "empty", clock=clock)

    assert not backups.keep_daily(empty)

    opening.close_app(empty)


def test_a_damaged_file_is_told_and_its_copy_does_not_push_out_a_good_one(
    school: School,
) -> None:
    app = school.app
    good = backups.make(app)
    app.database.close()
    harm_a_page(app.database.path)
    harmed = opening.open_app(app.data, clock=school.clock)

    with pytest.raises(DamagedFileError):
        health.upkeep(harmed)

    assert [saved.backup for saved in backups.saved_in(app.data)] == [good.backup]
    opening.close_app(harmed)


def harm_a_page(path: Path) -> None:
    """Fill the first page of an index with nonsense: opening does not notice it."""
    with closing(sqlite3.connect(path)) as file:
        (page,) = file.execute(
            "select rootpage from sqlite_master where name = 'event_device'"
        ).fetchone()
        (size,) = file.execute("pragma page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xaa" * size
    path.write_bytes(content)
