"""An index of the answers whose bytes are still there: emptying old ones reads few."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

IS_WHOLE = sa.text("length(body) > 0")


def upgrade() -> None:
    op.create_index(
        "ix_raw_payload_whole",
        "raw_payload",
        ["retrieved_at"],
        sqlite_where=IS_WHOLE,
        postgresql_where=IS_WHOLE,
    )


def downgrade() -> None:
    op.drop_index("ix_raw_payload_whole", "raw_payload")
