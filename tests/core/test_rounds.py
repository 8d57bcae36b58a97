import itertools
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.cards import Aspect, card_id, word_of
from jp_trainer.core.ids import CardId, EventId, WordId
from jp_trainer.core.rounds import MAX_RETURNS, OTHERS_BETWEEN, Round, Waiting, compose
from jp_trainer.core.study_day import StudyDay


def cards(count: int, aspect: Aspect = Aspect.MEANING, first: int = 0) -> list[CardId]:
    return [card_id(WordId(f"d:w{n}"), aspect) for n in range(first, first + count)]


def a_round(count: int) -> Round:
    return Round("r", StudyDay(1), count, tuple(Waiting(card) for card in cards(count)))


def play(running: Round, verdicts: list[bool]) -> tuple[Round, list[CardId]]:
    asked: list[CardId] = []
    for number in range(1_000):
        now = running.next
        if now is None:
            return running, asked
        asked.append(now.card)
        right = verdicts[number] if number < len(verdicts) else True
        running = running.answered(EventId(str(number)), right=right)
    raise AssertionError("the round has no end")


def test_a_round_without_mistakes_asks_each_card_once() -> None:
    done, asked = play(a_round(20), [])

    assert asked == cards(20)
    assert (done.position, done.size, done.question_id) == (20, 20, None)


@settings(max_examples=150, deadline=None)
@given(st.integers(6, 20), st.lists(st.booleans(), max_size=60))
def test_a_missed_card_returns_after_at_least_four_others(count, verdicts) -> None:
    done, asked = play(a_round(count), verdicts)

    own = [a for a in done.asked if not a.practice]
    assert [a.card for a in own] == sorted((a.card for a in own), key=cards(count).index)
    assert len(own) == count
    for at, entry in enumerate(done.asked):
        is_between = entry.practice and entry.returns == 0
        if not entry.right and entry.returns < MAX_RETURNS and not is_between:
            later = asked.index(entry.card, at + 1)
            assert later - at > OTHERS_BETWEEN


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 20), st.lists(st.booleans(), max_size=80))
def test_a_round_always_ends(count, verdicts) -> None:
    done, _ = play(a_round(count), verdicts)

    assert done.next is None


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 12), st.lists(st.booleans(), min_size=1, max_size=20))
def test_undo_restores_the_question(count, verdicts) -> None:
    running = a_round(count)
    for number, right in enumerate(verdicts):
        if running.next is None:
            break
        before, running = running, running.answered(EventId(str(number)), right=right)
        undone = running.undone(EventId(str(number)))

        assert undone.next is not None
        assert before.next is not None
        assert undone.next.card == before.next.card
        assert undone.asked == before.asked
        assert {w.card for w in undone.waiting} == {w.card for w in before.waiting}


def test_an_override_to_right_takes_the_return_away() -> None:
    running = a_round(10).answered(EventId("1"), right=False)

    assert sum(w.card == cards(1)[0] for w in running.waiting) == 1
    corrected = running.corrected(EventId("1"), right=True)
    assert all(w.card != cards(1)[0] for w in corrected.waiting)
    assert corrected.corrected(EventId("1"), right=False).waiting == running.waiting


def test_a_known_word_leaves_the_round() -> None:
    running = a_round(5).without(WordId("d:w3"))

    assert running.size == 4
    assert all(word_of(w.card) != "d:w3" for w in running.waiting)


def test_a_card_put_first_is_asked_once_and_without_another_aspect_of_its_word() -> None:
    third = cards(5)[2]
    reading = card_id(word_of(third), Aspect.READING)

    moved, changed = a_round(5).with_first(third), a_round(5).with_first(reading)

    assert play(moved, [])[1] == [third, *(c for c in cards(5) if c != third)]
    assert play(changed, [])[1] == [reading, *(c for c in cards(5) if c != third)]
    assert (moved.size, changed.size) == (5, 5)


def test_a_word_that_left_the_round_is_not_asked_between_either() -> None:
    running = a_round(6)
    for number in range(6):  # the last one is missed: others are asked before it returns
        running = running.answered(EventId(str(number)), right=number != 5)

    _, asked = play(running.without(WordId("d:w0")), [])

    assert WordId("d:w0") not in map(word_of, asked)
    assert len(asked) == OTHERS_BETWEEN + 1


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_short_round_takes_others_from_the_round_before(count: int) -> None:
    running = replace(a_round(count), spare=tuple(cards(4, first=50)))

    done, asked = play(running, [False])

    assert asked[0] == asked[OTHERS_BETWEEN + 1] == cards(1)[0]
    assert len(set(asked[1 : OTHERS_BETWEEN + 1])) == OTHERS_BETWEEN
    assert done.position == count
    assert Round.from_json(json.loads(json.dumps(running.to_json()))) == running


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 20), st.lists(st.booleans(), max_size=30))
def test_a_running_round_is_saved_and_read_back_whole(count, verdicts) -> None:
    running = a_round(count)
    for number, right in enumerate(verdicts):
        if running.next is None:
            break
        running = running.answered(EventId(str(number)), right=right)

    assert Round.from_json(json.loads(json.dumps(running.to_json()))) == running


def test_a_round_never_asks_two_aspects_of_one_word() -> None:
    due = [*cards(15), *cards(15, Aspect.READING)]

    composed = compose(due, cards(20, Aspect.READING), new_limit=10)

    assert len({word_of(card) for card in composed}) == len(composed)


def test_new_words_keep_a_quarter_of_a_full_round_and_are_spread() -> None:
    composed = compose(cards(40), cards(40, first=100), new_limit=10)

    fresh = [n for n, card in enumerate(composed) if card in cards(40, first=100)]
    assert len(composed) == 20
    assert len(fresh) == 5
    assert fresh[0] > 0
    assert max(b - a for a, b in itertools.pairwise(fresh)) <= 5


def test_with_little_due_new_words_fill_the_round_up_to_their_limit() -> None:
    assert len(compose(cards(3), cards(40, first=100), new_limit=8)) == 11


def test_an_aspect_that_cannot_be_asked_is_left_out() -> None:
    composed = compose(
        [*cards(3, Aspect.LISTENING), *cards(2, first=10)],
        [],
        new_limit=0,
        aspects=frozenset(Aspect) - {Aspect.LISTENING},
    )

    assert composed == tuple(cards(2, first=10))
