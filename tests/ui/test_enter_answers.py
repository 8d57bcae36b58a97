"""A printed sitting is typed in by keyboard alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jp_trainer.core.exam.items import Testlet
from jp_trainer.core.exam.papers import PaperSection
from jp_trainer.services import exam_results
from jp_trainer.ui.exam.answer_grid import AnswerGrid
from jp_trainer.ui.exam.enter_answers import AnswerEntry, open_answer_entry
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.theme import Look
from jp_trainer.wording import plain
from tests.examples import School
from tests.papers import a_blueprint, a_paper, an_item
from tests.ui.exam_hall import Hall, a_hall

EXAM = "nursing-care-japanese"
KEY = Qt.Key


@pytest.fixture
def hall(
    qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs, catalogues: Path
) -> Iterator[Hall]:
    with a_hall(qtbot, dressed, school, jobs, catalogues) as made:
        yield made


@pytest.fixture
def entry(qtbot: QtBot, dressed: QApplication) -> AnswerEntry:  # noqa: ARG001 - its fonts
    made = AnswerEntry(Look(), None, a_blueprint(), a_paper())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the test does
    qtbot.addWidget(made)
    made.show()
    return made


def press(grid: AnswerGrid, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(grid, key)
        else:
            QTest.keyClick(grid, key)


def test_digits_move_on_and_blanks_too(entry: AnswerEntry) -> None:
    press(entry.grid, "2", "3", "0", "1 ", "-", "3")

    assert entry.grid.digits == "23010030"
    assert entry.grid.current == 7
    assert "4 of 8" in plain(entry.so_far.text())


def test_a_digit_the_question_does_not_have_changes_nothing(entry: AnswerEntry) -> None:
    press(entry.grid, "4", "9", "x")

    assert (entry.grid.digits, entry.grid.current) == ("0" * 8, 0)
    assert entry.isVisible()


def test_backspace_takes_the_last_one_back(entry: AnswerEntry) -> None:
    press(entry.grid, "1", "2", KEY.Key_Backspace)

    assert (entry.grid.digits, entry.grid.current) == ("10000000", 1)


def test_the_arrows_correct_an_earlier_answer_and_the_end_holds(entry: AnswerEntry) -> None:
    press(entry.grid, "11111111", KEY.Key_Home, KEY.Key_Right, "3", KEY.Key_End, KEY.Key_Delete)

    assert entry.grid.digits == "13111110"
    press(entry.grid, KEY.Key_Right, KEY.Key_Down)
    assert entry.grid.current == 7
    press(entry.grid, KEY.Key_Up, KEY.Key_Left)
    assert entry.grid.current == 0


def test_a_click_leads_to_a_question(entry: AnswerEntry) -> None:
    place = entry.grid._cells[5].box.center().toPoint()

    QTest.mouseClick(entry.grid, Qt.MouseButton.LeftButton, pos=place)

    assert entry.grid.current == 5


def test_the_question_is_named_for_who_cannot_see_it(entry: AnswerEntry) -> None:
    press(entry.grid, "11112", KEY.Key_Left)

    assert plain(entry.grid.accessibleName()) == "Listening, Question 1, 2"
    press(entry.grid, KEY.Key_Right)
    assert plain(entry.grid.accessibleName()) == "Listening, Question 2, blank"


def test_enter_hands_over_all_answers(entry: AnswerEntry, qtbot: QtBot) -> None:
    press(entry.grid, "123")

    with qtbot.waitSignal(entry.saved) as caught:
        press(entry.grid, KEY.Key_Return)

    assert caught.args == ["12300000"]


def test_escape_hands_over_nothing(entry: AnswerEntry, qtbot: QtBot) -> None:
    press(entry.grid, "1")

    with qtbot.assertNotEmitted(entry.saved), qtbot.waitSignal(entry.rejected):
        press(entry.grid, KEY.Key_Escape)


def test_a_long_paper_scrolls_with_what_is_typed(qtbot: QtBot, dressed: QApplication) -> None:  # noqa: ARG001
    long = tuple(Testlet((an_item(f"x{number}"),)) for number in range(200))
    paper = replace(a_paper(), sections=(PaperSection("script", long),))
    entry = AnswerEntry(Look(), None, a_blueprint(), paper)
    qtbot.addWidget(entry)
    entry.show()
    entry.resize(entry.width(), 500)

    press(entry.grid, "1" * 200)

    bar = entry.area.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() > bar.maximum() * 0.8


def test_the_dialog_fits_into_the_smallest_window(hall: Hall) -> None:
    hall.window.go("exams")
    open_answer_entry(hall.exams.desk, hall.exams, EXAM, "A")

    sheet = hall.sheet()

    assert sheet.height() <= hall.window.height()


def test_what_was_typed_becomes_a_result(hall: Hall) -> None:
    hall.window.go("exams")
    open_answer_entry(hall.exams.desk, hall.exams, EXAM, "A")
    sheet = hall.sheet()
    assert isinstance(sheet, AnswerEntry)

    press(sheet.grid, "111111111111111", KEY.Key_Return)

    hall.wait(lambda: hall.window.shown.__class__.__name__ == "ExamResult")
    hall.wait(lambda: hall.result.result is not None)
    assert hall.result.result is not None
    assert hall.result.result.state.printed
    past = exam_results.history(hall.school.app, hall.school.trainee)
    assert [(each.exam, each.asked) for each in past] == [(EXAM, 15)]


def test_a_form_that_is_not_there_is_told(hall: Hall) -> None:
    hall.window.go("exams")
    open_answer_entry(hall.exams.desk, hall.exams, EXAM, "Z")

    hall.will_say("missing for a new paper")
    assert not [sheet for sheet in hall.window.findChildren(Sheet) if sheet.isVisible()]
