"""Figures read at sources: what they corrected, what was refused, means, states."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

REVISION = "observation_revision"
"""Its rows never change."""


def upgrade() -> None:
    op.create_table(
        REVISION,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator", AutoString(length=80), nullable=False),
        sa.Column("series", AutoString(length=80), nullable=False),
        sa.Column("place", AutoString(length=80), nullable=False),
        sa.Column("period", AutoString(length=40), nullable=False),
        sa.Column("source", AutoString(length=60), nullable=False),
        sa.Column("old_value", sa.Float(), nullable=False),
        sa.Column("new_value", sa.Float(), nullable=True),
        sa.Column("old_retrieved_at", UTCDateTime(), nullable=False),
        sa.Column("new_retrieved_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation_revision")),
    )
    op.create_index(
        "ix_observation_revision_period",
        REVISION,
        ["indicator", "series", "place", "period"],
        unique=False,
    )
    _create_rejects()
    op.create_table(
        "observation_bin",
        sa.Column("indicator", AutoString(length=80), nullable=False),
        sa.Column("series", AutoString(length=80), nullable=False),
        sa.Column("place", AutoString(length=80), nullable=False),
        sa.Column("resolution", AutoString(length=8), nullable=False),
        sa.Column("period", AutoString(length=40), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("mean", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.CheckConstraint("n > 0", name=op.f("ck_observation_bin_n")),
        sa.PrimaryKeyConstraint(
            "indicator",
            "series",
            "place",
            "resolution",
            "period",
            name=op.f("pk_observation_bin"),
        ),
    )
    op.create_table(
        "source_state",
        sa.Column("name", AutoString(length=60), nullable=False),
        sa.Column("watermark", AutoString(length=40), nullable=False),
        sa.Column("origin", AutoString(length=500), nullable=False),
        sa.Column("etag", AutoString(length=200), nullable=False),
        sa.Column("last_modified", AutoString(length=60), nullable=False),
        sa.Column("succeeded_at", UTCDateTime(), nullable=True),
        sa.Column("failed_at", UTCDateTime(), nullable=True),
        sa.Column("failure", AutoString(length=20), nullable=False),
        sa.Column("failures_in_a_row", sa.Integer(), nullable=False),
        sa.Column("next_at", UTCDateTime(), nullable=True),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("revised", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("rejects_ever", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_source_state")),
    )
    for statement in _protect(is_sqlite=op.get_bind().dialect.name == "sqlite"):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("source_state")
    op.drop_table("observation_bin")
    op.drop_table("observation_reject")
    op.drop_table(REVISION)


def _create_rejects() -> None:
    op.create_table(
        "observation_reject",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", AutoString(length=60), nullable=False),
        sa.Column("reason", AutoString(length=20), nullable=False),
        sa.Column("excerpt", AutoString(length=200), nullable=False),
        sa.Column("rejected_at", UTCDateTime(), nullable=False),
        sa.Column("raw_payload_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["raw_payload_id"],
            ["raw_payload.id"],
            name=op.f("fk_observation_reject_raw_payload_id_raw_payload"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation_reject")),
    )
    for column in ("source", "raw_payload_id"):
        op.create_index(
            op.f(f"ix_observation_reject_{column}"),
            "observation_reject",
            [column],
            unique=False,
        )


def _protect(*, is_sqlite: bool) -> list[str]:
    """Return the statements that make the revisions append-only, see 0001."""
    if not is_sqlite:
        return [
            (
                f"CREATE TRIGGER {REVISION}_append_only "
                f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {REVISION} "
                "FOR EACH STATEMENT EXECUTE FUNCTION climact_append_only()"
            ),
            f"ALTER TABLE {REVISION} ENABLE ALWAYS TRIGGER {REVISION}_append_only",
        ]
    refuse = f"BEGIN SELECT RAISE(ABORT, '{REVISION} is append-only'); END"
    same = f"EXISTS (SELECT 1 FROM {REVISION} WHERE id = NEW.id)"  # noqa: S608 - names of this file
    return [
        f"CREATE TRIGGER {REVISION}_no_update BEFORE UPDATE ON {REVISION} {refuse}",
        f"CREATE TRIGGER {REVISION}_no_delete BEFORE DELETE ON {REVISION} {refuse}",
        (
            f"CREATE TRIGGER {REVISION}_no_replace BEFORE INSERT ON {REVISION} "
            f"WHEN {same} {refuse}"
        ),
    ]
