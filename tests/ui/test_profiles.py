from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jp_trainer.core.people import Preferences, Trainee
from jp_trainer.services import people, profiles
from jp_trainer.services.app import App
from jp_trainer.ui import screens, window
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.pins import PinField
from jp_trainer.ui.screens import Entry
from jp_trainer.ui.screens.profiles import Profiles
from jp_trainer.ui.theme import Look
from jp_trainer.ui.window import Window


class Known(Entry):
    """Leads to the profiles whatever its name, so that arriving is seen without the rest."""

    def load(self) -> type[Profiles]:
        return Profiles


@pytest.fixture
def shown(
    qtbot: QtBot, dressed: QApplication, app: App, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    ours = tuple(Known(name, "Profiles") for name in ("profiles", "today", "first_run"))
    monkeypatch.setattr(screens, "SCREENS", ours)
    monkeypatch.setattr(window, "SCREENS", ours)
    made = Window(dressed, app, jobs, Look())
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


Arrive = Callable[[int], Profiles]


@pytest.fixture
def arrive(shown: Window, qtbot: QtBot) -> Arrive:
    """Go to the profiles, and wait until so many tiles are there."""

    def arriving(tiles: int) -> Profiles:
        shown.go("profiles")
        screen = shown.shown
        assert isinstance(screen, Profiles)
        qtbot.waitUntil(lambda: len(screen._tiles) == tiles)
        return screen

    return arriving


def add(app: App, name: str, pin: str = "") -> Trainee:
    made = people.add(app, name, Preferences(theme="light"))
    return profiles.set_pin(app, made.id, pin) if pin else made


def test_everyone_has_a_tile_and_so_has_somebody_new(app: App, arrive: Arrive) -> None:
    add(app, "Ayesha Khan")
    add(app, "Bilal Ahmed", "2580")

    screen = arrive(3)

    names = [tile.accessibleName() for tile in screen._tiles]
    assert names[0] == "Ayesha Khan"
    assert "PIN" in names[1]
    assert names[2] == "Somebody new"


def test_presenting_the_same_people_twice_changes_nothing(app: App, arrive: Arrive) -> None:
    add(app, "Ayesha Khan")
    screen = arrive(2)
    before = list(screen._tiles)

    screen.present(people.everyone(app))

    assert screen._tiles == before


def test_pressing_a_tile_signs_in(shown: Window, app: App, arrive: Arrive, qtbot: QtBot) -> None:
    add(app, "Ayesha Khan")
    screen = arrive(2)

    qtbot.mouseClick(screen._tiles[0], Qt.MouseButton.LeftButton)

    assert shown.here == "today"
    assert shown._trainee is not None
    assert shown._trainee.name == "Ayesha Khan"


def test_a_number_chooses_too(shown: Window, app: App, arrive: Arrive, qtbot: QtBot) -> None:
    add(app, "Ayesha Khan")
    add(app, "Bilal Ahmed")
    arrive(3)

    qtbot.keyClick(shown, Qt.Key.Key_2)

    assert shown._trainee is not None
    assert shown._trainee.name == "Bilal Ahmed"


def test_somebody_new_leads_to_the_first_run(shown: Window, arrive: Arrive, qtbot: QtBot) -> None:
    screen = arrive(1)

    qtbot.mouseClick(screen._tiles[0], Qt.MouseButton.LeftButton)

    assert shown.here == "first_run"


def the_sheet(shown: Window) -> Sheet:
    return next(s for s in shown.findChildren(Sheet) if s.isVisible())


def test_the_fourth_right_digit_opens_a_locked_profile(
    shown: Window, app: App, arrive: Arrive, qtbot: QtBot
) -> None:
    add(app, "Fatima Noor", "2580")
    screen = arrive(2)

    qtbot.mouseClick(screen._tiles[0], Qt.MouseButton.LeftButton)
    assert shown.here == "profiles"
    field = the_sheet(shown).findChild(PinField)
    assert field is not None
    qtbot.keyClicks(field, "2580")

    qtbot.waitUntil(lambda: shown.here == "today")


def test_a_wrong_pin_is_said_and_can_be_tried_again(
    shown: Window, app: App, arrive: Arrive, qtbot: QtBot
) -> None:
    add(app, "Fatima Noor", "2580")
    screen = arrive(2)
    qtbot.mouseClick(screen._tiles[0], Qt.MouseButton.LeftButton)
    sheet = the_sheet(shown)
    field = sheet.findChild(PinField)
    assert field is not None

    qtbot.keyClicks(field, "1111")
    qtbot.waitUntil(lambda: field.isEnabled() and not field.text())

    assert shown.here == "profiles"
    qtbot.keyClicks(field, "2580")
    qtbot.waitUntil(lambda: shown.here == "today")


def test_a_forgotten_pin_is_cleared_after_the_name_was_typed(
    shown: Window, app: App, arrive: Arrive, qtbot: QtBot
) -> None:
    add(app, "Fatima Noor", "2580")
    screen = arrive(2)
    qtbot.mouseClick(screen._tiles[0], Qt.MouseButton.LeftButton)
    forgot = next(b for b in the_sheet(shown).findChildren(Button) if "forgot" in b.words)
    qtbot.mouseClick(forgot, Qt.MouseButton.LeftButton)
    sheet = the_sheet(shown)
    name = sheet.findChild(QLineEdit)
    assert name is not None

    name.setText("Fatima")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name.property("state") == "wrong")
    name.setText("fatima noor")
    qtbot.keyClick(name, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: shown.here == "today")
    assert people.everyone(app)[0].pin == ""


def test_nobody_escapes_from_the_profiles_before_anyone_signed_in(
    shown: Window, app: App, arrive: Arrive, qtbot: QtBot
) -> None:
    add(app, "Ayesha Khan")
    arrive(2)

    qtbot.keyClick(shown, Qt.Key.Key_Escape)

    assert shown.here == "profiles"
