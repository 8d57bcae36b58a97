"""Say which exams can be sat, put papers of them together, and try how far their scores hold."""

import random
from dataclasses import dataclass

from jp_trainer.core.exam.bank import Bank
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.drawing import MissingItems, draw_paper
from jp_trainer.core.exam.imagined import imagine
from jp_trainer.core.exam.papers import Lack, Paper
from jp_trainer.core.exam.simulation import Simulation, simulate
from jp_trainer.services import automatic_items, exam_bank
from jp_trainer.services.app import App, dice

_PAPERS = 50
"""So many different papers are sat in a simulation, one after another."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An exam as its bank allows it.

    Attributes:
        items: live ones; of an exam that is made by rule, some. forms: fixed papers that are whole.
        lacks: what a paper would still need; () if one can be drawn.
    """

    blueprint: Blueprint
    items: int
    forms: tuple[str, ...]
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """A simulation, and on what. `lacks`: if any, the items were imagined from the blueprint."""

    blueprint: Blueprint
    simulation: Simulation
    papers: int
    lacks: tuple[Lack, ...]


def offers(app: App) -> tuple[Offer, ...]:
    """All exams."""
    return tuple(_offer(app, each) for each in exam_bank.blueprints(app))


def paper(app: App, exam: str, *, form: str = "", seed: str = "") -> Paper:
    """A full paper for somebody who has seen nothing. Raises UnknownExamError, MissingItems."""
    blueprint = exam_bank.blueprint(app, exam)
    rng = dice(seed)
    return draw_paper(blueprint, automatic_items.bank_of(app, blueprint, (), rng), (), rng, form)


def trial(app: App, exam: str, *, people: int, seed: str = "", form_shift: float = 0.0) -> Trial:
    """Let people of known ability sit an exam. The same seed gives the same figures.

    On papers of the bank; where it cannot fill one, on imagined items. Raises UnknownExamError.
    """
    blueprint = exam_bank.blueprint(app, exam)
    rng = dice(seed)
    bank = automatic_items.bank_of(app, blueprint, (), rng)
    lacks = _lacks(blueprint, bank)
    if lacks:
        bank = imagine(blueprint, rng)
    papers = [draw_paper(blueprint, bank, (), rng) for _ in range(min(_PAPERS, people))]
    found = simulate(blueprint, papers, people, rng, form_shift=form_shift)
    different = {tuple(sorted(testlet.id for testlet in each.testlets)) for each in papers}
    return Trial(blueprint, found, len(different), lacks)


def _offer(app: App, blueprint: Blueprint) -> Offer:
    bank = automatic_items.bank_of(app, blueprint, (), random.Random(0))
    letters = sorted({form for item in bank.items for form in item.forms})
    whole = tuple(form for form in letters if not _lacks(blueprint, bank, form))
    return Offer(blueprint, len(bank.items), whole, _lacks(blueprint, bank))


def _lacks(blueprint: Blueprint, bank: Bank, form: str = "") -> tuple[Lack, ...]:
    try:
        draw_paper(blueprint, bank, (), random.Random(0), form)
    except MissingItems as missing:
        return missing.lacks
    return ()
