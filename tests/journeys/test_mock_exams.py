"""Mock exams in the whole program, by keyboard, in English and in Urdu.

A strict JFT-Basic, an N5 with its recording, one that is interrupted by a power cut.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from jp_trainer.core.events import EventKind
from jp_trainer.core.exam.drawing import draw_paper
from jp_trainer.core.exam.items import Status
from jp_trainer.core.exam.sitting_state import FinishedBy, SittingState
from jp_trainer.services import exam_bank, sitting
from jp_trainer.speech.clips import Clip, Clips
from jp_trainer.ui import session
from jp_trainer.ui.front import Front
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.screens.exam_result import ExamResult
from jp_trainer.ui.screens.exam_review import ExamReview
from jp_trainer.ui.screens.sitting import Sitting
from tests.journeys.test_urdu_from_start_to_end import assert_all_urdu
from tests.journeys.traveller import Hands, Traveller
from tests.ui.exam_hall import PretendPlayer

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
LANGUAGES = ("en", "ur")


@pytest.fixture
def pretended_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every clip is there, and heard at once."""

    def find(_clips: Clips, _clip: Clip) -> Path:
        return Path("clip.ogg")

    monkeypatch.setattr(session, "Player", PretendPlayer)
    monkeypatch.setattr(Clips, "find", find)


class Flashes(QObject):
    """Notes windows of their own that nobody meant to open: a part shown before it had a place."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        if (
            event.type() is QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, Front | Sheet)
        ):
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture(autouse=True)
def flashes(qapp: QApplication) -> Iterator[None]:
    """No screen of an exam may open one."""
    watch = Flashes(qapp)
    yield
    qapp.removeEventFilter(watch)
    assert watch.seen == []


def begin(traveller: Traveller, exam: str, language: str) -> Hands:
    """Form A of an exam, its first question on the screen."""
    traveller.settled(interface=language)
    traveller.start()
    hands = traveller.hands
    app, trainee = traveller.session.app, hands.window.trainee
    assert trainee is not None
    blueprint, bank = exam_bank.blueprint(app, exam), exam_bank.bank(app, exam, live_only=False)
    testlets = tuple(  # also what no reader has solved blind yet
        replace(each, items=tuple(replace(item, status=Status.LIVE) for item in each.items))
        for each in bank.testlets
    )
    whole = replace(bank, testlets=testlets)
    paper = draw_paper(blueprint, whole, (), random.Random(1), "A")
    sitting.begin_paper(app, trainee.id, blueprint, paper)
    hands.window.go("exams")
    hands.wait(lambda: screen_of(hands, "exams")._enter is not None)  # type: ignore[attr-defined]
    hands.press(ENTER)  # go on with it
    hands.wait(lambda: is_sitting(hands))
    return hands


def screen_of(hands: Hands, name: str) -> object:
    assert hands.window.here == name
    return hands.window.shown


def is_sitting(hands: Hands) -> bool:
    return isinstance(hands.window.shown, Sitting) and (
        hands.window.shown.view is not None or hands.window.shown.page is not None
    )


def page_of(hands: Hands) -> QWidget | None:
    return hands.window.shown.page if isinstance(hands.window.shown, Sitting) else None


def now(hands: Hands) -> SittingState:
    assert isinstance(hands.window.shown, Sitting)
    return hands.window.shown.now


def is_asked(hands: Hands) -> bool:
    """A dialog lies over the exam."""
    return any(sheet.isVisible() for sheet in hands.window.findChildren(Sheet))


def go_on(hands: Hands, wrong_every: int) -> None:
    """One step, as somebody at the keyboard takes it."""
    screen = hands.window.shown
    assert isinstance(screen, Sitting)
    if is_asked(hands):
        hands.press(ENTER)
        hands.wait(lambda: not is_asked(hands))
        front = hands.window.window()
        front.activateWindow()  # as a window manager does once a dialog is gone
        hands.wait(front.isActiveWindow)
        return
    if screen.page is not None:
        page = screen.page
        hands.press(ENTER)
        hands.wait(lambda: page_of(hands) is not page)
        return
    state = screen.now
    if state.item not in state.answers:
        item = state.item_now
        is_wrong = wrong_every and len(state.answers) % wrong_every == 0
        hands.press(str(1 + item.key % len(item.options) if is_wrong else item.key))
        assert screen.now.answers[item.id] > 0
    if state.rules.paced and not screen.pacing.may_go_on:
        hands.wait(lambda: not is_sitting(hands) or now(hands).item != state.item)
    else:
        hands.press(ENTER)


def sit_to_the_end(hands: Hands, wrong_every: int = 3) -> ExamResult:
    for _step in range(400):
        if isinstance(hands.window.shown, ExamResult):
            break
        go_on(hands, wrong_every)
        QApplication.processEvents()
    result = hands.window.shown
    assert isinstance(result, ExamResult)
    hands.wait(lambda: result.result is not None)
    return result


@pytest.mark.usefixtures("pretended_sound")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_strict_jft_basic_from_start_to_review(traveller: Traveller, language: str) -> None:
    hands = begin(traveller, "jft-basic", language)
    if language == "ur":
        english = now(hands).item_now.statement.en
        assert_all_urdu(hands, english, "Aa")

    screen = sit_to_the_end(hands)

    assert screen.result is not None
    state = screen.result.state
    assert len(state.answers) == 48
    assert state.finished is not None
    assert state.finished.how is FinishedBy.SUBMITTED
    assert not state.is_assisted
    assert screen.result.estimate is not None
    if language == "ur":
        assert_all_urdu(hands, "PDF")
    screen.look_at.click()
    hands.wait(lambda: isinstance(hands.window.shown, ExamReview) and bool(hands.window.shown.all))
    hands.press("w")
    hands.press(ESC)
    hands.wait(lambda: isinstance(hands.window.shown, ExamResult))


@pytest.mark.usefixtures("pretended_sound")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_n5_whose_listening_is_heard_once(traveller: Traveller, language: str) -> None:
    hands = begin(traveller, "jlpt-n5", language)

    screen = sit_to_the_end(hands, wrong_every=0)

    assert screen.result is not None
    state = screen.result.state
    assert state.left[:2] == ("vocabulary", "grammar-reading")
    heard = state.paper.sections[-1].testlets
    assert all(state.plays[testlet.id] == 1 for testlet in heard)
    assert screen.result.right == 67
    assert screen.result.estimate is not None
    assert screen.result.estimate.chance > 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_power_cut_in_the_middle_costs_neither_answers_nor_time(
    traveller: Traveller, language: str
) -> None:
    hands = begin(traveller, "jft-basic", language)
    for _step in range(9):
        go_on(hands, wrong_every=0)
    before = now(hands)
    assert isinstance(hands.window.shown, Sitting)
    left = hands.window.shown.countdown.left_ms

    hands = traveller.restart()
    traveller.clock.tick(3_600)
    hands.wait(lambda: hands.window.here == "today" and not hands.today.mock.isHidden())
    running = sitting.running(traveller.session.app, hands.school.trainee)
    assert running is not None
    hands.window.go("exams")
    hands.wait(lambda: screen_of(hands, "exams")._enter is not None)  # type: ignore[attr-defined]
    hands.press(ENTER)
    hands.wait(lambda: is_sitting(hands))

    after = now(hands)
    assert (after.item, after.answers) == (before.item, before.answers)
    assert left - 5_000 <= (after.remaining or 0) <= left
    assert len(after.interruptions) == 2  # begun without its screen, then the cut
    kinds = {event.kind for event in traveller.events()}
    assert EventKind.SITTING_INTERRUPTED in kinds
