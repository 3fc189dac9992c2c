"""Recognition that is not points: what people do already, and thanks."""

from datetime import date, datetime

from sqlmodel import Field

from climact_issy.models import base


class AlreadyDoing(base.Table, table=True):
    """An action that a person did before they came: recognised, without CO2e."""

    citizen_id: int = Field(
        primary_key=True, foreign_key="citizen.id", ondelete="CASCADE"
    )
    action: str = Field(max_length=base.SLUG_LENGTH, primary_key=True)
    said_at: datetime


class CityNote(base.Table, table=True):
    """A thank-you note of the city, to everybody or to one neighbourhood ("")."""

    id: int | None = Field(default=None, primary_key=True)
    text_fr: str = Field(max_length=280)
    text_en: str = Field(max_length=280)
    neighbourhood: str = Field(default="", max_length=base.SLUG_LENGTH)
    starts_on: date = Field(index=True)
    ends_on: date
    signed_by: str = Field(max_length=80)
    created_at: datetime
    is_demo: bool = False
