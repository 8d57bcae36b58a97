"""Draw papers from a bank of items: exactly as the blueprint asks, and with nothing seen lately."""

import random
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.exam.blueprints import Blueprint, Part, Section
from jp_trainer.core.exam.filling import Want, fill, first_fit, sums_of
from jp_trainer.core.exam.items import ItemType, Status, Testlet
from jp_trainer.core.exam.papers import Lack, Mode, Paper, PaperSection

KEPT_BACK = 3
"""Nothing of so many of the trainee's last papers comes again in a full paper."""

ANCHOR_SHARE = 0.2
"""Of the items of every paper, common to many: they link papers. See docs/scoring.md."""

Seen = Sequence[Collection[str]]
"""Ids of the testlets (or items) of the trainee's earlier papers, the latest paper first."""


class HasTestlets(Protocol):
    """What a paper is drawn from."""

    @property
    def testlets(self) -> Sequence[Testlet]:
        """All there are."""


class MissingItems(TrainerError):  # noqa: N818 - says what it carries, as the interface has it
    """The bank cannot fill the paper. `lacks`: exactly what it has too little of."""

    def __init__(self, lacks: tuple[Lack, ...]) -> None:
        super().__init__(lacks)
        self.lacks = lacks


@dataclass(slots=True)
class _Drawing:
    """One paper in the making: what is still free, and how many anchors are still owed."""

    free: list[Testlet]
    rng: random.Random
    ages: dict[str, int]
    form: str
    owed: float = 0.0
    lacks: list[Lack] = field(default_factory=list)

    def section(self, section: Section) -> PaperSection:
        """Its parts one after another; what is missing is added to `lacks`."""
        chosen: list[Testlet] = []
        for part in section.parts:
            drawn = self._part(section, part)
            taken = {testlet.id for testlet in drawn}
            self.free = [testlet for testlet in self.free if testlet.id not in taken]
            chosen += drawn
        return PaperSection(section.id, tuple(chosen))

    def _part(self, section: Section, part: Part) -> list[Testlet]:
        fitting = [t for t in self.free if t.type is part.type and _offers(t, part.options)]
        self.owed += ANCHOR_SHARE * part.count
        if self.form:
            drawn = self._of_form(part, fitting)
            found = _count(drawn)
        else:
            open_to_them = [t for t in fitting if not self._was_lately(t)]
            want = Want(part.count, part.difficulty_mean, max(0, round(self.owed)))
            drawn = fill(open_to_them, want, self._rank, self.rng) or []
            found = max(n for n in sums_of(open_to_them) if n <= part.count)
        if found != part.count:
            self.lacks.append(Lack(section.id, part.type, part.count, found))
        self.owed -= _count(t for t in drawn if t.anchor)
        return drawn

    def _of_form(self, part: Part, fitting: list[Testlet]) -> list[Testlet]:
        """The form's own, in its order; what this trainee knows gives way to one of equal size."""
        own = [t for t in fitting if _is_of(t, self.form)]
        if part.count in sums_of(own):
            own = first_fit(own, part.count)
        spare = [t for t in fitting if not _is_of(t, self.form) and _age(t, self.ages) == _NEVER]
        drawn: list[Testlet] = []
        for testlet in own:
            lately = self._was_lately(testlet)
            known = lately or (testlet.anchor and _age(testlet, self.ages) < _NEVER)
            alike = [t for t in spare if len(t.items) == len(testlet.items)] if known else []
            if alike:
                other = min(alike, key=_stand_in_for(testlet))
                spare.remove(other)
                drawn.append(other)
            elif not lately:
                drawn.append(testlet)
        return drawn

    def _was_lately(self, testlet: Testlet) -> bool:
        return _age(testlet, self.ages) < KEPT_BACK

    def _rank(self, testlet: Testlet) -> int:
        """0 for what the trainee never saw; above that, the longer ago the better."""
        age = _age(testlet, self.ages)
        if age == _NEVER:
            return 0
        # A known anchor would say more of memory than of ability: after all others.
        return _NEVER - age + _NEVER * testlet.anchor


_NEVER = 1_000_000


def draw_paper(
    blueprint: Blueprint, bank: HasTestlets, seen: Seen, rng: random.Random, form: str = ""
) -> Paper:
    """A full paper that fills the blueprint exactly.

    Testlets are drawn whole and at most once, from live ones. With a `form` it is that fixed paper,
    in the bank's order; anchors the trainee has met, and anything of the last three papers, are
    replaced by testlets of the same type and size. Without one, testlets never seen come first,
    then those seen longest ago; none of the last three papers. The same bank, `seen` and state of
    `rng` give the same paper. Raises MissingItems with every part that cannot be filled.
    """
    return _drawn(blueprint, blueprint.sections, bank, seen, rng, form=form, mode=Mode.FULL)


def draw_section(
    blueprint: Blueprint,
    section: str,
    bank: HasTestlets,
    seen: Seen,
    rng: random.Random,
    *,
    form: str = "",
) -> Paper:
    """One section of a paper, drawn alike. Raises KeyError if the blueprint has no such section."""
    wanted = tuple(each for each in blueprint.sections if each.id == section)
    if not wanted:
        raise KeyError(section)
    return _drawn(blueprint, wanted, bank, seen, rng, form=form, mode=Mode.SECTION)


def draw_quiz(
    bank: HasTestlets,
    count: int,
    seen: Seen,
    rng: random.Random,
    *,
    types: Collection[ItemType] = (),
    blueprint: str = "",
) -> Paper:
    """So many items of these types (of all, if none is named), as one section "quiz".

    Never seen first, then the longest ago; when nothing else is left even the last papers' come
    again. Where the sizes of the testlets cannot add up to `count`, as many as can, fewer than it.
    Raises MissingItems if there is nothing at all.
    """
    ages = _ages(seen)
    free = [t for t in _live(bank) if not types or t.type in types]
    best = max(n for n in sums_of(free) if n <= count)
    if best == 0:
        wanted = tuple(types) or tuple(ItemType)[:1]
        raise MissingItems(tuple(Lack("quiz", each, count, 0) for each in wanted))

    def rank(testlet: Testlet) -> int:
        return _NEVER - _age(testlet, ages)

    drawn = fill(free, Want(best), rank, rng)
    assert drawn is not None  # `best` is reachable
    return Paper(blueprint, Mode.QUIZ, (PaperSection("quiz", tuple(drawn)),))


def _drawn(
    blueprint: Blueprint,
    sections: Iterable[Section],
    bank: HasTestlets,
    seen: Seen,
    rng: random.Random,
    *,
    form: str,
    mode: Mode,
) -> Paper:
    drawing = _Drawing(_live(bank), rng, _ages(seen), form)
    drawn = tuple(drawing.section(section) for section in sections)
    if drawing.lacks:
        raise MissingItems(tuple(drawing.lacks))
    return Paper(blueprint.id, mode, drawn, form)


def _live(bank: HasTestlets) -> list[Testlet]:
    return [t for t in bank.testlets if all(item.status is Status.LIVE for item in t.items)]


def _ages(seen: Seen) -> dict[str, int]:
    """How many papers ago each was met last."""
    ages: dict[str, int] = {}
    for age, paper in enumerate(seen):
        for testlet in paper:
            ages.setdefault(testlet, age)
    return ages


def _age(testlet: Testlet, ages: dict[str, int]) -> int:
    return min(ages.get(each, _NEVER) for each in (testlet.id, *(i.id for i in testlet.items)))


def _offers(testlet: Testlet, options: int) -> bool:
    return all(len(item.options) == options for item in testlet.items)


def _count(testlets: Iterable[Testlet]) -> int:
    return sum(len(testlet.items) for testlet in testlets)


def _is_of(testlet: Testlet, form: str) -> bool:
    return all(form in item.forms for item in testlet.items)


def _stand_in_for(testlet: Testlet) -> Callable[[Testlet], tuple[bool, int, str]]:
    """Those of no form first, so that other forms stay whole; then the nearest in difficulty."""
    return lambda other: (_has_form(other), _apart(other, testlet), other.id)


def _has_form(testlet: Testlet) -> bool:
    return any(item.forms for item in testlet.items)


def _apart(one: Testlet, other: Testlet) -> int:
    return abs(sum(i.difficulty for i in one.items) - sum(i.difficulty for i in other.items))
