"""Whether a value is usual: beside those of the same month and hour of the record.

Columns in: `at` (datetime64, UTC) and `value` (float64, NaN is a gap); where the values
are means, also `low` and `high`, the ends of what each is the mean of. Months and hours
are those of Paris.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from climact_issy.domain.civic import PARIS
from climact_issy.domain.summaries import FEWEST_USUAL

LOW: Final = 0.1
HIGH: Final = 0.9

Frame = Any


@dataclass(frozen=True, slots=True)
class Usual:
    """What the record shows of one month and hour, in the unit of the values.

    Attributes:
        low: at most one value in ten is lower.
        middle: half of the means are.
        high: at most one value in ten is higher.
        days: different days it rests on.
    """

    low: float
    middle: float
    high: float
    days: int


def alike(table: Frame, at: datetime, *, by_hour: bool = True) -> Frame:
    """Return the known values of the month of an instant, and of its hour if asked.

    Args:
        table: columns `at` and `value`.
        at: aware instant whose month and hour are looked for.
        by_hour: whether only the same hour of the day counts.

    Returns:
        Columns `day` (civic day), `value`, `low` and `high`.
    """
    known = table.dropna(subset=["value"])
    local = known["at"].dt.tz_convert(PARIS)
    wanted = at.astimezone(PARIS)
    same = local.dt.month == wanted.month
    if by_hour:
        same &= local.dt.hour == wanted.hour
    ends = {name: known.get(name, known["value"]) for name in ("low", "high")}
    return known.assign(day=local.dt.date, **ends)[same]


def usual(table: Frame, at: datetime, *, by_hour: bool = True) -> Usual | None:
    """Return what is usual at an instant, None when too few days are known.

    Args:
        table: columns `at` and `value`; the value to judge is not left out.
        at: aware instant whose month and hour are looked for.
        by_hour: whether only the same hour of the day counts.
    """
    found = alike(table, at, by_hour=by_hour)
    days = int(found["day"].nunique())
    if days < FEWEST_USUAL:
        return None
    # Means of an hour are closer together than its quarters: a quarter would look
    # unusual beside them. Beside the lowest and the highest of each hour it does not.
    low = float(found["low"].quantile(LOW))
    high = float(found["high"].quantile(HIGH))
    return Usual(low, float(found["value"].median()), high, days)
