from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.chips import ChipRow
from jp_trainer.ui.parts.dialogs import confirm, tell
from jp_trainer.ui.parts.forms import Combo, Slider, Switch
from jp_trainer.ui.parts.icons import drawings, initials_of
from jp_trainer.ui.parts.layout import centered, column, label, row
from jp_trainer.ui.parts.lists import ListView, RowPainter
from jp_trainer.ui.parts.message_bar import MessageBar
from jp_trainer.ui.parts.meters import Meter
from jp_trainer.ui.parts.mora import MoraRow, mora_cells
from jp_trainer.ui.parts.options import Option, Script, State
from jp_trainer.ui.parts.rail import RailButton
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import DARK, TEXT_SIZES

pytestmark = pytest.mark.usefixtures("dressed")

LOOK = Look()
URDU = Look(language="ur")
LONG = "to have a cold caught from somebody at work, and to be absent because of it for a week"
LONG_URDU = "کام پر کسی سے نزلہ زکام لگ جانا اور اس کی وجہ سے ایک ہفتے سے زیادہ غیر حاضر رہنا"


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """Put parts into a window that is active, so that focus works."""
    windows: list[QWidget] = []  # pytest-qt holds them weakly

    def shown(*parts: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        window.setLayout(column(*parts))
        window.resize(640, 480)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if (focused := window.focusWidget()) is not None:
            focused.clearFocus()  # a new window gives it to its first part
        return window

    yield shown
    for window in windows:
        window.close()


Show = Callable[..., QWidget]


@pytest.mark.parametrize("look", [Look(scale=s) for s in TEXT_SIZES] + [URDU, Look(DARK, "ja")])
@pytest.mark.parametrize("words", ["Start", "It was a slip, count it as right", "شروع کریں"])
@pytest.mark.parametrize("kind", list(Kind))
def test_no_button_cuts_its_words_and_every_one_is_high_enough(
    look: Look, words: str, kind: Kind
) -> None:
    button = Button(look, words, kind, icon="undo", key="Esc")

    hint = button.minimumSizeHint()
    metrics = QFontMetrics(button._font)
    assert hint.width() >= metrics.horizontalAdvance(words) + look.size(20) + look.size(24)
    assert hint.height() >= max(look.size(40), metrics.height())


@pytest.mark.parametrize(
    ("words", "script"),
    [(LONG, Script.INTERFACE), (LONG_URDU, Script.URDU), ("救急救命センター" * 4, Script.JAPANESE)],
)
def test_a_long_answer_wraps_and_grows_instead_of_being_cut(
    show: Show, words: str, script: Script
) -> None:
    option = Option(LOOK, words, "1", script=script)
    other = Option(LOOK, "medicine", "2")
    window = show(QWidget())
    holder = QWidget(window)
    holder.setLayout(row((option, 1), (other, 1), gap=12))
    layout = window.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(holder)
    window.resize(500, 700)
    QApplication.processEvents()

    assert option.height() >= option.heightForWidth(option.width())
    assert abs(option.width() - other.width()) <= 1
    assert option.heightForWidth(200) > option.heightForWidth(900)


def test_an_answer_says_its_state_to_those_who_do_not_see_it() -> None:
    option = Option(LOOK, "a cane", "3", under="چھڑی")

    option.set_state(State.WRONG)

    assert option.accessibleName() == "a cane, چھڑی, wrong"


def test_the_ring_is_for_the_keyboard_alone(show: Show, qtbot: QtBot) -> None:
    first, second = Button(LOOK, "One"), Button(LOOK, "Two")
    window = show(first, second)

    first.setFocus(Qt.FocusReason.TabFocusReason)
    rings = [(first.ring, second.ring)]
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    rings.append((first.ring, second.ring))
    assert rings == [(True, False), (False, True)]

    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not first.ring
    assert window.focusWidget() is second


def test_the_first_tab_shows_where_the_focus_is(show: Show, qtbot: QtBot) -> None:
    first, second = Button(LOOK, "One"), Button(LOOK, "Two")
    show(first, second)
    first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    qtbot.keyClick(first, Qt.Key.Key_Tab)

    assert first.ring
    assert first.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_with_the_ring_is_pressed_by_enter_and_space(
    show: Show, qtbot: QtBot, key: Qt.Key
) -> None:
    button = Button(LOOK, "One")
    show(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_mouse_press_leaves_the_focus_and_letters_go_on_to_the_screen(
    show: Show, qtbot: QtBot
) -> None:
    heard: list[str] = []

    class Holder(QWidget):
        def keyPressEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
            heard.append(event.text())

    holder, button = Holder(), Button(LOOK, "One")
    holder.setLayout(column(button))
    show(holder)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.keyClick(button, Qt.Key.Key_R)

    assert heard == ["r"]


def test_what_has_no_words_still_has_a_name() -> None:
    button = Button(LOOK, "", icon="sound", name="Listen")

    assert button.accessibleName() == "Listen"
    assert button.toolTip() == "Listen"


@pytest.mark.parametrize(("look", "key"), [(LOOK, Qt.Key.Key_Right), (URDU, Qt.Key.Key_Left)])
def test_arrows_walk_through_chips_in_reading_order(
    show: Show, qtbot: QtBot, look: Look, key: Qt.Key
) -> None:
    chips = ChipRow(look, [("all", "All 500"), ("due", "Due 14"), ("hard", "Hard 6")], "all")
    show(chips)
    chips._chips["all"].setFocus(Qt.FocusReason.TabFocusReason)

    with qtbot.waitSignal(chips.chosen) as chosen:
        qtbot.keyClick(chips._chips["all"], key)

    assert chosen.args == ["due"]
    assert chips.now == "due"
    assert chips._chips["due"].hasFocus()


def test_choosing_a_chip_moves_no_other(show: Show, qtbot: QtBot) -> None:
    chips = ChipRow(LOOK, [("all", "All 500"), ("due", "Due 14")], "all")
    show(chips)
    before = chips._chips["due"].geometry()

    qtbot.mouseClick(chips._chips["due"], Qt.MouseButton.LeftButton)

    assert chips._chips["due"].geometry() == before


class Row(RowPainter):
    """Remembers what it was asked to paint: enough for the list's own rules."""

    def __init__(self, look: Look):
        super().__init__(look)
        self.painted: list[Any] = []

    def paint_row(self, _painter: QPainter, _box: QRectF, item: Any) -> None:
        self.painted.append(item)


@pytest.fixture
def view(show: Show) -> ListView:
    view = ListView(Row(LOOK), str, name="words")
    show(view)
    return view


def test_a_list_tells_what_was_chosen_but_not_what_was_replaced(
    view: ListView, qtbot: QtBot
) -> None:
    seen: list[object] = []
    view.chosen.connect(seen.append)

    view.set_items(["a", "b", "c"], 0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    view.set_items(["d", "e", "f"], 2)

    assert seen == ["b"]
    assert view.current == "f"


def test_a_thousand_rows_are_painted_no_more_than_are_seen(view: ListView) -> None:
    painter = view.itemDelegate()
    assert isinstance(painter, Row)

    view.resize(400, 400)
    view.set_items(list(range(10_000)))
    painter.painted.clear()
    view.grab()

    assert 0 < len(set(painter.painted)) < 20


def test_a_list_shows_its_first_row_to_the_keyboard(view: ListView) -> None:
    view.set_items(["a", "b"])

    view.setFocus(Qt.FocusReason.TabFocusReason)

    assert view.current == "a"


def test_rows_say_what_they_show(view: ListView) -> None:
    view.set_items(["介護"])

    index = view.model().index(0, 0)
    assert view.model().data(index, Qt.ItemDataRole.AccessibleTextRole) == "介護"


@pytest.mark.parametrize("look", [LOOK, URDU])
def test_a_meter_grows_from_the_start_side(look: Look) -> None:
    meter = Meter(look, 0.25, height=8)
    meter.resize(100, 8)

    image = meter.grab().toImage()

    ratio = image.devicePixelRatio()
    colors = [image.pixelColor(QPoint(round(x * ratio), round(4 * ratio))) for x in (12, 88)]
    filled = look.color("ai")
    assert [c == filled for c in colors] == ([False, True] if look.rtl else [True, False])


def test_mora_stand_column_over_column() -> None:
    rows = [
        MoraRow(("びょ", "う", "に", "ん"), frozenset({2})),
        MoraRow(("い", "う", "い", "ん"), frozenset({0, 2})),
    ]

    first, second = mora_cells(LOOK, rows)

    assert first._widths == second._widths
    assert first.width() == second.width()


def test_a_long_word_gets_smaller_mora_instead_of_more_room() -> None:
    rows = [MoraRow(("か",) * 20), MoraRow(("か",) * 20)]

    cells = mora_cells(LOOK, rows, room=400)

    assert cells[0].width() <= 401


def test_mora_of_different_length_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        mora_cells(LOOK, [MoraRow(("か", "い")), MoraRow(("か",))])


def test_the_message_bar_takes_back_once(show: Show) -> None:
    taken: list[str] = []
    window = show(QWidget())
    bar = MessageBar(LOOK, window)

    bar.say("会議 rests for 3 days", undo=lambda: taken.append("undo"))
    assert bar.can_undo
    bar.undo()
    bar.undo()

    assert taken == ["undo"]
    assert not bar.isVisible()


def test_a_message_leaves_by_itself_but_a_fault_stays(show: Show) -> None:
    window = show(QWidget())
    bar = MessageBar(LOOK, window)

    bar.say("done")
    assert bar._timer.isActive()
    bar.say("The disk is full", fault=True)

    assert not bar._timer.isActive()


def test_a_long_message_is_shown_whole(show: Show) -> None:
    window = show(QWidget())
    window.resize(800, 500)
    bar = MessageBar(LOOK, window)

    bar.say(LONG * 3, fault=True)

    text = bar.text()
    assert text is not None
    QApplication.processEvents()
    assert text.height() >= text.heightForWidth(text.width())


def test_a_dialog_acts_on_yes_and_not_on_escape(show: Show, qtbot: QtBot) -> None:
    acted: list[str] = []
    window = show(QWidget())

    sheet = confirm(LOOK, window, "Leave?", "?", yes="Leave", act=lambda: acted.append("no"))
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert acted == []

    sheet = confirm(LOOK, window, "Leave?", "?", yes="Leave", act=lambda: acted.append("yes"))
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert acted == ["yes"]


def test_what_is_gone_for_good_is_not_pressed_by_enter(show: Show, qtbot: QtBot) -> None:
    window = show(QWidget())
    sheet = confirm(
        LOOK, window, "Erase?", "?", yes="Erase", act=lambda: pytest.fail("erased"), danger=True
    )

    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    assert sheet.isVisible()
    sheet.reject()


def test_details_for_the_helper_are_copied_whole(show: Show, qtbot: QtBot) -> None:
    window = show(QWidget())
    sheet = tell(LOOK, window, "Broken", "Sorry.", "Traceback ...")

    copy = next(b for b in sheet.findChildren(Button) if b.key == "" and b.words != "Close")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert QApplication.clipboard().text() == "Traceback ..."
    sheet.reject()


def test_a_combo_tells_the_key_and_is_quiet_when_the_program_chooses(qtbot: QtBot) -> None:
    combo = Combo(LOOK, [("light", "Light"), ("dark", "Dark")], "dark", name="Theme")
    qtbot.addWidget(combo)
    seen: list[str] = []
    combo.picked.connect(seen.append)

    combo.choose("light")
    assert seen == []
    qtbot.keyClick(combo, Qt.Key.Key_Down)

    assert seen == ["dark"]
    assert combo.now == "dark"


def test_scrolling_past_a_setting_does_not_change_it(show: Show) -> None:
    slider = Slider(LOOK, 5, 60, 15, name="Minutes a day")
    show(slider)

    assert slider.focusPolicy() != Qt.FocusPolicy.WheelFocus
    assert type(slider).wheelEvent is not QWidget.wheelEvent


def test_a_switch_is_turned_by_the_space_bar(show: Show, qtbot: QtBot) -> None:
    switch = Switch(LOOK, False, name="Sound")
    show(switch)
    switch.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.keyClick(switch, Qt.Key.Key_Space)

    assert switch.isChecked()


def test_a_name_is_never_read_as_rich_text() -> None:
    assert label(LOOK, "<b>Ali</b>").textFormat() is Qt.TextFormat.PlainText


def test_content_in_the_middle_grows_no_wider_than_told(show: Show) -> None:
    inner = QWidget()
    window = show(QWidget())
    holder = QWidget()
    holder.setLayout(centered(inner, 300))
    layout = window.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(holder)
    window.resize(900, 300)
    QApplication.processEvents()

    assert inner.width() == 300
    assert abs(inner.geometry().center().x() - 450) <= 2


@pytest.mark.parametrize("scale", TEXT_SIZES)
@pytest.mark.parametrize("words", ["Mock exams", "مشقی امتحان", "模擬試験"])
def test_labels_of_the_rail_are_never_cut(words: str, scale: float) -> None:
    look = Look(scale=scale)
    button = RailButton(look, words, "exam")

    assert button.minimumSizeHint().width() >= QFontMetrics(look.ui(13, 600)).horizontalAdvance(
        words
    )


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ayesha Khan", "AK"),
        ("ali", "A"),
        ("Muhammad Abdullah Khan", "MK"),
        ("عائشہ خان", "ع"),
        ("", ""),
    ],
)
def test_initials_are_the_first_and_last_letters_and_one_where_letters_join(
    name: str, letters: str
) -> None:
    assert initials_of(name) == letters


def test_every_icon_can_be_drawn() -> None:
    assert all(not drawing.path.isEmpty() for drawing in drawings().values())
