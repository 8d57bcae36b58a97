from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from jp_trainer.core.study_day import Moment, StudyDay, date_of, day_of, start_of


def moment(text: str, offset: int = 300) -> Moment:
    return Moment(datetime.fromisoformat(text).astimezone(UTC), offset)


def test_the_day_turns_at_four_in_the_morning_local_time() -> None:
    before, after = moment("2026-11-24T03:59:59+05:00"), moment("2026-11-24T04:00:00+05:00")

    assert date_of(before.study_day) == date(2026, 11, 23)
    assert date_of(after.study_day) == date(2026, 11, 24)


def test_the_same_instant_is_another_day_in_japan() -> None:
    instant = datetime(2026, 11, 23, 22, tzinfo=UTC)

    assert Moment(instant, 540).study_day == Moment(instant, 300).study_day + 1


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_days_and_dates_convert_both_ways(calendar: date) -> None:
    assert date_of(day_of(calendar)) == calendar


@given(st.integers(0, 40_000), st.integers(-12 * 60, 14 * 60))
def test_a_study_day_begins_at_its_start(day: int, offset: int) -> None:
    start = start_of(StudyDay(day), offset)

    assert Moment(start, offset).study_day == day
