"""What the record of a live figure says of its newest value, one row a figure."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLE = "observation_summary"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("indicator", AutoString(length=80), nullable=False),
        sa.Column("series", AutoString(length=80), nullable=False),
        sa.Column("place", AutoString(length=80), nullable=False),
        sa.Column("period", AutoString(length=40), nullable=False),
        sa.Column("computed_at", UTCDateTime(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("usual_month", sa.Integer(), nullable=True),
        sa.Column("usual_hour", sa.Integer(), nullable=True),
        sa.Column("usual_days", sa.Integer(), nullable=True),
        sa.Column("usual_low", sa.Float(), nullable=True),
        sa.Column("usual_middle", sa.Float(), nullable=True),
        sa.Column("usual_high", sa.Float(), nullable=True),
        sa.Column("trend_steps", sa.Integer(), nullable=True),
        sa.Column("trend_first_day", sa.Date(), nullable=True),
        sa.Column("trend_last_day", sa.Date(), nullable=True),
        sa.Column("trend_low", sa.Float(), nullable=True),
        sa.Column("trend_central", sa.Float(), nullable=True),
        sa.Column("trend_high", sa.Float(), nullable=True),
        sa.Column("baseline_days", sa.Integer(), nullable=True),
        sa.Column("baseline_change", sa.Float(), nullable=True),
        sa.Column("baseline_first_day", sa.Date(), nullable=True),
        sa.Column("baseline_last_day", sa.Date(), nullable=True),
        sa.Column("per_person", sa.Float(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.CheckConstraint("n > 0", name=op.f("ck_observation_summary_n")),
        sa.PrimaryKeyConstraint(
            "indicator", "series", "place", name=op.f("pk_observation_summary")
        ),
    )


def downgrade() -> None:
    op.drop_table(TABLE)
