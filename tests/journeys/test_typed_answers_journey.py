"""Typed answers in the real program: any keyboard, any layout, an input method, or only a mouse."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from jp_trainer.core.cards import Aspect
from jp_trainer.core.events import Answered, EventKind
from jp_trainer.core.kana_typing import keys_for
from jp_trainer.core.words import Word
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.mora import MoraCells
from jp_trainer.ui.screens.study.kana_table import KanaKey, KanaTable
from jp_trainer.ui.screens.study.phase import Phase
from tests.journeys.traveller import CONTROL, Hands, Traveller
from tests.ui.study_room import card

ENTER = Qt.Key.Key_Return
# Linux, input-event-codes.h; X11 and Wayland add 8. Letters: xkeyboard-config's Urdu layout.
ROWS = {
    16: ("qwertyuiop", "طصھدٹپتبجح"),
    30: ("asdfghjkl", "مورنلہاکی"),
    44: ("zxcvbnm", "قفےسشغع"),
}
PLACES = {
    latin: (start + at + 8, urdu)
    for start, (latins, urdus) in ROWS.items()
    for at, (latin, urdu) in enumerate(zip(latins, urdus, strict=True))
}
KUNREI = (("sho", "syo"), ("jo", "zyo"), ("ji", "zi"), ("shi", "si"), ("tsu", "tu"), ("chi", "ti"))


def words_of(traveller: Traveller) -> dict[str, Word]:
    with traveller.session.app.database.read() as view:
        decks = traveller.session.window.trainee.preferences.decks  # type: ignore[union-attr]
        return {word.word: word for deck in decks for word in view.words.of_deck(deck)}


@pytest.fixture
def asked(traveller: Traveller) -> Traveller:
    """Somebody a week on: words whose reading is asked now."""
    traveller.settled()
    traveller.start()
    return traveller


def ask(traveller: Traveller, *words: str, aspect: Aspect = Aspect.READING) -> Hands:
    hands = traveller.hands
    there = words_of(traveller)
    hands.put_round(*(card(there[word], aspect) for word in words))
    hands.window.go("study")
    hands.wait_for_a_question()
    return hands


def check(hands: Hands, says: str) -> None:
    hands.press(ENTER)
    hands.will_say(says)


def next_question(hands: Hands) -> None:
    hands.wait_until_kept()
    hands.go_on()


def counted(traveller: Traveller) -> list[Answered]:
    return [Answered.of(e) for e in traveller.events() if e.kind == EventKind.ANSWERED]


def compose(preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    focus = QApplication.focusWidget()
    assert focus is not None
    QCoreApplication.sendEvent(focus, event)


def test_latin_keys_in_both_spellings_and_a_last_n(asked: Traveller) -> None:
    hands = ask(asked, "食事介助", "血圧", "睡眠", "看護師", "ベッド柵")
    shown = []
    for key in "shokuji":
        hands.press(key)
        shown.append(hands.typing.field.text())
    assert shown == ["s", "sh", "しょ", "しょk", "しょく", "しょくj", "しょくじ"]
    hands.type("kaijo")
    check(hands, "Right")
    next_question(hands)

    hands.type("ketuatu")
    check(hands, "Right")
    next_question(hands)

    hands.type("SUIMIN")
    check(hands, "Right")
    next_question(hands)

    kunrei = keys_for("かんごし")
    for hepburn, other in KUNREI:
        kunrei = kunrei.replace(hepburn, other)
    assert kunrei == "kangosi"
    hands.type(kunrei)
    check(hands, "Right")
    next_question(hands)

    hands.type("beddosaku")
    check(hands, "Right")
    hands.wait_until_kept()
    assert [answer.outcome for answer in counted(asked)] == ["right"] * 5


def test_an_active_urdu_layout_types_by_the_places_of_the_keys(asked: Traveller) -> None:
    hands = ask(asked, "体温", "入浴")

    for key in "taion":
        scan_code, letter = PLACES[key]
        hands.press_place(scan_code, letter, ord(letter))

    assert hands.typing.field.text() == "たいおn"
    check(hands, "Right")
    hands.press_place(PLACES["c"][0], PLACES["c"][1], ord(PLACES["c"][1]))  # count it as wrong
    hands.wait_until_kept()
    hands.press_place(PLACES["c"][0], PLACES["c"][1], ord(PLACES["c"][1]))
    hands.will_say("Counted as wrong")


def test_an_input_method_composes_in_peace(asked: Traveller) -> None:
    hands = ask(asked, "体温", "入浴")
    for preedit in ("t", "た", "たい", "たいお", "たいおん", "体温"):
        compose(preedit)
        assert hands.typing.field.text() == ""
    hands.press(ENTER)  # some systems send the Enter that chooses as a key, too
    assert hands.is_asked

    compose("", "たいおん")
    hands.press(ENTER)
    assert hands.is_asked
    QApplication.processEvents()
    check(hands, "Right")
    next_question(hands)

    compose("", "入浴")  # converted to kanji: the kana are asked for, and it does not count
    QApplication.processEvents()
    check(hands, "We want the kana")
    assert hands.is_asked
    assert len(counted(asked)) == 1
    compose("にゅうよく")
    compose("", "にゅうよく")
    QApplication.processEvents()
    check(hands, "Right")


def test_a_mouse_alone_is_enough(asked: Traveller) -> None:
    hands = ask(asked, "看護師")
    asked.click(hands.typing._toggle)
    table = hands.view.findChild(KanaTable)
    assert table is not None
    hands.wait(table.isVisible)
    keys = {key.words: key for key in table.findChildren(KanaKey)}

    for key in ("か", "ん", "こ", "か゛", "し"):
        asked.click(keys[key])
    assert hands.typing.field.text() == "かんごし"
    asked.click(next(b for b in hands.window.findChildren(Button) if b.words == "Check"))

    hands.will_say("Right")
    hands.wait_until_kept()
    asked.click(hands.study.foot.next)
    hands.wait(lambda: hands.window.here == "round_end")


def test_what_is_only_a_slip_of_the_kind_is_not_counted(asked: Traveller) -> None:
    hands = ask(asked, "血圧")

    hands.type("blood pressure")
    check(hands, "We want the reading")
    assert hands.is_asked
    assert counted(asked) == []

    hands.type("ketsuatsu")  # what stood there is selected, and replaced
    check(hands, "Right")
    hands.wait_until_kept()
    (answer,) = counted(asked)
    assert answer.outcome == "right"


def test_a_wrong_answer_says_why_and_can_be_overruled_and_taken_back(asked: Traveller) -> None:
    hands = ask(asked, "転倒", "体温")
    hands.type("tento")
    check(hands, "Not quite: the vowel is long here")
    assert {"You typed", "Asked"} <= set(hands.says().splitlines())
    cells = hands.view.findChildren(MoraCells)
    assert len(cells) == 2
    hands.wait_until_kept()
    (answer,) = counted(asked)
    assert (answer.outcome, answer.reason, answer.given) == ("wrong", "long-vowel", "てんと")

    hands.press("c")
    hands.will_say("Counted as right")
    hands.press(ENTER)
    hands.wait(lambda: hands.is_asked and hands.question.word.word == "体温")
    hands.press("z", CONTROL)  # the override
    hands.press("z", CONTROL)  # the answer
    hands.wait(lambda: hands.is_asked and hands.question.word.word == "転倒")
    hands.type("tentou")
    check(hands, "Right")
    kinds = [event.kind for event in asked.events()]
    assert kinds.count(EventKind.RETRACTED) == 2
    assert kinds.count(EventKind.OVERRIDDEN) == 1


def test_another_word_is_named(asked: Traveller) -> None:
    hands = ask(asked, "横向き", "仰向け")
    hands.type("aomuke")
    check(hands, "that is another word")
    hands.will_say("仰向け")
    assert "lying on the back" in hands.says()
    assert hands.study.phase is Phase.ANSWERED


def test_the_field_keeps_its_letters_whatever_the_layout(asked: Traveller) -> None:
    hands = ask(asked, "看護師")
    for key in "kirumu":
        scan_code, letter = PLACES[key]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(
                kind, ord(letter), Qt.KeyboardModifier.NoModifier, scan_code, 0, 0, letter
            )
            QApplication.sendEvent(hands.target, event)
    assert hands.typing.field.text() == "きるむ"
    assert hands.is_asked
