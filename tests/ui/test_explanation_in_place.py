"""What explains an answer takes the free room first, and only then makes the question scroll."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jp_trainer.core.exam.papers import Mode
from jp_trainer.services import sitting
from jp_trainer.ui.jobs import Jobs
from tests.examples import School
from tests.papers import a_blueprint, a_paper
from tests.ui.exam_hall import Hall, a_hall


@pytest.fixture
def hall(
    qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs, catalogues: Path
) -> Iterator[Hall]:
    with a_hall(qtbot, dressed, school, jobs, catalogues) as made:
        yield made


def test_the_question_moves_up_for_its_explanation(hall: Hall) -> None:
    hall.window.resize(1366, 900)
    paper = a_paper(Mode.QUIZ)
    paper = replace(paper, sections=paper.sections[:1])
    hall.sit(sitting.begin_paper(hall.school.app, hall.school.trainee, a_blueprint(), paper))
    hall.wait(lambda: above(hall) > 0)
    before = above(hall)

    hall.answer_item(right=False)
    hall.will_say("Not right")

    after = above(hall)
    assert after < before
    view = hall.sitting.view
    assert view is not None
    view.panes.arrange()
    assert above(hall) == after


def above(hall: Hall) -> int:
    view = hall.sitting.view
    assert view is not None
    return view.panes.areas[-1].y()
