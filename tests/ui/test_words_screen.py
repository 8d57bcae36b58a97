"""Words, on a real database: search, filters, the chosen word and what is done with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jp_trainer.core.ids import WordId
from jp_trainer.core.people import Preferences, Trainee
from jp_trainer.services import people, study, words
from jp_trainer.services.words import Filter
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.lists import ListView
from jp_trainer.ui.parts.tiles import Tile
from jp_trainer.ui.ruby_label import RubyLabel
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.screens.words import Words
from jp_trainer.ui.screens.words.edit import EditSheet
from jp_trainer.ui.screens.words.search_field import SearchField, kana_of
from jp_trainer.ui.theme import Look
from jp_trainer.wording import plain
from tests.examples import School, a_school, a_word
from tests.services.playing import answer, asking, finish_round


@dataclass
class Told:
    """The frame of a screen that keeps what it was told."""

    said: list[str] = field(default_factory=list)
    went: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None

    def go(self, name: str, **place: object) -> None:
        self.went.append(f"{name} {place}".removesuffix(" {}"))

    def back(self) -> None: ...

    def say(
        self,
        words: str,
        *,
        undo: Callable[[], None] | None = None,
        fault: bool = False,  # noqa: ARG002 - as the window has it
    ) -> None:
        self.said.append(plain(words))
        self.undo = undo

    def fault(self, error: BaseException) -> None:
        raise error

    def dress(self, look: Look) -> None: ...

    def sign_in(self, trainee: Trainee | None) -> None: ...

    def relaunch(self, first: Callable[[], object]) -> None: ...


@dataclass
class Opened:
    screen: Words
    frame: Told
    school: School
    qtbot: QtBot

    def listed(self) -> list[str]:
        return [row.word.word for row in self.screen.list.items]

    def shown(self) -> str:
        found = self.screen.pane.shown
        return found.row.word.word if found else ""

    def pane_says(self) -> list[str]:
        labels = self.screen.pane.findChildren(QLabel)
        return [plain(found.text()) for found in labels if found.isVisibleTo(self.screen.pane)]

    def press(self, key: Qt.Key | str, on: QWidget | None = None) -> None:
        self.qtbot.keyClick(on or self.screen.list, key)

    def search(self, text: str, expected: list[str]) -> None:
        self.screen.search.clear()
        if text.isascii():
            self.qtbot.keyClicks(self.screen.search, text)
        else:  # QTest has no keys for it
            self.screen.search.setText(text)
        self.qtbot.waitUntil(lambda: self.listed() == expected)

    def wait_for(self, word: str) -> None:
        self.qtbot.waitUntil(lambda: self.shown() == word)

    def sheet(self) -> Sheet:
        def there() -> bool:
            return any(found.isVisible() for found in self.screen.findChildren(Sheet))

        self.qtbot.waitUntil(there)
        return next(found for found in self.screen.findChildren(Sheet) if found.isVisible())


Opener = Callable[..., Opened]


@pytest.fixture
def opened(qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs) -> Iterator[Opener]:
    def show(
        look: Look | None = None, on: School | None = None, instructor: bool = False, **place: str
    ) -> Opened:
        look, on = look or Look(), on or school
        frame = Told()
        trainee = people.everyone(on.app)[0]
        wishes = replace(trainee.preferences, instructor_tools=instructor)
        trainee = replace(trainee, preferences=wishes)
        dressed.setLayoutDirection(look.direction)
        screen = Words(Desk(on.app, jobs, look, frame, trainee), **place)
        qtbot.addWidget(screen)
        screen.resize(927, 600)
        screen.show()
        screen.reload()
        qtbot.waitUntil(lambda: screen.chooser is not None)
        made = Opened(screen, frame, on, qtbot)
        if place.get("show", "all") == "all" and not place.get("query"):
            qtbot.waitUntil(lambda: bool(made.shown()))
        return made

    yield show
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_it_opens_with_all_words_in_order_and_the_first_one_shown(opened: Opener) -> None:
    page = opened()

    assert page.listed() == [word.word for word in page.school.words]
    assert page.shown() == "病院"
    assert "hospital" in page.pane_says()
    assert "ہسپتال" in page.pane_says()


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        ("kai", "かい"),
        ("byouin", "びょういん"),
        ("shinpan", "しんぱん"),
        ("kaig", "かい"),
        ("hospital", ""),
        ("IV drip", ""),
        ("病院", ""),
        ("", ""),
    ],
)
def test_romaji_are_shown_in_kana_while_they_are_typed(typed: str, kana: str) -> None:
    assert kana_of(typed) == kana


def test_typing_finds_words_by_romaji_meaning_and_japanese(opened: Opener) -> None:
    page = opened()

    for typed in ("byouin", "hospital", "ہسپتال", "びょういん", "病院"):
        page.search(typed, ["病院"])

    found = words.search(page.school.app, page.school.trainee, "kai").rows
    page.search("kai", [row.word.word for row in found])
    assert "介護" in page.listed()
    assert plain(page.screen.search.note()) == f"かい · {len(found)} words"


def test_the_search_key_takes_one_to_the_field_and_arrows_walk_from_there(opened: Opener) -> None:
    page = opened()
    page.screen.activateWindow()

    page.press("/")
    page.qtbot.waitUntil(page.screen.search.hasFocus)
    page.press(Qt.Key.Key_Down, page.screen.search)

    page.wait_for("病人")
    assert page.screen.search.text() == ""


def test_letters_typed_in_the_field_do_nothing_to_the_word(opened: Opener) -> None:
    page = opened()

    page.search("k-uqx", [])

    assert page.frame.said == []


def test_nothing_found_says_how_to_search_and_offers_all_words(opened: Opener) -> None:
    page = opened()
    page.screen.chips._press("known")
    page.search("病院", [])
    widen = [b for b in page.screen.findChildren(Button) if b.words == "Search all words"]

    widen[-1].click()

    page.qtbot.waitUntil(lambda: page.listed() == ["病院"])
    assert page.screen.chips.now == "all"


@pytest.mark.parametrize("show", [show for show in Filter if show not in (Filter.ALL, Filter.NEW)])
def test_an_empty_filter_teaches_what_would_be_there(opened: Opener, show: Filter) -> None:
    page = opened(show=show.value)

    page.qtbot.waitUntil(page.screen.list.isHidden)

    assert page.listed() == []
    assert page.screen.pane.isHidden()


def test_without_decks_it_leads_to_where_they_are_chosen(opened: Opener, tmp_path: Path) -> None:
    bare = a_school(tmp_path / "bare", preferences=Preferences())
    page = opened(on=bare, show="all", query=" ")
    page.qtbot.waitUntil(page.screen.list.isHidden)
    (button,) = [b for b in page.screen._empty.findChildren(Button) if b.words == "Settings"]

    button.click()

    assert page.frame.went == ["settings"]
    bare.app.database.close()


def test_tab_goes_from_the_search_to_the_list_to_the_word(opened: Opener) -> None:
    page = opened(instructor=True)
    page.screen.activateWindow()
    page.screen.search.setFocus()
    page.qtbot.waitUntil(page.screen.search.hasFocus)
    reached: list[QWidget] = []

    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
        page.press(Qt.Key.Key_Tab, focus)

    chip, pane = page.screen.chips._chips["all"], page.screen.pane
    order = [page.screen.search, chip, page.screen.list, pane.know, pane.edit]
    assert list(dict.fromkeys(widget for widget in reached if widget in order)) == order


def test_chips_count_what_they_show(opened: Opener, school: School) -> None:
    finish_round(school)

    page = opened()

    counts = words.overview(school.app, school.trainee).counts
    assert counts[Filter.NEW] not in (0, 25)
    chips = [plain(chip.words) for chip in page.screen.chips._chips.values()]
    assert chips[:3] == ["All 25", f"Due {counts[Filter.DUE]}", f"New {counts[Filter.NEW]}"]
    page.screen.chips._press("new")
    page.qtbot.waitUntil(lambda: len(page.listed()) == counts[Filter.NEW])


def test_k_takes_the_word_out_u_brings_it_back(opened: Opener, school: School) -> None:
    page = opened()

    page.press("k")
    page.qtbot.waitUntil(lambda: page.screen.pane.know.words == "Ask again")
    assert page.frame.said == ["病院 is not asked any more."]
    assert school_knows(school, "病院")

    page.press("u")
    page.qtbot.waitUntil(lambda: page.screen.pane.know.words == "I know this")
    assert not school_knows(school, "病院")
    assert page.frame.said[-1] == "Taken back: 病院."


def school_knows(school: School, word: str) -> bool:
    found = words.search(school.app, school.trainee, word, show=Filter.KNOWN).rows
    return [row.word.word for row in found] == [word]


def test_the_next_word_takes_the_place_of_one_that_leaves_the_filter(opened: Opener) -> None:
    page = opened(show="new")
    page.qtbot.waitUntil(lambda: len(page.listed()) == 25)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Down)
    page.wait_for("介護")

    page.press("k")

    page.wait_for("手袋")
    assert page.screen.list.currentIndex().row() == 2
    assert len(page.listed()) == 24


def test_ask_again_ends_a_rest(opened: Opener, school: School) -> None:
    page = opened()

    page.press("-")
    page.qtbot.waitUntil(lambda: page.screen.pane.know.words == "Ask again")
    assert "Rests; it is asked again in 3 days." in page.pane_says()
    assert not page.screen.pane.rest.isEnabled()

    page.screen.pane.know.click()

    page.qtbot.waitUntil(lambda: page.screen.pane.know.words == "I know this")
    assert words.search(school.app, school.trainee, show=Filter.RESTING).total == 0


def test_undo_here_never_takes_back_an_answer(opened: Opener, school: School) -> None:
    answer(school, study.begin(school.app, school.trainee))
    page = opened()

    page.press("u")

    assert page.frame.said == ["There is nothing to take back here."]
    assert words.overview(school.app, school.trainee).counts[Filter.NEW] == 24


def test_the_message_bar_offers_the_same_undo(opened: Opener, school: School) -> None:
    page = opened()
    page.press("-")
    page.qtbot.waitUntil(lambda: page.frame.undo is not None)
    assert page.frame.undo is not None

    page.frame.undo()

    page.qtbot.waitUntil(lambda: page.frame.said[-1] == "Taken back: 病院.")
    assert words.search(school.app, school.trainee, show=Filter.RESTING).total == 0


def test_history_tells_when_what_verdict_and_answer(opened: Opener, school: School) -> None:
    state = study.begin(school.app, school.trainee)
    word = asking(state).question.word
    answer(school, state, right=False)
    page = opened(word=word.id)
    page.wait_for(word.word)

    page.press(Qt.Key.Key_Return)

    sheet = page.sheet()
    listed = sheet.findChildren(ListView)[0]
    (entry,) = listed.items
    said = plain(listed.model().index(0, 0).data())
    when, what, verdict, chosen, _meaning = said.split(" · ")
    assert (when[:6], what, verdict) == ("23 Nov", "Meaning", "wrong")
    assert entry.chosen is not None
    assert chosen == entry.chosen.word != word.word
    assert "Asked 1 time, 0 right." in [plain(x.text()) for x in sheet.findChildren(QLabel)]
    listed.grab()  # its painter runs
    sheet.reject()


def test_a_word_never_asked_has_a_history_that_says_so(opened: Opener) -> None:
    page = opened()

    page.press(Qt.Key.Key_Return)

    says = [label.text() for label in page.sheet().findChildren(QLabel)]
    assert "It was not asked yet." in says
    page.sheet().reject()


def test_only_instructors_edit(opened: Opener) -> None:
    page = opened()

    page.press("e")

    assert page.screen.pane.edit.isHidden()
    assert page.screen.findChildren(EditSheet) == []


def test_an_edit_is_kept_and_shown(opened: Opener) -> None:
    page = opened(instructor=True)
    page.press("e")
    sheet = page.sheet()
    assert isinstance(sheet, EditSheet)

    sheet.fields["meaning_en"].setText("clinic")
    save_button(sheet).click()

    page.qtbot.waitUntil(lambda: "clinic" in page.pane_says())
    assert page.frame.said == ["病院 was changed on this computer."]


def test_a_refused_edit_says_why_beside_the_field_and_keeps_what_was_typed(
    opened: Opener, school: School
) -> None:
    page = opened(instructor=True)
    page.press("e")
    sheet = page.sheet()
    assert isinstance(sheet, EditSheet)

    sheet.fields["reading"].setText("hospital")
    save_button(sheet).click()

    page.qtbot.waitUntil(lambda: sheet.fields["reading"].property("state") == "wrong")
    assert sheet.fields["reading"].accessibleDescription()
    assert sheet.fields["reading"].text() == "hospital"
    found = words.search(school.app, school.trainee, "病院").rows[0].word
    assert found.reading == "びょういん"
    sheet.reject()


def save_button(sheet: Sheet) -> Button:
    (found,) = [b for b in sheet.findChildren(Button) if b.kind is Kind.PRIMARY]
    return found


def test_a_look_alike_leads_to_its_page(opened: Opener, tmp_path: Path) -> None:
    pair = [
        a_word("病院", "びょういん", id="a", confused_with=(WordId("test:b"),)),
        a_word("美容院", "びよういん", id="b", meaning_en="hair salon", meaning_ur="سیلون"),
    ]
    two = a_school(tmp_path / "two", words=pair)
    page = opened(on=two)
    (tile,) = page.screen.pane.findChildren(Tile)

    tile.click()

    page.wait_for("美容院")
    assert page.screen.list.current.word.word == "美容院"
    two.app.database.close()


def test_a_word_asked_for_by_another_screen_is_shown(opened: Opener) -> None:
    page = opened(word="test:w3")

    page.wait_for("手袋")
    assert page.screen.place()["word"] == "test:w3"


def test_a_thousand_rows_paint_only_those_that_are_seen(
    opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [a_word(f"語{n}", "ご", id=f"n{n}", meaning_en=f"word {n}") for n in range(1000)]
    big = a_school(tmp_path / "big", words=many)
    page = opened(on=big)
    assert len(page.listed()) == 1000
    painted: list[object] = []
    paint = type(page.screen._painter).paint_row

    def counted(self: object, painter: QPainter, box: object, item: object) -> None:
        painted.append(item)
        paint(self, painter, box, item)  # type: ignore[arg-type]

    monkeypatch.setattr(type(page.screen._painter), "paint_row", counted)
    page.screen.list.grab()

    assert 5 <= len(painted) <= 20
    big.app.database.close()


def test_in_urdu_the_word_stands_at_the_right_and_japanese_still_runs_to_the_right(
    opened: Opener,
) -> None:
    page = opened(Look(language="ur"))
    row = page.screen.list.visualRect(page.screen.list.model().index(1, 0))

    picture = page.screen.list.viewport().grab(row).toImage()

    assert _ink_in(picture, 0.75, 1.0) > 40  # the word
    (shown, *_rest) = page.screen.pane.findChildren(RubyLabel)
    assert shown.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert page.screen.pane.x() < page.screen.list.x()


def _ink_in(picture: QImage, start: float, end: float) -> int:
    """Dark points between two shares of the width."""
    wide = picture.width()
    return sum(
        picture.pixelColor(x, y).lightness() < 90
        for x in range(int(start * wide), int(end * wide))
        for y in range(picture.height())
    )


@pytest.mark.parametrize(("width", "scale"), [(703, 1.0), (927, 1.0), (927, 1.3), (1823, 1.0)])
def test_the_page_fits_the_window(opened: Opener, width: int, scale: float) -> None:
    page = opened(Look(scale=scale))

    page.screen.resize(width, 600)

    assert page.screen.minimumSizeHint().width() <= width
    assert page.screen.pane.geometry().right() <= page.screen.width()


def test_the_field_gives_the_kana_room_before_the_count(
    dressed: QApplication,  # noqa: ARG001 - has the fonts
    qtbot: QtBot,
) -> None:
    search = SearchField(Look())
    qtbot.addWidget(search)
    search.setText("kai")
    search.set_found("9 words")

    search.resize(600, 44)
    assert plain(search._shown_note()) == "かい · 9 words"
    search.resize(200, 44)
    assert search._shown_note() == "かい"
    search.resize(150, 44)
    assert search._shown_note() == ""
