"""The end of a round, and a whole round from the first key to the last."""

from PySide6.QtCore import Qt

from jp_trainer.core.events import EventKind
from jp_trainer.services import study
from jp_trainer.services.study_states import RoundDone
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.screens.round_end import RoundEnd
from jp_trainer.ui.screens.study.study import Study
from tests.ui.study_room import Room, card


def short_round(room: Room, count: int = 6) -> None:
    room.put_round(*(card(word) for word in room.school.words[:count]))
    room.begin()


def test_a_whole_round_ends_with_what_it_was(room: Room) -> None:
    room.begin()

    room.finish(wrong=(2, 5))

    room.will_say("お疲れさまでした")
    says = room.says()
    assert "11 words in 1 minute, 9 right at the first try." in says
    assert "2 to look at again" in says
    assert "1 of the last 7 days" in says
    assert "Done for today." in says
    assert "Tomorrow" in says


def test_what_was_missed_came_back_within_the_round(room: Room) -> None:
    short_round(room)

    room.finish(wrong=(1,))

    with room.school.app.database.read() as view:
        kinds = [event.kind for event in view.events.newest_first(room.school.trainee)]
    assert kinds.count(EventKind.ANSWERED) == 6
    assert kinds.count(EventKind.EXTRA_PRACTISED) == 1


def test_a_round_without_a_miss_says_so(room: Room) -> None:
    short_round(room)

    room.finish()

    room.will_say("Everything right at the first try")
    assert "to look at again" not in room.says().replace("Nothing to look at again", "")


def test_while_the_day_holds_more_the_next_round_is_one_key_away(room: Room) -> None:
    short_round(room)
    room.finish()
    room.will_say("Next round")
    assert "This round is done." in room.says()

    room.press(Qt.Key.Key_Return)

    room.wait(lambda: isinstance(room.window.shown, Study) and room.study.view is not None)


def test_when_the_day_is_done_enter_leads_home(room: Room) -> None:
    room.begin()
    room.finish()
    room.will_say("5 more minutes")

    room.press(Qt.Key.Key_Return)

    room.wait(lambda: room.window.here == "today")


def test_the_last_answer_can_be_taken_back_after_the_end(room: Room) -> None:
    short_round(room)
    room.finish()
    room.will_say("Undo the last answer")

    room.press("z", Qt.KeyboardModifier.ControlModifier)
    room.wait(lambda: isinstance(room.window.shown, Study) and room.study.view is not None)

    assert room.study.asking is not None
    assert room.study.asking.position == 5
    room.answer()
    room.wait_until_kept()
    room.go_on()
    assert isinstance(room.window.shown, RoundEnd)


def test_it_shows_the_last_round_when_it_is_asked_for_later(room: Room) -> None:
    short_round(room)
    room.finish()

    room.window.go("round_end")
    room.will_say("お疲れさまでした")

    state = study.now_asked(room.school.app, room.school.trainee)
    assert isinstance(state, RoundDone)
    assert state.words == 6


def test_more_minutes_begin_a_round_beyond_the_plan(room: Room) -> None:
    room.begin()
    room.finish()
    room.will_say("5 more minutes")

    next(b for b in room.end.findChildren(Button) if b.words == "5 more minutes").click()

    room.wait(lambda: isinstance(room.window.shown, Study) and room.study.view is not None)
