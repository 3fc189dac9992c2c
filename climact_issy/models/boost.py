"""Boosts: which measure opened which challenge."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from climact_issy.models import base


class Boost(base.Table, table=True):
    """What was measured when a rule opened a challenge; one a rule and period.

    It says what was known then, and stays so when the source corrects its figure.
    `threshold` is None when the value was compared with nothing (by hand, in a
    demonstration: `is_recorded`). It goes with its challenge, which is never deleted.
    """

    __table_args__ = (UniqueConstraint("rule", "period", name="uq_boost_rule"),)

    id: int | None = Field(default=None, primary_key=True)
    challenge_id: int = Field(
        foreign_key="challenge.id", ondelete="CASCADE", unique=True
    )
    rule: str = Field(max_length=base.SLUG_LENGTH)
    indicator: str = Field(max_length=base.SLUG_LENGTH)
    series: str = Field(max_length=base.SLUG_LENGTH)
    place: str = Field(max_length=base.SLUG_LENGTH)
    comparison: str = Field(max_length=16)
    period: str = Field(max_length=40)
    value: float
    unit: str = Field(max_length=40)
    source: str = Field(max_length=60)
    threshold: float | None = None
    opened_at: datetime
    is_recorded: bool = False
