"""What may honestly be said of a series: a level, a trend, or nothing.

A level exists only where an official ceiling or threshold exists; a trend only from
five values on, and only when the Mann-Kendall test finds one (two-sided, 5 %).
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from climact_issy.domain.indicators import Indicator, Level, Point, Shape, Status
from climact_issy.presenters.charts_by_year import results
from climact_issy.presenters.charts_stairs import ceiling_year, planned

FEWEST_FOR_TREND: Final = 5
TREND_WINDOW: Final = 30
"""Thirty values at most: thirty years make a climate normal."""
SIGNIFICANT: Final = 1.96
"""Two-sided 5 % of the normal law."""
HALF: Final = 0.5
LIVE: Final = frozenset({Shape.HOURS, Shape.DAYS, Shape.CLASSES})
"""Shapes of figures that sources renew: too short for a trend."""


class Trend(StrEnum):
    """Where a series goes."""

    FALL = "fall"
    RISE = "rise"
    STEADY = "steady"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast emissions go down, beside how fast they must.

    Attributes:
        left: what is still to go down to the ceiling.
        needed: what must go down each year.
        done: what went down in the last year, None when the year before is a gap.
        until: year of the ceiling.
    """

    left: float
    needed: float
    done: float | None
    until: int


def pace(indicator: Indicator) -> Pace | None:
    """Compare the last yearly fall with the one that the ceiling asks for."""
    known, until = results(indicator), ceiling_year(indicator)
    if not known or until is None or indicator.ceiling is None:
        return None
    last = max(known)
    value = known[last].value or 0.0
    before = known.get(last - 1)
    steps = planned(indicator)
    return Pace(
        left=value - indicator.ceiling,
        needed=value - steps[last + 1] if steps else 0.0,
        done=(before.value or 0.0) - value if before else None,
        until=until,
    )


def level(indicator: Indicator) -> Level:
    """Return the level against the official ceiling, NONE where there is none.

    Stairs are judged by their pace: at least the yearly fall asked for is good,
    at least half of it is to watch, less is to act. Any other series has met its
    target or has not, which is to watch and no more. A class has the level of its own.
    """
    if indicator.classes is not None:
        latest = indicator.latest
        grade = indicator.classes.grade(latest.value if latest else None)
        return grade.level if grade else Level.NONE
    if indicator.ceiling is None or indicator.latest is None:
        return Level.NONE
    if indicator.shape is Shape.STAIRS:
        return _against_pace(pace(indicator))
    return _against_threshold(indicator, indicator.latest)


def _against_pace(found: Pace | None) -> Level:
    """Judge the last yearly fall by the one that the ceiling asks for."""
    if found is not None and found.left <= 0:
        return Level.GOOD
    if found is None or found.done is None:
        return Level.NONE
    if found.done >= found.needed:
        return Level.GOOD
    return Level.WATCH if found.done >= HALF * found.needed else Level.ACT


def _against_threshold(indicator: Indicator, latest: Point) -> Level:
    """Judge a value by its target: met, or still to be met."""
    if indicator.lower_is_better is None or indicator.ceiling is None:
        return Level.NONE
    value = latest.value or 0.0
    is_good = (
        value <= indicator.ceiling
        if indicator.lower_is_better
        else value >= indicator.ceiling
    )
    return Level.GOOD if is_good else Level.WATCH


def trend(indicator: Indicator) -> tuple[Trend, str] | None:
    """Return where the main series goes and since when, None under five values.

    Returns:
        The trend and the first period of the window it was read on.
    """
    points = [
        p
        for p in indicator.series[0].points
        if p.value is not None and p.status is not Status.TARGET
    ]
    if indicator.shape in {Shape.PROFILE, Shape.SHARES} | LIVE or indicator.is_demo:
        return None
    if len(points) < FEWEST_FOR_TREND:
        return None
    window = points[-TREND_WINDOW:]
    return _mann_kendall([p.value or 0.0 for p in window]), window[0].period


def _mann_kendall(values: list[float]) -> Trend:
    """Count rises and falls between all pairs; chance alone gives about as many."""
    count = len(values)
    score = sum((b > a) - (b < a) for a, b in combinations(values, 2))
    spread = math.sqrt(count * (count - 1) * (2 * count + 5) / 18)
    if (abs(score) - 1) / spread < SIGNIFICANT:
        return Trend.STEADY
    return Trend.RISE if score > 0 else Trend.FALL
