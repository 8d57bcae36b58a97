"""Progress, on a real database, in a window of its own."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jp_trainer.core.people import Trainee
from jp_trainer.services import people, progress, study
from jp_trainer.services.study_states import Asking
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.parts.charts import Forecast, Heatmap, Line
from jp_trainer.ui.parts.meters import Meter
from jp_trainer.ui.parts.tiles import Tile
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.screens.progress import Progress
from jp_trainer.ui.theme import Look
from jp_trainer.wording import plain
from tests.examples import School, a_deck, some_words
from tests.services.playing import answer, finish_round

Part = TypeVar("Part", bound=QWidget)


@dataclass
class Told:
    """The frame of a screen that keeps what it was told."""

    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def go(self, name: str, **place: object) -> None:
        self.went.append((name, place))

    def back(self) -> None: ...

    def say(
        self, words: str, *, undo: Callable[[], None] | None = None, fault: bool = False
    ) -> None: ...

    def fault(self, error: BaseException) -> None:
        raise error

    def dress(self, look: Look) -> None: ...

    def sign_in(self, trainee: Trainee | None) -> None: ...

    def relaunch(self, first: Callable[[], object]) -> None: ...


@dataclass
class Opened:
    screen: Progress
    frame: Told
    school: School

    def says(self) -> list[str]:
        labels = self.screen.findChildren(QLabel)
        return [plain(found.text()) for found in labels if found.isVisibleTo(self.screen)]

    def one(self, kind: type[Part]) -> Part:
        (found,) = [part for part in self.screen.findChildren(kind) if part.isVisible()]
        return found


Opener = Callable[..., Opened]


@pytest.fixture
def opened(qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs) -> Iterator[Opener]:
    def show(look: Look | None = None, **place: str) -> Opened:
        look = look or Look()
        frame = Told()
        trainee = people.everyone(school.app)[0]
        dressed.setLayoutDirection(look.direction)
        screen = Progress(Desk(school.app, jobs, look, frame, trainee), **place)
        qtbot.addWidget(screen)
        screen.resize(927, 600)
        screen.show()
        shown: list[object] = []
        screen.ask(
            lambda: progress.progress(school.app, school.trainee, None), shown.append
        )  # after this, the lane is free
        screen.reload()
        qtbot.waitUntil(lambda: bool(shown) and screen.chooser is not None)
        qtbot.waitUntil(screen._body.isVisible)  # a layout shows what it was given later
        here = Opened(screen, frame, school)
        qtbot.waitUntil(lambda: len(here.says()) > 1)
        return here

    yield show
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def study_for(school: School, days: int) -> None:
    for _ in range(days):
        finish_round(school, wrong_every=4)
        school.clock.sleep(1)


def test_before_the_first_round_it_says_what_will_be_here_and_starts_it(opened: Opener) -> None:
    page = opened()

    page.screen.keys._acts["enter"]()

    assert "Your progress will stand here" in page.says()
    assert page.screen.findChildren(Heatmap) == []
    assert page.frame.went == [("study", {})]


def test_it_shows_days_hours_forecast_recall_words_and_slips(
    opened: Opener, school: School
) -> None:
    study_for(school, 6)

    page = opened()

    says = page.says()
    for words in ("Minutes a day", "days of study", "Questions in the next 30 days", "aim 90%"):
        assert words in says
    assert "6" in says
    assert "Words begun" in says
    assert plain(page.one(Heatmap).accessibleName()).startswith("Minutes a day in the last 26")
    assert "a day holds" in page.one(Forecast).accessibleName()
    assert "words begun since 23 Nov" in plain(page.one(Line).accessibleName())
    shares = [plain(meter.accessibleName()) for meter in page.screen.findChildren(Meter)]
    assert any(share.startswith("Meaning: ") for share in shares)


def test_a_slip_is_named_with_its_count_and_what_helps(opened: Opener, school: School) -> None:
    with school.app.database.write() as change:
        today = school.clock().study_day
        change.day_sums.add_reason(school.trainee, today, "other", 9)
        change.day_sums.add_reason(school.trainee, today, "long-vowel", 7)
        change.day_sums.add_reason(school.trainee, today, "reason-of-a-newer-version", 8)
    answer(school, study.begin(school.app, school.trainee))

    says = opened().says()

    at = says.index("Long vowels")
    assert says[at + 1 : at + 3] == ["7", "ゆうき has one beat more than ゆき. Count beats."]
    assert says.index("Other slips") > at
    assert "8" not in says


def test_a_slipping_word_leads_to_its_page(opened: Opener, school: School) -> None:
    missed = set()
    for _ in range(8):
        state = study.begin(school.app, school.trainee)
        while isinstance(state, Asking):
            if state.question.word.reading == "びょういん":
                missed.add(state.question.word.id)
                state = answer(school, state, right=state.question.again)
            else:
                state = answer(school, state)
        school.clock.sleep(4)
    page = opened()

    page.one(Tile).click()

    assert [("words", {"word": word}) for word in missed] == page.frame.went


def test_the_deck_chooser_narrows_what_is_shown(
    opened: Opener, school: School, qtbot: QtBot
) -> None:
    study_for(school, 2)
    with school.app.database.write() as change:
        other = a_deck("other")
        change.decks.install(other, some_words(3, "other"), school.clock.at)
        trainee = change.people.get(school.trainee)
        assert trainee is not None
        wishes = replace(trainee.preferences, decks=(*trainee.preferences.decks, other.id))
        change.people.put(replace(trainee, preferences=wishes))
    page = opened()
    assert page.screen.chooser is not None

    page.screen.chooser.picked.emit("other")

    qtbot.waitUntil(lambda: "Nothing of this deck was studied yet" in page.says())
    assert page.screen.place() == {"deck": "other"}


def test_presenting_the_same_state_twice_changes_nothing(opened: Opener, school: School) -> None:
    study_for(school, 2)
    page = opened()
    heat = page.one(Heatmap)

    page.screen.present(progress.progress(school.app, school.trainee))

    assert page.one(Heatmap) is heat


def test_it_is_scrolled_with_the_keyboard(opened: Opener, school: School, qtbot: QtBot) -> None:
    study_for(school, 2)
    page = opened()
    bar = page.screen.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    qtbot.keyClick(page.screen, Qt.Key.Key_PageDown)

    assert bar.value() > 0


@pytest.mark.parametrize(("width", "scale"), [(703, 1.0), (927, 1.3), (1823, 1.0)])
def test_it_is_never_wider_than_the_window(
    opened: Opener, school: School, width: int, scale: float
) -> None:
    study_for(school, 2)
    page = opened(Look(scale=scale))

    page.screen.resize(width, 600)

    assert page.screen.area.horizontalScrollBar().maximum() == 0


def test_a_day_of_the_heat_map_tells_its_minutes_in_both_directions(
    dressed: QApplication, qtbot: QtBot
) -> None:
    for language in ("en", "ur"):
        look = Look(language=language)
        dressed.setLayoutDirection(look.direction)
        monday = dt.date(2026, 11, 23)
        heat = Heatmap(
            look, {monday: 12}, monday, say=lambda day, minutes: f"{day} {minutes}", name="heat"
        )
        qtbot.addWidget(heat)
        heat.resize(heat.sizeHint())
        heat.show()
        first_row = heat._head + heat._pitch / 2

        # Counted from the start side: this week's column is the last one in either direction.
        assert heat.told(heat.width() - 8, first_row) == "2026-11-23 12"
        assert heat.told(heat.width() - 8, first_row + heat._pitch) == ""
        assert heat.told(heat._side + 4, first_row) == "2026-06-01 0"
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
