"""Challenges that a measure opened: what was measured, by which rule."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "boost",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("challenge_id", sa.Integer(), nullable=False),
        sa.Column("rule", AutoString(length=80), nullable=False),
        sa.Column("indicator", AutoString(length=80), nullable=False),
        sa.Column("series", AutoString(length=80), nullable=False),
        sa.Column("place", AutoString(length=80), nullable=False),
        sa.Column("comparison", AutoString(length=16), nullable=False),
        sa.Column("period", AutoString(length=40), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit", AutoString(length=40), nullable=False),
        sa.Column("source", AutoString(length=60), nullable=False),
        sa.Column("threshold", sa.Float(), nullable=True),
        sa.Column("opened_at", UTCDateTime(), nullable=False),
        sa.Column("is_recorded", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenge.id"],
            name=op.f("fk_boost_challenge_id_challenge"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boost")),
        sa.UniqueConstraint("challenge_id", name=op.f("uq_boost_challenge_id")),
        sa.UniqueConstraint("rule", "period", name="uq_boost_rule"),
    )


def downgrade() -> None:
    op.drop_table("boost")
