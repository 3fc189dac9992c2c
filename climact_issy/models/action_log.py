"""What a person did, as they see it: the gesture behind a ledger row."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, Index

from climact_issy.models import base


class ActionLog(base.Table, table=True):
    """One gesture; its id is that of its ledger row.

    Unlike the ledger it is the person's own: it goes when they are erased, and it
    says whether the gesture still stands. What is asked of a person is found by the
    beginning of the unique index: each index more is a page more that a tap rewrites.
    """

    __table_args__ = (
        CheckConstraint("n >= 1", name="n"),
        CheckConstraint("points >= 0", name="points"),
        Index(
            "uq_action_log_member_ref_action_civic_day_n",
            "member_ref",
            "action",
            "civic_day",
            "n",
            unique=True,
            # What stands is counted in the index alone, not in a page per gesture.
            postgresql_include=["undone_at"],
        ),
    )

    id: int = Field(primary_key=True, foreign_key="ledger.id", ondelete="RESTRICT")
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH)
    action: str = Field(max_length=base.SLUG_LENGTH)
    civic_day: date
    n: int
    quantity_milli: int | None = None
    points: int
    noted_at: datetime
    undone_at: datetime | None = None
