"""Later versions of the rule, and the chain of seals over the ledger: append-only."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

APPEND_ONLY = {
    "rule_version": ("version", "starts_on"),
    "ledger_seal": ("id", "first_id", "last_id", "hash"),
    "daily_root": ("day",),
}
"""Tables whose rows never change, with the columns that name one row."""


def upgrade() -> None:
    op.create_table(
        "rule_version",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("reason", AutoString(length=500), nullable=False),
        sa.Column("scheduled_at", UTCDateTime(), nullable=False),
        sa.Column("scheduled_by", AutoString(length=32), nullable=False),
        sa.CheckConstraint("version >= 2", name=op.f("ck_rule_version_version")),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_rule_version")),
        sa.UniqueConstraint("starts_on", name=op.f("uq_rule_version_starts_on")),
    )
    op.create_table(
        "ledger_seal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("previous_hash", AutoString(length=64), nullable=False),
        sa.Column("hash", AutoString(length=64), nullable=False),
        sa.Column("sealed_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("last_id >= first_id", name=op.f("ck_ledger_seal_range")),
        sa.CheckConstraint("row_count >= 1", name=op.f("ck_ledger_seal_row_count")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_seal")),
        sa.UniqueConstraint("first_id", name=op.f("uq_ledger_seal_first_id")),
        sa.UniqueConstraint("hash", name=op.f("uq_ledger_seal_hash")),
        sa.UniqueConstraint("last_id", name=op.f("uq_ledger_seal_last_id")),
    )
    op.create_table(
        "daily_root",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("seal_id", sa.Integer(), nullable=False),
        sa.Column("hash", AutoString(length=64), nullable=False),
        sa.Column("rows_sealed", sa.Integer(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seal_id"],
            ["ledger_seal.id"],
            name=op.f("fk_daily_root_seal_id_ledger_seal"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_daily_root")),
    )
    op.create_index(
        op.f("ix_daily_root_seal_id"), "daily_root", ["seal_id"], unique=False
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for table, keys in APPEND_ONLY.items():
        for statement in protect(table, keys, is_sqlite=is_sqlite):
            op.execute(statement)


def downgrade() -> None:
    op.drop_table("daily_root")
    op.drop_table("ledger_seal")
    op.drop_table("rule_version")


def protect(table: str, keys: tuple[str, ...], *, is_sqlite: bool) -> list[str]:
    """Return the statements that make a table append-only, as in the first version."""
    if not is_sqlite:
        return [
            (
                f"CREATE TRIGGER {table}_append_only "
                f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION climact_append_only()"
            ),
            f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only",
        ]
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    same = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - names of this file
        for key in keys
    )
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        (
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN {same} {refuse}"
        ),
    ]
