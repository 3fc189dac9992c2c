"""What a source measured: values of a place and a period, and what was refused.

A period is text that sorts by time and says its own length: an instant in UTC
("2023-09-12T16:15Z"), a civic day ("2023-09-12"), a month ("2023-09") or a year
("2023"). Instants are in UTC, so the days on which the clocks change keep their 23
or 25 hours.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from climact_issy.domain.civic import civic_day, day_bounds

LONGEST_EXCERPT: Final = 200
"""Characters kept of what was refused: enough to find it in the raw payload."""
PATIENCE: Final = 4
"""A value older than so many paces of its source is not "now" any more."""

CLOCK_ERROR: Final = timedelta(minutes=10)
"""How far the clock of a source may run ahead of ours."""

_INSTANT: Final = "%Y-%m-%dT%H:%MZ"
_PERIODS: Final = re.compile(
    r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2})(?P<at>T\d{2}:\d{2}Z)?)?)?"
)


class Resolution(StrEnum):
    """How long a period is."""

    INSTANT = "instant"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Kind(StrEnum):
    """How a value was obtained."""

    REAL_TIME = "real_time"
    CONSOLIDATED = "consolidated"
    PUBLISHED = "published"
    FORECAST = "forecast"


class Refused(StrEnum):
    """Why one value of a payload was not taken."""

    NOT_A_NUMBER = "not_a_number"
    NOT_FINITE = "not_finite"
    OUT_OF_RANGE = "out_of_range"
    BAD_PERIOD = "bad_period"
    NO_TIME_ZONE = "no_time_zone"
    MISSING_FIELD = "missing_field"
    DUPLICATE = "duplicate"
    FUTURE = "future"
    UNKNOWN_SERIES = "unknown_series"
    OTHER_UNIT = "other_unit"
    OTHER_LENGTH = "other_length"
    MISSING_HOUR = "missing_hour"
    DOUBLE_HOUR = "double_hour"
    NO_RESULT = "no_result"
    UNKNOWN_WORD = "unknown_word"


class BadValue(ValueError):
    """A value of a payload cannot be read.

    Attributes:
        reason: why.
    """

    def __init__(self, reason: Refused) -> None:
        """Keep the reason."""
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What is measured where.

    Attributes:
        indicator: slug of the indicator.
        series: key of the series inside it.
        place: slug of the place.
    """

    indicator: str
    series: str
    place: str


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of a series and a period.

    Attributes:
        key: what is measured where.
        period: see the module.
        value: in `unit`; None is a gap, which stays a gap.
        unit: short unit, e.g. "gCO2/kWh".
        kind: how it was obtained.
    """

    key: SeriesKey
    period: str
    value: float | None
    unit: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Reject:
    """What could not be taken, and why; the raw payload holds the rest.

    Attributes:
        reason: why.
        excerpt: the start of it, one line.
    """

    reason: Refused
    excerpt: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What one payload says.

    Attributes:
        observations: one per series and period, in order.
        rejects: what could not be taken.
    """

    observations: tuple[Observation, ...] = ()
    rejects: tuple[Reject, ...] = ()


class Currency(StrEnum):
    """How fresh the newest value of a source is."""

    NONE = "none"
    CURRENT = "current"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Freshness:
    """The age of a value.

    Attributes:
        age: since the start of its period, never negative.
        currency: whether it may be called "now".
    """

    age: timedelta
    currency: Currency


def gather(found: Iterable[Observation | Reject]) -> Batch:
    """Sort what a payload says; of two values of one period the last one wins.

    The one that lost is said as a reject, since a source that repeats itself may
    hide a mistake of ours. A source may send periods in any order.
    """
    kept: dict[tuple[SeriesKey, str], Observation] = {}
    rejects: list[Reject] = []
    for item in found:
        if isinstance(item, Reject):
            rejects.append(item)
            continue
        place = (item.key, item.period)
        if place in kept:
            lost = kept[place]
            rejects.append(reject(Refused.DUPLICATE, f"{lost.period} {lost.value}"))
        kept[place] = item
    return Batch(tuple(kept[place] for place in sorted(kept)), tuple(rejects))


def sift(batch: Batch, now: datetime) -> Batch:
    """Refuse values of a time to come, forecasts excepted.

    One value dated far ahead would otherwise be the newest for years.

    Args:
        batch: what a payload says.
        now: when it was read, aware.
    """
    kept: list[Observation] = []
    rejects = list(batch.rejects)
    for found in batch.observations:
        if is_in_time(found, now):
            kept.append(found)
        else:
            rejects.append(reject(Refused.FUTURE, f"{found.period} {found.value}"))
    return Batch(tuple(kept), tuple(rejects))


def is_in_time(found: Observation, now: datetime) -> bool:
    """Whether the period of a value has begun, or the value is a forecast.

    Args:
        found: the value.
        now: when it was read, aware; the clock of its source may run a little ahead.
    """
    if found.kind is Kind.FORECAST:
        return True
    period, latest = found.period, now + CLOCK_ERROR
    # Text decides for instants; a day of Paris begins before the one of UTC.
    return period <= period_of(latest) or (
        resolution_of(period) is not Resolution.INSTANT and start_of(period) <= latest
    )


def reject(reason: Refused, excerpt: object) -> Reject:
    """Return a reject with a short excerpt on one line."""
    return Reject(reason, " ".join(str(excerpt).split())[:LONGEST_EXCERPT])


def field(row: Mapping[str, object], name: str) -> object:
    """Return a field that a row must have; its value may be None.

    Raises:
        BadValue: the row does not have it.
    """
    if name not in row:
        raise BadValue(Refused.MISSING_FIELD)
    return row[name]


def within(value: float | None, low: float, high: float) -> float | None:
    """Return a value that is possible, or a gap.

    Raises:
        BadValue: nothing real is so small or so large.
    """
    if value is not None and not low <= value <= high:
        raise BadValue(Refused.OUT_OF_RANGE)
    return value


def number(raw: object) -> float | None:
    """Read a number; sources also type them as text. None and "" are gaps.

    Raises:
        BadValue: it is no number, or not a finite one.
    """
    if raw is None or raw == "":
        return None
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise BadValue(Refused.NOT_A_NUMBER)
    try:
        value = float(raw)
    except (ValueError, OverflowError):
        raise BadValue(Refused.NOT_A_NUMBER) from None
    if not math.isfinite(value):
        raise BadValue(Refused.NOT_FINITE)
    return value


def instant(raw: object) -> datetime:
    """Read an instant written in ISO 8601 with its time zone; return it in UTC.

    Raises:
        BadValue: it is none, or nobody knows on which clock.
    """
    if not isinstance(raw, str):
        raise BadValue(Refused.BAD_PERIOD)
    try:
        found = datetime.fromisoformat(raw)
    except ValueError:
        raise BadValue(Refused.BAD_PERIOD) from None
    if found.utcoffset() is None:
        raise BadValue(Refused.NO_TIME_ZONE)
    try:
        return found.astimezone(UTC)
    except OverflowError:
        raise BadValue(Refused.BAD_PERIOD) from None


def day(raw: object) -> str:
    """Read a civic day, written as such or as an instant in it; return its period.

    Raises:
        BadValue: it is neither, or nobody knows on which clock.
    """
    if isinstance(raw, str) and "T" not in raw:
        if resolution_of(raw) is not Resolution.DAY:
            raise BadValue(Refused.BAD_PERIOD)
        start_of(raw)
        return raw
    return civic_day(instant(raw)).isoformat()


def period_of(at: datetime) -> str:
    """Return the period of an aware instant, to the minute.

    Raises:
        ValueError: the instant has no time zone.
    """
    if at.utcoffset() is None:
        msg = "an instant needs a time zone"
        raise ValueError(msg)
    return f"{at.astimezone(UTC):{_INSTANT}}".rjust(len("2023-09-12T16:15Z"), "0")


def resolution_of(period: str) -> Resolution:
    """Return how long a period is.

    Raises:
        BadValue: it is no period.
    """
    found = _PERIODS.fullmatch(period)
    if found is None:
        raise BadValue(Refused.BAD_PERIOD)
    if found["at"]:
        return Resolution.INSTANT
    if found["day"]:
        return Resolution.DAY
    return Resolution.MONTH if found["month"] else Resolution.YEAR


def start_of(period: str) -> datetime:
    """Return the first instant of a period in UTC; days start at midnight in Paris.

    Raises:
        BadValue: it is no period.
    """
    try:
        if resolution_of(period) is Resolution.INSTANT:
            return datetime.fromisoformat(period).astimezone(UTC)
        day = date.fromisoformat(period + "0000-01-01"[len(period) :])
        return day_bounds(day)[0]
    except (ValueError, OverflowError):
        raise BadValue(Refused.BAD_PERIOD) from None


def freshness(period: str | None, pace: timedelta | None, now: datetime) -> Freshness:
    """Say how old the newest value of a source is.

    The value of a civic day is of now as long as that day lasts, in Paris.

    Args:
        period: of the newest known value, None when there is none.
        pace: how often the source publishes, None = never again.
        now: aware instant.
    """
    if period is None:
        return Freshness(timedelta(0), Currency.NONE)
    age = max(now - start_of(period), timedelta(0))
    is_of_today = period == civic_day(now).isoformat()
    is_current = pace is not None and (is_of_today or age <= PATIENCE * pace)
    return Freshness(age, Currency.CURRENT if is_current else Currency.LATE)
