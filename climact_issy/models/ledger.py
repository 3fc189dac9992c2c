"""The points ledger: append-only, and readable without knowing any person."""

from datetime import date, datetime
from typing import Final

from sqlalchemy import CheckConstraint, text
from sqlmodel import Field, Index

from climact_issy.models import base

_RARE: Final = text("kind IN ('code', 'challenge')")
"""Rows that are looked up by person; gestures are, in their own log."""


class Ledger(base.Table, table=True):
    """One award or its reversal; triggers refuse UPDATE, DELETE and TRUNCATE.

    `kind` is a word of domain/ledger.py; a new kind is a new word, not a new column.
    `member_ref` has no foreign key: erasing a person leaves every row as it is.
    `neighbourhood` and `team` are those at entry. `cause` says what made the row, and
    after a colon what took some of its points: "tap", "tap:day", "paper:week", "undo".
    `civic_day` is the day it counts for, `recorded_at` when it was written. `amount`
    is in points, `quantity_milli` in thousandths of the action's unit, `saving_gco2e`
    in grams (footprint, central value), None where no saving is published.
    """

    __table_args__ = (
        CheckConstraint("reverses IS NOT NULL OR amount >= 0", name="award"),
        CheckConstraint("reverses IS NULL OR amount <= 0", name="reversal"),
        CheckConstraint("quantity_milli >= 0", name="quantity_milli"),
        Index(
            "ix_ledger_member_ref_rare",
            "member_ref",
            postgresql_where=_RARE,
            sqlite_where=_RARE,
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    season_id: int = Field(foreign_key="season.id", ondelete="RESTRICT")
    member_ref: str = Field(max_length=base.MEMBER_REF_LENGTH)
    kind: str = Field(max_length=16)
    subject: str = Field(max_length=base.SLUG_LENGTH)
    reverses: int | None = Field(
        default=None, foreign_key="ledger.id", ondelete="RESTRICT", unique=True
    )
    tier: str = Field(max_length=16)
    amount: int
    quantity_milli: int
    saving_gco2e: int | None = None
    rule_version: int
    factor_version: str = Field(default="", max_length=120)
    neighbourhood: str = Field(max_length=base.SLUG_LENGTH)
    team: str | None = Field(default=None, max_length=base.SLUG_LENGTH)
    civic_day: date
    recorded_at: datetime
    cause: str = Field(max_length=40)
    idempotency_key: str = Field(max_length=160, unique=True)
