"""One value of an indicator, read at a source."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from climact_issy.models import base


class Observation(base.Table, table=True):
    """One value of a place and a period; None is a gap, which stays a gap.

    `is_demo` is part of the key: a demo value never replaces a real one.
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
