"""Evidence of a gesture, what staff said of it, and what only looks odd."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from climact_issy.models import base


class Evidence(base.Table, table=True):
    """One piece of evidence for one gesture; accepted, it brings the difference.

    `bonus_entry_id` is the ledger row that brought it. `is_second_look` marks the
    random tenth that somebody else decides again.
    """

    __table_args__ = (
        CheckConstraint(
            "state IN ('pending', 'accepted', 'rejected')",
            name="state",
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="ledger.id", ondelete="RESTRICT", unique=True)
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH, index=True)
    state: str = Field(default="pending", max_length=16, index=True)
    is_second_look: bool = False
    submitted_at: datetime
    decided_at: datetime | None = None
    decided_by: str = Field(default="", max_length=base.MEMBER_REF_LENGTH)
    second_decided_by: str = Field(default="", max_length=base.MEMBER_REF_LENGTH)
    reason: str = Field(default="", max_length=500)
    bonus_entry_id: int | None = Field(
        default=None, foreign_key="ledger.id", ondelete="RESTRICT", index=True
    )


class Signal(base.Table, table=True):
    """Something for staff to look at; it never punishes by itself.

    `kind` is "burst" or "shared_device"; one row a kind, subject and day.
    """

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(max_length=160, unique=True)
    kind: str = Field(max_length=20)
    subject: str = Field(max_length=base.HASH_LENGTH)
    civic_day: date = Field(index=True)
    count: int
    first_at: datetime
    last_at: datetime
    reviewed_at: datetime | None = None
    reviewed_by: str = Field(default="", max_length=base.MEMBER_REF_LENGTH)
