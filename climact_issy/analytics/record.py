"""The days of a figure, as a trend and a comparison want them.

Columns in: `period` (civic day, text), `n` (known values), `expected` (values without
a gap, 0 = unknown) and `mean` (float64), one row a known day, in order.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import pandas  # noqa: ICN001  # pyright: ignore[reportMissingTypeStubs] - partly typed

from climact_issy.analytics import compare

# As in resample.py: the tests of this module check what pandas returns.
pd: Any = pandas
Frame = Any

COLUMNS: Final = ("period", "n", "expected", "mean")
WHOLE: Final = 0.75
"""Of a day, at least: its nights alone are no mean of it."""
DAYS_OF_WEEK: Final = 5
"""Known days of a week, at least."""

Span = tuple[date, date]


def table(rows: Sequence[Sequence[Any]]) -> Frame:
    """Return rows of COLUMNS, in order, as the table that this module reads."""
    found = pd.DataFrame([tuple(row) for row in rows], columns=list(COLUMNS))
    return found.astype({"n": "int64", "expected": "int64", "mean": "float64"})


def whole_days(days: Frame) -> Frame:
    """Return the days that are known enough to stand for themselves."""
    is_whole = days["n"] >= WHOLE * days["expected"]
    return days[is_whole].reset_index(drop=True)


def within(days: Frame, span: Span) -> Frame:
    """Return the days of a span, both ends included."""
    first, last = (day.isoformat() for day in span)
    return days[days["period"].between(first, last)].reset_index(drop=True)


def by_day(days: Frame) -> Frame:
    """Return the days as columns `at` (UTC) and `value`."""
    at = pd.to_datetime(days["period"], utc=True)
    return pd.DataFrame({"at": at, "value": days["mean"]})


def by_week(days: Frame) -> Frame:
    """Return the means of the weeks that are known enough, at their Mondays.

    A week has every day of the week in it, so that a Sunday makes no trend.
    """
    table = by_day(days)
    monday = table["at"] - pd.to_timedelta(table["at"].dt.day_of_week, unit="D")
    weeks = table["value"].groupby(monday.rename("at")).agg(["count", "mean"])
    known = weeks[weeks["count"] >= DAYS_OF_WEEK].reset_index()
    return pd.DataFrame({"at": known["at"], "value": known["mean"]})


def change(days: Frame, recent: Span, before: Span, fewest: int) -> float | None:
    """Return the change of the mean from one span to another, in percent.

    Args:
        days: the whole record.
        recent: the newer span.
        before: the older one, which is the baseline.
        fewest: known days of either span, at least.

    Returns:
        None where too little is known, or the baseline is zero.
    """
    if any(len(within(days, span)) < fewest for span in (recent, before)):
        return None
    table = days.rename(columns={"mean": "value"})[["period", "value"]]
    first, last = (day.isoformat() for day in before)
    try:
        against = compare.against_baseline(table, first, last)
    except ValueError:
        return None
    return float(within(against, recent)["value"].mean())


def shared(day: str, value: float | None, people: Mapping[str, int]) -> float | None:
    """Return one value by person, None where nobody counted the people of its year.

    Args:
        day: civic day of the value.
        value: in its own unit; None is a gap.
        people: residents by year, each above zero.
    """
    told = pd.DataFrame({"period": [day], "value": [value]}, dtype="object")
    found = compare.per_person(told.astype({"value": "float64"}), dict(people))
    known = found["value"].dropna()
    return None if known.empty else float(known.iloc[0])
