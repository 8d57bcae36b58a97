"""Give the exams that can be sat and their items, read once and again only when files change."""

from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path

from jp_trainer.core.exam.bank import Bank
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.formats.blueprint_reader import read_blueprints
from jp_trainer.formats.item_reader import read_bank, stamp
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownExamError


def blueprints(app: App) -> tuple[Blueprint, ...]:
    """All exams that can be sat, by id."""
    folder = app.assets_folder / "exams" / "blueprints"
    return _blueprints(folder, stamp(folder))


def blueprint(app: App, wanted: str) -> Blueprint:
    """One blueprint by its id, or the newest of an exam. Raises UnknownExamError."""
    found = blueprints(app)
    for each in found:
        if each.id == wanted:
            return each
    of_exam = [each for each in found if each.exam == wanted]
    if not of_exam:
        raise UnknownExamError(wanted, tuple(each.id for each in found))
    return max(of_exam, key=lambda each: each.id)


def bank(app: App, exam: str, live_only: bool = True) -> Bank:
    """The items of an exam ("jft-basic"); empty where there are none.

    `live_only`: without those that no blind reader has solved yet.
    """
    folder = app.assets_folder / "exams" / "items" / exam
    now = stamp(folder)
    return _live(folder, now) if live_only else _bank(folder, now)


@lru_cache(maxsize=4)
def _blueprints(folder: Path, _stamp: Hashable) -> tuple[Blueprint, ...]:
    return read_blueprints(folder)[0]


@lru_cache(maxsize=16)
def _bank(folder: Path, _stamp: Hashable) -> Bank:
    return read_bank(folder)


@lru_cache(maxsize=16)
def _live(folder: Path, stamp_then: Hashable) -> Bank:
    return _bank(folder, stamp_then).live()
