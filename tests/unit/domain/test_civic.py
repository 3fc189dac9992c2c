"""The civic day of Issy, with its 23 and 25 hour days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.civic import civic_day, day_bounds, week_of

instants = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis takes naive bounds, the zone below
    datetime(2040, 1, 1),  # noqa: DTZ001 - same
    timezones=st.just(UTC),
)


@given(instants)
def test_every_instant_lies_in_exactly_its_own_day(at: datetime) -> None:
    start, end = day_bounds(civic_day(at))

    assert start <= at < end
    assert civic_day(end - timedelta(microseconds=1)) == civic_day(at)
    assert civic_day(end) == civic_day(at) + timedelta(days=1)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_days_follow_each_other_without_gap_or_overlap(day: date) -> None:
    assert day_bounds(day)[1] == day_bounds(day + timedelta(days=1))[0]


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 3, 29), 23),
        (date(2026, 10, 25), 25),
        (date(2026, 11, 23), 24),
    ],
)
def test_a_day_has_the_hours_of_its_clock_change(day: date, hours: int) -> None:
    start, end = day_bounds(day)

    assert end - start == timedelta(hours=hours)


def test_midnight_at_issy_is_an_hour_earlier_in_winter_utc() -> None:
    assert civic_day(datetime(2026, 11, 23, 22, 59, tzinfo=UTC)) == date(2026, 11, 23)
    assert civic_day(datetime(2026, 11, 23, 23, 0, tzinfo=UTC)) == date(2026, 11, 24)


def test_an_instant_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        civic_day(datetime(2026, 11, 23, 12))  # noqa: DTZ001 - the refused thing


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_week_begins_on_the_monday_before(day: date) -> None:
    monday = week_of(day)

    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)
