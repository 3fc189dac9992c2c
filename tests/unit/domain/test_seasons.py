"""Seasons go from a Monday to a Sunday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.seasons import following, next_start, opening
from tests.support.rules import rules


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


RULE = rules(season_weeks=8, pause_weeks=2)
FIRST = opening(date(2026, 11, 23), 8)


def test_a_pause_follows_a_season_and_a_season_a_pause() -> None:
    pause = following(FIRST, FIRST.ends_on + timedelta(days=1), RULE)
    second = following(pause, pause.ends_on + timedelta(days=7), RULE)

    assert (pause.is_pause, pause.weeks) == (True, 2)
    assert pause.slug == "2027-s03-pause"
    assert (second.is_pause, second.weeks) == (False, 8)
    assert second.starts_on == pause.ends_on + timedelta(days=1)
    assert next_start(FIRST, RULE) == next_start(pause, RULE) == second.starts_on


@given(days=st.integers(1, 400), is_pause=st.booleans())
def test_whatever_the_standstill_the_period_of_today_covers_it(
    *, days: int, is_pause: bool
) -> None:
    last = opening(FIRST.starts_on, 2, is_pause=is_pause)
    today = last.ends_on + timedelta(days=days)
    found = following(last, today, RULE)

    assert found.covers(today)
    assert found.starts_on > last.ends_on
    assert found.is_pause == (not is_pause and days <= 14)


def test_without_pause_weeks_seasons_follow_each_other() -> None:
    today = FIRST.ends_on + timedelta(days=1)

    assert not following(FIRST, today, rules(pause_weeks=0)).is_pause
    assert not following(None, today, RULE).is_pause


def test_a_period_that_is_not_over_is_not_followed() -> None:
    with pytest.raises(ValueError, match="is not over"):
        following(FIRST, FIRST.ends_on, RULE)
