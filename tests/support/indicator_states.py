"""Every state that the series of an indicator can be told in."""

from collections.abc import Iterator
from dataclasses import replace

from climact_issy.content import indicators as catalogue
from climact_issy.domain.indicators import Indicator, Point, Status

FIRST_YEAR = "2000"
"""Sentences are told of years from here on: "1997" alone has eight syllables."""


def with_points(indicator: Indicator, points: tuple[Point, ...]) -> Indicator:
    main = replace(indicator.series[0], points=points)
    return replace(indicator, series=(main, *indicator.series[1:]), headline=None)


def past_states(indicator: Indicator) -> Iterator[Indicator]:
    """The indicator as it stood when each result since 2000 was the newest."""
    points = indicator.series[0].points
    for n, point in enumerate(points, 1):
        is_result = point.value is not None and point.status is not Status.TARGET
        if is_result and point.period.isdecimal() and point.period >= FIRST_YEAR:
            yield with_points(indicator, points[:n])


def states() -> list[Indicator]:
    """Every state of a real series: now, before, without a value, under its ceiling."""
    found: list[Indicator] = []
    for indicator in catalogue.indicators():
        points = indicator.series[0].points
        found += [indicator, *past_states(indicator)]
        found.append(
            with_points(indicator, tuple(replace(p, value=None) for p in points))
        )
    budget = catalogue.by_slug("budget-climat")
    *before, newest = budget.series[0].points
    for value in (60_000.0, 100_000.0, 103_000.0):
        told = (*before, replace(newest, value=value))
        found.append(with_points(budget, told))
    earth = catalogue.by_slug("temperature-mondiale")
    *before, newest = earth.series[0].points
    found.append(with_points(earth, (*before, replace(newest, value=-0.24))))
    return [*found, *catalogue.demo_indicators()]
