"""Imagine a bank where there is none yet, so that an exam's scoring can be tried before its items.

Only what the scoring looks at is there: types, options, difficulties.
"""

import random

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.bank import Bank
from jp_trainer.core.exam.blueprints import Blueprint, Part
from jp_trainer.core.exam.items import Item, Option, Status, Testlet

_COPIES = 3
_EASIEST, _HARDEST = 1, 5
# How far classes lie from a part's mean, and how often: authors aim at it.
_OFFSETS, _WEIGHTS = (-2, -1, 0, 1, 2), (1, 2, 4, 2, 1)


def imagine(blueprint: Blueprint, rng: random.Random) -> Bank:
    """Single items for several papers of this exam, as hard as its parts ask."""
    return Bank(
        tuple(
            _testlet(f"{section.id}-{place}-{number}", blueprint.level, part, rng)
            for section in blueprint.sections
            for place, part in enumerate(section.parts)
            for number in range(part.count * _COPIES)
        )
    )


def _testlet(id_: str, level: str, part: Part, rng: random.Random) -> Testlet:
    wanted = round(part.difficulty_mean) + rng.choices(_OFFSETS, _WEIGHTS)[0]
    item = Item(
        id=id_,
        version=1,
        type=part.type,
        level=level,
        status=Status.LIVE,
        difficulty=min(max(wanted, _EASIEST), _HARDEST),
        options=tuple(Option(str(n)) for n in range(1, part.options + 1)),
        key=1,
        errors={},
        why=Title(""),
    )
    return Testlet((item,))
