"""The study screen, as a trainee meets it: over a real file, with real keys."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jp_trainer.core.cards import Aspect
from jp_trainer.core.events import Answered, Event, EventKind
from jp_trainer.core.people import Furigana
from jp_trainer.core.questions import Way
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.mora import MoraCells
from jp_trainer.ui.parts.options import State
from jp_trainer.ui.screens.study.phase import Phase
from jp_trainer.ui.screens.words.edit import EditSheet
from jp_trainer.wording import fill
from tests.ui.study_room import Room, card, click

CONTROL = Qt.KeyboardModifier.ControlModifier


def events(room: Room, kind: EventKind = EventKind.ANSWERED) -> list[Event]:
    with room.school.app.database.read() as view:
        found = view.events.newest_first(room.school.trainee, 100)
        return [event for event in found if event.kind == kind]


def last(room: Room) -> Answered:
    return Answered.of(events(room)[0])


@pytest.fixture
def asked(room: Room) -> Room:
    """A round has begun."""
    room.begin()
    return room


def test_a_right_choice_is_green_at_once_and_kept_soon_after(asked: Room) -> None:
    asked.answer(right=True)

    assert asked.study.phase is Phase.ANSWERED
    assert [o.state for o in asked.choosing.options].count(State.RIGHT) == 1
    assert State.WRONG not in [o.state for o in asked.choosing.options]
    asked.will_say("Right")
    asked.wait_until_kept()
    assert last(asked).outcome == "right"


def test_a_wrong_choice_of_a_known_word_is_named(asked: Room) -> None:
    asked.put_round(card(asked.school.words[0]), *map(card, asked.school.words[1:6]))
    asked.begin()

    asked.answer(right=False)

    chosen = next(o for o in asked.choosing.options if o.state is State.WRONG)
    asked.will_say("Not quite")
    assert chosen.words.strip("\u2068\u2069") in asked.says()
    asked.wait_until_kept()
    asked.will_say("It comes back in this round")
    assert last(asked).outcome == "wrong"


def test_the_first_time_a_word_is_met_nothing_is_called_a_failure(asked: Room) -> None:
    asked.will_say("New word")

    asked.answer(right=False)

    asked.will_say("A new word")
    assert "Not quite" not in asked.says()


def test_zero_shows_the_answer_of_who_does_not_know_it(asked: Room) -> None:
    asked.press("0")

    assert asked.study.phase is Phase.ANSWERED
    asked.wait_until_kept()
    assert last(asked).given == ""
    assert last(asked).outcome == "wrong"


def test_enter_twice_never_gives_an_answer(asked: Room) -> None:
    asked.press(Qt.Key.Key_Return)
    asked.press(Qt.Key.Key_Space)

    assert asked.study.phase is Phase.ASKED


def test_the_verdict_does_not_wait_for_the_disk_but_next_does(asked: Room) -> None:
    database = asked.school.app.database
    with database.write():  # the disk is busy
        asked.answer(right=True)
        view = asked.view
        assert asked.study.phase is Phase.ANSWERED
        asked.press(Qt.Key.Key_Return)
        asked.qtbot.wait(1)
        assert asked.view is view
    asked.wait(lambda: asked.view is not view)

    assert len(events(asked)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_an_answer_that_could_not_be_kept_is_kept_on_the_next_press(asked: Room) -> None:
    path = asked.school.app.database.path
    away = path.rename(path.with_name("unplugged.db"))
    view = asked.view
    asked.answer(right=True)
    asked.will_say("moved, deleted or unplugged")
    away.rename(path)
    assert not events(asked)

    asked.press(Qt.Key.Key_Return)
    asked.wait(lambda: asked.study.view is not view)

    assert len(events(asked)) == 1


def test_a_slip_can_be_counted_as_right_and_back_by_one_key(asked: Room) -> None:
    asked.answer(right=False)
    asked.wait_until_kept()

    asked.press("c")
    asked.will_say("Counted as right")
    assert "Count it as wrong" in asked.says()
    asked.press("c")
    asked.will_say("Counted as wrong")

    said = [event.body["rating"] for event in events(asked, EventKind.OVERRIDDEN)]
    assert said == ["again", "good"]


def test_undo_asks_the_same_question_again(asked: Room) -> None:
    word = asked.question.word
    asked.answer(right=True)
    asked.wait_until_kept()
    asked.go_on()
    assert asked.question.word != word

    asked.press("u")
    asked.wait(lambda: asked.question.word == word)

    assert asked.study.phase is Phase.ASKED
    assert len(events(asked, EventKind.RETRACTED)) == 1


def test_undo_right_after_the_key_takes_back_that_answer(asked: Room) -> None:
    view = asked.view
    asked.answer(right=True)

    asked.press("z", CONTROL)  # the answer is not kept yet
    asked.wait(lambda: asked.view is not view)

    assert len(events(asked)) == len(events(asked, EventKind.RETRACTED)) == 1


def test_with_nothing_left_to_take_back_it_says_so(asked: Room) -> None:
    asked.press("z", CONTROL)

    asked.will_say("nothing left to take back")


def test_readings_held_back_are_shown_on_a_peek_and_it_is_remembered(room: Room) -> None:
    room.prefer(furigana=Furigana.ON_PEEK)
    room.begin()
    assert room.study.aids.furigana.isVisible()

    room.press("f")
    room.answer(right=True)
    room.wait_until_kept()

    assert last(room).peeked
    assert last(room).rating.value == "hard"


def test_readings_of_words_read_well_can_be_hidden(room: Room) -> None:
    word, other = room.school.words[:2]
    room.put_round(card(word, Aspect.READING))  # read well from now on
    room.prefer(hide_known=True)
    room.put_round(card(word), card(other))
    room.begin()
    assert room.view.prompt.can_peek

    room.answer()
    room.wait_until_kept()
    room.go_on()
    assert not room.view.prompt.can_peek


def test_tab_walks_from_the_answers_to_the_aids(asked: Room) -> None:
    wanted = [*asked.choosing.options, asked.study.aids.give_up]
    while asked.window.focusWidget() is not wanted[0]:
        asked.press(Qt.Key.Key_Tab)
    seen = [asked.window.focusWidget()]
    for _step in wanted[1:]:
        asked.press(Qt.Key.Key_Tab)
        seen.append(asked.window.focusWidget())

    assert seen == wanted


def test_no_peek_no_hard(room: Room) -> None:
    room.prefer(furigana=Furigana.ON_PEEK)
    room.begin()

    room.answer(right=True)
    room.wait_until_kept()

    assert not last(room).peeked
    assert not room.study.aids.furigana.isVisible()


def test_meanings_stand_in_the_languages_the_trainee_reads(room: Room) -> None:
    room.prefer(meanings=("ur", "en"))
    room.begin()

    option = next(
        made
        for made, each in zip(room.choosing.options, room.question.options, strict=True)
        if each.word == room.question.word.id
    )

    assert option.words.strip("\u2068\u2069") == room.question.word.meaning_ur
    assert option.under.strip("\u2068\u2069") == room.question.word.meaning_en


def test_a_word_said_to_be_known_is_gone_and_can_be_had_back(asked: Room) -> None:
    word = asked.question.word

    asked.press("k")
    asked.wait(lambda: asked.question.word != word)
    assert fill("{word}", word=word.word).strip("\u2068\u2069") in asked.says()
    assert events(asked, EventKind.KNOWN)[0].subject == word.learnt_as
    asked.press("u")
    asked.wait(lambda: asked.question.word == word)


def test_between_putting_a_word_away_and_the_next_no_answer_is_taken(asked: Room) -> None:
    word = asked.question.word
    with asked.school.app.database.write():  # the disk is busy
        asked.press("k")
        asked.press("1")
        assert asked.study.phase is Phase.WAITING
    asked.wait(lambda: asked.question.word != word)

    assert asked.is_asked
    assert not events(asked)


def test_a_word_can_be_put_to_rest(asked: Room) -> None:
    word = asked.question.word

    asked.press("-")
    asked.wait(lambda: asked.question.word != word)

    assert events(asked, EventKind.RESTED)[0].subject == word.learnt_as


@pytest.mark.qt_log_ignore("This plugin does not support")  # raising a menu
def test_the_menu_offers_what_is_seldom_done(asked: Room) -> None:
    asked.press("m")

    menu = asked.study._more.menu
    assert menu is not None
    offers = [action.text() for action in menu.actions()]
    assert any("I know this word" in words for words in offers)
    assert any("Rest it for" in words for words in offers)
    menu.close()


def test_info_tells_the_history_without_the_answer(room: Room) -> None:
    room.put_round(card(room.school.words[0], Aspect.READING))
    room.begin()

    room.press("i", CONTROL)
    room.wait(lambda: room.study._more.sheet is not None)

    sheet = room.study._more.sheet
    assert sheet is not None
    assert room.question.word.reading not in room.says()
    assert "Keys" in room.says()
    sheet.accept()


def test_an_instructor_corrects_the_word_that_is_asked(room: Room) -> None:
    room.prefer(instructor_tools=True)
    room.begin()
    room.press("e")
    room.wait(lambda: room.study._more.sheet is not None)
    sheet = room.study._more.sheet
    assert isinstance(sheet, EditSheet)

    sheet.fields["meaning_en"].setText("clinic")
    sheet._save.click()

    room.wait(lambda: room.question.word.meaning_en == "clinic")
    room.wait(lambda: any("clinic" in option.words for option in room.choosing.options))


def test_others_have_no_key_to_edit(asked: Room) -> None:
    asked.press("e")
    QApplication.processEvents()

    assert asked.study._more.sheet is None


def test_a_sentence_shows_a_gap_and_then_the_word(room: Room) -> None:
    room.put_round(card(room.school.words[0], Aspect.SENTENCE))
    room.begin()
    word = room.question.word
    assert word.word not in room.view.prompt._text.text()  # type: ignore[union-attr]
    assert word.word in [option.words for option in room.choosing.options]

    room.answer(right=True)

    assert word.word in room.view.prompt._text.text()  # type: ignore[union-attr]


def test_what_cannot_be_marked_is_looked_at_and_judged_by_the_trainee(room: Room) -> None:
    lonely = room.school.words[0]
    with room.school.app.database.write() as change:
        found = change.decks.get(lonely.deck)
        assert found is not None
        change.decks.install(found, room.school.words[:2], room.school.clock.at)
    room.put_round(card(lonely), card(room.school.words[1]))
    room.begin()
    assert room.question.way is Way.REVEAL

    room.press(Qt.Key.Key_Space)
    assert room.study.phase is Phase.LOOKED
    room.will_say(lonely.meaning_en)
    room.press("2")
    room.wait(lambda: room.question.word != lonely)

    assert last(room).given == "knew"


def test_a_word_forgotten_often_comes_back_with_help(room: Room) -> None:
    word = room.school.words[0]
    room.put_round(card(word, Aspect.READING), lapsed=True)
    room.begin()

    room.will_say("Back with help")
    assert "Easily confused with" in room.says()


def test_the_options_are_pressed_by_mouse_too(asked: Room) -> None:
    click(asked.choosing.options[0])

    assert asked.study.phase is Phase.ANSWERED


def test_escape_leads_back_and_what_was_answered_is_kept(asked: Room) -> None:
    asked.answer(right=True)
    asked.press(Qt.Key.Key_Escape)

    asked.wait(lambda: asked.window.here == "today")
    asked.wait(lambda: len(events(asked)) == 1)


def test_drawing_a_state_twice_changes_nothing(asked: Room) -> None:
    view, asking = asked.view, asked.study.asking
    assert asking is not None

    asked.study.present(asking)

    assert asked.view is view


def test_in_urdu_the_frame_is_mirrored_and_japanese_is_not(room: Room) -> None:
    room.prefer(interface="ur", meanings=("ur",))
    room.put_round(card(room.school.words[0], Aspect.READING), card(room.school.words[1]))
    room.begin()
    room.will_say("اسے کیسے پڑھتے ہیں؟")
    study = room.study
    assert study.head.out.x() > study.head.undo.x()
    assert room.typing.field.layoutDirection() is Qt.LayoutDirection.LeftToRight

    room.type("byoin")
    room.press(Qt.Key.Key_Return)
    room.will_say("یہاں آواز لمبی ہے")
    room.will_say("ہسپتال")
    assert study.foot.next.x() < study.foot.override.x()
    cells = room.view.findChildren(MoraCells)
    assert [row.accessibleName() for row in cells] == ["びょいん", "びょういん"]


@pytest.mark.parametrize("language", ["en", "ur", "ja"])
@pytest.mark.parametrize("aspect", list(Aspect))
def test_every_question_fits_its_window_before_it_is_answered(
    room: Room, language: str, aspect: Aspect
) -> None:
    room.prefer(interface=language, meanings=("en", "ur"))
    room.put_round(card(room.school.words[0], aspect))
    room.begin()
    room.qtbot.wait(1)

    area, window = room.view.area, room.window
    lowest = area.mapTo(window, area.rect().bottomLeft()).y()
    assert lowest <= window.height() - room.study.foot_height()
    for button in room.window.findChildren(Button):
        if button.isVisible():
            left = button.mapTo(window, button.rect().topLeft()).x()
            right = button.mapTo(window, button.rect().topRight()).x()
            assert left >= 0
            assert right <= window.width()
