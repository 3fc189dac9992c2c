"""Seasons go from a Monday to a Sunday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.seasons import opening


@given(st.dates(date(2024, 1, 1), date(2040, 1, 1)), st.integers(1, 20))
def test_a_season_is_whole_weeks_around_its_first_day(day: date, weeks: int) -> None:
    season = opening(day, weeks)

    assert season.covers(day)
    assert season.week_number(day) == 1
    assert season.starts_on.weekday() == 0
    assert season.ends_on.weekday() == 6
    assert season.weeks == weeks == season.week_number(season.ends_on)


def test_a_season_does_not_cover_the_days_around_it() -> None:
    season = opening(date(2026, 10, 28), 8)

    assert not season.covers(season.starts_on - timedelta(days=1))
    assert not season.covers(season.ends_on + timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 7), "Winter season"),
        (date(2026, 4, 8), "Spring season"),
        (date(2026, 7, 8), "Summer season"),
        (date(2026, 11, 25), "Autumn season"),
        (date(2026, 12, 16), "Winter season"),
    ],
)
def test_a_season_is_named_after_the_time_of_year(day: date, name: str) -> None:
    assert opening(day, 8).name[1] == name


def test_a_season_without_a_week_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one week"):
        opening(date(2026, 11, 25), 0)
