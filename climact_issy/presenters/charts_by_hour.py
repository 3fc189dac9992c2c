"""A chart along the hours of the last known day; a missing value breaks the line."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from climact_issy.domain.civic import PARIS
from climact_issy.domain.indicators import Indicator
from climact_issy.domain.observations import start_of
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

DAY: Final = timedelta(hours=24)
TICK_HOURS: Final = 6
NEAR, STEEP = 150, 20
"""A fall of so many units within so many brings the line through the label."""

Spot = tuple[float, float]


def hours(t: Translator, indicator: Indicator, description: str) -> Chart:
    """Draw the values of the 24 hours that end at the newest one."""
    points = [(start_of(p.period), p.value) for p in indicator.series[0].points]
    end = max(when for when, value in points if value is not None)
    shown = [(when, value) for when, value in points if end - DAY <= when <= end]
    scale = scale_over([value for _, value in shown if value is not None])
    runs = _runs(
        [
            (WIDTH * (1 - (end - when) / DAY), None if v is None else scale.y(v))
            for when, v in shown
        ],
        WIDTH * (_step(shown) / DAY) * 1.5,
    )
    marks = [Mark("grid", level_line(scale.y(step))) for step in scale.steps()[1:]]
    for run in runs:
        path = "M" + "L".join(f"{at(x)} {at(y)}" for x, y in run)
        if len(runs) == 1:
            marks.append(Mark("area", f"{path}V{HEIGHT}H{at(run[0][0])}Z"))
        marks.append(Mark("line", path) if len(run) > 1 else Mark("dot", path + "h0"))
    x, y = runs[-1][-1]
    marks += [
        Mark("dot last", f"M{at(x)} {at(y)}h0"),
        Mark("ground", level_line(HEIGHT)),
    ]
    newest = (
        t.number(indicator.latest.value or 0, indicator.digits)
        if indicator.latest
        else ""
    )
    kind = "big below" if _comes_down(runs[-1]) else "big"
    return Chart(
        "line",
        description,
        WIDTH,
        HEIGHT,
        tuple(marks),
        labels=(Label(kind, newest, percent(x, WIDTH), percent(y, HEIGHT), "end"),),
        ticks=_ticks(t, end),
        levels=tuple(
            Tick(t.number(step), percent(scale.y(step), HEIGHT))
            for step in scale.steps()
        ),
    )


def _comes_down(run: list[Spot]) -> bool:
    """Whether the line arrives from above, where the label would stand."""
    x, y = run[-1]
    near = [at_y for at_x, at_y in run if x - at_x <= NEAR]
    return min(near) < y - STEEP


def _step(shown: list[tuple[datetime, float | None]]) -> timedelta:
    """Return the shortest time between two values."""
    return min((b - a for (a, _), (b, _) in pairwise(shown)), default=DAY)


def _runs(spots: list[tuple[float, float | None]], longest: float) -> list[list[Spot]]:
    """Group spots into unbroken lines; neither a gap nor a hole is crossed."""
    found: list[list[Spot]] = []
    before: float | None = None
    for x, y in spots:
        if y is None:
            before = None
            continue
        if before is None or x - before > longest:
            found.append([])
        found[-1].append((x, y))
        before = x
    return found


def _ticks(t: Translator, end: datetime) -> tuple[Tick, ...]:
    """Name every sixth hour of Paris."""
    last = end.astimezone(PARIS).replace(minute=0)
    ticks: list[Tick] = []
    for back in range(25):
        hour = (last.astimezone(end.tzinfo) - timedelta(hours=back)).astimezone(PARIS)
        if hour.hour % TICK_HOURS == 0 and end - hour <= DAY:
            place = WIDTH * (1 - (end - hour) / DAY)
            ticks.append(
                Tick(t("{hour}\u00a0h", hour=hour.hour), percent(place, WIDTH))
            )
    return tuple(reversed(ticks))
