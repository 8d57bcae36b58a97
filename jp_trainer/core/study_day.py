"""Say which day it is for a learner: the day turns at 04:00 local time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NewType

StudyDay = NewType("StudyDay", int)
"""Days since 1970-01-01, of the learner's day as it was there and then."""

DAY_TURNS_AT_HOUR = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant and the learner's local time at it.

    Attributes:
        at: aware, UTC.
        utc_offset_min: minutes east of UTC at the learner's place.
    """

    at: datetime
    utc_offset_min: int

    @property
    def local(self) -> datetime:
        """The learner's wall clock, aware."""
        return self.at.astimezone(timezone(timedelta(minutes=self.utc_offset_min)))

    @property
    def study_day(self) -> StudyDay:
        """The learner's day: 03:59 still belongs to yesterday."""
        return study_day(self.local)


def study_day(local: datetime) -> StudyDay:
    """The study day of a local wall-clock time."""
    return day_of((local - timedelta(hours=DAY_TURNS_AT_HOUR)).date())


def day_of(calendar: date) -> StudyDay:
    """The study day that mostly falls on this calendar date."""
    return StudyDay(calendar.toordinal() - date(1970, 1, 1).toordinal())


def date_of(day: StudyDay) -> date:
    """The calendar date on which this study day begins."""
    return date(1970, 1, 1) + timedelta(days=day)


def start_of(day: StudyDay, utc_offset_min: int) -> datetime:
    """The instant (aware, UTC) at which this study day begins at the given offset."""
    begin = datetime.combine(date_of(day), datetime.min.time(), UTC)
    return begin + timedelta(hours=DAY_TURNS_AT_HOUR, minutes=-utc_offset_min)
