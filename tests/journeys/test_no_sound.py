"""A machine without a voice, or without anything to hear with: study goes on, and says so once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from jp_trainer.core.cards import Aspect, aspect_of
from jp_trainer.core.study_day import StudyDay
from jp_trainer.services import queue
from jp_trainer.speech.clips import Clip
from jp_trainer.speech.voice import Voice
from jp_trainer.ui.parts.message_bar import MessageBar
from jp_trainer.ui.player import Player
from tests.journeys.traveller import Hands, Traveller

ENTER = Qt.Key.Key_Return
SILENCE = "Nothing can be heard here"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything the message bar ever said."""
    said: list[str] = []
    say: Callable[..., None] = MessageBar.say

    def listening(bar: MessageBar, words: str, **more: object) -> None:
        said.append(words)
        say(bar, words, **more)

    monkeypatch.setattr(MessageBar, "say", listening)
    return said


def begin(traveller: Traveller) -> Hands:
    traveller.start()
    hands = traveller.hands
    hands.will_say("Start")
    hands.press(ENTER)
    hands.wait_for_a_question()
    return hands


def answer_some(hands: Hands, count: int = 4) -> None:
    for _question in range(count):
        hands.answer()
        hands.wait_until_kept()
        hands.go_on()
        hands.wait_for_a_question()


def know_all_meanings_well(traveller: Traveller) -> None:
    """Every word so far could be listened to, and some were, on a machine with a voice."""
    hands = traveller.hands
    app, trainee = traveller.session.app, hands.school.trainee
    day = traveller.clock().study_day
    with app.database.write() as change:
        for word in change.words.of_deck(change.people.all()[0].preferences.decks[0]):
            for aspect in (Aspect.MEANING, Aspect.LISTENING):
                card = f"{word.learnt_as}/{aspect.value}"
                state = change.card_states.get(trainee, card)  # type: ignore[arg-type]
                known = replace(
                    state, reps=3, stability=9.0, due_day=day, last_day=StudyDay(day - 9)
                )
                change.card_states.put(trainee, known, word.deck, aspect)


def test_without_a_voice_it_is_said_once_and_never_to_be_listened_to(
    traveller: Traveller, told: list[str]
) -> None:
    traveller.settled()
    hands = begin(traveller)
    assert not hands.study.aids.listen.isVisible()

    answer_some(hands)
    hands.press("r")

    assert [words for words in told if SILENCE in words] == told[:1]
    assert len(told) == 1
    know_all_meanings_well(traveller)
    with traveller.session.app.database.read() as view:
        plan = queue.plan_of(traveller.session.app, view, hands.school.trainee)
    assert plan.due
    assert Aspect.LISTENING not in {aspect_of(card) for card in plan.due}


def test_without_a_device_it_is_said_once_and_the_question_is_not_lost(
    traveller: Traveller, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(voice: Voice, clip: Clip) -> Path:
        return voice.clips.place(clip)

    monkeypatch.setattr(Voice, "available", True)  # the voice itself has tests of its own
    monkeypatch.setattr(Voice, "say", made)
    monkeypatch.setattr(Player, "has_device", lambda _player: False)
    traveller.settled()
    hands = begin(traveller)
    assert hands.study.aids.listen.isVisible()

    hands.press("r")
    hands.wait(lambda: bool(told))
    assert hands.is_asked
    assert not hands.study.aids.listen.isVisible()
    answer_some(hands)

    assert len(told) == 1
    assert SILENCE in told[0]
    know_all_meanings_well(traveller)
    with traveller.session.app.database.read() as view:
        plan = queue.plan_of(traveller.session.app, view, hands.school.trainee)
    assert Aspect.LISTENING not in {aspect_of(card) for card in plan.due}
