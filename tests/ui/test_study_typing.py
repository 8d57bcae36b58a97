"""Typed answers: Latin keys, an Urdu layout, an input method, the kana table."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from jp_trainer.core.cards import Aspect
from jp_trainer.core.questions import Typed
from jp_trainer.ui.screens.study.kana_table import KanaKey, KanaTable, marked
from jp_trainer.ui.screens.study.phase import Phase
from jp_trainer.ui.screens.study.typed_keys import TypedKeys, unknown
from tests.ui.study_room import Room, card, click

CONTROL = Qt.KeyboardModifier.ControlModifier
# Linux: input-event-codes.h, and 8 as X11 and Wayland add. Text: xkeyboard-config's Urdu layout.
URDU_KEYS = {
    "k": (37 + 8, "ک", 0x6A9), "a": (30 + 8, "ا", 0x627), "i": (23 + 8, "ی", 0x6CC),
    "g": (34 + 8, "گ", 0x6AF), "o": (24 + 8, "ہ", 0x6C1),
}  # fmt: skip


@pytest.fixture
def reading(room: Room) -> Room:
    """介護 is asked, and then some more."""
    words = {word.word: word for word in room.school.words}
    room.put_round(
        card(words["介護"], Aspect.READING),
        card(words["病院"], Aspect.READING),
        card(words["点滴"], Aspect.PRODUCTION),
    )
    room.begin()
    return room


def compose(room: Room, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(room.typing.field, event)


def shown(room: Room) -> str:
    return room.typing.field.text()


def test_the_field_is_seen_at_once_so_that_no_button_gets_the_letters(reading: Room) -> None:
    asking = reading.study.asking
    assert asking is not None

    reading.study.present_anew(asking)

    # A window that becomes active gives the focus on if the one who has it is not to be seen.
    assert reading.typing.field.isVisible()


def test_the_field_has_the_focus_and_shows_kana_as_keys_are_typed(reading: Room) -> None:
    steps = []
    for key in "kaigo":
        reading.press(key)
        steps.append(shown(reading))

    assert steps == ["k", "か", "かい", "かいg", "かいご"]


def test_letters_are_no_shortcuts_in_the_field(reading: Room) -> None:
    reading.type("ruki")

    assert shown(reading) == "るき"
    assert reading.study.phase is Phase.ASKED


def test_enter_checks_and_enter_goes_on(reading: Room) -> None:
    word = reading.question.word
    reading.type("kaigo")
    reading.press(Qt.Key.Key_Return)

    assert reading.study.phase is Phase.ANSWERED
    reading.will_say("Right")
    reading.will_say(word.meaning_en)
    reading.wait_until_kept()
    reading.go_on()

    assert reading.question.word.word == "病院"
    assert reading.typing.field.hasFocus()


def test_a_last_n_counts_as_the_kana(reading: Room) -> None:
    reading.type("x")
    reading.press(Qt.Key.Key_Backspace)
    reading.type("kaigo")
    reading.press(Qt.Key.Key_Return)
    reading.wait_until_kept()
    reading.go_on()

    reading.type("byouin")
    assert shown(reading) == "びょういn"
    reading.press(Qt.Key.Key_Return)

    reading.will_say("Right")


def test_a_key_of_an_urdu_layout_counts_by_its_place(reading: Room) -> None:
    for key in "kaigo":
        reading.press_place(*URDU_KEYS[key])

    assert shown(reading) == "かいご"
    assert reading.typing.field.typed() == Typed("かいご", "kaigo")


def test_shortcuts_outside_the_field_work_in_an_urdu_layout(reading: Room) -> None:
    reading.press("0", CONTROL)
    reading.wait_until_kept()
    view = reading.view

    reading.press_place(22 + 8, "ئ", 0x626)  # the key U: undo

    reading.wait(lambda: reading.study.view is not view)
    assert reading.study.phase is Phase.ASKED


def test_the_meaning_typed_for_the_reading_is_not_counted(reading: Room) -> None:
    reading.type("nursing care")
    reading.press(Qt.Key.Key_Return)

    assert reading.study.phase is Phase.ASKED
    reading.will_say("We want the reading")
    assert reading.typing.field.selectedText() == shown(reading)
    reading.type("kaigo")  # typing replaces it
    assert shown(reading) == "かいご"


def test_nothing_typed_is_not_counted(reading: Room) -> None:
    reading.press(Qt.Key.Key_Return)

    assert reading.study.phase is Phase.ASKED
    reading.will_say("Type it in kana")


def test_a_wrong_reading_is_laid_beside_the_right_one_with_its_reason(reading: Room) -> None:
    reading.type("kaiko")
    reading.press(Qt.Key.Key_Return)

    reading.will_say("look at the marks")
    assert "You typed" in reading.says()
    assert "Asked" in reading.says()


def test_another_word_is_named(reading: Room) -> None:
    reading.put_round(card(reading.school.words[0], Aspect.READING))
    reading.begin()

    reading.type("byouninn")
    reading.press(Qt.Key.Key_Return)

    reading.will_say("that is another word")
    reading.will_say("病人")
    reading.will_say("patient")


def test_i_do_not_know_wants_control_in_the_field(reading: Room) -> None:
    reading.press("0")
    assert reading.is_asked
    reading.press(Qt.Key.Key_Backspace)

    reading.press("0", CONTROL)

    assert reading.study.phase is Phase.ANSWERED


def test_control_z_clears_the_field_first_and_then_takes_back_the_last_answer(
    reading: Room,
) -> None:
    reading.type("kaigo")
    reading.press(Qt.Key.Key_Return)
    reading.wait_until_kept()
    reading.go_on()
    reading.type("byo")

    reading.press("z", CONTROL)
    assert shown(reading) == ""
    assert reading.question.word.word == "病院"
    reading.press("z", CONTROL)
    reading.wait(lambda: reading.question.word.word == "介護")


def test_an_input_method_is_left_alone_while_it_composes(reading: Room) -> None:
    compose(reading, "k")
    compose(reading, "かいg")
    reading.press(Qt.Key.Key_Return)  # confirms the conversion, does not submit

    assert shown(reading) == ""
    assert reading.study.phase is Phase.ASKED


def test_the_enter_that_confirms_a_conversion_does_not_submit_but_the_next_does(
    reading: Room,
) -> None:
    compose(reading, "かいご")
    compose(reading, "", commit="かいご")
    reading.press(Qt.Key.Key_Return)  # some systems send the key press as well
    assert reading.is_asked
    assert shown(reading) == "かいご"

    QApplication.processEvents()
    reading.press(Qt.Key.Key_Return)

    assert reading.study.phase is Phase.ANSWERED
    reading.will_say("Right")


def test_kanji_from_an_input_method_are_asked_for_in_kana(reading: Room) -> None:
    compose(reading, "", commit="介護")
    QApplication.processEvents()
    reading.press(Qt.Key.Key_Return)

    assert reading.study.phase is Phase.ASKED
    reading.will_say("We want the kana")


def test_a_single_letter_handed_on_by_an_input_method_is_a_key(reading: Room) -> None:
    for letter in "kaigo":
        compose(reading, "", commit=letter)

    assert shown(reading) == "かいご"


def test_pasted_kana_are_an_answer(reading: Room) -> None:
    QGuiApplication.clipboard().setText("カイゴ")
    reading.press("v", CONTROL)
    reading.press(Qt.Key.Key_Return)

    assert reading.study.phase is Phase.ANSWERED
    reading.will_say("Right")


def test_keys_typed_in_between_become_kana_there(reading: Room) -> None:
    reading.type("kago")
    reading.press(Qt.Key.Key_Left)
    reading.press("i")

    assert shown(reading) == "かいご"
    reading.press(Qt.Key.Key_Return)
    reading.will_say("Right")


def test_the_kana_table_types_without_latin_letters(reading: Room) -> None:
    reading.press(Qt.Key.Key_F2)
    table = reading.view.findChild(KanaTable)
    assert table is not None
    reading.wait(table.isVisible)
    keys = {key.words: key for key in table.findChildren(KanaKey)}

    for key in ("か", "い", "こ", "か゛"):
        click(keys[key])

    assert shown(reading) == "かいご"
    assert reading.window.focusWidget() is reading.typing.field
    reading.press(Qt.Key.Key_Return)
    reading.will_say("Right")


def test_the_table_stays_open_for_the_next_question_and_knows_katakana(reading: Room) -> None:
    reading.press(Qt.Key.Key_F2)
    reading.press("0", CONTROL)
    reading.wait_until_kept()
    reading.go_on()

    table = reading.view.findChild(KanaTable)
    assert table is not None
    reading.wait(table.isVisible)
    click(next(key for key in table.findChildren(KanaKey) if key.words == "カタカナ"))
    click(next(key for key in table.findChildren(KanaKey) if key.words == "ヒ"))
    assert shown(reading) == "ヒ"


def test_production_shows_the_meaning_and_takes_the_word(reading: Room) -> None:
    reading.put_round(card(reading.school.words[8], Aspect.PRODUCTION))
    reading.begin()
    reading.will_say("IV drip")
    assert "点滴" not in reading.says()

    reading.type("tenteki")
    reading.press(Qt.Key.Key_Return)

    reading.will_say("Right")
    reading.will_say("点滴")


@pytest.mark.parametrize(
    ("kana", "mark", "made"),
    [
        ("か", "\u3099", "が"),
        ("が", "\u3099", "か"),
        ("は", "\u309a", "ぱ"),
        ("ば", "\u309a", "ぱ"),
        ("ハ", "\u3099", "バ"),
        ("ん", "\u3099", "ん"),
        ("つ", "small", "っ"),
        ("っ", "small", "つ"),
        ("ヨ", "small", "ョ"),
        ("", "\u3099", ""),
        ("n", "small", "n"),
    ],
)
def test_a_mark_is_put_on_and_taken_off(kana: str, mark: str, made: str) -> None:
    assert marked(kana, mark) == made


def test_the_keys_of_what_is_erased_are_forgotten_and_the_others_kept() -> None:
    typed = TypedKeys()
    for key in "onna":
        typed = typed.pressed(key)
    assert (typed.text, typed.keys, typed.other) == ("おんあ", "onna", "おんな")

    typed = typed.erased()
    assert (typed.text, typed.keys) == ("おん", "onn")
    assert typed.added("な").keys == "onnna"


def test_keys_are_not_made_up_for_text_that_came_otherwise() -> None:
    assert unknown("かん").pressed("j").keys == ""
    assert unknown("かん").pressed("j").pressed("i").text == "かんじ"
