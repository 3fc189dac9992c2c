"""Fixtures of every test: each test of a service runs on both databases."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from climact_issy import database as climact_database
from climact_issy import logs
from climact_issy.database import Database
from tests.support.challenges import count_test_actions
from tests.support.databases import ENGINES, Databases

# PostgreSQL is for `make test`; `make check` stays quick.
PARAMS = [
    pytest.param(engine, marks=[] if engine == "sqlite" else [pytest.mark.slow])
    for engine in ENGINES
]

# What a rule does must not depend on how busy the machine is.
hypothesis.settings.register_profile(
    "ours",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("ours")

# As every process of ours does first: else structlog prints all variables.
logs.configure("info", is_json=False)


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Makes databases; the server of PostgreSQL starts when first asked."""
    # Not pytest's own folder: its path is too long for a socket of PostgreSQL.
    folder = Path(tempfile.mkdtemp(prefix="climact-"))
    made = Databases(folder)
    yield made
    made.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=PARAMS)
def address(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    """Give the address of a migrated, empty database, once per engine."""
    with databases.migrated(request.param) as found:
        yield found


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """Open a migrated, empty database as that of this process, once per engine."""
    yield climact_database.open(address)
    climact_database.close()


@pytest.fixture
def counted_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let challenges count the actions of tests."""
    count_test_actions(monkeypatch)
