"""Codes handed out at events, on paper or on a screen."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, Index

from climact_issy.models import base


class CodeBatch(base.Table, table=True):
    """One sheet of codes of one event (a challenge of kind "event").

    `uses_per_code` is 1 for one-time codes, the most people otherwise.
    """

    __table_args__ = (
        CheckConstraint("uses_per_code >= 1", name="uses_per_code"),
        CheckConstraint("valid_until >= valid_from", name="dates"),
    )

    id: int | None = Field(default=None, primary_key=True)
    challenge_id: int = Field(
        foreign_key="challenge.id", ondelete="CASCADE", index=True
    )
    label: str = Field(max_length=80)
    uses_per_code: int = 1
    valid_from: date
    valid_until: date
    created_by: str = Field(max_length=base.MEMBER_REF_LENGTH)
    created_at: datetime
    is_demo: bool = False


class Code(base.Table, table=True):
    """One code: short text without ambiguous letters, the same in its QR."""

    __table_args__ = (CheckConstraint("uses >= 0", name="uses"),)

    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="code_batch.id", ondelete="CASCADE", index=True)
    text: str = Field(max_length=16, unique=True)
    uses: int = 0


class CodeUse(base.Table, table=True):
    """One person at one event: a code counts once, whatever the number of codes."""

    challenge_id: int = Field(
        primary_key=True, foreign_key="challenge.id", ondelete="CASCADE"
    )
    member_ref: str = Field(
        max_length=base.MEMBER_REF_LENGTH, primary_key=True, index=True
    )
    code_id: int | None = Field(
        default=None, foreign_key="code.id", ondelete="SET NULL", index=True
    )
    entry_id: int = Field(foreign_key="ledger.id", ondelete="RESTRICT", index=True)
    used_at: datetime


class CodeTry(base.Table, table=True):
    """One wrong code, so that guessing is slow; forgotten after some minutes.

    `client_hash` is a keyed hash of the network address, "" when it is not known.
    """

    __table_args__ = (
        Index("ix_code_try_member_ref_tried_at", "member_ref", "tried_at"),
        Index("ix_code_try_client_hash_tried_at", "client_hash", "tried_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH)
    client_hash: str = Field(default="", max_length=base.HASH_LENGTH)
    tried_at: datetime
