"""The clock seals what is closed, without a gesture waiting for it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text

from climact_issy import database as climact_database
from climact_issy.database import Database
from climact_issy.jobs import seal as job
from climact_issy.jobs.seal import Sealed, seal, seal_closed
from climact_issy.services import seals
from tests.support.databases import Databases
from tests.support.gestures import NOON, WALK, person, tap


async def test_a_turn_seals_everything_and_writes_the_root_of_yesterday(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seals, "ROWS_A_SEAL", 2)
    who = person(database, "la-ferme")
    for n in range(5):
        tap(database, who, WALK, n)

    assert await seal_closed(NOON) == Sealed(3, 5, 0)
    assert await seal_closed(NOON) == Sealed(0, 0, 0)
    assert await seal_closed(NOON + timedelta(days=1)) == Sealed(0, 0, 1)
    assert database.read_here(seals.verify).faults == ()


@pytest.fixture(params=[pytest.param("", marks=pytest.mark.slow)])
def postgresql(databases: Databases) -> Iterator[Database]:
    """PostgreSQL only: SQLite lets one transaction write at a time."""
    with databases.migrated("postgresql") as address:
        yield climact_database.open(address)
        climact_database.close()


async def test_what_a_transaction_can_still_add_to_waits_for_the_next_turn(
    postgresql: Database,
) -> None:
    database = postgresql
    who = person(database, "la-ferme")
    first = tap(database, who, WALK).entry_id
    # It has written to the ledger in vain, and stays open.
    held = database.engine.connect()
    held.execute(text("INSERT INTO ledger SELECT * FROM ledger WHERE id < 0"))
    second = tap(database, who, WALK, 1).entry_id

    waits = await seal_closed(NOON, timedelta(seconds=0.3))
    third = tap(database, who, WALK, 2).entry_id
    held.rollback()
    held.close()
    done = await seal_closed(NOON)

    assert waits == Sealed(0, 0, 0, waits_for_id=second)
    assert done == Sealed(1, 3, 0)
    assert first < second < third


async def test_a_turn_that_waits_in_vain_says_so_in_the_log(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database.engine
    told: list[dict[str, object]] = []

    async def waits(*_: object) -> Sealed:
        return Sealed(0, 0, 0, waits_for_id=7)

    monkeypatch.setattr(job, "seal_closed", waits)
    monkeypatch.setattr(job, "_log", type("Log", (), {"warning": _teller(told)}))
    await seal(NOON)

    assert told == [{"open_up_to_id": 7}]


def _teller(told: list[dict[str, object]]) -> object:
    return staticmethod(lambda _event, **values: told.append(values))
