"""The ledger and the audit trail refuse every change, at head, on both databases."""

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, select

from climact_issy.database import Database, make_engine
from climact_issy.models import AuditEvent, Ledger
from climact_issy.services import deployment
from climact_issy.settings import ROOT
from tests.support.databases import ENGINES, Databases
from tests.support.gestures import NOON, person, tap

PROTECTED = (
    "ledger",
    "audit_event",
    "rule_version",
    "ledger_seal",
    "daily_root",
    "observation_revision",
)
EXPECTED = {
    "sqlite": {
        f"{table}_{change}"
        for table in PROTECTED
        for change in ("no_update", "no_delete", "no_replace")
    },
    "postgresql": {f"{table}_append_only" for table in PROTECTED},
}
CATALOGUES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'A'"
    ),
}
CHANGES = (
    "UPDATE {table} SET kind = 'x'",
    "UPDATE {table} SET kind = 'x' WHERE id = -1 OR id = id",
    "DELETE FROM {table}",
)
FORCED = {
    "sqlite": (
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "REPLACE INTO {table} SELECT * FROM {table}",
        "UPDATE OR REPLACE {table} SET id = id",
        "UPDATE OR IGNORE {table} SET kind = 'x'",
        "DELETE FROM {table} WHERE id = 1",
    ),
    "postgresql": (
        "TRUNCATE {table} CASCADE",
        """INSERT INTO {table} SELECT * FROM {table}
        ON CONFLICT (id) DO UPDATE SET kind = 'x'""",
        "DELETE FROM ONLY {table}",
    ),
}


FIRST = {
    "sqlite": {
        f"{table}_{change}"
        for table in ("ledger", "audit_event")
        for change in ("no_update", "no_delete", "no_replace")
    },
    "postgresql": {"ledger_append_only", "audit_event_append_only"},
}
"""Those of the first version: no later migration may lose one, not even for a step."""


def revisions() -> list[str]:
    """Every migration, from the first one to the last one."""
    scripts = ScriptDirectory.from_config(Config(ROOT / "alembic.ini"))
    return [found.revision for found in scripts.walk_revisions()][::-1]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_ledger_is_append_only_after_every_migration(
    databases: Databases, engine: str
) -> None:
    with databases.empty(engine) as address:
        for revision in revisions():
            deployment.migrate(address, revision)
            opened = make_engine(address)
            with opened.connect() as connection:
                found = set(connection.scalars(text(CATALOGUES[engine])))
            opened.dispose()

            assert found >= FIRST[engine], revision


def test_every_trigger_is_there_at_head(database: Database) -> None:
    name = database.engine.dialect.name
    found = database.read_here(
        lambda session: set(session.connection().scalars(text(CATALOGUES[name])))
    )
    assert found == EXPECTED[name]


@pytest.mark.parametrize("table", ["ledger", "audit_event"])
def test_no_statement_changes_a_row(database: Database, table: str) -> None:
    _fill(database)
    before = _rows(database)
    for change in (*CHANGES, *FORCED[database.engine.dialect.name]):
        statement = text(change.format(table=table))
        with pytest.raises(DatabaseError, match="append-only"):
            database.run_here(lambda s, sql=statement: s.connection().execute(sql))
        assert _rows(database) == before, change


def test_a_replacing_insert_is_refused_even_without_recursive_triggers(
    database: Database,
) -> None:
    if not database.is_sqlite:
        pytest.skip("INSERT OR REPLACE exists on SQLite only")
    _fill(database)
    before = _rows(database)
    sql = "INSERT OR REPLACE INTO ledger SELECT * FROM ledger"
    with database.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA recursive_triggers=OFF")
        with pytest.raises(DatabaseError, match="append-only"):
            connection.execute(text(sql))
        raw.execute("PRAGMA recursive_triggers=ON")
    assert _rows(database) == before


def _fill(database: Database) -> None:
    tap(database, person(database))
    database.run_here(
        lambda session: session.add(
            AuditEvent(recorded_at=NOON, actor_ref="system", kind="test")
        )
    )


def _rows(database: Database) -> list[object]:
    def read(session: Session) -> list[object]:
        return [
            [row.model_dump() for row in session.exec(select(table)).all()]
            for table in (Ledger, AuditEvent)
        ]

    return database.read_here(read)
