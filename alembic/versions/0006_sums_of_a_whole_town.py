"""Squares of points and grams of everybody have 64 bits.

A thousand keen people of one neighbourhood who came in the same week fill 32 bits with
the squares of their points, and their next gesture would then be refused.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LARGE = (
    ("group_total", "points_squares"),
    ("challenge_total", "points_squares"),
    ("day_total", "saving_gco2e"),
    ("season_total", "saving_gco2e"),
)


def upgrade() -> None:
    _retype(sa.BigInteger())


def downgrade() -> None:
    _retype(sa.Integer())


def _retype(kind: sa.types.TypeEngine[int]) -> None:
    # On SQLite every integer has 64 bits, whatever its column says.
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, column in LARGE:
        op.alter_column(table, column, type_=kind, existing_nullable=False)
