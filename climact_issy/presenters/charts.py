"""The chart of an indicator: its geometry, computed once for every face."""

from collections.abc import Callable
from typing import Final

from climact_issy.domain.indicators import Indicator, Shape
from climact_issy.presenters import (
    charts_by_cell,
    charts_by_class,
    charts_by_day,
    charts_by_hour,
    charts_by_year,
    charts_stairs,
)
from climact_issy.presenters.drawing import Chart
from climact_issy.texts import Translator

_DRAW: Final[dict[Shape, Callable[[Translator, Indicator, str], Chart]]] = {
    Shape.STAIRS: charts_stairs.stairs,
    Shape.LINE: charts_by_year.line,
    Shape.BARS: charts_by_year.bars,
    Shape.PROFILE: charts_by_cell.profile,
    Shape.STRIPES: charts_by_cell.stripes,
    Shape.SHARES: charts_by_cell.shares,
    Shape.HOURS: charts_by_hour.hours,
    Shape.DAYS: charts_by_day.days,
    Shape.CLASSES: charts_by_class.classes,
}


def draw(t: Translator, indicator: Indicator, description: str) -> Chart | None:
    """Return the chart of an indicator, None when it has no value at all.

    Args:
        t: translator of the page.
        indicator: with its series.
        description: what a screen reader hears instead of the chart.
    """
    latest = indicator.latest
    if latest is None:
        return None
    if indicator.classes and indicator.classes.grade(latest.value) is None:
        return None
    return _DRAW[indicator.shape](t, indicator, description)
