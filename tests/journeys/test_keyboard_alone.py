"""Whoever has no mouse, and whoever hears the screen: every control is reached, and has a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from jp_trainer.core.cards import Aspect
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.ids import DeckId
from jp_trainer.services import people, sitting
from jp_trainer.ui.exam.options import ExamOption
from jp_trainer.ui.parts.chips import Chip
from jp_trainer.ui.parts.options import Option, State
from jp_trainer.ui.screens import SCREENS
from jp_trainer.ui.screens.settings import Settings
from tests.journeys.traveller import Hands, Traveller
from tests.ui.study_room import card

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSlider)
MOST_STOPS = 150


def controls(within: QWidget) -> Iterator[QWidget]:
    """What can be worked with and is seen, parts of other controls left out."""
    for widget in within.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or not widget.isVisible() or not widget.isEnabled():
            continue
        if isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), CONTROLS):
            continue
        if isinstance(widget, Chip) and not widget.isChecked():
            continue  # arrows choose it from the chosen one
        if isinstance(widget, Option) and widget.state is not State.OPEN:
            continue  # it was answered: what is left is a statement
        if isinstance(widget, ExamOption) and is_answered(widget):
            continue
        yield widget


def is_answered(option: ExamOption) -> bool:
    """Whether its question shows what is right."""
    place = option.parentWidget()
    beside = place.findChildren(ExamOption) if place else []
    return any(each.state in (State.RIGHT, State.WRONG) for each in beside)


def stops_of_tab(hands: Hands) -> list[QWidget]:
    """Everything that Tab comes to, until it is back where it was."""
    stops: list[QWidget] = []
    for _press in range(MOST_STOPS):
        hands.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in stops[1:]:
            break
        stops.append(focus)
    return stops


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def assert_within_reach(hands: Hands) -> None:
    QApplication.processEvents()
    stops = stops_of_tab(hands)
    there = list(controls(hands.window))
    assert there
    assert [described(each) for each in there if each not in stops] == []
    unnamed = [each for each in {*there, *stops} if not each.accessibleName()]
    named_by_what_they_hold = (QAbstractScrollArea,)
    assert [
        described(each)
        for each in unnamed
        if not isinstance(each, named_by_what_they_hold) or isinstance(each, QAbstractItemView)
    ] == []


@pytest.fixture
def signed_in(traveller: Traveller) -> Traveller:
    traveller.settled()
    traveller.start()
    traveller.hands.will_say("Start")
    return traveller


def _place_of(name: str, traveller: Traveller) -> dict[str, object]:
    """What a screen cannot be opened without: a mock that runs, or one that was handed in."""
    if name not in ("sitting", "exam_result", "exam_review"):
        return {}
    app = traveller.session.app
    trainee = people.everyone(app)[0].id
    state = sitting.begin(app, trainee, "nursing-care-japanese", Mode.FULL, form="A")
    sitting.answer(app, state.id, state.item, 1)
    if name == "sitting":
        return {}
    sitting.finish(app, state.id)
    return {"sitting": state.id}


@pytest.mark.parametrize("name", [entry.name for entry in SCREENS])
def test_tab_reaches_every_control_of_a_screen_and_all_have_names(
    signed_in: Traveller, name: str
) -> None:
    hands = signed_in.hands
    hands.window.go(name, **_place_of(name, signed_in))
    hands.wait(lambda: not signed_in.session.jobs.is_busy)

    assert QApplication.activeWindow() is hands.window.window()  # no other one flashed up
    assert_within_reach(hands)


def test_tab_reaches_every_setting(signed_in: Traveller) -> None:
    hands = signed_in.hands
    hands.window.go("settings")
    hands.wait(lambda: not signed_in.session.jobs.is_busy)
    screen = hands.window.shown
    assert isinstance(screen, Settings)

    for page in screen.tabs._order:
        screen._turn_to(page)
        assert_within_reach(hands)


@pytest.mark.parametrize("aspect", [a for a in Aspect if a is not Aspect.LISTENING])
def test_tab_reaches_everything_while_a_question_is_asked_and_after_it(
    signed_in: Traveller, aspect: Aspect
) -> None:
    hands = signed_in.hands
    with signed_in.session.app.database.read() as view:
        words = list(view.words.of_deck(DeckId("nursing-care")))
    hands.put_round(*(card(word, aspect) for word in words[:3]))
    hands.window.go("study")
    hands.wait_for_a_question()
    assert_within_reach(hands)
    if aspect in (Aspect.READING, Aspect.PRODUCTION):
        hands.press(Qt.Key.Key_F2)
        assert_within_reach(hands)
    hands.study.take_focus()
    hands.answer()
    hands.wait_until_kept()
    assert_within_reach(hands)


def test_every_page_of_the_first_run_is_within_reach(traveller: Traveller) -> None:
    traveller.start()
    hands = traveller.hands
    for step in range(5):
        hands.window.go("first_run", step=step)
        hands.wait(lambda: not traveller.session.jobs.is_busy)
        assert_within_reach(hands)
