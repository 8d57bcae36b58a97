"""The screen on which an exam is sat: rules, keys, clocks, sound, help, going on after a break."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.blueprints import Blueprint, ClockKind
from jp_trainer.core.exam.items import Testlet
from jp_trainer.core.exam.papers import Mode, Paper, PaperSection
from jp_trainer.core.exam.sitting_state import Aid, FinishedBy, SittingState
from jp_trainer.services import sitting
from jp_trainer.ui.exam.clock import Countdown, clock_words
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.parts.options import State
from jp_trainer.ui.ruby_text import RubyText
from jp_trainer.ui.screens.exam_result import ExamResult
from jp_trainer.ui.screens.exams import Exams
from jp_trainer.ui.screens.sitting.pages import FinishPage, PaperPage
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


def begin(hall: Hall, blueprint: Blueprint | None = None, paper: Paper | None = None) -> None:
    school = hall.school
    state = sitting.begin_paper(
        school.app, school.trainee, blueprint or a_blueprint(), paper or a_paper()
    )
    hall.sit(state)


def kept(hall: Hall) -> SittingState:
    """As the file has it."""
    hall.settle()
    return sitting.load(hall.school.app, hall.state.id)


def test_a_number_chooses_and_the_answer_is_kept(hall: Hall) -> None:
    begin(hall)

    hall.press("2")

    assert hall.sitting.view is not None
    assert [option.state for option in hall.sitting.view.options][1] is State.PICKED
    assert dict(kept(hall).answers) == {"s1": 2}


def test_the_last_choice_counts(hall: Hall) -> None:
    begin(hall)

    hall.press("2")
    hall.press("3")

    assert dict(kept(hall).answers) == {"s1": 3}


def test_a_number_that_is_not_offered_does_nothing(hall: Hall) -> None:
    begin(hall)

    hall.press("4")

    assert dict(kept(hall).answers) == {}


def test_enter_and_arrows_walk_and_a_tile_leaps(hall: Hall) -> None:
    begin(hall)

    hall.press(ENTER)
    assert hall.state.item == "s2"
    hall.press(Qt.Key.Key_Right)
    assert hall.state.item == "s3"
    hall.press(Qt.Key.Key_Left)
    assert hall.state.item == "s2"
    hall.sitting.foot.tiles.pressed.emit(3)

    assert hall.state.item == "s4"
    assert kept(hall).item == "s4"


def test_the_right_arrow_does_not_leave_a_section(hall: Hall) -> None:
    begin(hall)
    hall.sitting.foot.tiles.pressed.emit(3)

    hall.press(Qt.Key.Key_Right)

    assert hall.state.item == "s4"


def test_a_flag_is_set_and_taken_away(hall: Hall) -> None:
    begin(hall)

    hall.press("f")
    assert kept(hall).flags == {"s1"}
    assert hall.sitting.foot.tiles.tiles[0].flagged
    hall.press("f")

    assert kept(hall).flags == frozenset()


def test_leaving_a_section_for_good_is_asked_and_names_what_is_open(hall: Hall) -> None:
    begin(hall)
    hall.press("1")
    hall.sitting.foot.tiles.pressed.emit(3)

    hall.press(ENTER)
    hall.sheet()
    hall.will_say("Questions 2, 3, 4 are open")
    hall.agree()

    assert hall.state.section == "listening"
    assert kept(hall).left == ("script",)


def test_a_section_that_is_over_cannot_be_entered(hall: Hall) -> None:
    begin(hall)
    hall.sitting.candidate.leave_section()

    hall.sitting.head.section_wanted.emit("script")

    assert hall.state.section == "listening"


def test_listening_forward_only_hides_flag_back_and_past_tiles(hall: Hall) -> None:
    begin(hall)
    hall.sitting.candidate.leave_section()
    hall.press(ENTER)

    foot = hall.sitting.foot
    assert foot.back.isHidden()
    assert foot.flag.isHidden()
    assert [tile.number for tile in foot.tiles.tiles] == [2, 3, 4]


def test_a_clip_is_played_as_often_as_the_test_allows(hall: Hall) -> None:
    begin(hall, replace(a_blueprint(), furigana=True))
    hall.sitting.candidate.leave_section()
    hall.will_say("2 plays left")

    for left in ("1 play left", "No plays left"):
        hall.press("p")
        hall.will_say(left)
        hall.wait(lambda: not hall.sitting.listening.playing)
    heard = hall.player.heard
    hall.press("p")
    hall.settle()

    assert hall.player.heard == heard
    assert dict(kept(hall).plays) == {"c1": 2}


def test_help_the_test_does_not_give_warns_first_and_makes_it_practice(hall: Hall) -> None:
    first, *others = a_paper().sections[0].testlets
    asked = replace(first.items[0], statement=Title("How do you read it?", "یہ کیسے پڑھیں گے؟"))
    section = PaperSection("script", (replace(first, items=(asked,)), *others))
    begin(hall, paper=Paper("small-2026", Mode.FULL, (section,), "A"))

    hall.press("l")
    hall.will_say("counts as practice")
    assert not hall.state.is_assisted
    hall.agree()
    hall.will_say("یہ کیسے پڑھیں گے؟")

    assert kept(hall).is_assisted
    hall.sheet().reject()


def test_enter_at_the_end_leads_back_as_long_as_questions_are_open(hall: Hall) -> None:
    begin(hall)
    hall.press("1")
    hall.sitting.candidate.leave_section()
    for _item in range(4):
        hall.press(ENTER)

    hall.wait(lambda: isinstance(hall.sitting.page, FinishPage))
    hall.press(ENTER)

    hall.wait(lambda: hall.sitting.page is None)
    assert hall.sitting.now.finished is None


def test_the_end_lists_what_is_open_and_hands_in(hall: Hall) -> None:
    begin(hall)
    hall.press("1")
    hall.sitting.candidate.leave_section()
    for _item in range(4):
        hall.press("1")
        hall.press(ENTER)

    hall.wait(lambda: isinstance(hall.sitting.page, FinishPage))
    hall.will_say("Everything is answered")
    hall.press(ENTER)

    hall.wait(lambda: isinstance(hall.window.shown, ExamResult))
    done = sitting.load(hall.school.app, hall.result._sitting)
    assert done.finished is not None
    assert done.finished.how is FinishedBy.SUBMITTED


def test_escape_on_the_last_page_goes_back_to_the_question(hall: Hall) -> None:
    paper = a_paper()
    begin(hall, paper=replace(paper, sections=paper.sections[:1]))
    hall.sitting.foot.tiles.pressed.emit(3)
    hall.press(ENTER)
    hall.will_say("4 questions are still open")

    hall.press(ESC)

    assert hall.sitting.page is None
    assert hall.state.item == "s4"


def test_when_the_clock_is_at_zero_the_paper_is_handed_in(hall: Hall) -> None:
    begin(hall)
    hall.press("1")

    hall.sitting.countdown.start(1)
    hall.wait(lambda: isinstance(hall.window.shown, ExamResult))

    done = sitting.load(hall.school.app, hall.result._sitting)
    assert done.finished is not None
    assert done.finished.how is FinishedBy.TIME
    assert dict(done.answers) == {"s1": 1}


def test_a_paper_of_its_own_minutes_waits_to_be_begun(hall: Hall) -> None:
    school = hall.school
    blueprint = a_blueprint(ClockKind.PAPER, paced=True, max_plays=1)
    state = sitting.begin_paper(school.app, school.trainee, blueprint, a_paper())

    hall.window.go("sitting", state=state)
    hall.wait(lambda: isinstance(hall.sitting.page, PaperPage))

    assert not hall.sitting.countdown.runs
    assert hall.sitting.head.clock.words == "10:00"
    hall.press(ENTER)
    assert hall.sitting.countdown.runs


def test_when_a_papers_time_is_over_the_next_one_waits(hall: Hall) -> None:
    begin(hall, a_blueprint(ClockKind.PAPER))

    hall.sitting.countdown.start(1)
    hall.wait(lambda: isinstance(hall.sitting.page, PaperPage))

    assert hall.state.section == "listening"
    assert hall.sitting.head.clock.words == "20:00"


def test_paced_listening_moves_on_by_itself_to_the_end(hall: Hall) -> None:
    begin(hall, a_blueprint(ClockKind.PAPER, paced=True, max_plays=1))
    hall.sitting.candidate.leave_section()

    hall.press(ENTER)
    hall.wait(lambda: isinstance(hall.window.shown, ExamResult))

    done = sitting.load(hall.school.app, hall.result._sitting)
    assert dict(done.plays) == {"c1": 1, "c2": 1, "c3": 1}


def test_while_the_recording_plays_next_is_not_the_candidates(hall: Hall) -> None:
    hall.player.holds = True
    begin(hall, a_blueprint(ClockKind.PAPER, paced=True, max_plays=1))
    hall.sitting.candidate.leave_section()
    hall.press(ENTER)
    hall.wait(lambda: hall.sitting.listening.playing)
    hall.press(ENTER)  # inside the testlet of two questions
    assert hall.state.item == "c1-2"

    hall.press(ENTER)

    assert hall.state.item == "c1-2"
    assert hall.sitting.foot.next.isHidden()
    hall.sitting.listening.hush()


def test_without_a_sound_the_candidate_goes_on_by_hand(
    qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs, catalogues: Path
) -> None:
    with a_hall(qtbot, dressed, school, jobs, catalogues, ears=False) as hall:
        begin(hall, a_blueprint(ClockKind.PAPER, paced=True, max_plays=1))
        hall.sitting.candidate.leave_section()
        hall.press(ENTER)

        hall.will_say("cannot be heard")
        hall.press(ENTER)

        assert hall.state.item == "c1-2"


def test_after_a_break_it_goes_on_from_the_same_question_and_time(hall: Hall) -> None:
    begin(hall)
    hall.press("2")
    hall.press(ENTER)
    hall.sitting.countdown.start(90_000)
    hall.window._show("today", {})
    hall.wait(lambda: not hall.window._jobs.is_busy)
    running = sitting.running(hall.school.app, hall.school.trainee)
    assert running is not None

    hall.will_say("Go on with the mock")
    hall.window.go("sitting", sitting=running.id)
    hall.wait(lambda: hall.sitting.state is not None)

    assert hall.state.item == "s2"
    assert 85_000 < hall.sitting.countdown.left_ms <= 90_000
    assert len(hall.state.interruptions) == 1


def test_leaving_in_the_middle_is_asked(hall: Hall) -> None:
    begin(hall)

    hall.press(ESC)
    hall.sheet()
    hall.will_say("The clock stops")
    hall.agree()

    hall.wait(lambda: hall.window.here != "sitting")


def test_another_text_size_keeps_question_and_answer(hall: Hall) -> None:
    begin(hall)
    hall.press(ENTER)
    hall.press("3")
    assert hall.sitting.view is not None
    before = hall.sitting.view.look.scale

    hall.press("+")

    assert hall.sitting.view.look.scale > before
    assert (hall.state.item, hall.sitting.view.picked) == ("s2", 3)


def test_another_look_keeps_the_sitting_without_an_interruption(hall: Hall) -> None:
    begin(hall)
    hall.press("2")
    hall.press(ENTER)

    hall.prefer(theme="dark")
    hall.wait(lambda: hall.sitting.state is not None)

    assert hall.state.item == "s2"
    assert hall.state.interruptions == ()


def test_a_quiz_says_at_once_what_is_right_and_the_first_answer_stands(hall: Hall) -> None:
    paper = a_paper(Mode.QUIZ)
    begin(hall, paper=replace(paper, sections=paper.sections[:1]))
    key = hall.state.item_now.key

    hall.answer_item(right=False)
    hall.will_say(f"Not right. Right is {key}.")
    hall.will_say("Because.")
    hall.press(str(key))

    assert kept(hall).answers["s1"] != key


def test_a_quiz_ends_with_its_last_answer(hall: Hall) -> None:
    paper = a_paper(Mode.QUIZ)
    begin(hall, paper=replace(paper, sections=paper.sections[:1]))

    for _item in range(4):
        hall.answer_item()
        hall.press(ENTER)

    hall.wait(lambda: isinstance(hall.window.shown, ExamResult))
    hall.will_say("4 of 4 right")


def test_a_finished_sitting_leads_back_to_the_exams(hall: Hall) -> None:
    paper = a_paper(Mode.QUIZ)
    begin(hall, paper=replace(paper, sections=paper.sections[:1]))
    hall.sitting.candidate.hand_in()
    hall.wait(lambda: isinstance(hall.window.shown, ExamResult))

    hall.press(ESC)

    hall.wait(lambda: isinstance(hall.window.shown, Exams))


def test_a_clock_that_stands_still_gives_no_time_away(qtbot: QtBot) -> None:
    countdown = Countdown()
    countdown.start(60_000)
    countdown.stop()

    left = countdown.left_ms
    qtbot.wait(20)

    assert countdown.left_ms == left
    assert not countdown.runs


@pytest.mark.parametrize(
    ("ms", "words"), [(0, "0:00"), (1, "0:01"), (59_001, "1:00"), (3_600_000, "60:00")]
)
def test_the_clock_shows_whole_seconds_until_they_are_over(ms: int, words: str) -> None:
    assert clock_words(ms) == words


def test_readings_above_all_kanji_come_as_help_for_practice(hall: Hall) -> None:
    school = hall.school
    first = a_paper().sections[0].testlets[0]
    bare = replace(first.items[0], stem="{病院}で待ちます。")
    paper = Paper("small-2026", Mode.FULL, (PaperSection("script", (Testlet((bare,)),)),), "A")
    state = sitting.begin_paper(school.app, school.trainee, a_blueprint(), paper, (Aid.FURIGANA,))

    hall.sit(state)
    hall.settle()

    def heard() -> str:
        return " ".join(text.accessibleName() for text in hall.window.findChildren(RubyText))

    hall.wait(lambda: "待（ま）" in heard())
    assert "病院（" not in heard()
