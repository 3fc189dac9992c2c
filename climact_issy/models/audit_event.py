"""Who decided what, and why: append-only, like the ledger."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field

from climact_issy.models import base


class AuditEvent(base.Table, table=True):
    """One decision; `actor_ref` is a member reference, or "system"."""

    id: int | None = Field(default=None, primary_key=True)
    recorded_at: datetime = Field(index=True)
    actor_ref: str = Field(max_length=base.MEMBER_REF_LENGTH)
    kind: str = Field(max_length=40)
    subject: str = Field(default="", max_length=160)
    reason: str = Field(default="", max_length=500)
    details: str = Field(default="{}", sa_type=Text)
