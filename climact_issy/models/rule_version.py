"""A version of the published rule that comes after the one in the content."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field

from climact_issy.models import base


class RuleVersion(base.Table, table=True):
    """One later version; `body` is the TOML file that was scheduled, untouched.

    Append-only: a past row of the ledger names its version for ever.
    """

    __table_args__ = (CheckConstraint("version >= 2", name="version"),)

    version: int = Field(primary_key=True)
    starts_on: date = Field(unique=True)
    body: str = Field(sa_type=Text)
    reason: str = Field(default="", max_length=500)
    scheduled_at: datetime
    scheduled_by: str = Field(max_length=base.MEMBER_REF_LENGTH)
