"""Two figures side by side: what both know, and what may be computed from it.

Periods are counted in whole numbers (a year is its number, a civic day its ordinal),
so that two tracks of one rhythm stand on one axis. A gap is never filled.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from climact_issy.domain.comparisons import known
from climact_issy.domain.indicators import Indicator, Point, Shape

BASE: Final = 100.0
"""What an index says at its base period."""
FEWEST_IN_COMMON: Final = 2
"""A single common period says nothing of how two figures move."""
BY_YEAR: Final = frozenset({Shape.STAIRS, Shape.LINE, Shape.BARS, Shape.STRIPES})


class Rhythm(StrEnum):
    """How often a figure has a value; NONE = it is no series in time."""

    YEAR = "year"
    DAY = "day"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Track:
    """The results of one figure, in order of time.

    Attributes:
        rhythm: what its numbers count.
        points: every result by its period, each with a value; a gap has none.
    """

    rhythm: Rhythm
    points: Mapping[int, Point]

    @property
    def values(self) -> dict[int, float]:
        """The values by period, in the unit of the figure."""
        return {at: p.value for at, p in self.points.items() if p.value is not None}

    @property
    def has_true_zero(self) -> bool:
        """Whether zero means "nothing": a share of what goes below it means nothing."""
        return all(value >= 0 for value in self.values.values())


@dataclass(frozen=True, slots=True)
class Move:
    """From the first common period to the last one.

    Attributes:
        before: the older point, which has a value.
        after: the newer point, which has a value.
        difference: after minus before, in the unit of the figure.
        share: difference out of the older value; None where that is not above zero,
            or where the figure goes below zero anywhere.
    """

    before: Point
    after: Point
    difference: float
    share: float | None


def by_year(indicator: Indicator) -> Track:
    """Return the yearly results of a figure; none of one that is no such series."""
    if indicator.shape not in BY_YEAR or indicator.is_demo:
        return Track(Rhythm.NONE, {})
    return _track(Rhythm.YEAR, indicator.series[0].points)


def by_day(points: Iterable[Point]) -> Track:
    """Return the values of civic days ("2026-11-03") as a track."""
    return _track(Rhythm.DAY, points)


def common(one: Track, other: Track) -> tuple[int, ...]:
    """Return the periods that both know, in order; none between two rhythms."""
    if one.rhythm is not other.rhythm or one.rhythm is Rhythm.NONE:
        return ()
    return tuple(sorted(one.points.keys() & other.points.keys()))


def axis(one: Track, other: Track) -> tuple[int, ...]:
    """Return every period of the time that both may be drawn on.

    It begins where both have begun and ends with the newest value of either, so that
    neither a gap nor a value that came late is left out. Empty without any common
    period.
    """
    if not common(one, other):
        return ()
    first = max(min(one.points), min(other.points))
    last = max(*one.points, *other.points)
    return tuple(range(first, last + 1))


def base(one: Track, other: Track) -> int | None:
    """Return the period where both indices are 100, None where they mean nothing.

    It is the first common one where both are above zero. A figure that goes below
    zero has no index, nor has a single common period.
    """
    if not (one.has_true_zero and other.has_true_zero):
        return None
    both = common(one, other)
    if len(both) < FEWEST_IN_COMMON:
        return None
    here, there = one.values, other.values
    return next((at for at in both if here[at] > 0 and there[at] > 0), None)


def index(track: Track, at: int) -> dict[int, float]:
    """Return a track as an index: 100 at the period `at`, where it is above zero.

    Raises:
        ValueError: the track is not above zero there.
    """
    values = track.values
    start = values.get(at, 0.0)
    if start <= 0:
        raise ValueError(at)
    # Divided first: the index of the largest number there is stays a number.
    return {period: value / start * BASE for period, value in values.items()}


def move(track: Track, periods: tuple[int, ...]) -> Move | None:
    """Return how a track went from the first to the last of some of its periods.

    Args:
        track: it knows all these periods.
        periods: in order; under two of them nothing has moved.
    """
    if len(periods) < FEWEST_IN_COMMON:
        return None
    values = track.values
    before, after = values[periods[0]], values[periods[-1]]
    share = (after - before) / before if before > 0 and track.has_true_zero else None
    return Move(
        track.points[periods[0]], track.points[periods[-1]], after - before, share
    )


def _track(rhythm: Rhythm, points: Iterable[Point]) -> Track:
    found = {number_of(p.period, rhythm): p for p in known(tuple(points))}
    return Track(rhythm, dict(sorted(found.items())))


def number_of(period: str, rhythm: Rhythm) -> int:
    """Return the number of a period: "2024" is 2024, a day is its ordinal."""
    if rhythm is Rhythm.DAY:
        return date.fromisoformat(period).toordinal()
    return int(period[:4])
