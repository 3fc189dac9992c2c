"""A series beside a number of people, or beside a reference period.

Columns in: `period` (text, see domain/observations.py) and `value` (float64, NaN is a
gap). Columns out: the same, so that one can follow another.
"""

from typing import Any

Frame = Any


def per_person(table: Frame, people: dict[str, int]) -> Frame:
    """Divide each value by the people of its year; a year without a count is a gap.

    Args:
        table: columns `period` and `value`.
        people: residents by year ("2023"), each above zero.

    Raises:
        ValueError: somebody counted nobody.
    """
    if any(count <= 0 for count in people.values()):
        msg = "a number of people is above zero"
        raise ValueError(msg)
    counts = table["period"].str.slice(0, 4).map(people).astype("float64")
    return table.assign(value=table["value"] / counts)


def against_baseline(table: Frame, first: str, last: str) -> Frame:
    """Return each value as a change, in percent, against the mean of a baseline.

    Args:
        table: columns `period` and `value`.
        first: first period of the baseline.
        last: its last one, included.

    Raises:
        ValueError: the baseline has no known value, or its mean is zero.
    """
    inside = table["period"].between(first, last)
    mean = table["value"][inside].mean()
    if not mean or mean != mean:  # noqa: PLR0124 - NaN is the one number unlike itself
        msg = f"nothing to compare with from {first} to {last}"
        raise ValueError(msg)
    return table.assign(value=(table["value"] / mean - 1) * 100)
