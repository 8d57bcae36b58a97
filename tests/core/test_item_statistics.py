import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.exam.answer_model import Difficulty, chance_right
from jp_trainer.core.item_statistics import Flag, ItemStatistics, PooledAnswer, Trust, statistics_of

JUDGED = Difficulty(0.0, 0.5)


def answers(count: int, b: float, *, key: int = 1, options: int = 4, seed: int = 1):
    """People of normal ability, seen with an error of 0.4; wrong answers spread evenly."""
    dice = random.Random(seed)
    out = []
    for _ in range(count):
        ability = dice.gauss(0, 0.9)
        right = dice.random() < chance_right(ability + dice.gauss(0, 0.4), b, options)
        wrong = dice.choice([n for n in range(1, options + 1) if n != key])
        out.append(
            PooledAnswer(key if right else wrong, ability, 0.4, ms=dice.randint(5, 60) * 1000)
        )
    return out


def of(given, *, key: int = 1, judged: Difficulty = JUDGED) -> ItemStatistics:
    return statistics_of(given, key=key, options=4, judged=judged)


@pytest.mark.parametrize(
    ("count", "trust"),
    [(0, Trust.TOO_FEW), (29, Trust.TOO_FEW), (30, Trust.EXPLORATORY), (100, Trust.DECENT)],
)
def test_figures_are_trusted_by_the_number_of_answers(count, trust) -> None:
    found = of(answers(count, 1.5))

    assert found.trust is trust
    if trust is Trust.TOO_FEW:
        assert found.difficulty == JUDGED
        assert found.point_biserial is None
        assert found.flags == frozenset()


@pytest.mark.parametrize("b", [-1.2, 0.0, 1.2])
def test_answers_correct_a_wrong_judgement(b) -> None:
    found = of(answers(400, b)).difficulty

    assert found.b == pytest.approx(b, abs=0.35)
    assert found.sd < 0.25


def test_a_few_answers_move_a_judgement_less_than_many() -> None:
    few, many = of(answers(30, 1.5)).difficulty, of(answers(600, 1.5)).difficulty

    assert 0 < few.b < many.b
    assert many.sd < few.sd < JUDGED.sd


def test_a_good_item_discriminates_and_raises_no_flag() -> None:
    found = of(answers(300, 0.0))

    assert found.point_biserial is not None
    assert found.point_biserial > 0.25
    assert found.flags == frozenset()


def test_a_wrong_key_is_noticed() -> None:
    found = of(answers(200, -0.5, key=2), key=3)

    assert Flag.CHECK_KEY in found.flags


def test_a_coin_toss_discriminates_too_little() -> None:
    dice = random.Random(3)
    given = [PooledAnswer(dice.randint(1, 4), dice.gauss(0, 1), 0.4) for _ in range(200)]

    assert Flag.LOW_DISCRIMINATION in of(given).flags


def test_an_option_that_nobody_takes_is_idle_once_there_are_enough_answers() -> None:
    def without_fourth(count):
        return [
            PooledAnswer(3 if a.chosen == 4 else a.chosen, a.ability, a.ability_sd)
            for a in answers(count, 0.0)
        ]

    assert of(without_fourth(120)).idle == (4,)
    assert Flag.IDLE_OPTION in of(without_fourth(120)).flags
    assert of(without_fourth(60)).idle == ()


def test_the_key_is_no_idle_option_however_hard_the_item() -> None:
    given = [PooledAnswer(2 + n % 3, n / 50, 0.4) for n in range(120)]

    assert 1 not in of(given).idle


def test_a_figure_that_cannot_be_had_is_none() -> None:
    everyone_right = [PooledAnswer(1, n / 20, 0.4) for n in range(40)]

    assert of(everyone_right).point_biserial is None
    assert of(everyone_right).median_ms is None


def test_the_point_biserial_is_the_correlation() -> None:
    given = [PooledAnswer(1 if n >= 20 else 2, float(n >= 20), 0.4) for n in range(40)]

    assert of(given).point_biserial == pytest.approx(1)


@settings(max_examples=30, deadline=None)
@given(count=st.integers(1, 150), seed=st.integers(0, 99))
def test_shares_add_up_and_the_right_share_is_the_keys(count, seed) -> None:
    given = answers(count, 0.0, seed=seed)

    found = of(given)

    assert sum(found.shares.values()) == pytest.approx(1)
    assert found.right == found.shares[1]
    assert found.median_ms is not None
    assert 5000 <= found.median_ms <= 60_000
