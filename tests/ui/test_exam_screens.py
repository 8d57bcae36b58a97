"""The start of mock exams, the result, and looking at every question again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.sitting_state import Aid, FinishedBy, SittingState
from jp_trainer.core.people import Goal, Preferences
from jp_trainer.services import sitting
from jp_trainer.services.exam_overview import wanted_exams
from jp_trainer.ui.exam.band import Band, BandValues, levels_of
from jp_trainer.ui.exam.tiles import Kind, Tile, Tiles, described
from jp_trainer.ui.exam.verdict_words import chance_sentence
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.screens.exam_result import ExamResult
from jp_trainer.ui.screens.exam_review import ExamReview
from jp_trainer.ui.screens.exams.before import Before
from jp_trainer.ui.screens.exams.past import PastCard
from jp_trainer.ui.screens.sitting import Sitting
from jp_trainer.ui.theme import Look
from jp_trainer.wording import plain
from tests.examples import School
from tests.papers import a_blueprint, a_paper
from tests.ui.exam_hall import Hall, a_hall

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def hall(
    qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs, catalogues: Path
) -> Iterator[Hall]:
    with a_hall(qtbot, dressed, school, jobs, catalogues) as made:
        yield made


def sat(hall: Hall, wrong: tuple[str, ...] = ("s2", "c2-1"), **more: object) -> SittingState:
    """A whole paper: these items wrong, all others right."""
    app, trainee = hall.school.app, hall.school.trainee
    state = sitting.begin_paper(app, trainee, a_blueprint(), a_paper(), **more)  # type: ignore[arg-type]
    for section in state.paper.sections:
        for item in section.items:
            if item.id != state.item:
                state = sitting.move(app, state.id, item.id, ms=20_000)
            option = item.key if item.id not in wrong else 1 + item.key % len(item.options)
            state = sitting.answer(app, state.id, item.id, option, ms=5_000)
        state = sitting.leave_section(app, state.id)
    return state


def show_result(hall: Hall, state: SittingState) -> ExamResult:
    hall.window.go("exam_result", sitting=state.id)
    hall.wait(lambda: hall.result.result is not None)
    return hall.result


def show_review(hall: Hall, state: SittingState, show: str = "all") -> ExamReview:
    hall.window.go("exam_review", sitting=state.id, show=show)
    hall.wait(lambda: bool(hall.review.all))
    return hall.review


# The start


def test_the_goal_and_the_sector_say_which_exams_come_first() -> None:
    wishes = Preferences(goal=Goal.JLPT_N5, sector="nursing-care")

    assert wanted_exams(wishes)[:2] == ("jlpt-n5", "nursing-care-japanese")
    assert wanted_exams(Preferences(goal=Goal.ESD_A1))[0] == "jft-basic"


def test_each_exam_says_what_it_is(hall: Hall) -> None:
    hall.window.go("exams")

    hall.will_say("60 minutes · 48 questions · 4 sections")


def test_before_the_start_the_page_says_what_comes_and_warns_of_help(hall: Hall) -> None:
    hall.window.go("exams", exam="jlpt-n5-2020")
    hall.will_say("90 minutes · 67 questions")
    hall.will_say("heard once")
    before = hall.exams.before
    assert isinstance(before, Before)
    assert before.warning.isHidden()

    before.switches[Aid.FURIGANA].click()

    hall.will_say("counts as practice")
    assert before.aids == (Aid.FURIGANA,)


def test_the_sound_is_tested_with_a_bell(hall: Hall) -> None:
    hall.window.go("exams", exam="jft-basic-2026")
    hall.wait(lambda: hall.exams.before is not None)
    assert hall.exams.before is not None

    hall.exams.before.test.click()

    hall.will_say("You should hear a bell")
    assert hall.player.heard == 1


def test_a_machine_without_sound_says_so_before_the_start(
    qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs, catalogues: Path
) -> None:
    with a_hall(qtbot, dressed, school, jobs, catalogues, ears=False) as hall:
        hall.window.go("exams", exam="jft-basic-2026")

        hall.will_say("No loudspeaker or headphones found")
        hall.will_say("another day")


def test_a_running_mock_is_what_the_exams_offer_first(hall: Hall) -> None:
    app, trainee = hall.school.app, hall.school.trainee
    state = sitting.begin_paper(app, trainee, a_blueprint(), a_paper())
    sitting.tick(app, state.id, 1_380_000)

    hall.window.go("exams")
    hall.will_say("Go on with the mock: 23 minutes left")
    hall.press(ENTER)

    hall.wait(lambda: isinstance(hall.window.shown, Sitting))
    hall.wait(lambda: hall.sitting.state is not None)
    assert hall.state.id == state.id


def test_a_running_mock_can_be_given_up(hall: Hall) -> None:
    app, trainee = hall.school.app, hall.school.trainee
    state = sitting.begin_paper(app, trainee, a_blueprint(), a_paper())
    hall.window.go("exams")
    hall.will_say("Go on with the mock")

    hall.exams._give_up(state.id)
    hall.wait(lambda: sitting.running(app, trainee) is None)

    done = sitting.load(app, state.id).finished
    assert done is not None
    assert done.how is FinishedBy.ABANDONED


def test_what_was_sat_is_listed_and_opens(hall: Hall) -> None:
    state = sat(hall)

    hall.window.go("exams")
    hall.will_say("Your mocks so far")
    card = hall.exams.findChild(PastCard)
    assert isinstance(card, PastCard)
    card.opened.emit(state.id)

    hall.wait(lambda: isinstance(hall.window.shown, ExamResult))


# The result


def test_a_result_never_stands_without_its_disclaimer(hall: Hall) -> None:
    show_result(hall, sat(hall))

    hall.will_say("An estimate by this app, not an official score.")


def test_few_questions_give_no_verdict(hall: Hall) -> None:
    screen = show_result(hall, sat(hall))

    hall.will_say("Too few questions for a verdict")
    assert "chances in 10" not in hall.says()
    assert screen.findChildren(Band) == []


def test_the_sections_say_how_many_were_right(hall: Hall) -> None:
    show_result(hall, sat(hall))

    hall.will_say("3 of 4")


def test_an_assisted_sitting_is_practice_without_an_estimate(hall: Hall) -> None:
    screen = show_result(hall, sat(hall, aids=(Aid.REPLAY,)))

    hall.will_say("Practice with help: no verdict")
    assert screen.findChildren(Band) == []


def test_an_interruption_is_told(hall: Hall) -> None:
    app, trainee = hall.school.app, hall.school.trainee
    state = sitting.begin_paper(app, trainee, a_blueprint(), a_paper())
    hall.school.clock.tick(600)
    sitting.resume(app, state.id)
    done = sitting.finish(app, state.id)

    show_result(hall, done)

    hall.will_say("Interrupted 1 time, for 10 minutes in all.")


def test_mistakes_are_added_once(hall: Hall) -> None:
    screen = show_result(hall, sat(hall))
    hall.will_say("Add my 2 mistakes to study")

    screen.add.click()
    hall.will_say("Your mistakes are in your words")

    assert not screen.add.isEnabled()
    assert sitting.load(hall.school.app, screen._sitting).mistakes is not None


def test_a_result_is_saved_as_pdf(hall: Hall, tmp_path: Path) -> None:
    screen = show_result(hall, sat(hall))

    screen.save_to(tmp_path / "mock.pdf")

    assert (tmp_path / "mock.pdf").read_bytes().startswith(b"%PDF")
    hall.will_say("Saved as")


def test_a_folder_that_cannot_be_written_is_told(hall: Hall, tmp_path: Path) -> None:
    screen = show_result(hall, sat(hall))

    screen.save_to(tmp_path / "nowhere" / "mock.pdf")

    hall.wait(lambda: bool(hall.window.message.words))


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "A2.2 today: hardly a chance."),
        (0.21, "About 2 chances in 10 of A2.2 today."),
        (0.5, "About 5 chances in 10 of A2.2 today."),
        (0.99, "A2.2 today: almost certain."),
    ],
)
def test_a_chance_is_told_in_tens(chance: float, words: str) -> None:
    assert plain(chance_sentence(chance, "A2.2")) == words


# Looking at it again


def test_every_question_is_there_with_key_answer_and_reason(hall: Hall) -> None:
    state = sat(hall)
    show_review(hall, state)

    hall.press(ENTER)

    assert hall.review.now is not None
    assert hall.review.now.item.id == "s2"
    hall.will_say(f"Not right. Right is {hall.review.now.item.key}.")
    hall.will_say("Because.")
    hall.will_say("long and short vowels, your answer")


def test_only_mistakes_can_be_looked_at(hall: Hall) -> None:
    show_review(hall, sat(hall))

    hall.press("w")

    assert [each.item.id for each in hall.review.shown] == ["s2", "c2-1"]
    hall.press(ENTER)
    assert hall.review.now is not None
    assert hall.review.now.item.id == "c2-1"
    hall.will_say("What was said")


def test_a_clip_is_heard_again_at_will(hall: Hall) -> None:
    review = show_review(hall, sat(hall), "wrong")
    hall.press(ENTER)

    for _time in range(3):
        before = hall.player.heard
        hall.press("p")
        hall.wait(lambda before=before: hall.player.heard > before)  # type: ignore[misc]

    assert review.view is not None
    assert review.view.play is not None


def test_without_mistakes_the_filter_says_so(hall: Hall) -> None:
    show_review(hall, sat(hall, wrong=()), "wrong")

    hall.will_say("Every question of this mock was answered right.")


def test_escape_leads_back_to_the_result(hall: Hall) -> None:
    show_review(hall, sat(hall))

    hall.press(ESC)

    hall.wait(lambda: isinstance(hall.window.shown, ExamResult))


# The parts


def test_a_quiz_has_no_estimate(hall: Hall) -> None:
    app, trainee = hall.school.app, hall.school.trainee
    state = sitting.begin_paper(app, trainee, a_blueprint(), a_paper(Mode.QUIZ))
    done = sitting.finish(app, state.id)

    screen = show_result(hall, done)

    hall.will_say("A quiz says nothing about the whole test.")
    assert screen.findChildren(Band) == []


@pytest.mark.usefixtures("dressed")
def test_many_tiles_show_those_around_the_current_one(qtbot: QtBot) -> None:
    tiles = Tiles(Look())
    qtbot.addWidget(tiles)
    tiles.resize(300, 70)
    tiles.show_tiles([Tile(n, Kind.CURRENT if n == 60 else Kind.OPEN) for n in range(1, 72)])

    shown = [tiles.tiles[which].number for which, _place in tiles._places()]

    assert 60 in shown
    assert len(shown) < 71
    assert all(tiles.rect().contains(place.toRect()) for _which, place in tiles._places())


def test_a_tile_is_described_in_words() -> None:
    said = plain(described(Tile(3, Kind.ANSWERED, flagged=True)))

    assert said == "Question 3, answered, flagged"


@pytest.mark.usefixtures("dressed")
def test_the_band_of_an_urdu_result_runs_from_the_right(qtbot: QtBot) -> None:
    levels = levels_of([("A2.2", 200), ("A1", 145)], 10, "-")
    values = BandValues(10, 250, 40, (20, 60), levels)
    shares = {}
    for language in ("en", "ur"):
        look = Look(language=language)
        band = Band(look, values, name="")
        qtbot.addWidget(band)
        band.resize(600, band.height())
        image = QImage(band.size(), QImage.Format.Format_RGB32)
        image.fill(look.color("raised"))
        painter = QPainter(image)
        band.paint(painter, QRectF(band.rect()))
        painter.end()
        mark = look.color("ai").rgb()
        y = band.height() // 2
        found = [x for x in range(image.width()) if image.pixel(x, y) == mark]
        shares[language] = sum(found) / len(found) / image.width()

    assert shares["en"] < 0.3
    assert shares["ur"] == pytest.approx(1 - shares["en"], abs=0.02)


def test_a_replaced_state_draws_the_same_twice(hall: Hall) -> None:
    screen = show_result(hall, sat(hall))
    result = screen.result
    assert result is not None
    before = hall.says()

    screen.present(replace(result))

    hall.wait(lambda: hall.says() == before)
