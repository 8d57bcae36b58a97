"""What can be wrong with the file, as somebody in front of the program meets it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from jp_trainer.cli import program as command_line
from jp_trainer.core.events import EventKind
from jp_trainer.services.opening import database_of
from jp_trainer.storage.database import Database
from jp_trainer.storage.migrations import MIGRATIONS
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.wording import plain
from tests.journeys.traveller import Hands, Traveller
from tests.services.caches import assert_caches_are_the_log

ENTER = Qt.Key.Key_Return
_OTHER_PROGRAM = """
import sys
from pathlib import Path
from jp_trainer.storage.database import Database
database = Database(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_program(data: Path) -> Iterator[None]:
    """That has the file open."""
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER_PROGRAM, str(database_of(data))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield
        other.kill()


def trouble_says(traveller: Traveller) -> str:
    assert traveller.program is not None
    shown = traveller.program.trouble
    assert shown is not None
    return plain("\n".join(label.text() for label in shown.findChildren(QLabel)))


def begin_to_study(traveller: Traveller) -> Hands:
    traveller.settled(minutes=60)
    traveller.start()
    hands = traveller.hands
    hands.will_say("Start")
    hands.press(ENTER)
    hands.wait_for_a_question()
    return hands


def answers_kept(traveller: Traveller) -> int:
    kinds = [event.kind for event in traveller.events()]
    return kinds.count(EventKind.ANSWERED) + kinds.count(EventKind.EXTRA_PRACTISED)


def test_a_second_program_gets_a_kind_message_and_can_try_again(
    traveller: Traveller, capsys: pytest.CaptureFixture[str]
) -> None:
    traveller.settled()
    with another_program(traveller.data):
        program = traveller.start()
        assert "The app is already open" in trouble_says(traveller)
        assert "try again" in trouble_says(traveller)

        refused = command_line.run(
            ["--data", str(traveller.data), "trainee", "list"], lambda _session: 0
        )
        assert refused == 2
        assert "already open" in capsys.readouterr().err

    assert program.trouble is not None
    traveller.qtbot.keyClick(program.trouble, ENTER)
    traveller.qtbot.waitUntil(lambda: program.session is not None)
    traveller.hands.will_say("Assalam")


def test_a_newer_file_is_refused_with_both_versions_and_left_alone(traveller: Traveller) -> None:
    file = database_of(traveller.data)
    Database(file, (*MIGRATIONS, ("create table later (x text) strict",))).close()
    before = file.read_bytes()

    traveller.start()

    says = trouble_says(traveller)
    assert "Please update the app" in says
    assert f"format {len(MIGRATIONS) + 1}; this app knows up to {len(MIGRATIONS)}" in says
    traveller.leave()
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_explained(traveller: Traveller) -> None:
    traveller.data.parent.mkdir(exist_ok=True)
    traveller.data.write_text("a file in the place of the folder")

    traveller.start()

    assert "Your data cannot be opened" in trouble_says(traveller)
    assert "may not write" in trouble_says(traveller)


def test_a_path_in_urdu_and_japanese_is_plain_working(traveller: Traveller) -> None:
    traveller.data = traveller.data / "علی ?#%25 '日本'"
    hands = begin_to_study(traveller)
    hands.answer()
    hands.wait_until_kept()

    traveller.restart().will_say("Go on")
    assert answers_kept(traveller) == 1


def test_a_full_disk_while_studying_is_told_and_nothing_is_lost(traveller: Traveller) -> None:
    hands = begin_to_study(traveller)
    database = hands.school.app.database
    with database.write() as change:
        pages = change.connection.exec_driver_sql("pragma page_count").scalar_one()
        change.connection.exec_driver_sql(f"pragma max_page_count = {pages}")
    given = 0
    while "no room left" not in hands.says():
        assert given < 60
        hands.answer()
        given += 1
        hands.wait(lambda: hands.study._recorded is not None or "no room left" in hands.says())
        if hands.study._recorded is not None:
            hands.go_on()
            hands.wait_for_a_question()
    view = hands.view
    assert answers_kept(traveller) == given - 1

    with database.write() as change:  # room was made
        change.connection.exec_driver_sql("pragma max_page_count = 1000000")
    hands.press(ENTER)
    hands.wait(lambda: hands.study.view is not view)

    assert answers_kept(traveller) == given
    assert_caches_are_the_log(hands.school)
    traveller.restart().will_say("Go on")
    assert answers_kept(traveller) == given


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_that_vanishes_is_told_and_goes_on_when_it_is_back(traveller: Traveller) -> None:
    hands = begin_to_study(traveller)
    hands.answer()
    hands.wait_until_kept()
    hands.go_on()
    hands.wait_for_a_question()
    file = database_of(traveller.data)
    away = file.rename(file.with_name("unplugged.db"))

    view = hands.view
    hands.answer()
    hands.will_say("moved, deleted or unplugged")
    assert not file.exists()
    hands.window.message.clear()
    hands.press(ENTER)
    hands.will_say("moved, deleted or unplugged")
    assert hands.view is view
    away.rename(file)
    hands.press(ENTER)
    hands.wait(lambda: hands.study.view is not view)

    assert answers_kept(traveller) == 2
    assert_caches_are_the_log(hands.school)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_with_the_file_gone_no_screen_breaks_and_the_program_closes(traveller: Traveller) -> None:
    hands = begin_to_study(traveller)
    database_of(traveller.data).unlink()

    for name in ("words", "progress", "settings", "profiles", "backups"):  # they only read
        hands.window.go(name)
        hands.wait(lambda: not traveller.session.jobs.is_busy)
    for name in ("today", "study"):
        hands.window.message.clear()
        hands.window.go(name)
        hands.will_say("moved, deleted or unplugged")
    assert hands.window.findChild(Sheet) is None  # no report of a bug
    traveller.leave()
    assert not database_of(traveller.data).exists()
