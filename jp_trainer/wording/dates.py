"""Write days, times and numbers as people say them.

Urdu keeps Western digits: they are what Pakistani schools, banks and the exams themselves use.
"""

import datetime as dt

from jp_trainer.wording.catalogue import _, ngettext, pgettext
from jp_trainer.wording.runs import fill

_NAMED_DAYS = 2
_DAYS_PER_WEEK = 7
_DAYS_PER_MONTH = 30
_DAYS_PER_YEAR = 365
_MINUTES_PER_HOUR = 60


def months() -> tuple[str, ...]:
    """January first."""
    return (
        pgettext("month", "January"), pgettext("month", "February"), pgettext("month", "March"),
        pgettext("month", "April"), pgettext("month", "May"), pgettext("month", "June"),
        pgettext("month", "July"), pgettext("month", "August"), pgettext("month", "September"),
        pgettext("month", "October"), pgettext("month", "November"),
        pgettext("month", "December"),
    )  # fmt: skip


def short_months() -> tuple[str, ...]:
    """January first, as short as the language allows."""
    return (
        pgettext("short month", "Jan"), pgettext("short month", "Feb"),
        pgettext("short month", "Mar"), pgettext("short month", "Apr"),
        pgettext("short month", "May"), pgettext("short month", "Jun"),
        pgettext("short month", "Jul"), pgettext("short month", "Aug"),
        pgettext("short month", "Sep"), pgettext("short month", "Oct"),
        pgettext("short month", "Nov"), pgettext("short month", "Dec"),
    )  # fmt: skip


def weekdays() -> tuple[str, ...]:
    """Monday first, as `date.weekday()` counts."""
    return (
        pgettext("weekday", "Monday"), pgettext("weekday", "Tuesday"),
        pgettext("weekday", "Wednesday"), pgettext("weekday", "Thursday"),
        pgettext("weekday", "Friday"), pgettext("weekday", "Saturday"),
        pgettext("weekday", "Sunday"),
    )  # fmt: skip


def short_weekdays() -> tuple[str, ...]:
    """Monday first; for the side of a chart."""
    return (
        pgettext("short weekday", "Mon"), pgettext("short weekday", "Tue"),
        pgettext("short weekday", "Wed"), pgettext("short weekday", "Thu"),
        pgettext("short weekday", "Fri"), pgettext("short weekday", "Sat"),
        pgettext("short weekday", "Sun"),
    )  # fmt: skip


def weekday_letters() -> tuple[str, ...]:
    """Monday first; one letter each, under the seven rings."""
    return (
        pgettext("letter of Monday", "M"), pgettext("letter of Tuesday", "T"),
        pgettext("letter of Wednesday", "W"), pgettext("letter of Thursday", "T"),
        pgettext("letter of Friday", "F"), pgettext("letter of Saturday", "S"),
        pgettext("letter of Sunday", "S"),
    )  # fmt: skip


def full_date(day: dt.date) -> str:
    """Sunday 22 November."""
    return fill(
        pgettext("date with weekday", "{weekday} {day} {month}"),
        weekday=weekdays()[day.weekday()], day=day.day, month=_month(day),
    )  # fmt: skip


def long_date(day: dt.date) -> str:
    """14 February 2027."""
    return fill(
        pgettext("date with year", "{day} {month} {year}"),
        day=day.day, month=_month(day), year=day.year,
    )  # fmt: skip


def date(day: dt.date) -> str:
    """14 February."""
    return fill(pgettext("date", "{day} {month}"), day=day.day, month=_month(day))


def short_date(day: dt.date) -> str:
    """22 Nov."""
    month = short_months()[day.month - 1]
    return fill(pgettext("short date", "{day} {month}"), day=day.day, month=month)


def _month(day: dt.date) -> str:
    return months()[day.month - 1]


def moment(at: dt.datetime) -> str:
    """22 Nov, 18:10, in the zone of `at`."""
    return fill(_("{date}, {time}"), date=short_date(at.date()), time=clock_time(at.time()))


def clock_time(at: dt.time) -> str:
    """18:10."""
    return f"{at.hour:02}:{at.minute:02}"


def from_today(days: int) -> str:
    """When something comes, or how late it is: "today", "tomorrow", "in 3 weeks", "9 days ago"."""
    if days < 0:
        return ago(-days)
    if days < _NAMED_DAYS:
        return (_("today"), _("tomorrow"))[days]
    if days < 2 * _DAYS_PER_WEEK:
        return fill(ngettext("in {count} day", "in {count} days", days), count=days)
    return _in_long(days)


def _in_long(days: int) -> str:
    weeks = round(days / _DAYS_PER_WEEK)
    months_ahead = round(days / _DAYS_PER_MONTH)
    years = round(days / _DAYS_PER_YEAR)
    if days < 2 * _DAYS_PER_MONTH:
        return fill(ngettext("in {count} week", "in {count} weeks", weeks), count=weeks)
    if days < _DAYS_PER_YEAR:
        template = ngettext("in {count} month", "in {count} months", months_ahead)
        return fill(template, count=months_ahead)
    return fill(ngettext("in {count} year", "in {count} years", years), count=years)


def ago(days: int) -> str:
    """When something was: "today", "yesterday", "9 days ago", "3 weeks ago"."""
    if days < _NAMED_DAYS:
        return (_("today"), _("yesterday"))[days]
    if days < 2 * _DAYS_PER_WEEK:
        return fill(ngettext("{count} day ago", "{count} days ago", days), count=days)
    if days < 2 * _DAYS_PER_MONTH:
        weeks = round(days / _DAYS_PER_WEEK)
        return fill(ngettext("{count} week ago", "{count} weeks ago", weeks), count=weeks)
    gone = round(days / _DAYS_PER_MONTH)
    return fill(ngettext("{count} month ago", "{count} months ago", gone), count=gone)


def minutes(count: int) -> str:
    """12 minutes."""
    return fill(ngettext("{count} minute", "{count} minutes", count), count=count)


def about_minutes(count: int) -> str:
    """About 12 minutes; never about none."""
    count = max(1, count)
    return fill(ngettext("about {count} minute", "about {count} minutes", count), count=count)


def duration(total_minutes: int) -> str:
    """34 h, or minutes below two hours."""
    if total_minutes < 2 * _MINUTES_PER_HOUR:
        return fill(pgettext("short duration", "{count} min"), count=total_minutes)
    hours = number(round(total_minutes / _MINUTES_PER_HOUR))
    return fill(pgettext("short duration", "{count} h"), count=hours)


def number(count: int) -> str:
    """1,200: in groups of three, in all three languages."""
    return f"{count:,}"


def percent(share: float) -> str:
    """`share` 0..1 as 94%; never 100% of what is not whole, never 0% of what is there."""
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(99, max(1, whole))
    return f"{whole}%"


def number_range(low: int, high: int) -> str:
    """171–203, which stands whole inside a sentence that runs the other way."""
    return f"\u2068{number(low)}–{number(high)}\u2069"
