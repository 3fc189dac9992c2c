"""A signed-in browser."""

from datetime import datetime

from sqlmodel import Field

from climact_issy.models import base


class WebSession(base.Table, table=True):
    """One signed-in browser; the cookie's value is kept as a hash only."""

    __table_args__ = (base.NEVER_AGAIN,)

    id: int | None = Field(default=None, primary_key=True)
    id_hash: str = Field(max_length=base.HASH_LENGTH, unique=True)
    citizen_id: int = Field(foreign_key="citizen.id", ondelete="CASCADE", index=True)
    agent: str = Field(default="", max_length=120)
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime = Field(index=True)
    revoked_at: datetime | None = None
