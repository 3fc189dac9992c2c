"""A chart of samples taken now and then over a year: each stands alone, as a dot.

No line joins them, since nobody knows what was between two samples.
"""

from datetime import date, datetime, timedelta
from typing import Final

from climact_issy.domain.civic import civic_day, day_bounds
from climact_issy.domain.indicators import Indicator
from climact_issy.domain.observations import start_of
from climact_issy.presenters.charts_by_year import ceiling_label
from climact_issy.presenters.drawing import (
    HEIGHT,
    WIDTH,
    Chart,
    Label,
    Mark,
    Tick,
    at,
    level_line,
    percent,
    scale_over,
)
from climact_issy.texts import Translator

YEAR: Final = timedelta(days=365)
LEFT: Final = 20
"""The oldest dot keeps so much away from the edge."""
MONTHS_APART: Final = 3


def days(t: Translator, indicator: Indicator, description: str) -> Chart:
    """Draw the samples of the year that ends at the newest one."""
    points = [
        (start_of(p.period), p.value)
        for p in indicator.series[0].points
        if p.value is not None
    ]
    end, newest = points[-1]
    ceiling = [] if indicator.ceiling is None else [indicator.ceiling]
    scale = scale_over([*(value for _, value in points), *ceiling])
    spots = [(_x(end, when), scale.y(value)) for when, value in points]
    marks = [Mark("grid", level_line(scale.y(step))) for step in scale.steps()[1:]]
    marks += [Mark("shore", level_line(scale.y(value))) for value in ceiling]
    marks += [Mark("dot", f"M{at(x)} {at(y)}h0") for x, y in spots[:-1]]
    x, y = spots[-1]
    marks += [
        Mark("dot last", f"M{at(x)} {at(y)}h0"),
        Mark("ground", level_line(HEIGHT)),
    ]
    told = t.number(newest, indicator.digits)
    labels = [Label("big", told, percent(x, WIDTH), percent(y, HEIGHT), "end")]
    labels += [ceiling_label(t, indicator, scale) for _ in ceiling]
    return Chart(
        "line",
        description,
        WIDTH,
        HEIGHT,
        tuple(marks),
        labels=tuple(labels),
        ticks=_ticks(t, end),
        levels=tuple(
            Tick(t.number(step), percent(scale.y(step), HEIGHT))
            for step in scale.steps()
        ),
    )


def _x(end: datetime, when: datetime) -> float:
    return LEFT + (WIDTH - LEFT) * (1 - (end - when) / YEAR)


def _ticks(t: Translator, end: datetime) -> tuple[Tick, ...]:
    """Name the first day of every third month of the year shown."""
    ticks: list[Tick] = []
    month = civic_day(end).replace(day=1)
    while (start := day_bounds(month)[0]) >= end - YEAR:
        ticks.append(Tick(t.date(month, "MMM y"), percent(_x(end, start), WIDTH)))
        month = _months_before(month)
    return tuple(reversed(ticks))


def _months_before(month: date) -> date:
    number = month.year * 12 + month.month - 1 - MONTHS_APART
    return date(number // 12, number % 12 + 1, 1)
