"""Papers for a class: printed, sealed, from the screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jp_trainer.services import exam_offers
from jp_trainer.services.sealed import seal_paper
from jp_trainer.ui.exam.enter_answers import AnswerEntry
from jp_trainer.ui.exam.on_paper import CodeSheet, PaperCard, open_seal
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.screens.sitting import Sitting
from tests.examples import School
from tests.papers import a_blueprint, a_paper
from tests.ui.exam_hall import Hall, a_hall

CODE = "KMRT-AXBE-PWHN-CDYS"
EXAM = "nursing-care-japanese-2026"


@pytest.fixture
def hall(
    qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs, catalogues: Path
) -> Iterator[Hall]:
    with a_hall(qtbot, dressed, school, jobs, catalogues) as made:
        made.window.go("exams")
        yield made


@pytest.fixture
def card(hall: Hall, qtbot: QtBot) -> PaperCard:
    offers = [o for o in exam_offers.offers(hall.school.app) if o.blueprint.id == EXAM]
    made = PaperCard(hall.exams.desk, hall.exams, offers)
    qtbot.addWidget(made)
    return made


def test_a_paper_is_printed_into_a_folder(hall: Hall, card: PaperCard, tmp_path: Path) -> None:
    assert card.chosen == (EXAM, "A")

    card.save_to(tmp_path)

    hall.will_say("3 files were saved")
    assert len(list(tmp_path.glob("*.pdf"))) == 3


def test_a_folder_that_is_gone_is_told(hall: Hall, card: PaperCard, tmp_path: Path) -> None:
    card.save_to(tmp_path / "gone" / "folder")

    hall.will_say("could not be read or written")


def test_answers_are_entered_for_the_chosen_paper(hall: Hall, card: PaperCard) -> None:
    card._on_enter()

    assert isinstance(hall.sheet(), AnswerEntry)


def test_without_a_whole_paper_only_sealed_ones_are_offered(hall: Hall, qtbot: QtBot) -> None:
    made = PaperCard(hall.exams.desk, hall.exams, ())
    qtbot.addWidget(made)

    with pytest.raises(LookupError):
        assert made.chosen


def test_a_sealed_paper_begins_with_its_code(hall: Hall, tmp_path: Path) -> None:
    file = seal_paper(a_blueprint(), a_paper(), tmp_path / "day.jpsealed", code=CODE).path
    open_seal(hall.exams.desk, hall.exams, file)
    first = hall.sheet()
    assert isinstance(first, CodeSheet)

    QTest.keyClicks(first.code, "wrong code")
    hall.agree()
    hall.wait(lambda: hall.sheet() is not first)
    second = hall.sheet()
    assert isinstance(second, CodeSheet)
    QTest.keyClicks(second.code, CODE.lower().replace("-", " "))
    hall.agree()

    hall.wait(lambda: isinstance(hall.window.shown, Sitting))
    assert hall.sitting.now.paper == a_paper()
