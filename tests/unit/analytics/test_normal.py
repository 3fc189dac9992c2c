"""Usual for this month and this hour, on the clock of Paris."""

from datetime import UTC, datetime, timedelta

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
