"""What is heard while studying, and when it must not be heard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jp_trainer.core.cards import Aspect
from jp_trainer.core.events import Answered, EventKind
from jp_trainer.core.ids import DeckId
from jp_trainer.core.people import Furigana
from jp_trainer.core.words import PartOfSpeech
from jp_trainer.services import people
from jp_trainer.speech.clips import Clip, Clips
from jp_trainer.speech.voice import SpeechError, Voice
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.player import Player
from jp_trainer.ui.screens.study.prompts import SoundPrompt
from jp_trainer.ui.speaker import Speaker
from jp_trainer.ui.theme import Look
from jp_trainer.ui.window import Window
from tests.examples import School, a_deck, a_word
from tests.ui.study_room import Room, card, click

_KANA = PartOfSpeech.KANA


class Recorded(Voice):
    """A voice that has said everything before: all its clips are files already."""

    available = True

    def say(self, clip: Clip) -> Path:
        place = self.clips.place(clip)
        place.parent.mkdir(exist_ok=True)
        place.write_text(clip.kana, encoding="utf-8")
        return place


class Ear(Player):
    """Hears what would be played. `deaf` as on a machine without sound."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def play(self, clip: Path) -> bool:
        if self.deaf:
            self.cannot_play.emit()
            return False
        self.heard.append(clip.read_text(encoding="utf-8"))
        return True

    def stop(self) -> None:
        pass


def _fail(_voice: Voice, _clip: Clip) -> Path:
    raise SpeechError("out of memory")


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def loud(
    qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs, ear: Ear
) -> Iterator[Room]:
    """A room with a voice, and an ear."""
    voice = Recorded(Clips(school.app.data / "clips"))
    app = replace(school.app, voice=voice, can_hear=lambda: not ear.deaf)
    shown = Window(dressed, app, jobs, Look(), Speaker(app, jobs, ear))
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.sign_in(people.find(app, school.trainee))
    yield Room(school, shown, qtbot)
    shown.close()


Hears = Callable[[str], None]


@pytest.fixture
def hears(loud: Room, ear: Ear) -> Hears:
    return lambda kana: loud.wait(lambda: ear.heard[-1:] == [kana])


def test_a_word_is_heard_by_itself_when_its_answer_is_shown(
    loud: Room, ear: Ear, hears: Hears
) -> None:
    loud.begin()
    assert ear.heard == []

    loud.answer()

    hears(loud.question.word.reading)


def test_who_does_not_want_that_presses_r(loud: Room, ear: Ear, hears: Hears) -> None:
    loud.prefer(auto_sound=False)
    loud.begin()
    loud.answer()
    loud.wait_until_kept()
    assert ear.heard == []

    loud.press("r")

    hears(loud.question.word.reading)


def test_no_sound_gives_a_reading_away(loud: Room, ear: Ear) -> None:
    loud.put_round(card(loud.school.words[0], Aspect.READING))
    loud.begin()
    assert not loud.study.aids.listen.isVisible()

    loud.press("r", Qt.KeyboardModifier.ControlModifier)
    loud.press(Qt.Key.Key_F5)
    QApplication.processEvents()

    assert ear.heard == []


def test_no_sound_tells_how_a_kana_sounds(loud: Room, ear: Ear, hears: Hears) -> None:
    signs = [
        a_word("", kana, id=kana, deck="kana", meaning_en=latin, meaning_ur="", pos=_KANA)
        for kana, latin in (("あ", "a"), ("い", "i"), ("う", "u"), ("え", "e"))
    ]
    with loud.school.app.database.write() as change:
        change.decks.install(a_deck("kana"), signs, loud.school.clock.at)
    loud.prefer(decks=(DeckId("kana"),))
    loud.put_round(card(signs[0], Aspect.MEANING))
    loud.begin()
    assert not loud.study.aids.listen.isVisible()
    loud.press("r")
    QApplication.processEvents()
    assert ear.heard == []

    loud.answer()

    hears("あ")


def test_hearing_a_word_whose_reading_is_hidden_is_a_peek(loud: Room, hears: Hears) -> None:
    loud.prefer(furigana=Furigana.ON_PEEK)
    loud.begin()
    loud.press("r")
    hears(loud.question.word.reading)

    loud.answer()
    loud.wait_until_kept()

    with loud.school.app.database.read() as view:
        (event,) = view.events.last_standing(loud.school.trainee, 1, (EventKind.ANSWERED,))
    assert Answered.of(event).peeked


def test_a_word_to_listen_to_is_heard_at_once_and_seen_after_the_answer(
    loud: Room, hears: Hears
) -> None:
    word = loud.school.words[0]
    loud.put_round(card(word, Aspect.LISTENING))
    loud.begin()

    hears(word.reading)
    assert word.word not in loud.says()
    loud.answer()

    loud.will_say(word.word)


def test_it_is_heard_again_by_key_and_by_the_large_button(
    loud: Room, ear: Ear, hears: Hears
) -> None:
    loud.put_round(card(loud.school.words[0], Aspect.LISTENING))
    loud.begin()
    hears(loud.question.word.reading)

    loud.press(Qt.Key.Key_F5)
    assert isinstance(loud.view.prompt, SoundPrompt)
    click(loud.view.prompt.button)

    loud.wait(lambda: len(ear.heard) == 3)


def test_where_nothing_can_be_heard_what_is_to_be_heard_gives_way_to_what_can_be_asked(
    loud: Room, ear: Ear
) -> None:
    heard, seen = loud.school.words[:2]
    loud.put_round(card(heard, Aspect.LISTENING), card(seen, Aspect.MEANING))
    ear.deaf = True
    loud.window.go("study")

    loud.will_say(seen.word)

    assert loud.question.aspect is Aspect.MEANING
    loud.answer()
    loud.wait_until_kept()
    with loud.school.app.database.read() as view:
        assert not view.events.of_subject(loud.school.trainee, card(heard, Aspect.LISTENING))


def test_a_voice_that_fails_leaves_questions_that_need_none(loud: Room) -> None:
    heard, seen = loud.school.words[:2]
    loud.put_round(card(heard, Aspect.LISTENING), card(seen, Aspect.MEANING))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Recorded, "say", _fail)
        loud.window.go("study")

        loud.will_say(seen.word)

    assert loud.question.aspect is Aspect.MEANING


def test_without_anything_to_hear_with_study_goes_on_without_its_buttons(
    loud: Room, ear: Ear
) -> None:
    loud.begin()
    assert loud.study.aids.listen.isVisible()
    ear.deaf = True

    loud.answer()
    loud.wait_until_kept()
    loud.go_on()

    assert not loud.study.aids.listen.isVisible()
    loud.answer()
    assert not loud.study.foot.listen.isVisible()
