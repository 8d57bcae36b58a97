"""A slip can be taken back: on the last card, after a restart, fifty of them."""

from PySide6.QtCore import Qt

from jp_trainer.core.events import EventKind
from jp_trainer.services import study
from jp_trainer.services.study_states import Asking
from jp_trainer.ui.screens.round_end import RoundEnd
from jp_trainer.ui.screens.study.study import Study
from tests.journeys.traveller import CONTROL, Hands, Traveller
from tests.services.caches import assert_caches_are_the_log
from tests.services.playing import right_answer

STEPS = 50


def a_round_done(traveller: Traveller) -> Hands:
    hands = traveller.hands
    hands.will_say("Start")
    hands.press(Qt.Key.Key_Return)
    hands.wait_for_a_question()
    hands.finish()
    hands.will_say("お疲れさまでした")
    return hands


def take_back(traveller: Traveller) -> None:
    """Undo once, and wait until the question that was taken back is asked."""
    hands, kept = traveller.hands, len(traveller.events())
    if isinstance(hands.window.shown, Study):
        hands.wait_for_a_question()
    screen = hands.window.shown
    before = screen.view if isinstance(screen, Study) else None
    hands.press("z", CONTROL)
    hands.wait(lambda: len(traveller.events()) > kept)
    hands.wait_for_a_question()
    hands.wait(lambda: hands.study.view is not before)


def test_a_slip_on_the_last_card_is_taken_back_at_the_end_of_the_round(
    traveller: Traveller,
) -> None:
    traveller.settled(minutes=5)
    traveller.start()
    hands = a_round_done(traveller)
    last = traveller.events()[0]

    hands.press("u")

    hands.wait_for_a_question()
    assert hands.question.card == last.subject
    assert hands.question.is_new
    assert_caches_are_the_log(hands.school)
    hands.answer(right=False)
    hands.wait_until_kept()
    hands.will_say("It comes back in this round")


def test_a_slip_on_the_last_card_is_taken_back_after_a_restart(traveller: Traveller) -> None:
    traveller.settled(minutes=5)
    traveller.start()
    a_round_done(traveller)
    last = traveller.events()[0]

    hands = traveller.restart()
    hands.will_say("Assalam")
    hands.press("z", CONTROL)

    hands.wait_for_a_question()
    assert hands.question.card == last.subject
    assert traveller.events()[0].kind == EventKind.RETRACTED
    assert_caches_are_the_log(hands.school)


def test_with_nothing_to_take_back_the_start_screen_says_so(traveller: Traveller) -> None:
    traveller.settled()
    traveller.start()
    traveller.hands.will_say("Start")

    traveller.hands.press("u")

    traveller.hands.will_say("nothing left to take back")


def test_fifty_answers_are_taken_back_one_by_one_with_a_restart_between(
    traveller: Traveller,
) -> None:
    traveller.settled(minutes=60)
    traveller.start()
    session, hands = traveller.session, traveller.hands
    asked: list[str] = []
    while len(asked) < STEPS:
        state = study.begin(session.app, hands.school.trainee, more=True)
        assert isinstance(state, Asking)
        while isinstance(state, Asking) and len(asked) < STEPS:
            question = state.question
            traveller.clock.tick()
            asked.append(question.card)
            kept = study.answer(
                session.app, hands.school.trainee, question.id, right_answer(question), ms=900
            )
            state = kept.state
    hands.window.go("study")
    hands.wait(lambda: isinstance(hands.window.shown, Study | RoundEnd))

    for step in range(STEPS):
        if step == STEPS // 2:
            hands = traveller.restart()
            hands.will_say("Go on")
        take_back(traveller)
        assert hands.question.card == asked.pop()

    assert_caches_are_the_log(hands.school)
    assert hands.study.asking is not None
    assert hands.question.is_new
    assert not hands.study.asking.can_undo
    hands.press("z", CONTROL)
    hands.will_say("nothing left to take back")
