from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jp_trainer.core.people import Goal, KanaKnown
from jp_trainer.services import people
from jp_trainer.services.app import App
from jp_trainer.ui import screens, window
from jp_trainer.ui.first_run.goal import Aim, Minutes
from jp_trainer.ui.first_run.placement import Placement
from jp_trainer.ui.first_run.work import Work
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.screen import Screen
from jp_trainer.ui.screens import Entry
from jp_trainer.ui.screens.first_run import FirstRun
from jp_trainer.ui.theme import Look
from jp_trainer.ui.window import Window
from jp_trainer.wording import use_language


class Arrived(Screen[None]):
    """Where the first card would be."""

    whole_window = True


class Ours(Entry):
    """The first run, and the place it leads to."""

    def load(self) -> type[Screen[Any]]:
        return FirstRun if self.name == "first_run" else Arrived


@pytest.fixture
def our_screens(catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    ours = (Ours("first_run", "FirstRun"), Ours("study", "Arrived"))
    monkeypatch.setattr(screens, "SCREENS", ours)
    monkeypatch.setattr(window, "SCREENS", ours)
    said_here = partial(use_language, folder=catalogues)
    monkeypatch.setattr("jp_trainer.ui.window.use_language", said_here)
    yield
    use_language("en")


@pytest.fixture
def shown(
    qtbot: QtBot,
    dressed: QApplication,
    app: App,
    jobs: Jobs,
    our_screens: None,  # noqa: ARG001 - the window shows them
) -> Iterator[Window]:
    made = Window(dressed, app, jobs, Look())
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("first_run")
    yield made
    made.close()


def the_screen(shown: Window) -> FirstRun:
    assert isinstance(shown.shown, FirstRun)
    return shown.shown


def the_focus(shown: Window) -> QLineEdit:
    found = shown.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def enter(qtbot: QtBot, shown: Window) -> None:
    qtbot.keyClick(shown.focusWidget() or shown, Qt.Key.Key_Return)


def choose(qtbot: QtBot, shown: Window, key: Qt.Key) -> None:
    qtbot.keyClick(shown.focusWidget() or shown, key)


def through_to_work(qtbot: QtBot, shown: Window, kana: Qt.Key) -> None:
    qtbot.keyClicks(the_focus(shown), "Ayesha Khan")
    enter(qtbot, shown)
    choose(qtbot, shown, kana)
    enter(qtbot, shown)
    screen = the_screen(shown)
    qtbot.waitUntil(lambda: screen._page is not None and len(screen._page.choices) > 0)
    assert isinstance(screen._page, Work)


def test_a_newcomer_who_reads_no_kana_is_led_straight_to_the_first_card(
    shown: Window, app: App, qtbot: QtBot
) -> None:
    through_to_work(qtbot, shown, Qt.Key.Key_1)
    choose(qtbot, shown, Qt.Key.Key_2)
    for _ in range(3):
        enter(qtbot, shown)

    qtbot.waitUntil(lambda: shown.here == "study")
    (made,) = people.everyone(app)
    assert made.name == "Ayesha Khan"
    assert made.preferences.kana is KanaKnown.NONE
    assert made.preferences.goal is Goal.JFT_A2
    assert made.preferences.decks[:3] == ("construction", "hiragana", "katakana")
    assert shown._trainee == made


def test_who_reads_kana_is_asked_twelve_words_and_the_known_ones_are_kept(
    shown: Window, app: App, qtbot: QtBot
) -> None:
    through_to_work(qtbot, shown, Qt.Key.Key_3)
    choose(qtbot, shown, Qt.Key.Key_1)
    for _ in range(3):
        enter(qtbot, shown)
    screen = the_screen(shown)
    qtbot.waitUntil(lambda: screen._placement is not None)
    placement = screen._placement
    assert isinstance(placement, Placement)

    asked = placement._questions
    assert len(asked) == 12
    for question in asked:
        right = next(i for i, o in enumerate(question.options) if o.word == question.word.id)
        placement.choose(right)

    qtbot.waitUntil(lambda: shown.here == "study")
    (made,) = people.everyone(app)
    with app.database.read() as view:
        kept = [view.card_states.get(made.id, question.card) for question in asked]
    assert not any(state.is_new for state in kept)


def test_the_words_can_be_skipped(shown: Window, app: App, qtbot: QtBot) -> None:
    through_to_work(qtbot, shown, Qt.Key.Key_3)
    qtbot.mouseClick(the_screen(shown)._skip, Qt.MouseButton.LeftButton)
    for _ in range(2):
        enter(qtbot, shown)
    screen = the_screen(shown)
    qtbot.waitUntil(lambda: screen._placement is not None)
    assert screen._placement is not None

    screen._placement.finish()

    qtbot.waitUntil(lambda: shown.here == "study")
    assert people.everyone(app)[0].preferences.sector == ""


def test_next_waits_for_a_name_and_says_so(shown: Window, qtbot: QtBot) -> None:
    enter(qtbot, shown)

    screen = the_screen(shown)
    assert screen._step == 0
    assert screen._fault.text() == "Please type your name first."


def test_changing_the_language_loses_no_answer(shown: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(the_focus(shown), "Ayesha")

    the_screen(shown)._languages.chosen.emit("ur")

    screen = the_screen(shown)
    assert screen.look.rtl
    assert the_focus(shown).text() == "Ayesha"
    assert screen._wishes.preferences.interface == "ur"
    assert screen._wishes.preferences.meanings == ("ur", "en")
    assert screen._next.words == "آگے"


def test_back_leads_to_the_answer_that_was_given(shown: Window, qtbot: QtBot) -> None:
    through_to_work(qtbot, shown, Qt.Key.Key_2)

    screen = the_screen(shown)
    qtbot.mouseClick(screen._back, Qt.MouseButton.LeftButton)

    assert screen._page is not None
    assert [choice.isChecked() for choice in screen._page.choices] == [False, True, False]


def at_step(shown: Window, step: int) -> FirstRun:
    shown.go("first_run", step=step)
    return the_screen(shown)


def test_half_a_date_and_a_day_that_is_over_are_not_accepted(shown: Window, qtbot: QtBot) -> None:
    screen = at_step(shown, 3)
    page = screen._page
    assert isinstance(page, Aim)
    day, month, year = page.date_combos()

    day.choose("14")
    assert not page.is_answered()
    month.choose("2")
    year.choose("2026")
    page._on_date()
    assert not page.is_answered()
    year.choose("2027")
    page._on_date()

    assert page.is_answered()
    assert str(page.wishes.preferences.exam_date) == "2027-02-14"
    enter(qtbot, shown)
    assert screen._step == 4


def test_the_forecast_follows_the_slider(shown: Window, qtbot: QtBot) -> None:
    screen = at_step(shown, 4)
    page = screen._page
    assert isinstance(page, Minutes)
    before = page._means.text()

    qtbot.keyClick(page._slider, Qt.Key.Key_PageUp)

    assert page.wishes.preferences.minutes == 40
    assert page._means.text() != before


def test_every_page_fits_a_small_window_in_width(shown: Window) -> None:
    for step in range(5):
        screen = at_step(shown, step)
        QApplication.processEvents()
        page = screen._page
        assert page is not None
        assert page.minimumSizeHint().width() <= 1024
