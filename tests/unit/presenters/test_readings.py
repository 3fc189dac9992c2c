"""Levels only against an official ceiling, trends only from five values on."""

from dataclasses import replace

import pytest

from climact_issy.content import indicators as catalogue
from climact_issy.domain.indicators import Indicator, Level, Point, Series
from climact_issy.presenters.readings import Trend, level, pace, trend

ELECTRICITY = catalogue.by_slug("electricite-annee")
BUDGET = catalogue.by_slug("budget-climat")


def with_values(indicator: Indicator, values: list[float]) -> Indicator:
    points = tuple(
        Point(str(2018 + i), (str(2018 + i), str(2018 + i)), value)
        for i, value in enumerate(values)
    )
    return replace(indicator, series=(Series("a", ("A", "A"), points),), headline=None)


def budget_with(*results: float) -> Indicator:
    found = with_values(BUDGET, list(results))
    return replace(found, series=(found.series[0], BUDGET.series[1]))


def test_only_indicators_with_an_official_ceiling_have_a_level() -> None:
    judged = {
        i.slug for i in catalogue.shown(is_demo=True) if level(i) is not Level.NONE
    }
    assert judged == {"budget-climat", "dechets-menagers"}


def test_the_budget_falls_too_slowly() -> None:
    found = pace(BUDGET)
    assert found is not None
    assert found.left == 35_548
    assert found.needed == pytest.approx(5_924.7, abs=0.1)
    assert found.done == 1_816
    assert level(BUDGET) is Level.ACT


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ((69_000.0,), Level.GOOD),
        ((90_000.0,), Level.NONE),
        ((100_000.0, 90_000.0), Level.GOOD),
        ((91_200.0, 90_000.0), Level.WATCH),
        ((90_100.0, 90_000.0), Level.ACT),
        ((80_000.0, 90_000.0), Level.ACT),
    ],
)
def test_the_level_compares_the_last_fall_with_the_one_needed(
    results: tuple[float, ...], expected: Level
) -> None:
    assert level(budget_with(*results)) is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([5, 4, 3, 2], None),
        ([5, 4, 3, 2, 1], Trend.FALL),
        ([1, 2, 3, 4, 5], Trend.RISE),
        ([1, 5, 2, 4, 3], Trend.STEADY),
        ([2, 2, 2, 2, 2], Trend.STEADY),
    ],
)
def test_a_trend_needs_five_values_and_a_clear_direction(
    values: list[float], expected: Trend | None
) -> None:
    found = trend(with_values(ELECTRICITY, values))
    assert (found[0] if found else None) == expected


def test_an_invented_week_has_no_trend() -> None:
    assert all(trend(i) is None for i in catalogue.demo_indicators())
