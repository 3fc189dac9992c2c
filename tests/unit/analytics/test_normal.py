"""Usual for this month and this hour, on the clock of Paris."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.analytics import normal, resample

START = datetime(2023, 9, 1, 4, 0, tzinfo=UTC)
"""Six o'clock in Paris."""


def test_the_same_month_and_hour_are_compared() -> None:
    starts = [START + timedelta(days=i) for i in range(30)]
    others = [at + timedelta(hours=1) for at in starts]
    table = resample.frame([*starts, *others], [*map(float, range(30)), *[1000.0] * 30])

    found = normal.usual(table, datetime(2024, 9, 9, 4, 30, tzinfo=UTC))

    assert found is not None
    assert (found.middle, found.days) == (14.5, 30)
    assert found.low < found.middle < found.high < 1000


def test_another_month_knows_nothing_of_this_one() -> None:
    starts = [START + timedelta(days=i) for i in range(30)]
    table = resample.frame(starts, [1.0] * 30)

    assert normal.usual(table, datetime(2024, 1, 9, 5, 30, tzinfo=UTC)) is None


def test_few_days_make_no_usual_value_however_many_values_they_have() -> None:
    starts = [
        START + timedelta(days=day, minutes=minute)
        for day in range(9)
        for minute in range(0, 60, 5)
    ]
    table = resample.frame(starts, [1.0] * len(starts))

    assert normal.usual(table, START) is None


def test_a_figure_of_days_is_compared_with_its_whole_month() -> None:
    starts = [START + timedelta(days=i, hours=i % 12) for i in range(30)]
    table = resample.frame(starts, [*map(float, range(30))])

    found = normal.usual(table, START, by_hour=False)

    assert normal.usual(table, START) is None
    assert found is not None
    assert found.days == len(normal.alike(table, START, by_hour=False))


def test_the_hour_that_comes_twice_is_of_one_day() -> None:
    twice = [datetime(2026, 10, 25, hour, 0, tzinfo=UTC) for hour in (0, 1)]
    found = normal.alike(resample.frame(twice, [1.0, 2.0]), twice[0])

    assert list(found["value"]) == [1.0, 2.0]
    assert found["day"].nunique() == 1


def test_quarters_of_an_hour_are_held_against_its_ends_and_not_its_mean() -> None:
    starts = [START + timedelta(days=i) for i in range(30)]
    means = resample.frame(starts, [50.0] * 30)
    hours = means.assign(low=[40.0] * 30, high=[60.0] * 30)

    alone, found = normal.usual(means, START), normal.usual(hours, START)

    assert alone is not None
    assert found is not None
    assert (alone.low, alone.middle, alone.high) == (50, 50, 50)
    assert (found.low, found.middle, found.high) == (40, 50, 60)


@given(
    st.lists(
        st.lists(st.floats(-1e3, 1e3), min_size=4, max_size=4), min_size=10, max_size=30
    )
)
def test_at_most_one_quarter_in_ten_lies_below_and_one_above(
    hours: list[list[float]],
) -> None:
    starts = [START + timedelta(days=i) for i in range(len(hours))]
    if starts[-1].month != START.month:
        starts = starts[:-1]
        hours = hours[: len(starts)]
    means = resample.frame(starts, [sum(hour) / 4 for hour in hours])
    table = means.assign(low=[*map(min, hours)], high=[*map(max, hours)])

    found = normal.usual(table, START)

    assert found is not None
    quarters = [value for hour in hours for value in hour]
    # An interpolated tenth may cut one hour more.
    most = 0.1 * len(quarters) + 4
    assert sum(value < found.low - 1e-6 for value in quarters) <= most
    assert sum(value > found.high + 1e-6 for value in quarters) <= most
