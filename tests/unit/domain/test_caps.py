"""How often an action counts."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.actions import Cadence, Period
from climact_issy.domain.caps import next_instant, period_of
from climact_issy.domain.seasons import opening

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
