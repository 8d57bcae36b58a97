import random
from dataclasses import replace

import pytest

from jp_trainer.core.exam.drawing import draw_paper
from jp_trainer.core.exam.imagined import imagine
from jp_trainer.core.exam.simulation import Simulation, simulate
from tests.core.exam_examples import a_blueprint, a_jlpt_blueprint

JFT = a_blueprint()


def of(blueprint, people: int, *, shift: float = 0.0, seed: int = 1) -> Simulation:
    rng = random.Random(seed)
    bank = imagine(blueprint, rng)
    papers = [draw_paper(blueprint, bank, (), rng) for _ in range(5)]
    return simulate(blueprint, papers, people, rng, form_shift=shift)


def test_one_seed_gives_the_same_figures() -> None:
    assert of(JFT, 20) == of(JFT, 20)
    assert of(JFT, 20) != of(JFT, 20, seed=2)


@pytest.mark.parametrize(
    ("blueprint", "shift", "right_side"),
    [(JFT, 0.0, 0.86), (JFT, 0.3, 0.84), (a_jlpt_blueprint(), 0.3, 0.86)],
    ids=["jft", "jft-shifted", "n4-shifted"],
)
def test_the_estimate_is_as_right_as_promised(blueprint, shift, right_side) -> None:
    """With room for the chance of 300 people; docs/scoring.md has the table of thousands."""
    found = of(blueprint, 300, shift=shift)

    assert found.right_side >= right_side - 0.04
    assert 0.91 <= found.coverage <= 0.995
    assert found.verdicts_right is not None
    assert found.verdicts_right >= 0.91
    assert abs(found.bias) < 0.1
    assert found.verdicts > 0.55


def test_a_form_that_is_off_costs_precision() -> None:
    assert of(JFT, 300, shift=1.0).rmse > of(JFT, 300).rmse + 0.2


def test_the_scorer_knows_nothing_of_the_true_difficulties() -> None:
    """Papers far harder than judged make the estimate too low: nothing leaks to the scorer."""

    class Hard(random.Random):
        def gauss(self, mu=0.0, sigma=1.0):
            return 2.0 if sigma == 0.25 else super().gauss(mu, sigma)

    rng = random.Random(1)
    papers = [draw_paper(JFT, imagine(JFT, rng), (), rng)]

    assert simulate(JFT, papers, 60, Hard(2), form_shift=0.25).bias < -1


def test_nobody_or_no_paper_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\[\], 10"):
        simulate(JFT, [], 10, random.Random(1))


def test_an_imagined_bank_fills_the_blueprint_and_is_as_hard_as_asked() -> None:
    hard = replace(
        JFT,
        sections=tuple(
            replace(s, parts=tuple(replace(p, difficulty_mean=4.0) for p in s.parts))
            for s in JFT.sections
        ),
    )

    def mean(blueprint):
        items = imagine(blueprint, random.Random(1)).items
        return sum(item.difficulty for item in items) / len(items)

    assert mean(JFT) == pytest.approx(3, abs=0.2)
    assert mean(hard) == pytest.approx(3.9, abs=0.3)
