"""Keep the sums of each study day: a cache, added to in the transaction of each event."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa

from jp_trainer.core.cards import Aspect
from jp_trainer.core.day_sums import NAMES, DaySum, Sums
from jp_trainer.core.ids import DeckId, TraineeId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.ready import Ready
from jp_trainer.storage.upserts import add_up

_t = tables.day_sum.c
_r = tables.day_reason.c
_SUMS = tuple(sa.func.sum(_t[name]) for name in NAMES)
_RANGE = (
    _t.trainee == sa.bindparam("trainee"),
    _t.study_day.between(sa.bindparam("first"), sa.bindparam("last")),
)

_ADD = Ready(add_up(tables.day_sum))
_ADD_REASON = add_up(tables.day_reason)
_OF_DECK = _t.deck == sa.bindparam("deck")
_ROWS = Ready(
    sa.select(_t.study_day, _t.deck, _t.aspect, *(_t[name] for name in NAMES))
    .where(*_RANGE)
    .order_by(_t.study_day, _t.deck, _t.aspect)
)
_by_day = sa.select(_t.study_day, *_SUMS).where(*_RANGE).group_by(_t.study_day)
_BY_DAY, _BY_DAY_OF_DECK = Ready(_by_day), Ready(_by_day.where(_OF_DECK))
_course = (
    sa.select(
        _t.study_day,
        sa.func.sum(_t.answered),
        sa.func.sum(_t.practised),
        sa.func.sum(_t.ms),
        sa.func.sum(_t.new + _t.known).filter(_t.aspect == Aspect.MEANING.value),
    )
    .where(*_RANGE)
    .group_by(_t.study_day)
)
_COURSE, _COURSE_OF_DECK = Ready(_course), Ready(_course.where(_OF_DECK))
_BY_DECK_AND_ASPECT = Ready(
    sa.select(_t.deck, _t.aspect, *_SUMS).where(*_RANGE).group_by(_t.deck, _t.aspect)
)
_by_aspect = sa.select(_t.aspect, *_SUMS).where(*_RANGE).group_by(_t.aspect)
_BY_ASPECT, _BY_ASPECT_OF_DECK = Ready(_by_aspect), Ready(_by_aspect.where(_OF_DECK))
_TOTAL = Ready(sa.select(*_SUMS).where(*_RANGE))
_REASONS = Ready(
    sa.select(_r.reason, sa.func.sum(_r["count"]))
    .where(
        _r.trainee == sa.bindparam("trainee"),
        _r.study_day.between(sa.bindparam("first"), sa.bindparam("last")),
    )
    .group_by(_r.reason)
)
_DROP_ALL = sa.delete(tables.day_sum).where(_t.trainee == sa.bindparam("trainee"))
_DROP_REASONS = sa.delete(tables.day_reason).where(_r.trainee == sa.bindparam("trainee"))

ALWAYS = (StudyDay(-(2**31)), StudyDay(2**31))
"""The range of all days."""


class DayInShort(NamedTuple):
    """What the course of a trainee's days is drawn from.

    Attributes:
        answered, practised, ms: as in Sums.
        begun: by how many the words begun or said to be known grew.
    """

    answered: int = 0
    practised: int = 0
    ms: int = 0
    begun: int = 0


class DaySums:
    """Sums by study day, deck and aspect; ranges include both ends. Cost grows with the days."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(
        self, trainee: TraineeId, day: StudyDay, deck: DeckId, aspect: Aspect, sums: Sums
    ) -> None:
        """Add to a day's sums; add `-sums` to take back."""
        self.add_all(trainee, [DaySum(day, deck, aspect, sums)])

    def add_all(self, trainee: TraineeId, sums: Iterable[DaySum]) -> None:
        """Add to many days' sums."""
        if rows := [_to_row(trainee, day) for day in sums if day.sums != Sums()]:
            _ADD.run(self._access, rows)
            self._access.touched |= Topic.REVIEWS

    def add_reason(self, trainee: TraineeId, day: StudyDay, reason: str, count: int = 1) -> None:
        """Count why answers were wrong on a day; a negative count takes back."""
        self._access.connection.execute(
            _ADD_REASON,
            {"trainee": trainee, "study_day": day, "reason": reason, "count": count},
        )
        self._access.touched |= Topic.REVIEWS

    def rows(
        self, trainee: TraineeId, first: StudyDay = ALWAYS[0], last: StudyDay = ALWAYS[1]
    ) -> tuple[DaySum, ...]:
        """Every sum, by day, deck and aspect; aspects of a newer version are left out."""
        return tuple(
            DaySum(StudyDay(row[0]), DeckId(row[1]), aspect, Sums(*row[3:]))
            for row in self._select(_ROWS, trainee, first, last)
            if (aspect := _aspect(row[2])) is not None
        )

    def by_day(
        self,
        trainee: TraineeId,
        first: StudyDay = ALWAYS[0],
        last: StudyDay = ALWAYS[1],
        deck: DeckId | None = None,
    ) -> dict[StudyDay, Sums]:
        """The sums of each day that has any, in order; of one deck, or of all."""
        rows = self._select(
            _BY_DAY if deck is None else _BY_DAY_OF_DECK, trainee, first, last, deck
        )
        return {StudyDay(row[0]): Sums(*row[1:]) for row in rows}

    def by_deck_and_aspect(
        self, trainee: TraineeId, first: StudyDay = ALWAYS[0], last: StudyDay = ALWAYS[1]
    ) -> dict[tuple[DeckId, Aspect], Sums]:
        """The sums of each aspect of each deck that has any, to be added up along either."""
        rows = self._select(_BY_DECK_AND_ASPECT, trainee, first, last)
        return {
            (DeckId(row[0]), aspect): Sums(*row[2:])
            for row in rows
            if (aspect := _aspect(row[1])) is not None
        }

    def course(self, trainee: TraineeId, deck: DeckId | None = None) -> dict[StudyDay, DayInShort]:
        """All days that have any sums, in order, in short: half the cost of `by_day`."""
        statement = _COURSE if deck is None else _COURSE_OF_DECK
        rows = self._select(statement, trainee, *ALWAYS, deck)
        return {
            StudyDay(day): DayInShort(answered, practised, ms, begun or 0)
            for day, answered, practised, ms, begun in rows
        }

    def by_aspect(
        self,
        trainee: TraineeId,
        first: StudyDay = ALWAYS[0],
        last: StudyDay = ALWAYS[1],
        deck: DeckId | None = None,
    ) -> dict[Aspect, Sums]:
        """The sums of each aspect that has any; aspects of a newer version are left out."""
        statement = _BY_ASPECT if deck is None else _BY_ASPECT_OF_DECK
        rows = self._select(statement, trainee, first, last, deck)
        return {aspect: Sums(*row[1:]) for row in rows if (aspect := _aspect(row[0])) is not None}

    def total(
        self, trainee: TraineeId, first: StudyDay = ALWAYS[0], last: StudyDay = ALWAYS[1]
    ) -> Sums:
        """The sums of all these days together."""
        (row,) = self._select(_TOTAL, trainee, first, last)
        return Sums(*(value or 0 for value in row))

    def reasons(
        self, trainee: TraineeId, first: StudyDay = ALWAYS[0], last: StudyDay = ALWAYS[1]
    ) -> dict[str, int]:
        """How often each reason made an answer wrong; reasons that were taken back are left out."""
        return {row[0]: row[1] for row in self._select(_REASONS, trainee, first, last) if row[1]}

    def drop_all(self, trainee: TraineeId) -> None:
        """Forget all sums of a trainee, before they are rebuilt."""
        self._access.connection.execute(_DROP_ALL, {"trainee": trainee})
        self._access.connection.execute(_DROP_REASONS, {"trainee": trainee})
        self._access.touched |= Topic.REVIEWS

    def _select(
        self,
        statement: Ready,
        trainee: TraineeId,
        first: StudyDay,
        last: StudyDay,
        deck: DeckId | None = None,
    ) -> list[tuple[Any, ...]]:
        values: dict[str, Any] = {"trainee": trainee, "first": first, "last": last}
        if deck is not None:
            values["deck"] = deck
        return statement.all(self._access, values)


def _to_row(trainee: TraineeId, day: DaySum) -> dict[str, Any]:
    return {
        "trainee": trainee,
        "study_day": day.day,
        "deck": day.deck,
        "aspect": day.aspect.value,
        **{name: getattr(day.sums, name) for name in NAMES},
    }


def _aspect(value: str) -> Aspect | None:
    try:
        return Aspect(value)
    except ValueError:
        return None
