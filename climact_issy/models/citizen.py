"""A person, and what proves that it is them: two tables, so one can be erased."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from climact_issy.models import base


class Citizen(base.Table, table=True):
    """One person, as little as the game needs.

    `member_ref` is random and the only link to the ledger: deleting this row
    leaves the ledger and every total as they are. `next_neighbourhood` and
    `next_team` wait for the next season; None means no change. `is_on_board` is the
    choice to appear, under the pseudonym, in the private ranking. `weekly_goal`
    counts gestures, 0 for none.
    """

    __table_args__ = (
        CheckConstraint("role IN ('citizen', 'captain', 'moderator')", name="role"),
        CheckConstraint("language IN ('fr', 'en')", name="language"),
        CheckConstraint("length(pseudonym) BETWEEN 1 AND 40", name="pseudonym"),
        base.NEVER_AGAIN,
    )

    id: int | None = Field(default=None, primary_key=True)
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH, unique=True)
    pseudonym: str = Field(max_length=40)
    role: str = Field(default="citizen", max_length=16)
    neighbourhood: str = Field(default="", max_length=base.SLUG_LENGTH)
    neighbourhood_chosen_at: datetime | None = None
    next_neighbourhood: str | None = Field(default=None, max_length=base.SLUG_LENGTH)
    team: str = base.added_text(base.SLUG_LENGTH)
    next_team: str | None = Field(default=None, max_length=base.SLUG_LENGTH)
    is_on_board: bool = base.added_flag()
    weekly_goal: int = base.added_count()
    paused_until: date | None = None
    is_tenant: bool | None = None
    has_car: bool | None = None
    has_garden: bool | None = None
    has_shared_heating: bool | None = None
    language: str = Field(default="fr", max_length=2)
    is_demo: bool = False
    demo_key: str | None = Field(default=None, max_length=40, unique=True)
    created_at: datetime


class CitizenIdentity(base.Table, table=True):
    """One way for a person to prove who they are.

    `subject` is a keyed hash of the lower-cased e-mail address (kind "email"),
    never the address itself: sign-in only has to recognise it.
    """

    __table_args__ = (UniqueConstraint("kind", "subject"),)

    id: int | None = Field(default=None, primary_key=True)
    citizen_id: int = Field(foreign_key="citizen.id", ondelete="CASCADE", index=True)
    kind: str = Field(max_length=16)
    subject: str = Field(max_length=255)
    created_at: datetime
