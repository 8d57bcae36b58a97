"""After an absence: a plan with an end, never the raw pile."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jp_trainer.core.study_day import StudyDay

PLAN_FROM_SHARE = 1.5
"""A plan is made when more is due than this share of what the daily minutes hold."""
MAX_PLAN_DAYS = 60
SLACK = 0.85
"""Of the daily questions; the rest is for what becomes due or is forgotten meanwhile."""


@dataclass(frozen=True, slots=True)
class RecoveryPlan:
    """What is overdue, shared out over days.

    Attributes:
        backlog: cards due when the plan was made.
        per_day: questions on each of its days.
        first_day, last_day: both are study days of the plan.
    """

    backlog: int
    per_day: int
    first_day: StudyDay
    last_day: StudyDay

    @property
    def days(self) -> int:
        """How many days it takes."""
        return self.last_day - self.first_day + 1

    def body(self) -> dict[str, Any]:
        """As the body of a PlanMade event."""
        return {
            "backlog": self.backlog,
            "per_day": self.per_day,
            "first_day": self.first_day,
            "last_day": self.last_day,
        }

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "RecoveryPlan | None":
        """Read it back; None if the body is not one."""
        try:
            found = cls(
                backlog=int(body["backlog"]),
                per_day=int(body["per_day"]),
                first_day=StudyDay(int(body["first_day"])),
                last_day=StudyDay(int(body["last_day"])),
            )
        except (KeyError, TypeError, ValueError, OverflowError):
            return None
        return found if found.per_day > 0 and 0 < found.days <= MAX_PLAN_DAYS else None


def needs_plan(due: int, questions_a_day: int) -> bool:
    """Whether so much is due that it does not fit into a day or a day and a half."""
    return due > questions_a_day * PLAN_FROM_SHARE


def make_plan(backlog: int, questions_a_day: int, due_later: int, today: StudyDay) -> RecoveryPlan:
    """Share the backlog out.

    `due_later`: cards that will become due on an average day of the plan anyway. At least a third
    of each day goes to the backlog, so that the plan ends.
    """
    a_day = max(1, questions_a_day)
    for_backlog = max(a_day / 3, a_day * SLACK - due_later)
    days = min(MAX_PLAN_DAYS, max(2, -(-backlog // max(1, round(for_backlog)))))
    return RecoveryPlan(backlog, a_day, today, StudyDay(today + days - 1))


def is_running(plan: RecoveryPlan | None, today: StudyDay, due: int) -> bool:
    """A plan runs to its last day, or until what is due fits into a day again."""
    if plan is None or not plan.first_day <= today <= plan.last_day:
        return False
    return due > plan.per_day
