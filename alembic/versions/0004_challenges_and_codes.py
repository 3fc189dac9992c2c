"""Challenges with their progress, and the codes of events."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "challenge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", AutoString(length=80), nullable=False),
        sa.Column("kind", AutoString(length=16), nullable=False),
        sa.Column("scope", AutoString(length=16), nullable=False),
        sa.Column("state", AutoString(length=20), nullable=False),
        sa.Column("template", AutoString(length=80), nullable=False),
        sa.Column("title_fr", AutoString(length=80), nullable=False),
        sa.Column("title_en", AutoString(length=80), nullable=False),
        sa.Column("summary_fr", sa.Text(), nullable=False),
        sa.Column("summary_en", sa.Text(), nullable=False),
        sa.Column("place", AutoString(length=160), nullable=False),
        sa.Column("icon", AutoString(length=40), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("effort", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("owner_team", AutoString(length=80), nullable=False),
        sa.Column("created_by", AutoString(length=32), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("effort BETWEEN 0 AND 5", name=op.f("ck_challenge_effort")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_challenge_dates")),
        sa.CheckConstraint("target >= 0", name=op.f("ck_challenge_target")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
        sa.UniqueConstraint("slug", name=op.f("uq_challenge_slug")),
    )
    op.create_index(op.f("ix_challenge_state"), "challenge", ["state"], unique=False)
    op.create_table(
        "challenge_action",
        sa.Column("challenge_id", sa.Integer(), nullable=False),
        sa.Column("action", AutoString(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenge.id"],
            name=op.f("fk_challenge_action_challenge_id_challenge"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "challenge_id", "action", name=op.f("pk_challenge_action")
        ),
    )
    op.create_index(
        op.f("ix_challenge_action_action"), "challenge_action", ["action"], unique=False
    )
    op.create_table(
        "challenge_gesture",
        sa.Column("challenge_id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("civic_day", sa.Date(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenge.id"],
            name=op.f("fk_challenge_gesture_challenge_id_challenge"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["ledger.id"],
            name=op.f("fk_challenge_gesture_entry_id_ledger"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "challenge_id",
            "member_ref",
            "civic_day",
            "entry_id",
            name=op.f("pk_challenge_gesture"),
        ),
    )
    op.create_index(
        op.f("ix_challenge_gesture_entry_id"),
        "challenge_gesture",
        ["entry_id"],
        unique=False,
    )
    op.create_table(
        "challenge_member",
        sa.Column("challenge_id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("group_id", AutoString(length=80), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("has_joined", sa.Boolean(), nullable=False),
        sa.Column("joined_at", UTCDateTime(), nullable=False),
        sa.Column("completed_at", UTCDateTime(), nullable=True),
        sa.Column("award_entry_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("points >= 0", name=op.f("ck_challenge_member_points")),
        sa.CheckConstraint("progress >= 0", name=op.f("ck_challenge_member_progress")),
        sa.ForeignKeyConstraint(
            ["award_entry_id"],
            ["ledger.id"],
            name=op.f("fk_challenge_member_award_entry_id_ledger"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenge.id"],
            name=op.f("fk_challenge_member_challenge_id_challenge"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "challenge_id", "member_ref", name=op.f("pk_challenge_member")
        ),
    )
    op.create_index(
        op.f("ix_challenge_member_award_entry_id"),
        "challenge_member",
        ["award_entry_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_challenge_member_member_ref"),
        "challenge_member",
        ["member_ref"],
        unique=False,
    )
    op.create_table(
        "challenge_total",
        sa.Column("challenge_id", sa.Integer(), nullable=False),
        sa.Column("group_id", AutoString(length=80), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("points_squares", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("people >= 0", name=op.f("ck_challenge_total_people")),
        sa.CheckConstraint("progress >= 0", name=op.f("ck_challenge_total_progress")),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenge.id"],
            name=op.f("fk_challenge_total_challenge_id_challenge"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "challenge_id", "group_id", name=op.f("pk_challenge_total")
        ),
    )
    op.create_table(
        "challenge_check_in",
        sa.Column("challenge_id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("civic_day", sa.Date(), nullable=False),
        sa.Column("checked_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenge.id"],
            name=op.f("fk_challenge_check_in_challenge_id_challenge"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "challenge_id",
            "member_ref",
            "civic_day",
            name=op.f("pk_challenge_check_in"),
        ),
    )
    op.create_table(
        "code_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("challenge_id", sa.Integer(), nullable=False),
        sa.Column("label", AutoString(length=80), nullable=False),
        sa.Column("uses_per_code", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("created_by", AutoString(length=32), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "uses_per_code >= 1", name=op.f("ck_code_batch_uses_per_code")
        ),
        sa.CheckConstraint(
            "valid_until >= valid_from", name=op.f("ck_code_batch_dates")
        ),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenge.id"],
            name=op.f("fk_code_batch_challenge_id_challenge"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_batch")),
    )
    op.create_index(
        op.f("ix_code_batch_challenge_id"), "code_batch", ["challenge_id"], unique=False
    )
    op.create_table(
        "code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("text", AutoString(length=16), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.CheckConstraint("uses >= 0", name=op.f("ck_code_uses")),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["code_batch.id"],
            name=op.f("fk_code_batch_id_code_batch"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code")),
        sa.UniqueConstraint("text", name=op.f("uq_code_text")),
    )
    op.create_index(op.f("ix_code_batch_id"), "code", ["batch_id"], unique=False)
    op.create_table(
        "code_use",
        sa.Column("challenge_id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("code_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("used_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenge.id"],
            name=op.f("fk_code_use_challenge_id_challenge"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["code_id"],
            ["code.id"],
            name=op.f("fk_code_use_code_id_code"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["ledger.id"],
            name=op.f("fk_code_use_entry_id_ledger"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("challenge_id", "member_ref", name=op.f("pk_code_use")),
    )
    op.create_index(
        op.f("ix_code_use_entry_id"), "code_use", ["entry_id"], unique=False
    )
    op.create_index(op.f("ix_code_use_code_id"), "code_use", ["code_id"], unique=False)
    op.create_index(
        op.f("ix_code_use_member_ref"), "code_use", ["member_ref"], unique=False
    )
    op.create_table(
        "code_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("client_hash", AutoString(length=64), nullable=False),
        sa.Column("tried_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_try")),
    )
    op.create_index(
        "ix_code_try_client_hash_tried_at",
        "code_try",
        ["client_hash", "tried_at"],
        unique=False,
    )
    op.create_index(
        "ix_code_try_member_ref_tried_at",
        "code_try",
        ["member_ref", "tried_at"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_table("code_try")
    op.drop_table("code_use")
    op.drop_table("code")
    op.drop_table("code_batch")
    op.drop_table("challenge_check_in")
    op.drop_table("challenge_total")
    op.drop_table("challenge_member")
    op.drop_table("challenge_gesture")
    op.drop_table("challenge_action")
    op.drop_table("challenge")
