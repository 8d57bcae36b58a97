"""The start screen: what today holds, and the one button."""

from datetime import date

from PySide6.QtCore import Qt

from jp_trainer.core.ids import DeckId
from jp_trainer.core.questions import Chosen, GaveUp, Given, Question, Typed, Way
from jp_trainer.core.study_day import StudyDay, date_of
from jp_trainer.services import study
from jp_trainer.services.study_states import Asking
from jp_trainer.ui.parts.meters import Days, Meter
from jp_trainer.ui.screens.today import Today
from jp_trainer.wording import dates, plain
from tests.examples import a_deck, some_words
from tests.ui.study_room import Room


def right_answer(question: Question) -> Given:
    match question.way:
        case Way.CHOOSE:
            return Chosen([option.word for option in question.options].index(question.word.id))
        case Way.TYPE:
            return Typed(question.word.reading)
        case Way.REVEAL:
            return GaveUp()


def study_the_day(room: Room) -> None:
    """Answer all that today's plan holds."""
    school = room.school
    for _round in range(20):
        state = study.begin(school.app, school.trainee)
        if not isinstance(state, Asking):
            return
        while isinstance(state, Asking):
            school.clock.tick()
            given = right_answer(state.question)
            kept = study.answer(school.app, school.trainee, state.question.id, given, ms=6_000)
            state = kept.state
    raise AssertionError("the day has no end")


def show(room: Room) -> Room:
    room.window.go("today")
    room.wait(lambda: isinstance(room.window.shown, Today) and room.today._shown is not None)
    room.will_say("Assalam")
    return room


def test_it_greets_and_says_what_today_holds(room: Room) -> None:
    says = show(room).says()

    assert "Assalam-o-alaikum, Ayesha Khan" in says
    assert "Monday 23 November" in says
    assert "11 words" in says
    assert "all of them new" in says
    assert "ようこそ" in says


def test_enter_begins(room: Room) -> None:
    show(room).press(Qt.Key.Key_Return)

    room.wait(lambda: room.window.here == "study")


def test_a_round_under_way_goes_on(room: Room) -> None:
    room.begin()
    room.answer()
    room.wait_until_kept()
    room.press(Qt.Key.Key_Escape)

    room.will_say("Go on")
    room.press(Qt.Key.Key_Return)
    room.wait(lambda: room.window.here == "study" and room.study.asking is not None)
    assert room.study.asking is not None
    assert room.study.asking.position == 1


def test_the_exam_is_told_with_the_weeks_until_then(room: Room) -> None:
    room.prefer(exam_date=date(2026, 12, 21))

    assert "JFT-Basic on 21 December · in 4 weeks" in show(room).says()


def test_a_finished_day_looks_finished_and_still_offers_more(room: Room) -> None:
    study_the_day(room)

    says = show(room).says()

    assert "Done for today" in says
    assert "Tomorrow" in says
    assert "5 more minutes" in says
    assert "Start" not in says


def test_the_word_begun_last_is_shown_with_its_meanings(room: Room) -> None:
    study_the_day(room)

    room.school.clock.sleep(1)
    says = show(room).says()

    assert "You learned yesterday" in says
    assert "ようこそ" not in says


def test_days_with_study_are_counted_and_a_week_without_is_not_held_against_anyone(
    room: Room,
) -> None:
    assert "The last 7 days" in show(room).says()

    study_the_day(room)
    room.window.go("today")
    room.will_say("1 of the last 7 days")

    (rings,) = room.today.findChildren(Days)
    assert plain(rings.accessibleName()) == "1 of the last 7 days"


def test_after_an_absence_there_is_a_plan_with_an_end_and_a_reason(room: Room) -> None:
    room.prefer(minutes=5, new_words=25)
    study_the_day(room)
    with room.school.app.database.write() as change:  # a pile, as after weeks
        today = room.school.clock().study_day
        change.settings.put(
            room.school.trainee,
            "recovery_plan",
            {"backlog": 300, "per_day": 4, "first_day": today + 20, "last_day": today + 27},
        )
    room.school.clock.sleep(20)

    says = show(room).says()

    assert "A plan: 8 more days" in says
    assert plain(f"until {dates.date(date_of(StudyDay(today + 27)))}") in says
    assert "New words wait until it ends" in says


def test_several_decks_share_their_card(room: Room) -> None:
    with room.school.app.database.write() as change:
        for name in ("one", "two", "three"):
            words = some_words(5, name)
            change.decks.install(a_deck(name), words, room.school.clock.at)
    room.prefer(decks=tuple(map(DeckId, ("test", "one", "two", "three"))))

    says = show(room).says()

    assert "0 of 25" in says
    assert "and 1 more deck" in says
    assert len(room.today.findChildren(Meter)) >= 3


def test_without_a_deck_there_is_one_button_that_leads_to_one(room: Room) -> None:
    room.prefer(decks=())
    room.window.go("today")

    room.will_say("Nothing to learn yet")
    assert "Choose what to learn" in room.says()
    assert "Start" not in room.says()
    room.press(Qt.Key.Key_Return)
    room.wait(lambda: room.window.here == "settings")


def test_it_follows_what_changes_elsewhere(room: Room) -> None:
    show(room)

    room.prefer(minutes=60)
    room.wait(lambda: "11 words" not in room.says())


def test_in_urdu_it_greets_in_urdu(room: Room) -> None:
    room.prefer(interface="ur")
    room.window.go("today")

    room.will_say("السلام علیکم")
    assert room.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
