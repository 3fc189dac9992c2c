"""The unit of work: one commit, nothing half done, readers that cannot write."""

import asyncio
from concurrent.futures import Future
from threading import Event

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, col, func, select

from climact_issy import database as climact_database
from climact_issy.database import Database
from climact_issy.models import Lease
from tests.support.gestures import NOON


class Refusal(Exception):
    """What a piece of work gives up with."""


def write(session: Session, name: str) -> str:
    session.add(Lease(name=name, holder="test", until=NOON))
    return name


def count(session: Session) -> int:
    return session.exec(select(func.count(col(Lease.name)))).one()


def test_work_is_kept_once_it_answered(database: Database) -> None:
    assert database.run_here(lambda s: write(s, "a")) == "a"
    assert database.read_here(count) == 1


def test_work_that_fails_leaves_nothing(database: Database) -> None:
    def fail(session: Session) -> None:
        write(session, "a")
        session.flush()
        raise Refusal

    with pytest.raises(Refusal):
        database.run_here(fail)
    assert database.read_here(count) == 0


def test_neighbours_of_a_failing_piece_of_work_are_kept(database: Database) -> None:
    def fail(session: Session, name: str) -> None:
        write(session, name)
        session.flush()
        raise Refusal

    futures: list[Future[object]] = []
    for n in range(60):
        work = fail if n % 3 == 0 else write
        futures.append(database.submit(lambda s, n=n, work=work: work(s, f"w{n}")))
    failed = [isinstance(future.exception(), Refusal) for future in futures]

    assert failed == [n % 3 == 0 for n in range(60)]
    assert database.read_here(count) == 40


def test_nothing_is_acknowledged_when_the_database_undoes_a_batch(
    database: Database,
) -> None:
    if not database.is_sqlite:
        # There each piece of work has a transaction of its own.
        assert database.submit(lambda s: write(s, "a")).result() == "a"
        return
    gate = Event()

    def undo_all(session: Session) -> None:
        # What SQLite does by itself on a full disk.
        session.connection().exec_driver_sql("ROLLBACK")

    futures: list[Future[object]] = [
        database.submit(lambda _: gate.wait()),
        database.submit(lambda s: write(s, "before")),
        database.submit(undo_all),
        database.submit(lambda s: write(s, "after")),
    ]
    gate.set()

    kept = [f.exception() is None for f in futures[1:]]
    assert not any(kept)
    assert database.read_here(count) == 0
    assert database.run_here(lambda s: write(s, "next")) == "next"


def test_an_error_does_not_quote_what_was_written(database: Database) -> None:
    database.run_here(lambda s: write(s, "lina@exemple.fr"))

    with pytest.raises(DatabaseError) as found:
        database.run_here(lambda s: write(s, "lina@exemple.fr"))
    assert "test" not in str(found.value)
    assert "[parameters" not in str(found.value)


def test_an_error_at_the_flush_reaches_whoever_asked(database: Database) -> None:
    database.run_here(lambda s: write(s, "a"))

    with pytest.raises(DatabaseError):
        database.run_here(lambda s: write(s, "a"))
    assert database.run_here(lambda s: write(s, "b")) == "b"


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DatabaseError):
        database.read_here(lambda s: s.connection().execute(text("DELETE FROM lease")))
    assert database.run_here(lambda s: write(s, "after")) == "after"


def test_a_reader_sees_one_instant_of_the_database(database: Database) -> None:
    def twice(session: Session) -> tuple[int, int]:
        before = count(session)
        database.submit(lambda s: write(s, "meanwhile")).result()
        return before, count(session)

    assert database.read_here(twice) == (0, 0)
    assert database.read_here(count) == 1


async def test_the_event_loop_waits_for_the_commit(database: Database) -> None:
    assert database is not None
    assert await climact_database.run(lambda s: write(s, "a")) == "a"
    assert await climact_database.read(count) == 1
    assert climact_database.run_sync(lambda s: write(s, "b")) == "b"
    assert climact_database.read_sync(count) == 2


def test_a_second_database_is_not_opened_over_the_first(database: Database) -> None:
    assert climact_database.is_open()
    with pytest.raises(RuntimeError, match="open already"):
        climact_database.open(str(database.engine.url))


def test_without_a_database_there_is_a_clear_error() -> None:
    climact_database.close()
    with pytest.raises(RuntimeError, match=r"database\.open"):
        climact_database.run_sync(count)


def test_sqlite_is_durable_and_strict(database: Database) -> None:
    if not database.is_sqlite:
        assert database.engine.dialect.name == "postgresql"
        return

    def pragmas(session: Session) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        return {
            name: session.connection().scalar(text(f"PRAGMA {name}")) for name in names
        }

    assert database.run_here(pragmas) == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
    }


async def test_fifty_answers_reach_the_page_that_asked(database: Database) -> None:
    asked = [
        database.waits_for(database.submit(lambda s, n=n: write(s, f"w{n}")))
        for n in range(50)
    ]

    assert await asyncio.gather(*asked) == [f"w{n}" for n in range(50)]
    assert await database.waits_for(database.submit_read(count)) == 50


async def test_an_error_reaches_only_the_page_that_asked(database: Database) -> None:
    def fail(_session: Session) -> None:
        raise Refusal

    kept = database.waits_for(database.submit(lambda s: write(s, "a")))
    lost = database.waits_for(database.submit(fail))

    with pytest.raises(Refusal):
        await lost
    assert await kept == "a"


async def test_a_page_that_left_does_not_stop_the_others(database: Database) -> None:
    gate = Event()
    first = database.waits_for(database.submit(lambda _: gate.wait()))
    left = database.waits_for(database.submit(lambda s: write(s, "left")))
    stays = database.waits_for(database.submit(lambda s: write(s, "stays")))
    left.cancel()
    first.cancel()
    gate.set()

    assert await stays == "stays"
    with pytest.raises(asyncio.CancelledError):
        await left


def test_an_answer_for_a_loop_that_is_closed_is_dropped(database: Database) -> None:
    gate = Event()

    async def leave() -> None:
        database.waits_for(database.submit(lambda _: gate.wait()))
        await asyncio.sleep(0)

    asyncio.run(leave())
    gate.set()

    assert database.run_here(lambda s: write(s, "next")) == "next"
