from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from jp_trainer.core.people import Preferences, Trainee
from jp_trainer.services import people
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownTraineeError
from jp_trainer.services.topics import Topic
from jp_trainer.ui import errors, screens, window
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.layout import column, label
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens import Entry
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import DARK
from jp_trainer.ui.window import Window
from jp_trainer.wording import _, use_language


class People(Screen[tuple[Trainee, ...]]):
    """A screen as others are: who studies here."""

    topics = Topic.PEOPLE

    def __init__(self, desk: Desk, greeting: str = "") -> None:
        super().__init__(desk)
        self.reloads = 0
        self.heard: list[str] = []
        self.field = QLineEdit()
        self.names = label(self.look, greeting)
        self.setLayout(column(label(self.look, _("Today")), self.names, self.field))
        self.keys.bind("r", lambda: self.heard.append("r"))

    def reload(self) -> None:
        self.reloads += 1
        self.ask(partial(people.everyone, self.desk.app))

    def present(self, state: tuple[Trainee, ...]) -> None:
        self.names.setText(", ".join(trainee.name for trainee in state))


class Whole(Screen[None]):
    """A screen as study is: takes the whole window, and something could be lost."""

    whole_window = True
    lost = ""
    silent = False

    def loss(self) -> str:
        return self.lost

    def left(self) -> None:
        type(self).silent = True


@dataclass(frozen=True, slots=True)
class TestEntry(Entry):
    """An entry whose screen is here."""

    __test__ = False

    def load(self) -> type[Screen[Any]]:
        return People if self.cls == "People" else Whole


@pytest.fixture
def our_screens(catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    entries = (
        TestEntry("today", "People", "Today", "today"),
        TestEntry("words", "People", "Words", "words"),
        TestEntry("decks", "People", "Words", "decks", instructor=True),
        TestEntry("settings", "People", "Settings", "settings", below=True),
        TestEntry("study", "Whole"),
    )
    monkeypatch.setattr(screens, "SCREENS", entries)
    monkeypatch.setattr(window, "SCREENS", entries)
    monkeypatch.setattr(Whole, "lost", "")
    monkeypatch.setattr(Whole, "silent", False)
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
    made.resize(1024, 600)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("today")
    yield made
    made.close()


def the_screen(shown: Window) -> People:
    assert isinstance(shown.shown, People)
    return shown.shown


def says(shown: Window) -> set[str]:
    return {found.text() for found in shown.findChildren(QLabel) if found.isVisible()}


def add(app: App, name: str, **wishes: Any) -> Trainee:
    return people.add(app, name, Preferences(**wishes))


def test_a_screen_presents_what_the_service_returns(shown: Window, app: App, qtbot: QtBot) -> None:
    add(app, "Ayesha")

    shown.go("today")

    qtbot.waitUntil(lambda: the_screen(shown).names.text() == "Ayesha")


def test_a_change_made_elsewhere_reloads_the_screen_that_is_shown(
    shown: Window, app: App, qtbot: QtBot
) -> None:
    add(app, "Bilal")

    qtbot.waitUntil(lambda: the_screen(shown).names.text() == "Bilal")


def test_a_screen_does_not_reload_because_of_its_own_change(
    shown: Window, app: App, jobs: Jobs, qtbot: QtBot
) -> None:
    screen = the_screen(shown)
    done: list[Trainee] = []

    jobs.run(partial(add, app, "Bilal"), owner=screen, done=done.append)

    qtbot.waitUntil(lambda: bool(done))
    QApplication.processEvents()
    assert screen.reloads == 1


def test_a_change_of_another_topic_reloads_nothing(shown: Window, app: App, qtbot: QtBot) -> None:
    screen = the_screen(shown)

    with qtbot.waitSignal(shown._changed):
        for listener in app.database.listeners:
            listener(Topic.CONTENT, None)
    QApplication.processEvents()

    assert screen.reloads == 1


def test_study_takes_the_whole_window_and_escape_leads_back(shown: Window, qtbot: QtBot) -> None:
    shown.go("words", greeting="hello")
    shown.go("study")
    rail = shown._rail
    assert rail is not None
    assert not rail.isVisible()

    qtbot.keyClick(shown, Qt.Key.Key_Escape)

    assert shown.here == "words"
    assert rail.isVisible()
    assert Whole.silent


def test_leaving_asks_only_if_something_would_be_lost(shown: Window, qtbot: QtBot) -> None:
    shown.go("study")
    Whole.lost = "Your answer is not finished."

    shown.back()
    sheet = shown.findChild(Sheet)
    assert sheet is not None
    assert shown.here == "study"

    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert shown.here == "today"


def test_the_rail_shows_what_the_person_needs(shown: Window, app: App) -> None:
    plain = add(app, "Ayesha")
    shown.sign_in(plain)
    assert set(shown._rail_buttons) == {"today", "words", "settings"}

    instructor = replace(plain, preferences=Preferences(instructor_tools=True, theme="light"))
    shown.sign_in(instructor)
    assert set(shown._rail_buttons) == {"today", "words", "decks", "settings"}


def test_language_and_theme_change_at_once_and_the_place_is_kept(
    shown: Window, app: App, qtbot: QtBot
) -> None:
    shown.go("words", greeting="")

    shown.sign_in(add(app, "Ayesha", interface="ur", theme="dark", text_size=1.3))

    assert shown.look == Look(DARK, "ur", 1.3)
    assert shown.here == "words"
    assert shown.layoutDirection() is Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: "آج" in says(shown))
    rail = shown._rail
    assert rail is not None
    qtbot.waitUntil(lambda: rail.geometry().left() > shown.width() / 2)


def test_qt_itself_speaks_urdu(shown: Window, app: App) -> None:
    shown.sign_in(add(app, "Ayesha", interface="ur", theme="light"))

    assert QApplication.translate("QLineEdit", "Select &All") == "سب منتخب کریں"

    shown.sign_in(add(app, "Ali", interface="en", theme="light"))
    assert QApplication.translate("QLineEdit", "Select &All") == "Select &All"


def test_a_letter_reaches_the_screen_but_not_from_a_text_field(shown: Window, qtbot: QtBot) -> None:
    screen = the_screen(shown)

    qtbot.keyClick(screen.field, Qt.Key.Key_R)
    assert screen.field.text() == "r"
    assert screen.heard == []

    screen.field.clearFocus()
    qtbot.keyClick(shown, Qt.Key.Key_R)
    assert screen.heard == ["r"]


def test_a_letter_reaches_the_screen_while_the_rail_has_the_focus(
    shown: Window, qtbot: QtBot
) -> None:
    button = shown._rail_buttons["words"]
    button.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.keyClick(button, Qt.Key.Key_R)

    assert the_screen(shown).heard == ["r"]


def test_ctrl_z_takes_back_what_the_message_bar_tells(shown: Window, qtbot: QtBot) -> None:
    taken: list[str] = []
    shown.say("会議 rests", undo=lambda: taken.append("undo"))

    qtbot.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert taken == ["undo"]


def refuse() -> None:
    raise UnknownTraineeError("Nobody")


@pytest.fixture
def fail(shown: Window, jobs: Jobs, qtbot: QtBot) -> Callable[[Callable[[], Any]], None]:
    def failing(work: Callable[[], Any]) -> None:
        with qtbot.waitSignal(jobs.failed):
            jobs.run(work, owner=the_screen(shown), done=lambda _: None)

    return failing


def test_an_expected_error_is_a_sentence_that_stays(
    shown: Window, fail: Callable[[Callable[[], Any]], None]
) -> None:
    fail(refuse)

    assert "Nobody" in shown.message.words
    assert shown.findChild(Sheet) is None


def test_a_bug_is_reported_once_with_details_and_logged(
    shown: Window,
    fail: Callable[[Callable[[], Any]], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    fail(partial(int, "五"))
    fail(partial(int, "六"))

    sheets = shown.findChildren(Sheet)
    assert len(sheets) == 1
    assert "invalid literal" in caplog.text
    sheets[0].reject()


def test_a_report_names_versions_and_no_home_folder() -> None:
    try:
        (Path.home() / "deck.csv" / "missing").read_text()
    except OSError as error:
        text = errors.report(error)

    assert "jp_trainer" in text
    assert "Traceback" in text
    assert str(Path.home()) not in text


def test_a_closed_window_hears_of_no_more_changes(
    qtbot: QtBot, dressed: QApplication, app: App, jobs: Jobs
) -> None:
    made = Window(dressed, app, jobs, Look())
    qtbot.addWidget(made)
    made.show()

    made.close()

    assert app.database.listeners == []
