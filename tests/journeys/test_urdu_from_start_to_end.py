"""The whole program in Urdu: right to left, nothing left in English, Japanese from the left."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from jp_trainer.core.cards import Aspect
from jp_trainer.core.ids import DeckId
from jp_trainer.ui.parts.chips import Chip, ChipRow
from jp_trainer.ui.ruby_text import RubyText
from jp_trainer.ui.screens.first_run import FirstRun
from jp_trainer.ui.screens.settings import Settings
from jp_trainer.ui.tokens import DARK
from tests.journeys.traveller import Hands, Traveller
from tests.journeys.visible import visible_texts
from tests.ui.study_room import card

ENTER = Qt.Key.Key_Return
RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
# Names of exams, keys and languages; what a keyboard types for a kana.
ALLOWED = re.compile(
    r"\b(JFT-Basic|JLPT|N[1-5]|A[12](\.\d)?|Ctrl|Esc|Enter|F\d|English|ka|Khan|Ayesha|PIN|AK)\b"
)
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


def english_left(within: QWidget) -> set[tuple[str, str]]:
    return {
        (kind, text)
        for kind, text in visible_texts(within)
        if LATIN_WORD.search(ALLOWED.sub("", text))
    }


def assert_all_urdu(hands: Hands, *but: str) -> None:
    window = hands.window
    QApplication.processEvents()
    assert window.layoutDirection() is RTL
    left = english_left(window)
    assert {found for found in left if not any(words in found[1] for words in but)} == set()
    assert any(
        "\u0600" <= sign <= "\u06ff" for _kind, text in visible_texts(window) for sign in text
    )
    for japanese in window.findChildren(RubyText):
        assert japanese.layoutDirection() is LTR


def page_of(hands: Hands) -> FirstRun:
    assert isinstance(hands.window.shown, FirstRun)
    return hands.window.shown


def choose_urdu_by_keyboard(hands: Hands) -> None:
    """Tab to the languages, and an arrow."""
    for _press in range(20):
        focus = QApplication.focusWidget()
        if isinstance(focus, Chip) and isinstance(focus.parentWidget(), ChipRow):
            break
        hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Right)
    hands.wait(lambda: hands.window.look.language == "ur")


def test_first_run_study_and_every_screen_in_urdu(traveller: Traveller) -> None:
    traveller.start()
    hands = traveller.hands
    choose_urdu_by_keyboard(hands)
    assert_all_urdu(hands, "hospital")  # the example of a meaning in English
    page_of(hands)._page.begin()  # type: ignore[union-attr] # there is one
    hands.type("Ayesha Khan")
    page_of(hands)._page.choose(1)  # type: ignore[union-attr] # meanings in Urdu alone
    hands.press(ENTER)
    assert_all_urdu(hands)
    hands.press("3")
    hands.press(ENTER)
    hands.wait(lambda: len(page_of(hands)._page.choices) > 0)  # type: ignore[union-attr]
    assert_all_urdu(hands)
    hands.press("1")
    hands.press(ENTER)
    assert_all_urdu(hands)
    hands.press(ENTER)
    assert_all_urdu(hands)
    hands.press(ENTER)
    hands.wait(lambda: page_of(hands)._placement is not None)
    assert_all_urdu(hands)
    for _word in range(12):
        hands.press("0")
    hands.wait_for_a_question()
    hands = traveller.hands

    assert_all_urdu(hands)
    hands.answer(right=False)
    hands.wait_until_kept()
    assert_all_urdu(hands)
    hands.go_on()
    hands.answer(right=True)
    hands.wait_until_kept()
    assert_all_urdu(hands)
    hands.finish(wrong=(2,))
    hands.will_say("お疲れさまでした")
    assert_all_urdu(hands)
    hands.press(Qt.Key.Key_Escape)
    hands.wait(lambda: hands.window.here == "today" and hands.today._shown is not None)
    assert_all_urdu(hands)


def test_the_screens_beside_the_rail_are_in_urdu(traveller: Traveller) -> None:
    traveller.settled(interface="ur", meanings=("ur",))
    traveller.start()
    hands = traveller.hands
    hands.wait(lambda: hands.window.here == "today" and hands.today._shown is not None)
    assert_all_urdu(hands)
    hands.window.go("about")
    assert_all_urdu(hands, "PySide6", str(traveller.data), "CC BY-SA")  # versions, names
    for name in ("words", "progress", "profiles", "backups", "settings"):
        screen = go(hands, name)
        assert_all_urdu(hands)
        if isinstance(screen, Settings):
            for page in screen.tabs._order:
                screen._turn_to(page)
                assert_all_urdu(hands)


def go(hands: Hands, name: str) -> QWidget:
    """Show a screen, and wait for its state."""
    drawn: list[bool] = []
    hands.window.go(name)
    screen = hands.window.shown
    assert screen is not None
    screen.presented.connect(lambda: drawn.append(True))
    hands.wait(lambda: bool(drawn))
    return screen


def test_english_and_the_dark_theme_come_at_once_and_the_question_stays(
    traveller: Traveller,
) -> None:
    traveller.settled(interface="ur", meanings=("ur", "en"))
    traveller.start()
    hands = traveller.hands
    hands.wait(lambda: hands.window.here == "today" and hands.today._shown is not None)
    hands.press(ENTER)
    hands.wait_for_a_question()
    hands.answer()
    hands.wait_until_kept()
    hands.go_on()
    asked = hands.question

    hands.prefer(interface="en", theme="dark")  # as another window of the settings would

    hands.wait_for_a_question()
    assert hands.question == asked
    assert hands.window.layoutDirection() is LTR
    assert hands.window.look.tokens == DARK
    hands.will_say("does it")  # mean, or sound

    hands.press(Qt.Key.Key_Escape)
    hands.wait(lambda: hands.window.here == "today" and hands.today._shown is not None)
    screen = go(hands, "settings")
    assert isinstance(screen, Settings)
    screen._turn_to("look")
    rows = {row.accessibleName(): row for row in screen.findChildren(ChipRow)}
    rows["The app speaks"].chosen.emit("ur")
    hands.wait(lambda: hands.window.look.language == "ur")
    hands.wait(lambda: hands.window.layoutDirection() is RTL)
    hands.window.go("study")
    hands.wait_for_a_question()
    assert hands.question == asked


def test_a_typed_question_keeps_the_cursor_when_the_look_changes(traveller: Traveller) -> None:
    traveller.settled(interface="ur")
    traveller.start()
    hands = traveller.hands
    with traveller.session.app.database.read() as view:
        word = next(w for w in view.words.of_deck(DeckId("nursing-care")) if w.word == "看護師")
    hands.put_round(card(word, Aspect.READING))
    hands.window.go("study")
    hands.wait_for_a_question()
    assert hands.typing.field.layoutDirection() is LTR
    hands.type("kang")

    hands.prefer(theme="dark")

    hands.wait_for_a_question()
    assert hands.question.word.word == "看護師"
    assert hands.typing.field.hasFocus()


def test_what_reads_the_screens_does_find_english(traveller: Traveller) -> None:
    traveller.settled(interface="en")
    traveller.start()
    traveller.hands.will_say("Start")

    found = {text for _kind, text in english_left(traveller.session.window)}

    assert {"Start", "Words", "How it works"} <= found
    assert len(found) > 12
