"""The chain of hashes over the ledger, and the root that each day publishes."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from climact_issy.models import base


class LedgerSeal(base.Table, table=True):
    """One closed range of the ledger: SHA-256 over its rows and the seal before.

    `format` is the version of the canonical form of its rows (domain/seals.py).
    """

    __table_args__ = (
        CheckConstraint("last_id >= first_id", name="range"),
        CheckConstraint("row_count >= 1", name="row_count"),
    )

    id: int | None = Field(default=None, primary_key=True)
    first_id: int = Field(unique=True)
    last_id: int = Field(unique=True)
    row_count: int
    format: int
    previous_hash: str = Field(max_length=base.HASH_LENGTH)
    hash: str = Field(max_length=base.HASH_LENGTH, unique=True)
    sealed_at: datetime


class DailyRoot(base.Table, table=True):
    """The newest seal of a civic day that is over, published for everybody."""

    day: date = Field(primary_key=True)
    seal_id: int = Field(foreign_key="ledger_seal.id", ondelete="RESTRICT", index=True)
    hash: str = Field(max_length=base.HASH_LENGTH)
    rows_sealed: int
    written_at: datetime
