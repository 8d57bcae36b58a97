from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jp_trainer.core.furigana import FuriganaError, parse
from jp_trainer.core.people import Furigana
from jp_trainer.typeset.fonts import load_fonts
from jp_trainer.typeset.ruby import Mark
from jp_trainer.ui.ruby_label import RubyLabel
from jp_trainer.ui.ruby_text import RubyText

TEXT = "介護[かいご]の 現場[げんば]で 働[はたら]きます。"
PLAIN = "介護の現場で働きます。"
LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
BEHIND_ANOTHER_WINDOW = Qt.FocusReason.ActiveWindowFocusReason
READER = QAccessible.Text.Name


@pytest.fixture(autouse=True, scope="module")
def shipped_fonts(qapp: QApplication) -> None:  # noqa: ARG001 - fonts need an application
    load_fonts(Path(__file__).parents[2] / "assets" / "fonts")


@pytest.fixture
def label(qtbot: QtBot) -> RubyLabel:
    made = RubyLabel(22)
    made.set_text(TEXT)
    shown(qtbot, made, 400)
    return made


@pytest.fixture
def urdu_program(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def shown(qtbot: QtBot, widget: QWidget, width: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, widget.heightForWidth(width) if widget.hasHeightForWidth() else 100)
    widget.show()
    widget.activateWindow()
    qtbot.waitExposed(widget)


def middle(label: RubyLabel, index: int) -> QPoint:
    """Where a character of a one-line text at 22 px stands, nearly."""
    return QPoint(22 * index + 11, label.height() - 14)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def press(qtbot: QtBot, label: RubyLabel, *keys: Qt.Key, held: Qt.KeyboardModifier = SHIFT) -> None:
    for key in keys:
        qtbot.keyClick(label, key, held)


def test_what_is_copied_is_the_base_text(qtbot: QtBot, label: RubyLabel) -> None:
    label.setFocus()
    press(qtbot, label, Qt.Key.Key_A, Qt.Key.Key_C, held=CONTROL)

    assert QGuiApplication.clipboard().text() == PLAIN


def test_dragging_selects_the_characters_passed_over(qtbot: QtBot, label: RubyLabel) -> None:
    qtbot.mousePress(label, LEFT, pos=middle(label, 3) - QPoint(8, 0))
    qtbot.mouseMove(label, middle(label, 5) + QPoint(8, 0))
    qtbot.mouseRelease(label, LEFT, pos=middle(label, 5) + QPoint(8, 0))

    assert label.selected_text() == "現場で"
    assert label.hasFocus()


def test_dragging_out_of_the_widget_selects_to_the_end(qtbot: QtBot, label: RubyLabel) -> None:
    qtbot.mousePress(label, LEFT, pos=middle(label, 3) - QPoint(8, 0))
    qtbot.mouseMove(label, QPoint(900, 300))

    assert label.selected_text() == PLAIN[3:]


def test_a_double_click_selects_a_base_with_its_reading(qtbot: QtBot, label: RubyLabel) -> None:
    qtbot.mouseDClick(label, LEFT, pos=middle(label, 4))

    assert label.selected_text() == "現場"


def test_shift_and_arrows_extend_the_selection(qtbot: QtBot, label: RubyLabel) -> None:
    label.setFocus()
    press(qtbot, label, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert label.selected_text() == "介護の"

    press(qtbot, label, Qt.Key.Key_Left)
    assert label.selected_text() == "介護"

    press(qtbot, label, Qt.Key.Key_Right, held=SHIFT | CONTROL)
    assert label.selected_text() == "介護の"

    press(qtbot, label, Qt.Key.Key_End)
    assert label.selected_text() == PLAIN


def test_a_selection_is_seen(qtbot: QtBot, label: RubyLabel) -> None:
    before = picture(label)
    label.select(0, 2)
    qtbot.wait(1)

    highlight = label.palette().highlight().color()
    assert picture(label).pixelColor(2, label.height() - 2) == highlight
    assert before.pixelColor(2, label.height() - 2) != highlight


def test_a_new_text_has_nothing_selected(label: RubyLabel) -> None:
    label.select(0, 5)
    label.set_text("別[べつ]")

    assert label.selected_text() == ""
    label.copy()


def test_a_click_does_not_take_the_focus_from_who_types(qtbot: QtBot) -> None:
    window = QWidget()
    answer, label = QLineEdit(window), RubyLabel(22, parent=window)
    answer.setGeometry(0, 60, 300, 40)
    label.setGeometry(0, 0, 300, 50)
    label.set_text(TEXT)
    shown(qtbot, window, 400)
    answer.setFocus()
    qtbot.waitUntil(answer.hasFocus)

    qtbot.mouseClick(label, LEFT, pos=QPoint(20, 20))

    assert answer.hasFocus()


def test_the_ring_is_only_for_the_keyboard(label: RubyLabel) -> None:
    label.setFocus(Qt.FocusReason.MouseFocusReason)
    without = picture(label)
    label.clearFocus()
    label.setFocus(Qt.FocusReason.TabFocusReason)

    ringed = picture(label)
    assert ringed != without

    QApplication.sendEvent(label, QFocusEvent(QEvent.Type.FocusOut, BEHIND_ANOTHER_WINDOW))
    QApplication.sendEvent(label, QFocusEvent(QEvent.Type.FocusIn, BEHIND_ANOTHER_WINDOW))
    assert picture(label) == ringed


def test_other_keys_are_left_to_the_screen(qtbot: QtBot) -> None:
    heard: list[int] = []

    class Screen(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
            heard.append(event.key())

    screen = Screen()
    label = RubyLabel(22, parent=screen)
    label.set_text(TEXT)
    shown(qtbot, screen, 400)
    label.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(label, key)

    assert heard == [Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_Down, Qt.Key.Key_Return]


def test_a_peek_shows_held_back_readings_and_is_told_once_a_text(qtbot: QtBot) -> None:
    label = RubyLabel(22, furigana=Furigana.ON_PEEK)
    label.set_text(TEXT)
    shown(qtbot, label, 400)
    told: list[bool] = []
    label.peeked.connect(lambda: told.append(True))
    height, hidden = label.height(), picture(label)

    label.peek()
    label.peek()
    assert told == [True]
    assert label.readings_shown()
    assert label.heightForWidth(400) == height
    assert picture(label) != hidden

    label.set_text(TEXT)
    assert not label.readings_shown()
    qtbot.mouseClick(label, LEFT, pos=QPoint(20, 20))
    assert told == [True, True]


@pytest.mark.parametrize("furigana", [Furigana.ALWAYS, Furigana.NEVER])
def test_where_nothing_is_held_back_there_is_no_peek(furigana: Furigana) -> None:
    label = RubyText(22, furigana=furigana)
    label.set_text(TEXT)
    label.peeked.connect(lambda: pytest.fail("told of a peek"))

    label.peek()


def test_a_text_without_readings_has_nothing_to_peek_at() -> None:
    label = RubyText(22, furigana=Furigana.ON_PEEK)
    label.set_text("たまごです")
    label.peeked.connect(lambda: pytest.fail("told of a peek"))

    label.peek()


def test_a_screen_reader_is_told_the_text_and_the_readings_that_are_shown() -> None:
    label = RubyText(22, furigana=Furigana.ON_PEEK)
    label.set_text("介護[かいご]の 仕事[しごと]")
    reader = QAccessible.queryAccessibleInterface(label)

    assert reader.role() == QAccessible.Role.StaticText
    assert reader.text(READER) == "介護の仕事"
    label.peek()
    assert reader.text(READER) == "介護（かいご）の仕事（しごと）"


def test_the_height_follows_the_width() -> None:
    label = RubyText(22)
    label.set_text(TEXT)

    assert label.heightForWidth(90) > 2 * label.heightForWidth(400)
    assert label.sizeHint().height() == label.heightForWidth(label.sizeHint().width())
    assert 22 <= label.minimumSizeHint().width() < 100


@pytest.mark.usefixtures("urdu_program")
def test_an_urdu_program_does_not_mirror_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    label = RubyText(22)
    label.set_text("Wi-Fiの 設定[せってい]。")
    shown(qtbot, label, 300)
    in_urdu = picture(label)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    english = RubyText(22)
    english.set_text("Wi-Fiの 設定[せってい]。")
    shown(qtbot, english, 300)

    assert in_urdu == picture(english)


def test_a_text_can_stand_at_the_right(qtbot: QtBot) -> None:
    label = RubyText(22)
    label.set_text("介護[かいご]")
    shown(qtbot, label, 300)
    label.set_at_right(True)

    image = picture(label)
    ground = image.pixelColor(0, 0)
    inked = {
        x for x in range(300) for y in range(image.height()) if image.pixelColor(x, y) != ground
    }
    assert min(inked) > 250


def test_marks_and_colours_are_as_asked(qtbot: QtBot) -> None:
    label = RubyText(22)
    tint, line, ink = QColor("#E4ECF4"), QColor("#24507F"), QColor("#AA0000")
    label.set_text("介護[かいご]の", [Mark(2, 3, tint, line)])
    label.set_colors(ink, ink)
    shown(qtbot, label, 100)

    image = picture(label)
    colors = {image.pixelColor(x, y).name() for x in range(100) for y in range(image.height())}
    assert {tint.name(), line.name(), ink.name()} <= colors
    label.set_marks([])
    assert picture(label) != image


def test_spans_do_as_well_as_brackets_and_bad_brackets_are_refused() -> None:
    label = RubyText(22)
    label.set_text(parse(TEXT))
    assert label.text() == PLAIN

    with pytest.raises(FuriganaError):
        label.set_text("介護[かいご")


def test_a_text_on_a_button_lets_the_mouse_through(qtbot: QtBot) -> None:
    window = QWidget()
    text = RubyText(22, parent=window)
    text.set_text(TEXT)
    text.resize(300, 60)
    shown(qtbot, window, 300)

    assert window.childAt(QPoint(20, 20)) is None
    assert text.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert text.mapFromParent(QPointF(1, 1)) == QPointF(1, 1)
