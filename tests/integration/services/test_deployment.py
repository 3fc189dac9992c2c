"""The migrations make exactly the tables of the models, up, down and up again."""

import pytest

from climact_issy.database import Database, make_engine
from climact_issy.services import deployment
from climact_issy.services.deployment import WrongDatabase
from climact_issy.settings import Mode, Settings
from tests.support.databases import ENGINES, Databases
from tests.support.gestures import NOON


@pytest.mark.parametrize("engine", ENGINES)
def test_up_down_and_up_leave_the_tables_of_the_models(
    engine: str, databases: Databases
) -> None:
    with databases.empty(engine) as address:
        deployment.migrate(address)
        deployment.migrate(address, "base")
        remains = _tables(address)
        deployment.migrate(address)
        assert remains == {"alembic_version"}
        assert deployment.drift(address) == ""


def test_a_migrated_database_knows_that_it_is_at_head(database: Database) -> None:
    assert database.read_here(deployment.is_at_head)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_empty_database_is_not_at_head(engine: str, databases: Databases) -> None:
    with databases.empty(engine) as address:
        opened = Database(address)
        assert not opened.read_here(deployment.is_at_head)
        opened.close()


def _tables(address: str) -> set[str]:
    engine = make_engine(address)
    with engine.connect() as connection:
        found = set(engine.dialect.get_table_names(connection))
    engine.dispose()
    return found


def test_a_database_is_claimed_once_and_for_all(database: Database) -> None:
    with pytest.raises(WrongDatabase) as unclaimed:
        database.read_here(lambda s: deployment.check(s, "real"))
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOON))
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOON))
    database.read_here(lambda s: deployment.check(s, "demo"))

    with pytest.raises(WrongDatabase) as claimed:
        database.run_here(lambda s: deployment.claim(s, "real", now=NOON))
    assert unclaimed.value.values == {"found": "unclaimed", "wanted": "real"}
    assert claimed.value.values == {"found": "demo", "wanted": "real"}


@pytest.mark.parametrize(
    ("mode", "kind"),
    [(Mode.DEMO, "demo"), (Mode.DEVELOPMENT, "real"), (Mode.PRODUCTION, "real")],
)
def test_only_demo_mode_works_on_a_demo_database(mode: Mode, kind: str) -> None:
    assert deployment.kind_of(Settings(mode=mode)) == kind


def test_a_worker_refuses_a_database_of_the_other_kind(database: Database) -> None:
    database.read_here(lambda s: deployment.refuse_other(s, "demo"))
    database.run_here(lambda s: deployment.claim(s, "real", now=NOON))

    database.read_here(lambda s: deployment.refuse_other(s, "real"))
    with pytest.raises(WrongDatabase):
        database.read_here(lambda s: deployment.refuse_other(s, "demo"))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_worker_starts_on_an_empty_database_and_waits(
    engine: str, databases: Databases
) -> None:
    with databases.empty(engine) as address:
        opened = Database(address)
        waits = opened.read_here(lambda s: deployment.refuse_other(s, "demo"))
        opened.close()
        assert waits is None
