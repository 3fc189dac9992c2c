"""Teams: an association, a class, a building; who belongs to them."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from climact_issy.models import base


class Team(base.Table, table=True):
    """One team; its slug is what the ledger keeps, so it is never renamed."""

    __table_args__ = (CheckConstraint("length(name) BETWEEN 2 AND 60", name="name"),)

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=base.SLUG_LENGTH, unique=True)
    name: str = Field(max_length=60)
    join_code: str = Field(max_length=16, unique=True)
    is_demo: bool = False
    created_at: datetime


class TeamMembership(base.Table, table=True):
    """One person in one team; they may be in several and play for one."""

    team_id: int = Field(primary_key=True, foreign_key="team.id", ondelete="CASCADE")
    citizen_id: int = Field(
        primary_key=True, foreign_key="citizen.id", ondelete="CASCADE", index=True
    )
    is_captain: bool = False
    joined_at: datetime
