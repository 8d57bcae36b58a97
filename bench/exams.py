"""Measure mock exams: a paper drawn from the bank, and the result of 100 items."""

import random
from collections.abc import Mapping
from functools import partial

from bench.measure import Figure, timed
from jp_trainer import paths
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.drawing import draw_paper
from jp_trainer.core.exam.imagined import imagine
from jp_trainer.core.exam.papers import Paper
from jp_trainer.core.exam.scoring import Estimate, estimate, responses_of
from jp_trainer.formats.blueprint_reader import read_blueprint

_BLUEPRINTS = paths.assets() / "exams" / "blueprints"
_MOST_MS = 300


def figures() -> list[Figure]:
    """The two longest exams there are: three scoring sections, 107 and 100 items."""
    rows = []
    for name, blueprint in (("N2, 107 items", "jlpt-n2-2010"), ("N1, 100 items", "jlpt-n1-2022")):
        exam, _ = read_blueprint(_BLUEPRINTS / f"{blueprint}.toml")
        assert exam is not None
        rng = random.Random(1)
        bank = imagine(exam, rng)
        paper = draw_paper(exam, bank, (), rng)
        chosen = {item.id: rng.randint(1, len(item.options)) for item in paper.items}
        draw = partial(draw_paper, exam, bank, (), rng)
        score = partial(_result, exam, paper, chosen)
        rows.append(timed(f"paper drawn ({name})", draw, rounds=40, median_ms=_MOST_MS))
        rows.append(timed(f"result ({name})", score, rounds=40, median_ms=_MOST_MS))
    return rows


def _result(exam: Blueprint, paper: Paper, chosen: Mapping[str, int]) -> Estimate:
    return estimate(exam, responses_of(exam, paper, chosen))
