"""From values at instants to hours, days and months of Paris, gaps counted.

Columns in: `at` (datetime64, UTC, ascending, each once) and `value` (float64, NaN is
a gap). Columns out: `period` (text, see domain/observations.py), `n` (known values),
`expected` (values the period would have without a gap, 0 = unknown), `mean`, `low`
and `high` in the unit of the values. A period without a known value has no row.
"""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import pandas  # noqa: ICN001  # pyright: ignore[reportMissingTypeStubs] - see below

from climact_issy.domain.civic import PARIS, civic_day, day_bounds
from climact_issy.domain.observations import Resolution, start_of

# pandas is only partly typed: what it returns is checked by the tests of this module.
pd: Any = pandas
Frame = Any
Column = Any

_HOUR: Final = "%Y-%m-%dT%H:%MZ"
_FORMS: Final = {Resolution.DAY: "%Y-%m-%d", Resolution.MONTH: "%Y-%m"}


def frame(starts: Sequence[datetime], values: Sequence[float | None]) -> Frame:
    """Return a table with the columns that this module reads.

    Args:
        starts: aware instants, in any order, each once.
        values: None is a gap.
    """
    told = [math.nan if value is None else value for value in values]
    table: Frame = pd.DataFrame(
        {"at": pd.to_datetime(list(starts), utc=True), "value": told}
    ).astype({"value": "float64"})
    return table.sort_values("at", ignore_index=True)


def resample(
    table: Frame, resolution: Resolution, step: timedelta | None = None
) -> Frame:
    """Return the means of one resolution.

    Args:
        table: columns `at` and `value`.
        resolution: hour, day or month.
        step: time between two values without a gap, None when it is irregular.
    """
    known = table.dropna(subset=["value"])
    labels = _labels(known["at"], resolution)
    told = known["value"].groupby(labels).agg(["count", "mean", "min", "max"])
    told.index.name = "period"
    found = told.reset_index()
    found.columns = ["period", "n", "mean", "low", "high"]
    found["expected"] = [
        _expected(period, resolution, step) for period in found["period"]
    ]
    return found[["period", "n", "expected", "mean", "low", "high"]]


def gaps(table: Frame, step: timedelta) -> Frame:
    """Return the unbroken gaps of a regular series.

    Args:
        table: columns `at` and `value`.
        step: time between two values without a gap.

    Returns:
        Columns `start` and `end` (instants of the first and of the last missing
        value) and `n` (missing values).
    """
    known = table.dropna(subset=["value"])["at"]
    before, after = known.iloc[:-1].reset_index(drop=True), known.iloc[1:]
    after = after.reset_index(drop=True)
    missing = ((after - before) // pd.Timedelta(step)) - 1
    holes = missing > 0
    return pd.DataFrame(
        {
            "start": before[holes] + step,
            "end": after[holes] - step,
            "n": missing[holes].astype("int64"),
        }
    ).reset_index(drop=True)


def _labels(at: Column, resolution: Resolution) -> Column:
    if resolution is Resolution.HOUR:
        # The clocks of Paris move by whole hours: its hours are those of UTC.
        return at.dt.floor("h").dt.strftime(_HOUR)
    return at.dt.tz_convert(PARIS).dt.strftime(_FORMS[resolution])


def _expected(period: str, resolution: Resolution, step: timedelta | None) -> int:
    if step is None:
        return 0
    if resolution is Resolution.HOUR:
        return int(timedelta(hours=1) / step)
    first = start_of(period)
    longest = timedelta(days=1 if resolution is Resolution.DAY else 31)
    # Half a day on is inside the next period, whatever the clocks did meanwhile.
    inside = civic_day(first + longest + timedelta(hours=12))
    after = inside if resolution is Resolution.DAY else inside.replace(day=1)
    return int((day_bounds(after)[0] - first) / step)
