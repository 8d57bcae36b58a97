from dataclasses import replace

import pytest

from jp_trainer.core import scheduling
from jp_trainer.core.cards import Aspect, aspect_of, card_id, word_of
from jp_trainer.core.events import EventKind, Rating
from jp_trainer.core.ids import DeckId
from jp_trainer.core.people import KanaKnown
from jp_trainer.core.questions import Typed, Way
from jp_trainer.core.rounds import Round, Waiting
from jp_trainer.core.verdicts import Outcome
from jp_trainer.services import queue, study
from jp_trainer.services.errors import StaleQuestionError
from jp_trainer.services.study_states import Asking
from jp_trainer.services.undo import undo
from tests.examples import School, a_deck, some_words
from tests.services.caches import assert_caches_are_the_log, caches
from tests.services.playing import answer, asking, finish_round, wrong_answer


def test_a_first_round_asks_meanings_of_new_words_with_four_options(school: School) -> None:
    state = asking(study.begin(school.app, school.trainee))

    assert state.question.is_new
    assert state.question.aspect is Aspect.MEANING
    assert len({option.word for option in state.question.options}) == 4
    assert 5 <= state.size <= 20


def test_every_answer_is_kept_before_the_next_question(school: School) -> None:
    state = study.begin(school.app, school.trainee)
    first = asking(state).question

    state = answer(school, state)

    with school.app.database.read() as view:
        kept = view.card_states.get(school.trainee, first.card)
        events = view.events.of_subject(school.trainee, first.card)
    assert kept.reps == 1
    assert [event.kind for event in events] == [EventKind.ANSWERED]
    assert asking(state).question.card != first.card


def test_a_stale_answer_is_refused_and_writes_nothing(school: School) -> None:
    state = asking(study.begin(school.app, school.trainee))
    answer(school, state)
    before = caches(school)

    with pytest.raises(StaleQuestionError):
        answer(school, state)
    assert caches(school) == before


def test_a_missed_word_returns_in_the_round_and_its_return_moves_no_schedule(
    school: School,
) -> None:
    state = study.begin(school.app, school.trainee)
    missed = asking(state).question.card
    state = answer(school, state, right=False)
    with school.app.database.read() as view:
        after_miss = view.card_states.get(school.trainee, missed)
    others = 0
    while asking(state).question.card != missed:
        others += 1
        state = answer(school, state)
    assert asking(state).question.again

    answer(school, state)

    with school.app.database.read() as view:
        after_return = view.card_states.get(school.trainee, missed)
    assert others >= 4
    assert (after_return.stability, after_return.due_day, after_return.reps) == (
        after_miss.stability,
        after_miss.due_day,
        1,
    )


def test_a_finished_round_says_what_was_right_and_what_to_look_at(school: School) -> None:
    done = finish_round(school, wrong_every=6)

    assert done.words >= 5
    assert 0 < done.right_first < done.words
    assert len(done.look_again) == done.words - done.right_first
    assert done.days == (False,) * 6 + (True,)
    assert_caches_are_the_log(school)


def test_after_a_restart_the_same_question_is_asked(school: School) -> None:
    state = study.begin(school.app, school.trainee)
    state = asking(answer(school, state))

    again = asking(study.begin(school.reopened().app, school.trainee))

    assert again.question.id == state.question.id
    assert again.question.options == state.question.options
    assert again.position == 1


def test_a_reading_opens_the_day_after_the_meaning_and_is_typed(school: School) -> None:
    finish_round(school)
    with school.app.database.read() as view:
        assert queue.plan_of(school.app, view, school.trainee).due == ()

    school.clock.sleep(1)

    with school.app.database.read() as view:
        due = queue.plan_of(school.app, view, school.trainee).due
    assert {aspect_of(card) for card in due} == {Aspect.READING}
    typed = asking(study.begin(school.app, school.trainee))
    assert typed.question.way in (Way.TYPE, Way.CHOOSE)


def test_listening_is_not_asked_where_nothing_can_be_heard(school: School) -> None:
    for _ in range(12):
        for _ in range(4):
            done = finish_round(school)
            if not done.waiting:
                break
        school.clock.sleep(1)

    with school.app.database.read() as view:
        asked = {aspect_of(s.card) for s in view.card_states.all(school.trainee)}
    assert asked == {Aspect.MEANING, Aspect.READING, Aspect.PRODUCTION}
    assert_caches_are_the_log(school)


def test_an_override_moves_the_schedule_and_the_return_goes(school: School) -> None:
    state = study.begin(school.app, school.trainee)
    question = asking(state).question
    school.clock.tick()
    wrong = study.answer(school.app, school.trainee, question.id, wrong_answer(question), ms=3_000)
    assert wrong.again_in_round
    assert wrong.event is not None

    school.clock.tick()
    study.override(school.app, school.trainee, wrong.event, right=True)

    with school.app.database.read() as view:
        state_now = view.card_states.get(school.trainee, question.card)
        sums = view.day_sums.total(school.trainee)
        running = study.running_round(view, school.trainee)
    good = scheduling.answered(
        scheduling.CardState(question.card),
        Rating.GOOD,
        school.clock().study_day,
    )
    assert state_now.stability == good.stability
    assert (sums.answered, sums.right) == (1, 1)
    assert running is not None
    assert all(w.card != question.card for w in running.waiting)
    assert_caches_are_the_log(school)


def test_undo_takes_back_a_slip_and_asks_the_question_again(school: School) -> None:
    state = asking(study.begin(school.app, school.trainee))
    answer(school, state, right=False)

    undone = undo(school.app, school.trainee)

    assert undone is not None
    assert undone.what == "answer"
    assert asking(undone.state).question.card == state.question.card
    with school.app.database.read() as view:
        assert view.card_states.get(school.trainee, state.question.card).is_new
        assert view.day_sums.total(school.trainee).answered == 0


def test_fifty_steps_are_undone_across_a_restart_and_after_the_last_card(school: School) -> None:
    answered = 0
    while answered < 60:
        state = study.begin(school.app, school.trainee, more=True)
        while isinstance(state, Asking):
            state = answer(school, state, right=answered % 7 != 0)
            answered += 1
        school.clock.sleep(1)
    school = school.reopened()

    for _ in range(answered):
        assert undo(school.app, school.trainee) is not None

    assert undo(school.app, school.trainee) is None
    with school.app.database.read() as view:
        assert view.day_sums.total(school.trainee).answered == 0
        assert all(s.is_new for s in view.card_states.all(school.trainee))
    assert_caches_are_the_log(school)


def test_a_known_word_is_never_asked_until_that_is_undone(school: School) -> None:
    state = asking(study.begin(school.app, school.trainee))
    word = state.question.word

    after = study.know(school.app, school.trainee, word.learnt_as)

    assert asking(after).question.word.id != word.id
    undone = undo(school.app, school.trainee)
    assert undone is not None
    assert undone.what == "known"
    assert asking(undone.state).question.word.id == word.id


def test_a_resting_word_comes_back_after_three_days(school: School) -> None:
    state = asking(study.begin(school.app, school.trainee))
    word = state.question.word.learnt_as

    study.rest(school.app, school.trainee, word)

    with school.app.database.read() as view:
        assert all(
            word_of(card) != word for card in queue.plan_of(school.app, view, school.trainee).new
        )
    school.clock.sleep(3)
    with school.app.database.read() as view:
        assert card_id(word, Aspect.MEANING) in queue.plan_of(school.app, view, school.trainee).new


def test_an_answer_to_be_tried_again_is_not_counted(school: School) -> None:
    for _ in range(3):
        finish_round(school)
        school.clock.sleep(1)
    state = study.begin(school.app, school.trainee, more=True)
    while isinstance(state, Asking) and state.question.way is not Way.TYPE:
        state = answer(school, state)
    question = asking(state).question
    before = caches(school)

    recorded = study.answer(
        school.app, school.trainee, question.id, Typed("", keys=question.word.meaning_en)
    )

    assert recorded.verdict.outcome is Outcome.TRY_AGAIN
    assert recorded.event is None
    assert caches(school) == before
    assert asking(recorded.state).question.id == question.id


def test_a_peeked_answer_counts_as_hard(school: School) -> None:
    state = study.begin(school.app, school.trainee)
    card = asking(state).question.card

    answer(school, state, peeked=True)

    with school.app.database.read() as view:
        kept = view.card_states.get(school.trainee, card)
    assert kept.last_rating is Rating.HARD


def test_after_a_fortnight_away_there_is_a_plan_and_no_new_word(school: School) -> None:
    with school.app.database.write() as change:
        trainee = change.people.get(school.trainee)
        assert trainee is not None
        short = replace(trainee.preferences, minutes=5)
        change.people.put(replace(trainee, preferences=short))
        for word in school.words[:15]:
            for aspect in (Aspect.MEANING, Aspect.READING, Aspect.PRODUCTION):
                state = scheduling.answered(
                    scheduling.CardState(card_id(word.id, aspect)),
                    Rating.GOOD,
                    school.clock().study_day,
                )
                change.card_states.put(school.trainee, state, word.deck, aspect)
    school.clock.sleep(14)

    with school.app.database.write() as change:
        plan = queue.ensure_plan(school.app, change, school.trainee)

    assert plan.recovery is not None
    assert plan.recovery.days >= 2
    assert plan.questions == plan.recovery.per_day < 45
    assert plan.news == 0
    with school.app.database.write() as change:
        again = queue.ensure_plan(school.app, change, school.trainee)
    assert again.recovery == plan.recovery


def test_new_words_come_from_the_decks_by_turns_and_kana_one_deck_after_the_other(
    school: School,
) -> None:
    kana = [replace(a_deck(name), target="kana") for name in ("hira", "kata")]
    with school.app.database.write() as change:
        for deck in kana:
            change.decks.install(deck, some_words(5, deck.id), school.clock.at)
        trainee = change.people.get(school.trainee)
        assert trainee is not None
        decks = tuple(map(DeckId, ("test", "hira", "kata")))
        wishes = replace(trainee.preferences, decks=decks, kana=KanaKnown.HIRAGANA)
        change.people.put(replace(trainee, preferences=wishes))

    with school.app.database.read() as view:
        new = queue.plan_of(school.app, view, school.trainee).new

    names = [card.partition(":")[0] for card in new]
    assert names[:10] == ["test", "hira"] * 5
    assert names[10:20] == ["test", "kata"] * 5


def test_who_reads_no_kana_begins_with_a_row_of_them(school: School) -> None:
    hiragana = replace(a_deck("hira"), target="kana")
    with school.app.database.write() as change:
        change.decks.install(hiragana, some_words(9, hiragana.id), school.clock.at)
        trainee = change.people.get(school.trainee)
        assert trainee is not None
        wishes = replace(
            trainee.preferences, decks=(DeckId("test"), hiragana.id), kana=KanaKnown.NONE
        )
        change.people.put(replace(trainee, preferences=wishes))

    with school.app.database.read() as view:
        new = queue.plan_of(school.app, view, school.trainee).new

    assert [card.partition(":")[0] for card in new[:8]] == ["test", "hira", "hira", "hira"] * 2
    assert len(new) == len(set(new))


def test_the_answers_stand_elsewhere_when_a_question_returns(school: School) -> None:
    places: dict[str, list[tuple[str, ...]]] = {}
    state = study.begin(school.app, school.trainee)
    while isinstance(state, Asking):
        question = state.question
        shown = tuple(option.word for option in question.options)
        places.setdefault(question.card, []).append(shown)
        state = answer(school, state, right=False)

    returned = [shown for shown in places.values() if len(shown) > 1]
    assert any(len(set(shown)) > 1 for shown in returned)
    assert all(set(shown[0]) == set(each) for shown in returned for each in shown)


def test_a_word_missed_in_a_short_round_returns_after_four_words_of_the_round_before(
    school: School,
) -> None:
    finish_round(school)
    with school.app.database.write() as change:
        before = study.running_round(change, school.trainee)
        assert before is not None
        known = word_of(before.asked[-1].card)
    study.know(school.app, school.trainee, known)

    state = asking(study.begin(school.app, school.trainee, more=True))
    with school.app.database.write() as change:
        running = study.running_round(change, school.trainee)
        assert running is not None
        short = replace(running, waiting=running.waiting[:1], size=1)
        change.rounds.put(school.trainee, short.to_json())
    missed = state.question.card
    asked = []
    following = answer(school, state, right=False)
    while isinstance(following, Asking):
        asked.append(following.question.card)
        following = answer(school, following)

    assert asked[-1] == missed
    assert len(set(asked[:-1])) == 4
    assert known not in map(word_of, asked)


def test_a_word_that_is_known_is_not_asked_once_more_between_others(school: School) -> None:
    state = study.begin(school.app, school.trainee)
    for _number in range(asking(state).size - 1):
        state = answer(school, state)
    state = answer(school, state, right=False)  # others are asked before it returns
    between = asking(state).question.word.id

    state = study.know(school.app, school.trainee, between)
    asked = []
    while isinstance(state, Asking):
        asked.append(state.question.word.id)
        state = answer(school, state)

    assert len(asked) == 5
    assert between not in asked


def test_what_must_be_heard_leaves_the_round_where_nothing_is_heard_any_more(
    school: School,
) -> None:
    heard = card_id(school.words[0].id, Aspect.LISTENING)
    seen = card_id(school.words[1].id, Aspect.MEANING)
    with school.app.database.write() as change:
        today = school.clock().study_day
        waiting = (Waiting(heard), Waiting(seen))
        change.rounds.put(school.trainee, Round("r", today, 2, waiting).to_json())

    state = asking(study.begin(school.app, school.trainee))

    assert (state.question.card, state.size) == (seen, 1)
