"""The first day: from an empty folder to studied words, and everything there the next morning."""

import re
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jp_trainer.core.events import EventKind
from jp_trainer.core.people import Goal, KanaKnown
from jp_trainer.services import people
from jp_trainer.ui.screens.first_run import FirstRun
from tests.journeys.traveller import Hands, Traveller
from tests.services.caches import assert_caches_are_the_log

ENTER = Qt.Key.Key_Return
JARGON = re.compile(r"\b(ease|lapses?|note type|FSRS|stability|retention)\b", re.IGNORECASE)


def through_first_run(hands: Hands, kana: str) -> int:
    """Answer the questions by keyboard alone; how many times a key was pressed to go on."""
    hands.type("Ayesha Khan")
    presses = 0
    for step in ("", kana, "1", "", ""):  # name, kana, work, goal, minutes
        if step == "1":
            wait_for_choices(hands)
        if step:
            hands.press(step)
            presses += 1
        hands.press(ENTER)
        presses += 1
    return presses


def wait_for_choices(hands: Hands) -> None:
    """The kinds of work come from the decks."""

    def are_there() -> bool:
        page = first_run_page(hands)._page
        return page is not None and len(page.choices) > 0

    hands.wait(are_there)


def first_run_page(hands: Hands) -> FirstRun:
    assert isinstance(hands.window.shown, FirstRun)
    return hands.window.shown


def test_a_newcomer_answers_the_first_card_after_a_few_keys(traveller: Traveller) -> None:
    traveller.start()
    hands = traveller.hands
    assert hands.window.here == "first_run"

    presses = through_first_run(hands, kana="1")
    hands.wait_for_a_question()
    hands = traveller.hands

    assert presses <= 8
    hands.answer(right=True)
    hands.will_say("Right")
    hands.wait_until_kept()
    (trainee,) = people.everyone(traveller.session.app)
    assert trainee.preferences.goal is Goal.JFT_A2
    assert trainee.preferences.kana is KanaKnown.NONE
    assert set(trainee.preferences.decks) > {"hiragana", "katakana", "common-work"}
    (kept,) = traveller.events()
    assert kept.kind == EventKind.ANSWERED


def test_the_whole_first_day_and_the_morning_after(traveller: Traveller) -> None:
    traveller.start()
    through_first_run(traveller.hands, kana="3")
    hands = traveller.hands
    hands.wait(lambda: first_run_page(hands)._placement is not None)
    for _word in range(12):
        hands.press("0")
    hands.wait_for_a_question()
    hands = traveller.hands

    rounds = 0
    while "Done for today" not in hands.says():
        assert rounds < 5
        hands.finish(wrong=(3,))
        hands.will_say("お疲れさまでした")
        rounds += 1
        if "Next round" in hands.says():
            hands.press(ENTER)
            hands.wait_for_a_question()
    hands.press(ENTER)
    hands.wait(lambda: hands.window.here == "today")
    hands.will_say("Done for today")
    assert "1 of the last 7 days" in hands.says()
    assert JARGON.search(hands.says()) is None

    kept = traveller.events()
    hands = traveller.restart()
    hands.will_say("Assalam-o-alaikum, Ayesha Khan")
    hands.will_say("Done for today")
    assert traveller.events() == kept

    traveller.clock.sleep()
    hands = traveller.restart()
    hands.will_say("Start")
    assert "Done for today" not in hands.says()
    hands.press(ENTER)
    hands.wait_for_a_question()


def test_a_program_left_open_overnight_shows_the_new_day(traveller: Traveller) -> None:
    traveller.settled(minutes=5)
    traveller.start()
    hands = traveller.hands
    hands.will_say("Start")
    hands.study_the_day()
    hands.will_say("Done for today")
    hands.will_say("Monday 23 November")

    traveller.clock.sleep()
    assert traveller.program is not None
    QTest.keyClick(traveller.program.front.windowHandle(), Qt.Key.Key_Shift)  # somebody is there

    hands.will_say("Tuesday 24 November")
    hands.will_say("Start")
    assert "Done for today" not in hands.says()


def test_a_round_that_crosses_four_in_the_morning_goes_on_to_its_end(
    traveller: Traveller,
) -> None:
    traveller.clock.at = datetime(2026, 11, 23, 22, 58, tzinfo=UTC)  # 03:58 in Karachi
    traveller.settled(minutes=5)
    traveller.start()
    hands = traveller.hands
    hands.will_say("Start")
    hands.press(ENTER)
    hands.wait_for_a_question()
    hands.answer()
    hands.wait_until_kept()
    traveller.clock.tick(300)
    hands.go_on()
    hands.wait_for_a_question()
    hands.finish(wrong=(2,))

    hands.will_say("お疲れさまでした")
    days = {event.study_day for event in traveller.events()}
    assert max(days) - min(days) == 1
    assert_caches_are_the_log(hands.school)
    hands.press("u")
    hands.wait_for_a_question()


def test_a_round_left_in_the_middle_goes_on_after_a_restart(traveller: Traveller) -> None:
    traveller.settled()
    traveller.start()
    hands = traveller.hands
    hands.will_say("Start")
    hands.press(ENTER)
    hands.wait_for_a_question()
    hands.answer()
    hands.wait_until_kept()
    hands.go_on()
    asked = hands.question.id

    hands = traveller.restart()
    hands.will_say("Go on")
    hands.press(ENTER)
    hands.wait_for_a_question()

    assert hands.question.id == asked
    assert hands.study.asking is not None
    assert hands.study.asking.position == 1
