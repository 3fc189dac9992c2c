"""Values of indicators, read at sources: the newest ones, their past, their means."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Index

from climact_issy.models import base


class Observation(base.Table, table=True):
    """One value of a place and a period; None is a gap, which stays a gap.

    `is_demo` is part of the key: a demo value never replaces a real one.
    `retrieved_at` is when this value was first read: reading it again changes nothing.
    """

    __table_args__ = (
        UniqueConstraint(
            "indicator",
            "series",
            "place",
            "period",
            "source",
            "is_demo",
            name="uq_observation_key",
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    indicator: str = Field(max_length=base.SLUG_LENGTH)
    series: str = Field(default="main", max_length=base.SLUG_LENGTH)
    place: str = Field(max_length=base.SLUG_LENGTH)
    period: str = Field(max_length=40)
    value: float | None = None
    unit: str = Field(max_length=40)
    kind: str = Field(max_length=16)
    source: str = Field(max_length=60)
    retrieved_at: datetime
    raw_payload_id: int | None = Field(
        default=None, foreign_key="raw_payload.id", ondelete="SET NULL", index=True
    )
    is_demo: bool = False


class ObservationRevision(base.Table, table=True):
    """A figure that its source corrected: the old one stays here. Append-only.

    `new_value` None means that the source took its figure back.
    """

    __table_args__ = (
        Index(
            "ix_observation_revision_period", "indicator", "series", "place", "period"
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    indicator: str = Field(max_length=base.SLUG_LENGTH)
    series: str = Field(max_length=base.SLUG_LENGTH)
    place: str = Field(max_length=base.SLUG_LENGTH)
    period: str = Field(max_length=40)
    source: str = Field(max_length=60)
    old_value: float
    new_value: float | None = None
    old_retrieved_at: datetime
    new_retrieved_at: datetime


class ObservationReject(base.Table, table=True):
    """Something in a payload that could not be taken; only the newest are kept."""

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(max_length=60, index=True)
    reason: str = Field(max_length=20)
    excerpt: str = Field(max_length=200)
    rejected_at: datetime
    raw_payload_id: int | None = Field(
        default=None, foreign_key="raw_payload.id", ondelete="SET NULL", index=True
    )


class ObservationBin(base.Table, table=True):
    """The known values of one hour, day or month of Paris, computed by ingestion.

    A page reads these, so that ten years of quarter hours cost it a few hundred rows.
    `expected` is how many values the period would have without a gap, 0 = unknown.
    """

    __table_args__ = (CheckConstraint("n > 0", name="n"),)

    indicator: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    series: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    place: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    resolution: str = Field(max_length=8, primary_key=True)
    period: str = Field(max_length=40, primary_key=True)
    n: int
    expected: int
    mean: float
    low: float
    high: float


class ObservationSummary(base.Table, table=True):
    """What the record of a figure says of its newest value, computed by ingestion.

    One row a figure, written again when its values change; the page puts it into words.
    A group of columns is null where it is not told of the figure, or where too little
    is known. Slopes are per year, changes in percent, days are civic days.
    """

    __table_args__ = (CheckConstraint("n > 0", name="n"),)

    indicator: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    series: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    place: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    period: str = Field(max_length=40)
    computed_at: datetime
    n: int
    days: int
    first_day: date
    last_day: date
    usual_month: int | None = None
    usual_hour: int | None = None
    usual_days: int | None = None
    usual_low: float | None = None
    usual_middle: float | None = None
    usual_high: float | None = None
    trend_steps: int | None = None
    trend_first_day: date | None = None
    trend_last_day: date | None = None
    trend_low: float | None = None
    trend_central: float | None = None
    trend_high: float | None = None
    baseline_days: int | None = None
    baseline_change: float | None = None
    baseline_first_day: date | None = None
    baseline_last_day: date | None = None
    per_person: float | None = None
    people: int | None = None
