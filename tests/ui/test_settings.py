import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jp_trainer.core.ids import DeckId
from jp_trainer.core.people import Furigana, Goal, Preferences, Trainee
from jp_trainer.services import people, profiles
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.chips import Chip, ChipRow
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.forms import Combo, Slider, Switch
from jp_trainer.ui.pins import PinField
from jp_trainer.ui.saving_report import ReportSaver
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.screens.about import About, notice
from jp_trainer.ui.screens.settings import Settings
from jp_trainer.ui.screens.settings.exam_date import ExamDate
from jp_trainer.ui.screens.settings.minutes import MinutesCard
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import DARK
from jp_trainer.ui.window import Window
from jp_trainer.wording import plain, use_language
from tests.examples import School

PAGES = ("learning", "reading", "look", "computer")
Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture
def translated(catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    said_here = partial(use_language, folder=catalogues)
    monkeypatch.setattr("jp_trainer.ui.window.use_language", said_here)
    yield
    use_language("en")


@pytest.fixture
def shown(
    qtbot: QtBot,
    dressed: QApplication,
    school: School,
    jobs: Jobs,
    translated: None,  # noqa: ARG001 - the window speaks
) -> Iterator[Window]:
    with school.app.database.read() as view:
        wishes = people.preferences_of(view, school.trainee)
    light = replace(wishes, theme="light")
    trainee = profiles.change_preferences(school.app, school.trainee, light)
    made = Window(dressed, school.app, jobs, Look())
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.sign_in(trainee)
    yield made
    made.close()


@pytest.fixture
def turn_to(shown: Window, qtbot: QtBot) -> Callable[[str], Settings]:
    """Go to a page of the settings and wait until it is drawn."""

    def go(page: str) -> Settings:
        shown.go("settings", page=page)
        screen = the_screen(shown)
        qtbot.waitUntil(lambda: screen._area is not None)
        return screen

    return go


def the_screen(shown: Window) -> Settings:
    assert isinstance(shown.shown, Settings)
    return shown.shown


def control(screen: QWidget, kind: type[Kind], key: str) -> Kind:
    found = screen.findChild(kind, key)
    assert found is not None, key
    return found


def press_chip(row: ChipRow, key: str) -> None:
    row._chips[key].click()


def kept(school: School) -> Preferences:
    with school.app.database.read() as view:
        return people.preferences_of(view, school.trainee)


def person(school: School) -> Trainee:
    return people.everyone(school.app)[0]


@pytest.mark.parametrize("page", PAGES)
def test_each_page_can_be_reached_by_its_chip(
    turn_to: Callable[[str], Settings], page: str, qtbot: QtBot
) -> None:
    screen = turn_to("learning" if page != "learning" else "look")

    press_chip(screen.tabs, page)

    assert screen.place()["page"] == page
    qtbot.waitUntil(lambda: len(screen.findChildren(Button) + screen.findChildren(Switch)) > 0)


CHOICES: tuple[tuple[str, str, str, str, Any], ...] = (
    ("reading", "furigana", "peek", "furigana", Furigana.ON_PEEK),
    ("reading", "meanings", "ur", "meanings", ("ur",)),
    ("look", "text size", "1.15", "text_size", 1.15),
    ("look", "theme", "dark", "theme", "dark"),
    ("look", "interface", "ur", "interface", "ur"),
)


@pytest.mark.parametrize("case", CHOICES, ids=lambda case: case[1])
def test_a_choice_is_kept_at_once(
    turn_to: Callable[[str], Settings],
    school: School,
    qtbot: QtBot,
    case: tuple[str, str, str, str, Any],
) -> None:
    page, key, choice, field, value = case
    screen = turn_to(page)

    press_chip(control(screen, ChipRow, key), choice)

    qtbot.waitUntil(lambda: getattr(kept(school), field) == value)


SWITCHES = (
    ("reading", "hide known", "hide_known", True),
    ("reading", "nastaliq", "nastaliq", True),
    ("reading", "auto sound", "auto_sound", False),
    ("look", "animations", "animations", False),
    ("computer", "instructor", "instructor_tools", True),
)


@pytest.mark.parametrize("case", SWITCHES, ids=lambda case: case[1])
def test_a_switch_is_kept_at_once(
    turn_to: Callable[[str], Settings],
    school: School,
    qtbot: QtBot,
    case: tuple[str, str, str, bool],
) -> None:
    page, key, field, value = case
    control(turn_to(page), Switch, key).click()

    qtbot.waitUntil(lambda: getattr(kept(school), field) is value)


def test_two_quick_changes_are_both_kept(
    turn_to: Callable[[str], Settings], school: School, qtbot: QtBot
) -> None:
    screen = turn_to("reading")

    control(screen, Switch, "hide known").click()
    control(screen, Switch, "auto sound").click()

    qtbot.waitUntil(lambda: kept(school).hide_known and not kept(school).auto_sound)


def test_another_look_is_shown_at_once_with_focus_where_it_was(
    shown: Window, turn_to: Callable[[str], Settings], qtbot: QtBot
) -> None:
    screen = turn_to("look")
    themes = control(screen, ChipRow, "theme")
    chosen = next(chip for chip in themes.findChildren(Chip) if chip.isChecked())
    chosen.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.keyClick(chosen, Qt.Key.Key_Right)

    qtbot.waitUntil(lambda: shown.look.tokens is DARK)
    fresh = the_screen(shown)
    assert fresh is not screen
    qtbot.waitUntil(lambda: isinstance(shown.focusWidget(), Chip))
    focused = shown.focusWidget()
    assert isinstance(focused, Chip)
    assert focused.parentWidget() is control(fresh, ChipRow, "theme")
    assert focused.isChecked()


def test_urdu_is_spoken_at_once_from_right_to_left(
    shown: Window, turn_to: Callable[[str], Settings], qtbot: QtBot
) -> None:
    press_chip(control(turn_to("look"), ChipRow, "interface"), "ur")

    qtbot.waitUntil(lambda: shown.look.language == "ur")
    words = {plain(found.text()) for found in shown.findChildren(QLabel)}
    qtbot.waitUntil(lambda: "ترتیبات" in {plain(w.text()) for w in shown.findChildren(QLabel)})
    assert words
    assert shown.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_minutes_say_what_they_mean_before_they_are_accepted(
    turn_to: Callable[[str], Settings], school: School, qtbot: QtBot
) -> None:
    card = turn_to("learning").findChild(MinutesCard)
    assert card is not None
    before = card.shown
    assert not card.accept.isEnabled()

    control(card, Slider, "minutes").setValue(8)
    assert not card.accept.isEnabled()
    qtbot.waitUntil(lambda: card.shown.minutes == 40)

    assert card.shown.questions > before.questions
    assert str(card.shown.questions) in plain(card.says.text())
    assert kept(school).minutes == before.minutes

    card.accept.click()
    qtbot.waitUntil(lambda: kept(school).minutes == 40)
    assert kept(school).new_words is None
    assert not card.accept.isEnabled()


def test_a_deck_is_taken_up_and_put_away_with_undo(
    shown: Window, turn_to: Callable[[str], Settings], school: School, qtbot: QtBot
) -> None:
    screen = turn_to("learning")

    control(screen, Switch, "deck common-work").click()
    qtbot.waitUntil(lambda: "common-work" in kept(school).decks)

    control(screen, Switch, "deck test").click()
    qtbot.waitUntil(lambda: kept(school).decks == ("common-work",))
    qtbot.waitUntil(lambda: shown.message.can_undo)
    shown.message.undo()
    qtbot.waitUntil(lambda: set(kept(school).decks) == {"common-work", "test"})


def test_another_kind_of_work_adds_its_deck(
    turn_to: Callable[[str], Settings], school: School, qtbot: QtBot
) -> None:
    screen = turn_to("learning")
    work = control(screen, Combo, "sector")
    assert work.now == ""

    work.picked.emit("nursing-care")

    qtbot.waitUntil(lambda: kept(school).sector == "nursing-care")
    assert kept(school).decks == (DeckId("test"), DeckId("nursing-care"))
    qtbot.waitUntil(lambda: control(screen, Switch, "deck nursing-care").isChecked())


def test_a_goal_is_kept(turn_to: Callable[[str], Settings], school: School, qtbot: QtBot) -> None:
    control(turn_to("learning"), Combo, "goal").picked.emit("jlpt-n4")

    qtbot.waitUntil(lambda: kept(school).goal is Goal.JLPT_N4)


TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def exam(qtbot: QtBot, dressed: QApplication) -> ExamDate:  # noqa: ARG001 - needs our style
    made = ExamDate(Look(), None, TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(exam: ExamDate, day: int, month: int, year: int) -> None:
    for combo, part in ((exam.day, day), (exam.month, month), (exam.year, year)):
        combo.choose(str(part))
        combo.picked.emit(str(part))


def test_an_exam_date_is_told_once_it_is_whole(exam: ExamDate, qtbot: QtBot) -> None:
    told: list[dt.date | None] = []
    exam.chosen.connect(told.append)

    choose(exam, 31, 2, 2027)
    exam.none.click()

    assert told == [dt.date(2027, 2, 28), None]
    assert qtbot is not None


def test_a_day_that_is_over_is_not_taken(exam: ExamDate) -> None:
    told: list[dt.date | None] = []
    exam.chosen.connect(told.append)

    choose(exam, 1, 11, 2026)

    assert told == []
    assert "over" in exam._fault.text()


def test_a_pin_is_set_when_it_was_typed_twice_alike(
    shown: Window, turn_to: Callable[[str], Settings], school: School, qtbot: QtBot
) -> None:
    screen = turn_to("computer")
    assert screen.findChild(Combo, "lock after") is None
    control(screen, Button, "set pin").click()
    sheet = shown.findChild(Sheet)
    assert sheet is not None
    first, again = sheet.findChildren(PinField)

    first.setText("2580")
    again.setText("2581")
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert person(school).pin == ""

    again.setText("2580")
    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: person(school).pin != "")
    assert profiles.may_enter(school.app, school.trainee, "2580")
    qtbot.waitUntil(lambda: screen.findChild(Combo, "lock after") is not None)


def test_a_pin_is_removed_and_the_lock_with_it(
    turn_to: Callable[[str], Settings], school: School, qtbot: QtBot
) -> None:
    profiles.set_pin(school.app, school.trainee, "2580")
    screen = turn_to("computer")
    control(screen, Combo, "lock after").picked.emit("20")
    qtbot.waitUntil(lambda: kept(school).lock_after_min == 20)

    control(screen, Button, "remove pin").click()

    qtbot.waitUntil(lambda: person(school).pin == "")
    qtbot.waitUntil(lambda: screen.findChild(Button, "remove pin") is None)


def test_beside_the_pin_stands_that_it_protects_no_data(
    turn_to: Callable[[str], Settings],
) -> None:
    said = " ".join(label.text() for label in turn_to("computer").findChildren(QLabel))

    assert "does not protect your data" in said


def test_another_name_is_shown_at_once(
    shown: Window, turn_to: Callable[[str], Settings], school: School, qtbot: QtBot
) -> None:
    screen = turn_to("computer")
    control(screen, Button, "rename").click()
    sheet = shown.findChild(Sheet)
    assert sheet is not None
    line = sheet.focusWidget()
    assert line is not None

    qtbot.keyClicks(line, "Ayesha Bibi")
    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: person(school).name == "Ayesha Bibi")
    qtbot.waitUntil(
        lambda: "Ayesha Bibi" in {label.text() for label in screen.findChildren(QLabel)}
    )


def test_only_the_owner_sees_instructor_tools(
    shown: Window, turn_to: Callable[[str], Settings], school: School
) -> None:
    second = people.add(school.app, "Bilal", Preferences(theme="light"))
    assert turn_to("computer").findChild(Switch, "instructor") is not None

    shown.sign_in(second)

    assert turn_to("computer").findChild(Switch, "instructor") is None


def test_everything_can_be_reached_with_tab(
    shown: Window, turn_to: Callable[[str], Settings], qtbot: QtBot
) -> None:
    screen = turn_to("learning")
    wanted = {
        w for w in screen.findChildren(QAbstractButton) + screen.findChildren(Slider)
        if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
    }  # fmt: skip
    reached: set[QWidget] = set()
    for _ in range(80):
        qtbot.keyClick(shown.focusWidget() or shown, Qt.Key.Key_Tab)
        if (focused := shown.focusWidget()) is not None:
            reached.add(focused)

    assert wanted <= reached


def test_without_a_voice_the_settings_say_so(turn_to: Callable[[str], Settings]) -> None:
    screen = turn_to("reading")

    said = " ".join(label.text() for label in screen.findChildren(QLabel))
    assert "No Japanese voice" in said
    assert screen.findChild(Button, "try sound") is None


@pytest.mark.parametrize("page", PAGES)
def test_pages_fit_the_smallest_window_with_the_largest_text(
    shown: Window, turn_to: Callable[[str], Settings], school: School, page: str
) -> None:
    shown.sign_in(
        profiles.change_preferences(
            school.app, school.trainee, replace(kept(school), text_size=1.3)
        )
    )
    screen = turn_to(page)
    QApplication.processEvents()

    assert screen._area is not None
    assert screen._area.horizontalScrollBar().maximum() == 0


def test_a_report_is_written_where_it_was_wished(
    shown: Window, school: School, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.go("about")
    assert isinstance(shown.shown, About)
    saver = ReportSaver(Desk(school.app, jobs, shown.look, shown, person(school)))
    target = tmp_path / "report.txt"

    saver.save(target)

    qtbot.waitUntil(lambda: str(target) in plain(shown.message.words))
    text = target.read_text(encoding="utf-8")
    assert "font japanese: Noto Sans JP" in text
    assert "Ayesha" not in text


def test_a_report_that_cannot_be_written_is_told(
    shown: Window, school: School, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    saver = ReportSaver(Desk(school.app, jobs, shown.look, shown, person(school)))

    saver.save(tmp_path / "no such folder" / "report.txt")

    qtbot.waitUntil(lambda: "another folder" in shown.message.words)


def test_the_licences_are_those_of_the_notice_file() -> None:
    assert "JMdict" in notice()
    assert "SIL Open Font License" in notice()
