"""What an outside party answered, untouched."""

from datetime import datetime

from sqlalchemy import LargeBinary, text
from sqlmodel import Field, Index

from climact_issy.models import base

IS_WHOLE = text("length(body) > 0")
"""Whether the bytes of an answer are still there; what is emptied leaves the index."""


class RawPayload(base.Table, table=True):
    """One answer of a source, as it came, known by its content."""

    __table_args__ = (
        Index(
            "ix_raw_payload_whole",
            "retrieved_at",
            sqlite_where=IS_WHOLE,
            postgresql_where=IS_WHOLE,
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(max_length=60, index=True)
    origin: str = Field(max_length=500)
    retrieved_at: datetime
    sha256: str = Field(max_length=base.HASH_LENGTH, unique=True)
    media_type: str = Field(default="", max_length=80)
    body: bytes = Field(sa_type=LargeBinary)
