"""Where a series goes: a slope that a few odd values cannot bend, and its doubt.

Theil-Sen slope: the median of the slopes between all pairs of values. Its interval is
the one of Sen (1968), from the normal law of Kendall's sum without ties. Columns in:
`at` (datetime64, UTC, ascending) and `value` (float64, NaN is a gap and is left out).
"""

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

FEWEST: Final = 5
"""Fewer values show no trend."""
MOST: Final = 1000
"""Values compared at most: more are read at even distances."""
SECONDS_A_YEAR: Final = 365.25 * 86_400
_Z95: Final = 1.959964

Frame = Any


@dataclass(frozen=True, slots=True)
class Slope:
    """A slope, in units of the values per year.

    Attributes:
        central: median of the slopes between pairs.
        low: lower end of the 95 % interval.
        high: its upper end; the series goes nowhere when zero lies between.
        n: values it rests on.
    """

    central: float
    low: float
    high: float
    n: int


def slope(table: Frame) -> Slope | None:
    """Return the slope of a series, None under five values.

    Args:
        table: columns `at` and `value`.
    """
    known = table.dropna(subset=["value"])
    if len(known) > MOST:
        known = known.iloc[np.linspace(0, len(known) - 1, MOST).round().astype(int)]
    n = len(known)
    if n < FEWEST:
        return None
    seconds = known["at"].astype("int64").to_numpy() / _per_second(known)
    years = (seconds - seconds[0]) / SECONDS_A_YEAR
    values = known["value"].to_numpy(dtype="float64")
    first, second = np.triu_indices(n, k=1)
    slopes = np.sort((values[second] - values[first]) / (years[second] - years[first]))
    half = _Z95 * math.sqrt(n * (n - 1) * (2 * n + 5) / 18) / 2
    low = max(math.floor(len(slopes) / 2 - half), 0)
    high = min(math.ceil(len(slopes) / 2 + half), len(slopes) - 1)
    central = float(np.median(slopes))
    return Slope(central, float(slopes[low]), float(slopes[high]), n)


def _per_second(table: Frame) -> int:
    """Return how many units of its own clock a column of instants has a second."""
    return {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}[table["at"].dt.unit]
