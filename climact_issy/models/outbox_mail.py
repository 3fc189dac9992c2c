"""A mail to send, written in the transaction that decided it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field

from climact_issy.models import base


class OutboxMail(base.Table, table=True):
    """One mail; the only place where an address is kept, until it is sent."""

    __table_args__ = (CheckConstraint("tries >= 0", name="tries"),)

    id: int | None = Field(default=None, primary_key=True)
    recipient: str = Field(max_length=320)
    subject: str = Field(max_length=200)
    text: str = Field(sa_type=Text)
    html: str = Field(default="", sa_type=Text)
    created_at: datetime
    due_at: datetime = Field(index=True)
    expires_at: datetime | None = None
    sent_at: datetime | None = Field(default=None, index=True)
    tries: int = 0
    last_error: str = Field(default="", max_length=500)
    leased_until: datetime | None = None
