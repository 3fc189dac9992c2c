"""A sign-in mail that was asked for."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from climact_issy.models import base


class SignInToken(base.Table, table=True):
    """One sign-in mail: link and code, both hashed; the address too.

    `subject` has the same form as `citizen_identity.subject`; `browser_hash` is
    the hash of the cookie of the browser that asked, where the code is typed.
    """

    __table_args__ = (CheckConstraint("tries >= 0", name="tries"),)

    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(max_length=255, index=True)
    token_hash: str = Field(max_length=base.HASH_LENGTH, unique=True)
    code_hash: str = Field(max_length=base.HASH_LENGTH)
    browser_hash: str = Field(max_length=base.HASH_LENGTH, index=True)
    client_hash: str = Field(default="", max_length=base.HASH_LENGTH, index=True)
    tries: int = 0
    language: str = Field(default="fr", max_length=2)
    next_path: str = Field(default="/", max_length=300)
    created_at: datetime
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None
