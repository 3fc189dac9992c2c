"""What the record of a live figure says of its newest value.

Whether it is usual for its month and hour, where the figure goes, how it stands beside
the same time of an earlier year, how much it is for one person. What too few values
are known for is None, never a guess.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from climact_issy.domain.civic import PARIS
from climact_issy.domain.observations import SeriesKey, start_of

FEWEST_USUAL: Final = 10
"""Different days of a month, at least, before anything is called usual there."""
FEWEST_STEPS: Final = 5
"""Weeks, or values of a figure sampled now and then, before a trend is looked for."""
YEAR: Final = timedelta(days=364)
"""52 weeks: a Monday is held against a Monday."""
_DAY: Final = timedelta(days=1)


class Tell(StrEnum):
    """What may be told of a figure; a scale of classes is told none of it."""

    USUAL = "usual"
    TREND = "trend"
    BASELINE = "baseline"


class Rhythm(StrEnum):
    """How often a figure is measured, which says how its record is read."""

    HOURS = "hours"
    DAYS = "days"
    """Once a day or less: hours mean nothing, and weeks hold too few values."""

    @property
    def window(self) -> timedelta:
        """How long a time is compared with that of an earlier year."""
        return 4 * timedelta(weeks=1) if self is Rhythm.HOURS else YEAR

    @property
    def fewest(self) -> int:
        """Known days of such a time, at least, before it is compared."""
        return 20 if self is Rhythm.HOURS else 5


class Place(StrEnum):
    """Where a value stands in what is usual."""

    LOW = "low"
    INSIDE = "inside"
    HIGH = "high"


class Direction(StrEnum):
    """Where a figure goes; NONE when its slope may as well be zero."""

    FALL = "fall"
    RISE = "rise"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Range:
    """What is usual, in the unit of the figure: low to high, at least 8 times in 10."""

    low: float
    middle: float
    high: float

    def place_of(self, value: float) -> Place:
        """Return where a value stands; either end is still usual."""
        if value < self.low:
            return Place.LOW
        return Place.HIGH if value > self.high else Place.INSIDE


@dataclass(frozen=True, slots=True)
class Usual:
    """What the record shows of one month, and of one hour of its days.

    Attributes:
        month: 1 to 12, on the clock of Paris.
        hour: 0 to 23, None for a figure that hours mean nothing to.
        days: different days known.
        range: None under ten days.
    """

    month: int
    hour: int | None
    days: int
    range: Range | None

    def is_of(self, at: datetime) -> bool:
        """Whether an instant lies in that month and hour."""
        local = at.astimezone(PARIS)
        return local.month == self.month and self.hour in {None, local.hour}


@dataclass(frozen=True, slots=True)
class Slope:
    """A slope per year with its 95 % interval, in the unit of the figure."""

    low: float
    central: float
    high: float

    @property
    def direction(self) -> Direction:
        """Where it goes: nowhere when zero lies in the interval."""
        if self.low > 0:
            return Direction.RISE
        return Direction.FALL if self.high < 0 else Direction.NONE


@dataclass(frozen=True, slots=True)
class Trend:
    """Where a figure goes, over a year at most.

    Attributes:
        steps: weeks known, or values of a figure sampled now and then.
        span: first and last day they are of, None without any.
        slope: None under five steps.
    """

    steps: int
    span: tuple[date, date] | None
    slope: Slope | None

    @property
    def is_whole_year(self) -> bool:
        """Whether a whole round of seasons is in it."""
        # The first week may have begun some days after the first day that is looked at.
        span = self.span
        return span is not None and span[1] - span[0] >= YEAR - timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The last weeks beside the same ones of an earlier year.

    Attributes:
        change: of their mean, in percent, None where either is too little known.
        days: known days of the last weeks.
        span: first and last day of those of the earlier year, None without one.
    """

    change: float | None
    days: int
    span: tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What was computed when the newest values came.

    Attributes:
        key: what is measured where.
        period: of the newest value.
        computed_at: aware instant.
        n: known values it rests on.
        days: known days among them.
        span: first and last of these days.
        usual: None where it is not told of this figure.
        trend: the same.
        baseline: the same.
        per_person: newest value by person, None where nobody counted the people of
            that year and place.
        people: how many, None where nobody counted them.
    """

    key: SeriesKey
    period: str
    computed_at: datetime
    n: int
    days: int
    span: tuple[date, date]
    usual: Usual | None = None
    trend: Trend | None = None
    baseline: Baseline | None = None
    per_person: float | None = None
    people: int | None = None


def window(last: date, rhythm: Rhythm, years: int = 0) -> tuple[date, date]:
    """Return the first and the last day of a time that is compared.

    Args:
        last: day of the newest value.
        rhythm: of the figure.
        years: how many years before; 0 is the newest time.
    """
    end = last - years * YEAR
    return end - rhythm.window + _DAY, end


def month_and_hour(period: str, rhythm: Rhythm) -> tuple[int, int | None]:
    """Return the month of a period and, where hours mean something, its hour."""
    at = start_of(period).astimezone(PARIS)
    return at.month, at.hour if rhythm is Rhythm.HOURS else None
