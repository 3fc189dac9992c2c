"""A figure that sources renew: its newest value, its last day, its last weeks."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from climact_issy.domain.observations import Freshness, SeriesKey
from climact_issy.domain.summaries import Summary


@dataclass(frozen=True, slots=True)
class Sample:
    """One value; None is a gap.

    Attributes:
        period: see domain/observations.py.
        value: in the unit of the figure.
    """

    period: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Mean:
    """The known values of one hour, day or month.

    Attributes:
        period: of Paris.
        n: known values.
        expected: values without any gap, 0 = unknown.
        mean: of the known values.
        low: the smallest one.
        high: the largest one.
    """

    period: str
    n: int
    expected: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a live figure; at most 300 values in all.

    Attributes:
        key: what is measured where.
        newest: newest value, None when none was ever read.
        unit: as the source writes it, "" without a value.
        source: name of the source of the newest value, "" without one.
        retrieved_at: when that value was first read.
        freshness: its age, and whether it may be called "now".
        step: time between two values without a gap, None when it is irregular.
        recent: the 24 hours up to the newest value, in order; of a source without
            a step, the year up to it; of daily values, the thirty days.
        days: means of the 30 days up to that day, in order; days without any value
            have none.
        is_failing: whether a source of this figure does not answer just now.
        summary: what its record says, None when nothing was computed.
        is_brought: whether staff brought the newest value in a table.
        producer: who makes the values of that source, "" where nobody is known.
    """

    key: SeriesKey
    newest: Sample | None
    unit: str
    source: str
    retrieved_at: datetime | None
    freshness: Freshness
    step: timedelta | None
    recent: tuple[Sample, ...]
    days: tuple[Mean, ...]
    is_failing: bool
    summary: Summary | None = None
    is_brought: bool = False
    producer: str = ""
