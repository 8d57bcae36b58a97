"""Three hundred words seen, two weeks away: a plan that ends, never the pile."""

import re
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.events import Answered, EventKind, Rating
from jp_trainer.core.ids import DeckId
from jp_trainer.services import decks, people, study, today
from jp_trainer.services.opening import close_app, open_app
from jp_trainer.services.recording import Scribe
from jp_trainer.services.study_states import Asking
from jp_trainer.wording import plain
from tests.examples import Clock
from tests.journeys.traveller import Traveller
from tests.services.playing import right_answer

SEEN = 300
DECKS = tuple(
    map(DeckId, ("nursing-care", "common-work", "construction", "agriculture", "manufacturing"))
)


def three_hundred_words_seen(data: Path, clock: Clock) -> None:
    """Each of them answered once, over the last ten days."""
    app = open_app(data, clock=clock)
    decks.install(app, list(DECKS))
    (trainee,) = people.everyone(app)
    with app.database.write() as change:
        wishes = replace(trainee.preferences, decks=DECKS)
        change.people.put(replace(trainee, preferences=wishes))
        words = [word for deck in DECKS for word in change.words.of_deck(deck)][:SEEN]
        assert len(words) == SEEN
        for number, word in enumerate(words):
            if number % 30 == 0:
                clock.sleep()
            body = Answered(Rating.GOOD, "right", deck=word.deck, first=True, ms=18_000)
            scribe = Scribe(change, trainee.id, app.device, clock())
            card = card_id(word.learnt_as, Aspect.MEANING)
            scribe.write(EventKind.ANSWERED, card, body.body())
    close_app(app)


def test_after_two_weeks_there_is_a_plan_that_ends_and_never_the_pile(
    traveller: Traveller,
) -> None:
    traveller.settled()
    three_hundred_words_seen(traveller.data, traveller.clock)
    traveller.clock.sleep(14)
    traveller.start()
    hands = traveller.hands

    hands.will_say("A plan:")
    says = hands.says()
    assert "New words wait until it ends" in says
    days = int(re.search(r"A plan: (\d+) more days", says)[1])  # type: ignore[index] # it is there
    assert 3 <= days <= 20
    held = int(re.search(r"(\d+) words\b", says)[1])  # type: ignore[index]
    assert held < SEEN / 3
    assert not [number for number in re.findall(r"\d+", says) if int(number) >= SEEN / 2]
    assert "new" not in re.search(r"About .*", says)[0]  # type: ignore[index]

    hands.press(Qt.Key.Key_Return)
    hands.wait_for_a_question()
    asked = hands.question
    assert not asked.is_new
    hands.press(Qt.Key.Key_Escape)
    hands.wait(lambda: hands.window.here == "today" and hands.today._shown is not None)
    rounds = hands.study_the_day()
    assert rounds == -(-held // 20)
    says = hands.says()
    assert "Done for today" in says
    assert f"A plan: {days} more days" in says
    kept = [event.kind for event in traveller.events()]
    assert kept.count(EventKind.PLAN_MADE) == 1
    assert kept.count(EventKind.ANSWERED) == SEEN + held


def test_the_plan_ends_and_then_there_are_new_words_again(traveller: Traveller) -> None:
    traveller.settled()
    three_hundred_words_seen(traveller.data, traveller.clock)
    traveller.clock.sleep(14)
    app = open_app(traveller.data, clock=traveller.clock)
    (trainee,) = people.everyone(app)
    state = today.today(app, trainee.id)
    assert state.recovery is not None
    ends = state.recovery.days

    for _day in range(ends + 1):
        state = today.today(app, trainee.id)
        if state.recovery is None:
            break
        assert state.news == 0
        assert state.questions <= state.recovery.per_day
        held = state.questions
        for _round in range(10):
            asking = study.begin(app, trainee.id)
            while isinstance(asking, Asking):
                question = asking.question
                given = right_answer(question)
                asking = study.answer(app, trainee.id, question.id, given, ms=18_000).state
            now = today.today(app, trainee.id)
            assert now.answered + now.questions == held  # the day does not grow while it is studied
            if now.done:
                break
        traveller.clock.sleep()
    close_app(app)

    traveller.start()
    traveller.hands.will_say("Start")
    says = plain(traveller.hands.says())
    assert "A plan" not in says
    assert today.today(traveller.session.app, trainee.id).news > 0
