"""How often an action counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.actions import Cadence, Period
from climact_issy.domain.caps import (
    next_instant,
    period_of,
    repeat_number,
    times_a_week,
)
from climact_issy.domain.civic import week_of
from climact_issy.domain.seasons import opening
from tests.support.gestures import BIKE

SEASON = opening(date(2026, 10, 26), 8, 1)
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("period", "next_at"),
    [
        (Period.DAY, datetime(2026, 11, 25, 23, tzinfo=UTC)),
        (Period.WEEK, datetime(2026, 11, 29, 23, tzinfo=UTC)),
        (Period.SEASON, datetime(2026, 12, 20, 23, tzinfo=UTC)),
    ],
)
def test_a_full_period_tells_when_the_next_one_begins(
    period: Period, next_at: datetime
) -> None:
    assert next_instant(Cadence(1, period), [TODAY], TODAY, SEASON) == next_at


@given(
    st.integers(1, 5),
    st.sampled_from(Period),
    st.lists(st.dates(SEASON.starts_on, TODAY), max_size=12),
)
def test_it_is_free_exactly_while_the_period_has_room(
    times: int, period: Period, days: list[date]
) -> None:
    first, last = period_of(period, TODAY, SEASON)
    used = sum(first <= day <= last for day in days)

    next_at = next_instant(Cadence(times, period), days, TODAY, SEASON)

    assert (next_at is None) == (used < times)


def test_a_day_before_the_period_does_not_count() -> None:
    sunday = date(2026, 11, 22)

    assert next_instant(Cadence(1, Period.WEEK), [sunday], TODAY, SEASON) is None


DAILY = Cadence(2, Period.DAY)


def test_a_rest_says_the_first_day_that_is_free_again() -> None:
    days = [date(2026, 11, 24)]

    def next_at(rest: int) -> datetime | None:
        return next_instant(DAILY, days, TODAY, SEASON, cool_down_days=rest)

    assert next_at(0) is None
    assert next_at(1) is None
    assert next_at(2) == datetime(2026, 11, 25, 23, tzinfo=UTC)
    assert next_at(5) == datetime(2026, 11, 28, 23, tzinfo=UTC)


def test_of_rhythm_and_rest_the_longer_one_is_told() -> None:
    weekly = Cadence(1, Period.WEEK)

    assert next_instant(
        weekly, [TODAY], TODAY, SEASON, cool_down_days=3
    ) == next_instant(weekly, [TODAY], TODAY, SEASON)
    assert next_instant(weekly, [TODAY], TODAY, SEASON, cool_down_days=7) == datetime(
        2026, 12, 1, 23, tzinfo=UTC
    )


def test_a_rest_ends_with_the_season() -> None:
    last = SEASON.ends_on

    found = next_instant(DAILY, [last], last, SEASON, cool_down_days=14)

    assert found == datetime(2026, 12, 20, 23, tzinfo=UTC)


@given(st.integers(1, 30), st.lists(st.dates(SEASON.starts_on, TODAY), max_size=12))
def test_a_rest_closes_exactly_the_days_after_the_last_time(
    rest: int, days: list[date]
) -> None:
    often = Cadence(99, Period.DAY)

    found = next_instant(often, days, TODAY, SEASON, cool_down_days=rest)

    is_closed = bool(days) and max(days) + timedelta(days=rest) > TODAY
    assert (found is not None) == is_closed


@given(st.lists(st.dates(SEASON.starts_on, TODAY), max_size=12))
def test_repeats_count_from_monday(days: list[date]) -> None:
    monday = week_of(TODAY)

    assert repeat_number(days, TODAY) == 1 + sum(day >= monday for day in days)
    assert repeat_number(days, TODAY + timedelta(days=7)) == 1


@pytest.mark.parametrize(
    ("cadence", "rest", "times"),
    [
        (Cadence(2, Period.DAY), 0, 14),
        (Cadence(1, Period.DAY), 2, 4),
        (Cadence(3, Period.WEEK), 0, 3),
        (Cadence(3, Period.WEEK), 2, 3),
        (Cadence(3, Period.WEEK), 5, 2),
        (Cadence(1, Period.WEEK), 14, 1),
        (Cadence(1, Period.SEASON), 0, 1),
    ],
)
def test_a_week_has_room_for_so_many(cadence: Cadence, rest: int, times: int) -> None:
    action = replace(BIKE, cadence=cadence, cool_down_days=rest)

    assert times_a_week(action) == times
    assert times == _noted_greedily(cadence, rest)


def _noted_greedily(cadence: Cadence, rest: int) -> int:
    done: list[date] = []
    monday = date(2026, 11, 9)
    for day in (monday + timedelta(days=n) for n in range(7)):
        while next_instant(cadence, done, day, SEASON, cool_down_days=rest) is None:
            done.append(day)
    return len(done)
