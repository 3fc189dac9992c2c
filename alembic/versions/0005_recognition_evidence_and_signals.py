"""What people do already, notes of the city, evidence, and signals for staff."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "already_doing",
        sa.Column("citizen_id", sa.Integer(), nullable=False),
        sa.Column("action", AutoString(length=80), nullable=False),
        sa.Column("said_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
            name=op.f("fk_already_doing_citizen_id_citizen"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("citizen_id", "action", name=op.f("pk_already_doing")),
    )
    op.create_table(
        "city_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_fr", AutoString(length=280), nullable=False),
        sa.Column("text_en", AutoString(length=280), nullable=False),
        sa.Column("neighbourhood", AutoString(length=80), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("signed_by", AutoString(length=80), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city_note")),
    )
    op.create_index(
        op.f("ix_city_note_starts_on"), "city_note", ["starts_on"], unique=False
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("state", AutoString(length=16), nullable=False),
        sa.Column("is_second_look", sa.Boolean(), nullable=False),
        sa.Column("submitted_at", UTCDateTime(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=True),
        sa.Column("decided_by", AutoString(length=32), nullable=False),
        sa.Column("second_decided_by", AutoString(length=32), nullable=False),
        sa.Column("reason", AutoString(length=500), nullable=False),
        sa.Column("bonus_entry_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('pending', 'accepted', 'rejected')",
            name=op.f("ck_evidence_state"),
        ),
        sa.ForeignKeyConstraint(
            ["bonus_entry_id"],
            ["ledger.id"],
            name=op.f("fk_evidence_bonus_entry_id_ledger"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["ledger.id"],
            name=op.f("fk_evidence_entry_id_ledger"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_evidence_entry_id")),
    )
    op.create_index(
        op.f("ix_evidence_bonus_entry_id"), "evidence", ["bonus_entry_id"], unique=False
    )
    op.create_index(
        op.f("ix_evidence_member_ref"), "evidence", ["member_ref"], unique=False
    )
    op.create_index(op.f("ix_evidence_state"), "evidence", ["state"], unique=False)
    op.create_table(
        "signal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", AutoString(length=160), nullable=False),
        sa.Column("kind", AutoString(length=20), nullable=False),
        sa.Column("subject", AutoString(length=64), nullable=False),
        sa.Column("civic_day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("first_at", UTCDateTime(), nullable=False),
        sa.Column("last_at", UTCDateTime(), nullable=False),
        sa.Column("reviewed_at", UTCDateTime(), nullable=True),
        sa.Column("reviewed_by", AutoString(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
        sa.UniqueConstraint("key", name=op.f("uq_signal_key")),
    )
    op.create_index(op.f("ix_signal_civic_day"), "signal", ["civic_day"], unique=False)


def downgrade() -> None:
    op.drop_table("signal")
    op.drop_table("evidence")
    op.drop_table("city_note")
    op.drop_table("already_doing")
