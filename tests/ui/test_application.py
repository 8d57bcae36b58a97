import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jp_trainer.core.people import Preferences
from jp_trainer.services import backups, opening, people, profiles
from jp_trainer.storage.errors import DiskFullError
from jp_trainer.ui import application
from jp_trainer.ui.application import Program
from jp_trainer.ui.backups.asking import ask_to_restore
from jp_trainer.ui.front import remember, remembered
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.dialogs import Sheet, tell
from jp_trainer.ui.parts.lists import ListView
from jp_trainer.ui.screens.backups import Backups
from jp_trainer.ui.session import Session
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import DARK
from jp_trainer.ui.trouble import Trouble
from jp_trainer.wording import use_language
from tests.examples import Clock, a_deck, some_words

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(tmp_path: Path, catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder with a person in it; the program reads the catalogues made for tests."""
    for module in ("window", "application"):
        said_here = partial(use_language, folder=catalogues)
        monkeypatch.setattr(f"jp_trainer.ui.{module}.use_language", said_here)
    folder = tmp_path / "عائشہ 学習"
    app = opening.open_app(folder, clock=Clock())
    with app.database.write() as change:
        change.decks.install(a_deck(), some_words(), Clock().at)
    people.add(app, "Ayesha", Preferences(decks=(a_deck().id,), theme="light"))
    opening.close_app(app)
    yield folder
    use_language("en")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def started(qtbot: QtBot, dressed: QApplication, clock: Clock) -> Iterator[Callable[..., Program]]:
    """Start the program on a folder, as `run` does; all are ended with the test."""
    programs: list[Program] = []

    def start(folder: Path, again: Callable[[], bool] = lambda: True) -> Program:
        program = Program(dressed, folder, clock=lambda: clock, again=again)
        programs.append(program)
        program.begin()
        qtbot.waitUntil(lambda: program.session is not None or program.trouble is not None)
        return program

    yield start
    for program in programs:
        program.end()
        program.front.close()
        program.front.deleteLater()


def the_session(program: Program) -> Session:
    assert program.session is not None
    return program.session


def the_trouble(program: Program) -> Trouble:
    assert program.trouble is not None
    return program.trouble


def names_in(folder: Path) -> list[str]:
    app = opening.open_app(folder)
    names = [trainee.name for trainee in people.everyone(app)]
    opening.close_app(app)
    return names


Start = Callable[..., Program]


def test_a_fresh_machine_begins_with_the_first_run(started: Start, tmp_path: Path) -> None:
    assert the_session(started(tmp_path / "new")).window.here == "first_run"


def test_the_only_person_is_led_to_today(started: Start, data: Path) -> None:
    session = the_session(started(data))

    assert session.window.here == "today"
    assert session.window.trainee is not None


def test_of_several_people_one_is_chosen(started: Start, data: Path) -> None:
    app = opening.open_app(data)
    people.add(app, "Bilal", Preferences())
    opening.close_app(app)

    assert the_session(started(data)).window.here == "profiles"


def test_who_has_a_pin_is_asked_for_it(started: Start, data: Path) -> None:
    app = opening.open_app(data)
    profiles.set_pin(app, people.everyone(app)[0].id, "2580")
    opening.close_app(app)

    assert the_session(started(data)).window.here == "profiles"


def test_a_second_program_on_the_same_data_explains_itself(
    started: Start, data: Path, qtbot: QtBot
) -> None:
    app = opening.open_app(data)
    program = started(data)

    trouble = the_trouble(program)
    assert trouble.findChild(ListView) is None

    opening.close_app(app)
    qtbot.keyClick(program.front.focusWidget() or trouble, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.session is not None)
    assert program.trouble is None


def test_damaged_data_are_restored_from_a_backup(started: Start, data: Path, qtbot: QtBot) -> None:
    app = opening.open_app(data)
    backups.make(app)
    opening.close_app(app)
    file = opening.database_of(data)
    file.write_bytes(b"scrambled" * 1000)

    program = started(data)
    shown = the_trouble(program)
    listed = shown.findChild(ListView)
    assert listed is not None
    assert len(listed.items) == 1
    listed.opened.emit(listed.items[0])
    sheet = program.front.findChild(Sheet)
    assert sheet is not None
    press_last(sheet)

    qtbot.waitUntil(lambda: program.session is not None)
    assert [person.name for person in people.everyone(the_session(program).app)] == ["Ayesha"]
    kept = list((data / "backups").glob("damaged-*/trainer.db"))
    assert [path.read_bytes()[:9] for path in kept] == [b"scrambled"]


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="whoever may write everywhere is not refused",
)
def test_a_folder_that_may_not_be_written_is_explained(started: Start, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)

    assert the_trouble(started(folder))


def test_a_folder_that_is_a_file_is_explained(started: Start, tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.write_text("not a folder")

    assert the_trouble(started(place))


def test_restoring_ends_the_program_and_starts_it_again(
    started: Start, data: Path, clock: Clock, qtbot: QtBot
) -> None:
    found_then: list[list[str]] = []

    def again() -> bool:
        found_then.append(names_in(data))  # nobody else holds the file any more
        return True

    program = started(data, again)
    session = the_session(program)
    saved = backups.make(session.app)
    clock.tick()
    people.add(session.app, "Bilal", Preferences())
    session.window.go("backups")
    screen = session.window.shown
    assert isinstance(screen, Backups)
    qtbot.waitUntil(lambda: len(screen.list.items) == 1)

    screen.list.opened.emit(screen.list.items[0])
    sheet = program.front.findChild(Sheet)
    assert sheet is not None
    press_last(sheet)

    qtbot.waitUntil(lambda: bool(found_then))
    assert found_then == [["Ayesha"]]
    assert program.session is None
    (before, _) = backups.saved_in(data)
    assert before.backup.reason is backups.Reason.BEFORE_RESTORE
    assert before.contents is not None
    assert before.contents.trainees == ("Ayesha", "Bilal")
    assert saved.backup.path.exists()


def test_where_no_process_can_be_started_the_program_goes_on_in_this_one(
    started: Start, data: Path, qtbot: QtBot
) -> None:
    program = started(data, lambda: False)
    first = the_session(program)

    first.window.relaunch(lambda: None)

    qtbot.waitUntil(lambda: program.session not in (None, first))
    assert the_session(program).window.here == "today"


def test_what_goes_wrong_before_starting_again_is_explained(
    started: Start, data: Path, qtbot: QtBot
) -> None:
    program = started(data)

    def fail() -> None:
        raise DiskFullError(opening.database_of(data))

    the_session(program).window.relaunch(fail)

    qtbot.waitUntil(lambda: program.trouble is not None)
    assert names_in(data) == ["Ayesha"]


def test_a_backup_that_cannot_be_read_is_not_offered(
    started: Start, data: Path, qtbot: QtBot
) -> None:
    program = started(data)
    session = the_session(program)
    saved = backups.make(session.app)
    saved.backup.path.write_bytes(b"nothing" * 100)
    session.window.go("backups")
    screen = session.window.shown
    assert isinstance(screen, Backups)
    qtbot.waitUntil(lambda: len(screen.list.items) == 1)

    screen.list.setCurrentIndex(screen.list.model().index(0, 0))
    screen.list.opened.emit(screen.list.items[0])

    assert not screen.restore.isEnabled()
    assert program.front.findChild(Sheet) is None


def test_making_a_backup_lists_it(started: Start, data: Path, qtbot: QtBot) -> None:
    session = the_session(started(data))
    session.window.go("backups")
    screen = session.window.shown
    assert isinstance(screen, Backups)

    screen.make.click()

    qtbot.waitUntil(lambda: len(screen.list.items) == 1)
    assert screen.make.isEnabled()


def test_upkeep_backs_up_in_the_background(started: Start, data: Path, qtbot: QtBot) -> None:
    session = the_session(started(data))

    session.keep_up()

    qtbot.waitUntil(lambda: len(backups.saved_in(data)) == 1)


def test_asking_to_restore_says_what_goes_and_what_comes(
    qtbot: QtBot, dressed: QApplication, data: Path
) -> None:
    app = opening.open_app(data)
    saved = backups.make(app)
    people.add(app, "Bilal", Preferences())
    now = backups.contents_now(app)
    opening.close_app(app)
    window = Button(Look(), "")
    qtbot.addWidget(window)

    sheet = ask_to_restore(Look(), window, saved, now, lambda: None)

    said = [text.text() for text in sheet.findChildren(QLabel)]
    assert any("Bilal" in words for words in said)
    assert any("kept as a backup first" in words for words in said)
    assert dressed is not None
    sheet.reject()


@pytest.fixture
def locked(started: Start, data: Path, clock: Clock) -> Program:
    """Ayesha has a PIN, was let in, and then did nothing for eleven minutes."""
    program = started(data)
    session = the_session(program)
    person = profiles.set_pin(session.app, people.everyone(session.app)[0].id, "2580")
    session.window.sign_in(person)
    session.window.go("words")
    tell(session.window.look, program.front, "A dialog", "of whoever is away")
    clock.tick(60 * 11)
    session.lock.look()
    return program


def test_the_lock_covers_the_screen_and_the_pin_leads_back_to_it(
    locked: Program, qtbot: QtBot
) -> None:
    session = the_session(locked)
    cover = session.lock.cover
    assert cover is not None
    assert not session.window.isVisible()
    assert not any(sheet.isVisible() for sheet in locked.front.findChildren(Sheet))

    qtbot.keyClicks(cover.field, "1111")
    qtbot.waitUntil(lambda: cover.field.isEnabled() and cover.field.text() == "")
    assert session.lock.cover is cover

    qtbot.keyClicks(cover.field, "2580")
    qtbot.waitUntil(lambda: session.lock.cover is None)
    assert session.window.isVisible()
    assert session.window.here == "words"


def test_somebody_else_comes_to_the_profiles_and_not_to_what_was_open(
    locked: Program,
) -> None:
    session = the_session(locked)
    assert session.lock.cover is not None

    session.lock.cover.left_to_others.emit()

    assert session.window.here == "profiles"
    assert session.window.trainee is None


def test_a_touch_puts_the_lock_off(started: Start, data: Path, clock: Clock) -> None:
    session = the_session(started(data))
    session.window.sign_in(replace(people.everyone(session.app)[0], pin="scrypt$x$y"))

    clock.tick(60 * 9)
    session._front.touched.emit()
    clock.tick(60 * 9)
    session.lock.look()
    assert session.lock.cover is None

    clock.tick(60 * 2)
    session.lock.look()
    assert session.lock.cover is not None


def test_who_has_no_pin_is_never_locked_out(started: Start, data: Path, clock: Clock) -> None:
    session = the_session(started(data))

    clock.at += timedelta(days=1)
    session.lock.look()

    assert session.lock.cover is None


def test_the_next_start_has_the_colours_of_the_last(started: Start, data: Path) -> None:
    program = started(data)
    session = the_session(program)
    person = people.everyone(session.app)[0]
    session.window.sign_in(replace(person, preferences=Preferences(theme="dark", interface="ur")))
    program.front.close()

    found = remembered(data)

    assert (found.look.tokens, found.look.language) == (DARK, "ur")
    assert found.geometry


def test_a_damaged_memory_of_the_window_is_forgotten(tmp_path: Path) -> None:
    remember(tmp_path, Look(DARK, "ur"), "geometry")
    (tmp_path / "window.json").write_text('{"theme": "dark", "language": 5}')

    assert remembered(tmp_path).geometry == ""


def test_closing_the_window_lets_go_of_the_data(started: Start, data: Path) -> None:
    program = started(data)

    program.front.close()

    assert program.session is None
    assert names_in(data) == ["Ayesha"]


def test_the_program_is_started_again_by_the_same_command() -> None:
    program, arguments = application.same_command()

    assert Path(program).exists()
    assert [program, *arguments][1:] == sys.orig_argv[1:]


def test_the_real_program_tells_how_fast_it_started(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jp_trainer", "--data", str(data)],
        env={**os.environ, "JP_TRAINER_REPORT_START": "1", "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    told = json.loads(done.stdout)
    assert 0 < told["window_ms"] < told["content_ms"]
    assert sys.platform != "linux" or told["pss_mb"] > 10
    assert names_in(data) == ["Ayesha"]


def press_last(sheet: Sheet) -> None:
    last = sheet.buttons.itemAt(sheet.buttons.count() - 1)
    assert last is not None
    button = last.widget()
    assert isinstance(button, Button)
    button.click()
