"""What this database is for: demo or real, once and for all."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from climact_issy.models import base


class Deployment(base.Table, table=True):
    """The one row that says whether demo people may live here."""

    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        CheckConstraint("kind IN ('demo', 'real')", name="kind"),
    )

    id: int = Field(default=1, primary_key=True)
    kind: str = Field(max_length=8)
    claimed_at: datetime
