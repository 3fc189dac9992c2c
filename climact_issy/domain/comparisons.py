"""What makes a value readable: the years before, the aim, the rest of its series.

Everything is computed from the points of a series alone. A gap is never filled: what
needs a value that is missing is None.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from climact_issy.domain.indicators import Point, Status


@dataclass(frozen=True, slots=True)
class Change:
    """From one value of a series to another.

    Attributes:
        before: the older point, which has a value.
        after: the newer point, which has a value.
        difference: after minus before, in the unit of the series.
        share: difference out of the older value, None where that is not above 0.
    """

    before: Point
    after: Point
    difference: float
    share: float | None


@dataclass(frozen=True, slots=True)
class ToGo:
    """What is left to an aim.

    Attributes:
        left: what is still to go down, above 0, in the unit of the series.
        years: years from the newest value to the aim, at least 1.
        a_year: what must go down each year.
    """

    left: float
    years: int
    a_year: float


def known(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points that tell a result: a value that is not an aim."""
    return tuple(
        point
        for point in points
        if point.value is not None and point.status is not Status.TARGET
    )


def change(before: Point, after: Point) -> Change | None:
    """Compare two points, None where one has no value."""
    if before.value is None or after.value is None:
        return None
    difference = after.value - before.value
    share = difference / before.value if before.value > 0 else None
    return Change(before, after, difference, share)


def since_first(points: Sequence[Point]) -> Change | None:
    """Compare the newest result with the oldest, None under two of them."""
    found = known(points)
    return change(found[0], found[-1]) if len(found) > 1 else None


def since_year_before(points: Sequence[Point]) -> Change | None:
    """Compare the newest result with that of the year before, None at a gap."""
    found = known(points)
    if len(found) < 2:  # noqa: PLR2004 - a comparison takes two
        return None
    before, after = found[-2:]
    is_next = int(after.period[:4]) - int(before.period[:4]) == 1
    return change(before, after) if is_next else None


def since_lowest(points: Sequence[Point]) -> Change | None:
    """Compare the newest result with the lowest one before it, None where it is it."""
    found = known(points)
    if not found:
        return None
    lowest = min(found, key=lambda point: point.value or 0.0)
    return change(lowest, found[-1]) if lowest != found[-1] else None


def to_go(latest: Point, aim: float, until: int) -> ToGo | None:
    """Say what is left to an aim, None where it is met or its year is over."""
    if latest.value is None or latest.value <= aim:
        return None
    years = until - int(latest.period[:4])
    if years < 1:
        return None
    left = latest.value - aim
    return ToGo(left, years, left / years)


def higher(points: Sequence[Point]) -> int | None:
    """Count the results above the newest one, None without any."""
    found = known(points)
    if not found:
        return None
    newest = found[-1].value or 0.0
    return sum((point.value or 0.0) > newest for point in found)


def mean(points: Sequence[Point], first: int, last: int) -> float | None:
    """Return the mean of the years first to last, None where one is missing."""
    by_year = {int(p.period[:4]): p.value or 0.0 for p in known(points)}
    years = range(first, last + 1)
    if not years or any(year not in by_year for year in years):
        return None
    return sum(by_year[year] for year in years) / len(years)


def a_year(points: Sequence[Point], first: int, last: int) -> float | None:
    """Return the mean change a year between two years, None where one is missing."""
    by_year = {int(p.period[:4]): p.value or 0.0 for p in known(points)}
    if first >= last or first not in by_year or last not in by_year:
        return None
    return (by_year[last] - by_year[first]) / (last - first)


def times(points: Sequence[Point]) -> float | None:
    """Return how many times the lowest result the highest is, None if not above 0."""
    values = [point.value or 0.0 for point in known(points)]
    if not values or min(values) <= 0:
        return None
    return max(values) / min(values)
