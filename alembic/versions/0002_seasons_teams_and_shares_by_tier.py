"""Seasons that close, teams, the private ranking, and totals by tier of proof."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TIERS = ("points_evidence", "points_attested", "points_code", "points_measured")
ADDED = {
    "citizen": (
        ("next_neighbourhood", AutoString(length=80), None),
        ("team", AutoString(length=80), "''"),
        ("next_team", AutoString(length=80), None),
        ("is_on_board", sa.Boolean(), "false"),
        ("weekly_goal", sa.Integer(), "0"),
        ("paused_until", sa.Date(), None),
    ),
    "season": (
        ("kind", AutoString(length=8), "'season'"),
        ("closed_at", UTCDateTime(), None),
    ),
    "member_day": (("points_proven", sa.Integer(), "0"),),
    "member_total": tuple((name, sa.Integer(), "0") for name in TIERS),
    "group_total": tuple((name, sa.Integer(), "0") for name in TIERS),
    "season_total": tuple((name, sa.Integer(), "0") for name in TIERS),
}
"""Columns by table: name, type, what the rows of before hold (None = nothing).

Added one by one, never in a batch: a batch makes the table anew.
"""


def upgrade() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", AutoString(length=80), nullable=False),
        sa.Column("name", AutoString(length=60), nullable=False),
        sa.Column("join_code", AutoString(length=16), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 2 AND 60", name=op.f("ck_team_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("join_code", name=op.f("uq_team_join_code")),
        sa.UniqueConstraint("slug", name=op.f("uq_team_slug")),
    )
    op.create_table(
        "team_membership",
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("citizen_id", sa.Integer(), nullable=False),
        sa.Column("is_captain", sa.Boolean(), nullable=False),
        sa.Column("joined_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
            name=op.f("fk_team_membership_citizen_id_citizen"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["team.id"],
            name=op.f("fk_team_membership_team_id_team"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "team_id", "citizen_id", name=op.f("pk_team_membership")
        ),
    )
    op.create_index(
        op.f("ix_team_membership_citizen_id"),
        "team_membership",
        ["citizen_id"],
        unique=False,
    )
    op.create_table(
        "member_team",
        sa.Column("season_id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("team", AutoString(length=80), nullable=False),
        sa.Column("entry_week", sa.Date(), nullable=False),
        sa.Column("gestures", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.CheckConstraint("gestures >= 0", name=op.f("ck_member_team_gestures")),
        sa.CheckConstraint("points >= 0", name=op.f("ck_member_team_points")),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["season.id"],
            name=op.f("fk_member_team_season_id_season"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "season_id", "member_ref", "team", name=op.f("pk_member_team")
        ),
    )
    op.create_table(
        "board_place",
        sa.Column("season_id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.CheckConstraint("points >= 0", name=op.f("ck_board_place_points")),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["season.id"],
            name=op.f("fk_board_place_season_id_season"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("season_id", "member_ref", name=op.f("pk_board_place")),
    )
    op.create_index(
        "ix_board_place_season_id_points",
        "board_place",
        ["season_id", "points", "member_ref"],
        unique=False,
    )
    op.create_table(
        "final_standing",
        sa.Column("season_id", sa.Integer(), nullable=False),
        sa.Column("group_kind", AutoString(length=16), nullable=False),
        sa.Column("group_id", AutoString(length=80), nullable=False),
        sa.Column("terrace", sa.Integer(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("p_best", sa.Float(), nullable=True),
        sa.Column("is_winner", sa.Boolean(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("newcomers", sa.Integer(), nullable=True),
        sa.Column("gestures", sa.Integer(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["season.id"],
            name=op.f("fk_final_standing_season_id_season"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "season_id", "group_kind", "group_id", name=op.f("pk_final_standing")
        ),
    )
    for table, columns in ADDED.items():
        for name, kind, default in columns:
            op.add_column(
                table,
                sa.Column(
                    name,
                    kind,
                    server_default=None if default is None else sa.text(default),
                    nullable=default is None,
                ),
            )


def downgrade() -> None:
    for table, columns in ADDED.items():
        for name, _kind, _default in columns:
            op.drop_column(table, name)
    op.drop_table("final_standing")
    op.drop_table("board_place")
    op.drop_table("member_team")
    op.drop_table("team_membership")
    op.drop_table("team")
