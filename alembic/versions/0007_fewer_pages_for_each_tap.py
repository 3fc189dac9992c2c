"""A tap rewrites fewer pages: one index of its log less, one of the ledger partial.

In a large town every index keyed by the person is a page that nobody touched lately,
read and written again for a single gesture. `ix_action_log_member_ref` only repeats
the beginning of the unique index; the ledger is asked by person for codes and
challenges alone. On PostgreSQL the rows that grow in place get room to do so, and
what a person did is counted in the index, without a page of the log for each gesture.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

RARE = sa.text("kind IN ('code', 'challenge')")
UNIQUE = "uq_action_log_member_ref_action_civic_day_n"
GROWING = ("member_day", "member_total", "member_team")
"""Tables whose rows change in columns that no index holds."""


def upgrade() -> None:
    op.drop_index("ix_action_log_member_ref", table_name="action_log")
    op.drop_index("ix_ledger_member_ref_season_id", table_name="ledger")
    op.create_index(
        "ix_ledger_member_ref_rare",
        "ledger",
        ["member_ref"],
        postgresql_where=RARE,
        sqlite_where=RARE,
    )
    _on_postgresql("SET (fillfactor = 85)", ["undone_at"])


def downgrade() -> None:
    _on_postgresql("RESET (fillfactor)", [])
    op.drop_index("ix_ledger_member_ref_rare", table_name="ledger")
    op.create_index(
        "ix_ledger_member_ref_season_id", "ledger", ["member_ref", "season_id"]
    )
    op.create_index("ix_action_log_member_ref", "action_log", ["member_ref"])


def _on_postgresql(room: str, included: list[str]) -> None:
    # A row that changes within its page leaves the indexes as they are.
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in GROWING:
        op.execute(sa.text(f"ALTER TABLE {table} {room}"))
    op.drop_index(UNIQUE, table_name="action_log")
    op.create_index(
        UNIQUE,
        "action_log",
        ["member_ref", "action", "civic_day", "n"],
        unique=True,
        postgresql_include=included,
    )
