"""Every table of the first version, and what makes two of them append-only.

A table that a batch migration recreates on SQLite loses its triggers, and
`alembic check` does not see them: call `protect` again after any batch on the ledger
or the audit events, and read tests/guard/test_triggers.py.
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = {
    "ledger": ("id", "idempotency_key", "reverses"),
    "audit_event": ("id",),
}
"""Tables whose rows never change, with the columns that name one row."""


def upgrade() -> None:
    _create_people()
    _create_ledger()
    _create_member_totals()
    _create_group_totals()
    _create_figures()
    _create_operations()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    if not is_sqlite:
        op.execute(POSTGRES_FUNCTION)
    for table, keys in APPEND_ONLY.items():
        for statement in protect(table, keys, is_sqlite=is_sqlite):
            op.execute(statement)


def downgrade() -> None:
    for table in TABLES_IN_ORDER_OF_REMOVAL:
        op.drop_table(table)
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION climact_append_only()")


POSTGRES_FUNCTION = """
CREATE FUNCTION climact_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23001';
END
$$
"""


def protect(table: str, keys: tuple[str, ...], *, is_sqlite: bool) -> list[str]:
    """Return the statements that make a table append-only.

    On SQLite `INSERT OR REPLACE` deletes without asking the DELETE trigger unless
    recursive_triggers is on, so a trigger refuses any row that would replace one.
    """
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


def _create_people() -> None:
    op.create_table(
        "citizen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("pseudonym", AutoString(length=40), nullable=False),
        sa.Column("role", AutoString(length=16), nullable=False),
        sa.Column("neighbourhood", AutoString(length=80), nullable=False),
        sa.Column("neighbourhood_chosen_at", UTCDateTime(), nullable=True),
        sa.Column("is_tenant", sa.Boolean(), nullable=True),
        sa.Column("has_car", sa.Boolean(), nullable=True),
        sa.Column("has_garden", sa.Boolean(), nullable=True),
        sa.Column("has_shared_heating", sa.Boolean(), nullable=True),
        sa.Column("language", AutoString(length=2), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("demo_key", AutoString(length=40), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "language IN ('fr', 'en')", name=op.f("ck_citizen_language")
        ),
        sa.CheckConstraint(
            "role IN ('citizen', 'captain', 'moderator')", name=op.f("ck_citizen_role")
        ),
        sa.CheckConstraint(
            "length(pseudonym) BETWEEN 1 AND 40", name=op.f("ck_citizen_pseudonym")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen")),
        sa.UniqueConstraint("demo_key", name=op.f("uq_citizen_demo_key")),
        sa.UniqueConstraint("member_ref", name=op.f("uq_citizen_member_ref")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "citizen_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("citizen_id", sa.Integer(), nullable=False),
        sa.Column("kind", AutoString(length=16), nullable=False),
        sa.Column("subject", AutoString(length=255), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
            name=op.f("fk_citizen_identity_citizen_id_citizen"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen_identity")),
        sa.UniqueConstraint(
            "kind", "subject", name=op.f("uq_citizen_identity_kind_subject")
        ),
    )
    op.create_index(
        op.f("ix_citizen_identity_citizen_id"),
        "citizen_identity",
        ["citizen_id"],
        unique=False,
    )
    op.create_table(
        "web_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("id_hash", AutoString(length=64), nullable=False),
        sa.Column("citizen_id", sa.Integer(), nullable=False),
        sa.Column("agent", AutoString(length=120), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("last_seen_at", UTCDateTime(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=False),
        sa.Column("revoked_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
            name=op.f("fk_web_session_citizen_id_citizen"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_session")),
        sa.UniqueConstraint("id_hash", name=op.f("uq_web_session_id_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_web_session_citizen_id"), "web_session", ["citizen_id"], unique=False
    )
    op.create_index(
        op.f("ix_web_session_expires_at"), "web_session", ["expires_at"], unique=False
    )
    op.create_table(
        "sign_in_token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", AutoString(length=255), nullable=False),
        sa.Column("token_hash", AutoString(length=64), nullable=False),
        sa.Column("code_hash", AutoString(length=64), nullable=False),
        sa.Column("browser_hash", AutoString(length=64), nullable=False),
        sa.Column("client_hash", AutoString(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("language", AutoString(length=2), nullable=False),
        sa.Column("next_path", AutoString(length=300), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=False),
        sa.Column("used_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("tries >= 0", name=op.f("ck_sign_in_token_tries")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_token_hash")),
    )
    op.create_index(
        op.f("ix_sign_in_token_browser_hash"),
        "sign_in_token",
        ["browser_hash"],
        unique=False,
    )
    op.create_index(
        op.f("ix_sign_in_token_client_hash"),
        "sign_in_token",
        ["client_hash"],
        unique=False,
    )
    op.create_index(
        op.f("ix_sign_in_token_expires_at"),
        "sign_in_token",
        ["expires_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_sign_in_token_subject"), "sign_in_token", ["subject"], unique=False
    )


def _create_ledger() -> None:
    op.create_table(
        "season",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", AutoString(length=20), nullable=False),
        sa.Column("name_fr", AutoString(length=80), nullable=False),
        sa.Column("name_en", AutoString(length=80), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("opened_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("ends_on > starts_on", name=op.f("ck_season_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_season")),
        sa.UniqueConstraint("slug", name=op.f("uq_season_slug")),
        sa.UniqueConstraint("starts_on", name=op.f("uq_season_starts_on")),
    )
    op.create_index(op.f("ix_season_ends_on"), "season", ["ends_on"], unique=False)
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("season_id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("kind", AutoString(length=16), nullable=False),
        sa.Column("subject", AutoString(length=80), nullable=False),
        sa.Column("reverses", sa.Integer(), nullable=True),
        sa.Column("tier", AutoString(length=16), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("quantity_milli", sa.Integer(), nullable=False),
        sa.Column("saving_gco2e", sa.Integer(), nullable=True),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("factor_version", AutoString(length=120), nullable=False),
        sa.Column("neighbourhood", AutoString(length=80), nullable=False),
        sa.Column("team", AutoString(length=80), nullable=True),
        sa.Column("civic_day", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("cause", AutoString(length=40), nullable=False),
        sa.Column("idempotency_key", AutoString(length=160), nullable=False),
        sa.CheckConstraint(
            "quantity_milli >= 0", name=op.f("ck_ledger_quantity_milli")
        ),
        sa.CheckConstraint(
            "reverses IS NOT NULL OR amount >= 0", name=op.f("ck_ledger_award")
        ),
        sa.CheckConstraint(
            "reverses IS NULL OR amount <= 0", name=op.f("ck_ledger_reversal")
        ),
        sa.ForeignKeyConstraint(
            ["reverses"],
            ["ledger.id"],
            name=op.f("fk_ledger_reverses_ledger"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["season.id"],
            name=op.f("fk_ledger_season_id_season"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_ledger_idempotency_key")),
        sa.UniqueConstraint("reverses", name=op.f("uq_ledger_reverses")),
    )
    op.create_index(
        "ix_ledger_member_ref_season_id",
        "ledger",
        ["member_ref", "season_id"],
        unique=False,
    )
    op.create_table(
        "action_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("action", AutoString(length=80), nullable=False),
        sa.Column("civic_day", sa.Date(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("quantity_milli", sa.Integer(), nullable=True),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("undone_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("n >= 1", name=op.f("ck_action_log_n")),
        sa.CheckConstraint("points >= 0", name=op.f("ck_action_log_points")),
        sa.ForeignKeyConstraint(
            ["id"],
            ["ledger.id"],
            name=op.f("fk_action_log_id_ledger"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_log")),
    )
    op.create_index(
        op.f("ix_action_log_member_ref"), "action_log", ["member_ref"], unique=False
    )
    op.create_index(
        "uq_action_log_member_ref_action_civic_day_n",
        "action_log",
        ["member_ref", "action", "civic_day", "n"],
        unique=True,
    )


def _create_member_totals() -> None:
    op.create_table(
        "member_day",
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("civic_day", sa.Date(), nullable=False),
        sa.Column("neighbourhood", AutoString(length=80), nullable=False),
        sa.Column("gestures", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.CheckConstraint("gestures >= 0", name=op.f("ck_member_day_gestures")),
        sa.CheckConstraint("points >= 0", name=op.f("ck_member_day_points")),
        sa.PrimaryKeyConstraint(
            "member_ref", "civic_day", "neighbourhood", name=op.f("pk_member_day")
        ),
    )
    op.create_table(
        "member_total",
        sa.Column("season_id", sa.Integer(), nullable=False),
        sa.Column("member_ref", AutoString(length=32), nullable=False),
        sa.Column("neighbourhood", AutoString(length=80), nullable=False),
        sa.Column("entry_week", sa.Date(), nullable=False),
        sa.Column("gestures", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("saving_gco2e", sa.Integer(), nullable=False),
        sa.Column("saving_gco2e_count", sa.Integer(), nullable=False),
        sa.CheckConstraint("gestures >= 0", name=op.f("ck_member_total_gestures")),
        sa.CheckConstraint("points >= 0", name=op.f("ck_member_total_points")),
        sa.CheckConstraint(
            "saving_gco2e_count >= 0", name=op.f("ck_member_total_saving_gco2e_count")
        ),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["season.id"],
            name=op.f("fk_member_total_season_id_season"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "season_id", "member_ref", "neighbourhood", name=op.f("pk_member_total")
        ),
    )


def _create_group_totals() -> None:
    op.create_table(
        "group_total",
        sa.Column("season_id", sa.Integer(), nullable=False),
        sa.Column("group_kind", AutoString(length=16), nullable=False),
        sa.Column("group_id", AutoString(length=80), nullable=False),
        sa.Column("entry_week", sa.Date(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("points_squares", sa.Integer(), nullable=False),
        sa.CheckConstraint("people >= 0", name=op.f("ck_group_total_people")),
        sa.CheckConstraint("points >= 0", name=op.f("ck_group_total_points")),
        sa.CheckConstraint(
            "points_squares >= 0", name=op.f("ck_group_total_points_squares")
        ),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["season.id"],
            name=op.f("fk_group_total_season_id_season"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "season_id",
            "group_kind",
            "group_id",
            "entry_week",
            name=op.f("pk_group_total"),
        ),
    )
    op.create_table(
        "group_points",
        sa.Column("season_id", sa.Integer(), nullable=False),
        sa.Column("group_kind", AutoString(length=16), nullable=False),
        sa.Column("group_id", AutoString(length=80), nullable=False),
        sa.Column("entry_week", sa.Date(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.CheckConstraint("people >= 0", name=op.f("ck_group_points_people")),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["season.id"],
            name=op.f("fk_group_points_season_id_season"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "season_id",
            "group_kind",
            "group_id",
            "entry_week",
            "points",
            name=op.f("pk_group_points"),
        ),
    )
    op.create_table(
        "day_total",
        sa.Column("season_id", sa.Integer(), nullable=False),
        sa.Column("civic_day", sa.Date(), nullable=False),
        sa.Column("group_kind", AutoString(length=16), nullable=False),
        sa.Column("group_id", AutoString(length=80), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("gestures", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("saving_gco2e", sa.Integer(), nullable=False),
        sa.CheckConstraint("gestures >= 0", name=op.f("ck_day_total_gestures")),
        sa.CheckConstraint("people >= 0", name=op.f("ck_day_total_people")),
        sa.CheckConstraint("points >= 0", name=op.f("ck_day_total_points")),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["season.id"],
            name=op.f("fk_day_total_season_id_season"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "season_id",
            "civic_day",
            "group_kind",
            "group_id",
            name=op.f("pk_day_total"),
        ),
    )
    op.create_table(
        "season_total",
        sa.Column("season_id", sa.Integer(), nullable=False),
        sa.Column("gestures", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("saving_gco2e", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("gestures >= 0", name=op.f("ck_season_total_gestures")),
        sa.CheckConstraint("points >= 0", name=op.f("ck_season_total_points")),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["season.id"],
            name=op.f("fk_season_total_season_id_season"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("season_id", name=op.f("pk_season_total")),
    )


def _create_figures() -> None:
    op.create_table(
        "raw_payload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", AutoString(length=60), nullable=False),
        sa.Column("origin", AutoString(length=500), nullable=False),
        sa.Column("retrieved_at", UTCDateTime(), nullable=False),
        sa.Column("sha256", AutoString(length=64), nullable=False),
        sa.Column("media_type", AutoString(length=80), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raw_payload")),
        sa.UniqueConstraint("sha256", name=op.f("uq_raw_payload_sha256")),
    )
    op.create_index(
        op.f("ix_raw_payload_source"), "raw_payload", ["source"], unique=False
    )
    op.create_table(
        "observation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator", AutoString(length=80), nullable=False),
        sa.Column("series", AutoString(length=80), nullable=False),
        sa.Column("place", AutoString(length=80), nullable=False),
        sa.Column("period", AutoString(length=40), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("unit", AutoString(length=40), nullable=False),
        sa.Column("kind", AutoString(length=16), nullable=False),
        sa.Column("source", AutoString(length=60), nullable=False),
        sa.Column("retrieved_at", UTCDateTime(), nullable=False),
        sa.Column("raw_payload_id", sa.Integer(), nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["raw_payload_id"],
            ["raw_payload.id"],
            name=op.f("fk_observation_raw_payload_id_raw_payload"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation")),
        sa.UniqueConstraint(
            "indicator",
            "series",
            "place",
            "period",
            "source",
            "is_demo",
            name="uq_observation_key",
        ),
    )
    op.create_index(
        op.f("ix_observation_raw_payload_id"),
        "observation",
        ["raw_payload_id"],
        unique=False,
    )


def _create_operations() -> None:
    op.create_table(
        "deployment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", AutoString(length=8), nullable=False),
        sa.Column("claimed_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('demo', 'real')", name=op.f("ck_deployment_kind")),
        sa.CheckConstraint("id = 1", name=op.f("ck_deployment_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deployment")),
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("actor_ref", AutoString(length=32), nullable=False),
        sa.Column("kind", AutoString(length=40), nullable=False),
        sa.Column("subject", AutoString(length=160), nullable=False),
        sa.Column("reason", AutoString(length=500), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_index(
        op.f("ix_audit_event_recorded_at"), "audit_event", ["recorded_at"], unique=False
    )
    op.create_table(
        "outbox_mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipient", AutoString(length=320), nullable=False),
        sa.Column("subject", AutoString(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=True),
        sa.Column("sent_at", UTCDateTime(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_error", AutoString(length=500), nullable=False),
        sa.Column("leased_until", UTCDateTime(), nullable=True),
        sa.CheckConstraint("tries >= 0", name=op.f("ck_outbox_mail_tries")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_mail")),
    )
    op.create_index(
        op.f("ix_outbox_mail_due_at"), "outbox_mail", ["due_at"], unique=False
    )
    op.create_index(
        op.f("ix_outbox_mail_sent_at"), "outbox_mail", ["sent_at"], unique=False
    )
    op.create_table(
        "lease",
        sa.Column("name", AutoString(length=60), nullable=False),
        sa.Column("holder", AutoString(length=80), nullable=False),
        sa.Column("until", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )


TABLES_IN_ORDER_OF_REMOVAL = (
    "lease",
    "outbox_mail",
    "audit_event",
    "deployment",
    "observation",
    "raw_payload",
    "season_total",
    "day_total",
    "group_points",
    "group_total",
    "member_total",
    "member_day",
    "action_log",
    "ledger",
    "season",
    "sign_in_token",
    "web_session",
    "citizen_identity",
    "citizen",
)
