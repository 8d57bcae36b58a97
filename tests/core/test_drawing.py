import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.exam.blueprints import Part
from jp_trainer.core.exam.drawing import MissingItems, draw_paper, draw_quiz, draw_section
from jp_trainer.core.exam.items import ItemType, Status
from jp_trainer.core.exam.papers import Lack, Mode, Paper
from tests.core.exam_examples import SomeTestlets, a_bank, a_blueprint, a_section, a_testlet

PASSAGES = ItemType.SHORT_PASSAGE


def dice(seed: int = 1) -> random.Random:
    return random.Random(seed)


def ids(paper: Paper) -> list[str]:
    return [testlet.id for testlet in paper.testlets]


def one_part(count: int, difficulty_mean: float = 3.0):
    return a_blueprint([a_section("reading", [Part(PASSAGES, count, 3, difficulty_mean)])])


@settings(max_examples=60, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 4), min_size=1, max_size=12),
    count=st.integers(1, 12),
    seed=st.integers(0, 99),
)
def test_a_part_is_filled_exactly_or_what_is_missing_is_said(sizes, count, seed) -> None:
    bank = SomeTestlets([a_testlet(f"t{n}", PASSAGES, size=s) for n, s in enumerate(sizes)])
    sums = {0}
    for size in sizes:
        sums |= {size + each for each in sums}

    if count in sums:
        paper = draw_paper(one_part(count), bank, (), dice(seed))

        assert len(paper.items) == count
        assert len(set(ids(paper))) == len(ids(paper))
    else:
        with pytest.raises(MissingItems) as caught:
            draw_paper(one_part(count), bank, (), dice(seed))

        best = max(each for each in sums if each < count)
        assert caught.value.lacks == (Lack("reading", PASSAGES, count, best),)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), papers=st.integers(1, 5))
def test_papers_fill_the_blueprint_and_repeat_nothing_of_the_last_three(seed, papers) -> None:
    blueprint = a_blueprint()
    bank = a_bank(blueprint, copies=4)
    seen: list[list[str]] = []
    rng = dice(seed)

    for _ in range(papers):
        paper = draw_paper(blueprint, bank, seen, rng)

        for section, drawn in zip(blueprint.sections, paper.sections, strict=True):
            wanted = {part.type: part.count for part in section.parts}
            assert Counter(item.type for item in drawn.items) == wanted
            order = [part.type for part in section.parts]
            assert sorted(drawn.items, key=lambda i: order.index(i.type)) == list(drawn.items)
        assert not set(ids(paper)) & {each for old in seen[:3] for each in old}
        assert len(set(ids(paper))) == len(ids(paper))
        seen.insert(0, ids(paper))


@given(seed=st.integers(0, 10_000))
@settings(max_examples=10, deadline=None)
def test_one_seed_gives_one_paper(seed) -> None:
    blueprint = a_blueprint()
    bank = a_bank(blueprint)
    turned = SomeTestlets(bank.testlets[::-1])

    paper = draw_paper(blueprint, bank, (), dice(seed))

    assert paper == draw_paper(blueprint, bank, (), dice(seed))
    assert paper == draw_paper(blueprint, turned, (), dice(seed))


def test_different_seeds_give_different_papers() -> None:
    blueprint = a_blueprint()
    bank = a_bank(blueprint)

    assert len({tuple(ids(draw_paper(blueprint, bank, (), dice(n)))) for n in range(5)}) == 5


def test_about_a_fifth_are_anchors_and_the_difficulty_is_as_asked() -> None:
    blueprint = a_blueprint()
    bank = a_bank(blueprint, copies=5)

    for seed in range(5):
        paper = draw_paper(blueprint, bank, (), dice(seed))

        assert 8 <= sum(item.anchor for item in paper.items) <= 12
        for section in paper.sections:
            for type in {item.type for item in section.items}:
                marks = [i.difficulty for i in section.items if i.type is type]
                assert abs(sum(marks) / len(marks) - 3) <= 0.5


def test_a_hard_part_gets_hard_items() -> None:
    bank = SomeTestlets([a_testlet(f"t{n}", PASSAGES, difficulty=1 + n % 5) for n in range(50)])

    paper = draw_paper(one_part(10, difficulty_mean=4.0), bank, (), dice())

    assert sum(i.difficulty for i in paper.items) == pytest.approx(40, abs=1)


def test_an_anchor_met_before_is_replaced() -> None:
    anchors = [a_testlet(f"a{n}", PASSAGES, anchor=True) for n in range(4)]
    others = [a_testlet(f"o{n}", PASSAGES) for n in range(10)]
    bank = SomeTestlets([*anchors, *others])
    long_ago = [(), (), (), (), [t.id for t in anchors]]

    fresh = draw_paper(one_part(10), bank, (), dice())
    later = draw_paper(one_part(10), bank, long_ago, dice())

    assert sum(item.anchor for item in fresh.items) == 2
    assert not any(item.anchor for item in later.items)


def test_what_was_seen_longest_ago_returns_first_once_the_new_is_used_up() -> None:
    bank = SomeTestlets([a_testlet(f"t{n}", PASSAGES) for n in range(6)])
    seen = [["t0"], ["t1"], ["t2"], ["t3"], ["t4"]]

    paper = draw_paper(one_part(2), bank, seen, dice())

    assert set(ids(paper)) == {"t5", "t4"}


def test_sizes_are_made_of_new_testlets_where_they_can_be() -> None:
    bank = SomeTestlets(
        [a_testlet(f"n{n}", PASSAGES, size=s) for n, s in enumerate((3, 2, 2))]
        + [a_testlet("old", PASSAGES)]
    )
    seen = [(), (), (), ["old"]]

    for seed in range(8):
        assert set(ids(draw_paper(one_part(4), bank, seen, dice(seed)))) == {"n1", "n2"}


def test_nothing_of_the_last_three_papers_fills_a_gap() -> None:
    bank = SomeTestlets([a_testlet(f"t{n}", PASSAGES) for n in range(3)])

    with pytest.raises(MissingItems) as caught:
        draw_paper(one_part(3), bank, [[], [], ["t1"]], dice())

    assert caught.value.lacks == (Lack("reading", PASSAGES, 3, 2),)


def test_every_lack_is_told_at_once() -> None:
    blueprint = a_blueprint()
    bank = a_bank(blueprint)
    left = [t for t in bank.testlets if t.type not in (ItemType.SERVICE, ItemType.EXPRESSION)]

    with pytest.raises(MissingItems) as caught:
        draw_paper(blueprint, SomeTestlets(left), (), dice())

    assert caught.value.lacks == (
        Lack("expression", ItemType.EXPRESSION, 6, 0),
        Lack("listening", ItemType.SERVICE, 4, 0),
    )


def test_only_live_items_with_the_right_number_of_options_are_drawn() -> None:
    good = a_testlet("good", PASSAGES)
    draft = a_testlet("draft", PASSAGES, status=Status.DRAFT)
    four = a_testlet("four", PASSAGES, options=4)

    paper = draw_paper(one_part(1), SomeTestlets([draft, four, good]), (), dice())

    assert ids(paper) == ["good"]


def a_formed_bank() -> SomeTestlets:
    own = [
        a_testlet("a1", PASSAGES, forms=("A",), anchor=True),
        a_testlet("a2", PASSAGES, forms=("A",), size=2),
        a_testlet("a3", PASSAGES, forms=("A",)),
    ]
    spare = [
        a_testlet("b1", PASSAGES, forms=("B",)),
        a_testlet("free", PASSAGES, difficulty=5),
        a_testlet("pair", PASSAGES, size=2),
    ]
    return SomeTestlets([*spare, *own])


def test_a_fixed_form_is_the_same_for_everyone_in_the_banks_order() -> None:
    papers = [draw_paper(one_part(4), a_formed_bank(), (), dice(n), "A") for n in (1, 2)]

    assert [ids(paper) for paper in papers] == [["a1", "a2", "a3"]] * 2


def test_a_known_anchor_of_a_fixed_form_gives_way_even_if_met_long_ago() -> None:
    seen = [(), (), (), (), ("a1", "a3")]

    paper = draw_paper(one_part(4), a_formed_bank(), seen, dice(), "A")

    assert ids(paper) == ["free", "a2", "a3"]


def test_a_fixed_form_met_lately_is_replaced_size_for_size_or_refused() -> None:
    paper = draw_paper(one_part(4), a_formed_bank(), [("a2",)], dice(), "A")
    assert ids(paper) == ["a1", "pair", "a3"]

    with pytest.raises(MissingItems) as caught:
        draw_paper(one_part(4), a_formed_bank(), [("a1", "a2", "a3", "free")], dice(), "A")
    assert caught.value.lacks == (Lack("reading", PASSAGES, 4, 3),)


def test_a_form_that_is_not_whole_is_refused() -> None:
    with pytest.raises(MissingItems) as caught:
        draw_paper(one_part(4), a_formed_bank(), (), dice(), "B")

    assert caught.value.lacks == (Lack("reading", PASSAGES, 4, 1),)


def test_a_section_alone_is_drawn_like_in_a_paper() -> None:
    blueprint = a_blueprint()

    paper = draw_section(blueprint, "listening", a_bank(blueprint), (), dice())

    assert paper.mode is Mode.SECTION
    assert [section.id for section in paper.sections] == ["listening"]
    assert len(paper.items) == 12
    with pytest.raises(KeyError):
        draw_section(blueprint, "nothing", a_bank(blueprint), (), dice())


@settings(max_examples=40, deadline=None)
@given(count=st.sampled_from([5, 10, 20]), seed=st.integers(0, 99), sat=st.integers(0, 6))
def test_a_quiz_has_its_count_whatever_was_seen(count, seed, sat) -> None:
    bank = SomeTestlets(
        [a_testlet(f"t{n}", PASSAGES, size=1 + n % 2) for n in range(16)]
        + [a_testlet("other", ItemType.SERVICE)]
    )
    seen = [[f"t{n}" for n in range(16)]] * sat

    quiz = draw_quiz(bank, count, seen, dice(seed), types=(PASSAGES,))

    assert len(quiz.items) == count
    assert quiz.mode is Mode.QUIZ
    assert {item.type for item in quiz.items} == {PASSAGES}


def test_a_quiz_takes_new_items_then_those_seen_longest_ago() -> None:
    bank = SomeTestlets([a_testlet(f"t{n}", PASSAGES) for n in range(4)])

    quiz = draw_quiz(bank, 2, [["t0"], ["t1"], ["t2"]], dice())

    assert set(ids(quiz)) == {"t3", "t2"}


def test_a_quiz_is_as_long_as_the_bank_allows_and_refused_if_there_is_nothing() -> None:
    bank = SomeTestlets([a_testlet("one", PASSAGES, size=2), a_testlet("two", PASSAGES, size=2)])

    assert len(draw_quiz(bank, 5, (), dice()).items) == 4
    assert len(draw_quiz(bank, 3, (), dice()).items) == 2
    with pytest.raises(MissingItems):
        draw_quiz(bank, 5, (), dice(), types=(ItemType.SERVICE,))


def test_items_seen_count_as_their_testlet() -> None:
    bank = SomeTestlets([a_testlet(id, PASSAGES, size=2) for id in ("one", "two")])

    paper = draw_paper(one_part(2), bank, [["one-0"]], dice())

    assert ids(paper) == ["two"]
