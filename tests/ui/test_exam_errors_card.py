"""What is mixed up most in exams stands on their start screen, and tells nothing too early."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jp_trainer.core.exam.items import ErrorCode
from jp_trainer.services import exam_errors, sitting
from jp_trainer.services.exam_errors import ErrorCount, ErrorProfile, SittingErrors
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.screens.exams.errors_card import ErrorsCard, last_words, worth_showing
from jp_trainer.wording import plain
from tests.examples import School
from tests.papers import a_blueprint, a_paper
from tests.ui.exam_hall import Hall, a_hall

LONG, TWICE = ErrorCount(ErrorCode.LEN, 7, 12), ErrorCount(ErrorCode.SOUND, 2, 9)
ONCE = ErrorCount(ErrorCode.TENSE, 1, 30)


@pytest.fixture
def hall(
    qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs, catalogues: Path
) -> Iterator[Hall]:
    with a_hall(qtbot, dressed, school, jobs, catalogues) as made:
        yield made


def a_profile(*sittings: tuple[ErrorCount, ...]) -> ErrorProfile:
    day = datetime(2026, 11, 20, tzinfo=UTC)
    each = tuple(SittingErrors(str(n), day, counts) for n, counts in enumerate(sittings))
    return ErrorProfile((LONG, TWICE, ONCE), each)


def test_one_mistake_of_a_kind_says_nothing() -> None:
    assert worth_showing(a_profile()) == (LONG, TWICE)


def test_the_last_time_is_told_once_there_were_two() -> None:
    first, second = ErrorCount(ErrorCode.LEN, 5, 6), ErrorCount(ErrorCode.LEN, 2, 6)

    assert last_words(a_profile((first,)), LONG) == ""
    assert plain(last_words(a_profile((first,), (second,), (TWICE,)), LONG)) == "last time 2 of 6"


def test_the_card_says_how_often_of_how_many(qtbot: QtBot, hall: Hall) -> None:
    card = ErrorsCard(hall.window.look, a_profile())
    qtbot.addWidget(card)

    words = [plain(each.text()) for each in card.findChildren(QLabel)]

    assert "long and short vowels" in words
    assert "7 of 12 wrong" in words


def test_a_mock_that_runs_tells_nothing_of_its_answers(hall: Hall) -> None:
    app, trainee = hall.school.app, hall.school.trainee
    state = sitting.begin_paper(app, trainee, a_blueprint(), a_paper())
    sitting.answer(app, state.id, state.item, 1 + state.item_now.key % 3, ms=1000)

    assert exam_errors.error_profile(app, trainee).sittings == ()
