"""What may be said of a value: usual or not, a trend or none, the same weeks."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.summaries import (
    Direction,
    Place,
    Range,
    Rhythm,
    Slope,
    Trend,
    Usual,
    month_and_hour,
    window,
)

numbers = st.floats(-1e6, 1e6, allow_nan=False)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(st.lists(numbers, min_size=3, max_size=3).map(sorted), numbers)
def test_a_value_stands_on_one_side_of_what_is_usual_or_in_it(
    ends: list[float], value: float
) -> None:
    found = Range(*ends)
    expected = {
        Place.LOW: value < ends[0],
        Place.INSIDE: ends[0] <= value <= ends[2],
        Place.HIGH: value > ends[2],
    }
    assert [place for place, holds in expected.items() if holds] == [
        found.place_of(value)
    ]


@given(st.lists(numbers, min_size=3, max_size=3).map(sorted))
def test_there_is_no_direction_when_zero_lies_in_the_interval(
    ends: list[float],
) -> None:
    found = Slope(*ends).direction
    assert (found is Direction.NONE) == (ends[0] <= 0 <= ends[2])
    assert found is not Direction.RISE or ends[1] > 0
    assert found is not Direction.FALL or ends[1] < 0


@given(days, st.sampled_from(Rhythm), st.integers(0, 5))
def test_the_same_weeks_are_as_long_and_begin_on_the_same_day_of_the_week(
    last: date, rhythm: Rhythm, years: int
) -> None:
    first, end = window(last, rhythm)
    then = window(last, rhythm, years)

    assert end == last
    assert then[1] - then[0] == end - first == rhythm.window - timedelta(days=1)
    assert then[0].weekday() == first.weekday()
    assert (first - then[0]).days == 364 * years
    assert rhythm.fewest <= rhythm.window.days


def test_times_that_are_compared_do_not_overlap() -> None:
    for rhythm in Rhythm:
        now, before = (window(date(2026, 11, 29), rhythm, years) for years in (0, 1))
        assert before[1] < now[0]


@pytest.mark.parametrize(
    ("at", "hour"),
    [
        # Paris is one hour ahead in winter, two in summer.
        (datetime(2026, 11, 30, 22, 30, tzinfo=UTC), 23),
        (datetime(2026, 7, 31, 21, 30, tzinfo=UTC), 23),
        # The hour that comes twice when the clocks go back, both times.
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 2),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), 2),
    ],
)
def test_month_and_hour_are_those_of_paris(at: datetime, hour: int) -> None:
    found = month_and_hour(f"{at:%Y-%m-%dT%H:%MZ}", Rhythm.HOURS)

    assert found == (at.month, hour)
    assert Usual(*found, 0, None).is_of(at)
    assert not Usual(*found, 0, None).is_of(at + timedelta(hours=2))
    assert month_and_hour(f"{at:%Y-%m-%dT%H:%MZ}", Rhythm.DAYS)[1] is None


def test_a_figure_of_days_has_no_hour() -> None:
    assert month_and_hour("2026-11-30", Rhythm.DAYS) == (11, None)
    usual = Usual(11, None, 0, None)
    assert usual.is_of(datetime(2026, 11, 1, 5, tzinfo=UTC))
    assert not usual.is_of(datetime(2026, 10, 31, 5, tzinfo=UTC))


def test_a_whole_year_may_lack_its_first_weeks() -> None:
    last = date(2026, 11, 29)

    def known(days_before: int) -> Trend:
        return Trend(50, (last - timedelta(days=days_before), last), None)

    assert known(360).is_whole_year
    assert not known(300).is_whole_year
    assert not Trend(0, None, None).is_whole_year
