"""A season of the game."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from climact_issy.models import base


class Season(base.Table, table=True):
    """One season, or the pause after it; two never start on the same day.

    `kind` is "season" or "pause"; `closed_at` is when the final standings were kept.
    """

    __table_args__ = (CheckConstraint("ends_on > starts_on", name="dates"),)

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=20, unique=True)
    name_fr: str = Field(max_length=80)
    name_en: str = Field(max_length=80)
    starts_on: date = Field(unique=True)
    ends_on: date = Field(index=True)
    opened_at: datetime
    kind: str = base.added_text(8, "season")
    closed_at: datetime | None = None
