"""Old answers lose their bytes and keep their hash."""

import hashlib
from datetime import UTC, datetime, timedelta

from sqlmodel import col, select

from climact_issy.connectors.base import Page
from climact_issy.database import Database
from climact_issy.models import RawPayload
from climact_issy.services import observations, raw_payloads
from tests.support.databases import Databases

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LONG_AGO = NOW - raw_payloads.KEPT - timedelta(seconds=1)


def keep(database: Database, body: bytes, at: datetime) -> int:
    page = Page("https://example.org/x", "application/json", body, at)
    kept = database.run_here(lambda s: observations.keep_raw(s, "a", page))
    return kept.raw_payload_id


def empty_old(database: Database) -> int:
    return database.run_here(lambda s: raw_payloads.empty_old(s, now=NOW))


def kept(database: Database) -> list[tuple[str, bytes]]:
    return database.read_here(
        lambda s: [
            (row.sha256, row.body)
            for row in s.exec(select(RawPayload).order_by(col(RawPayload.id)))
        ]
    )


def test_an_old_answer_keeps_its_hash_and_a_young_one_its_bytes(
    database: Database,
) -> None:
    keep(database, b"old", LONG_AGO)
    keep(database, b"young", NOW - raw_payloads.KEPT)
    assert empty_old(database) == 1
    assert kept(database) == [
        (hashlib.sha256(b"old").hexdigest(), b""),
        (hashlib.sha256(b"young").hexdigest(), b"young"),
    ]
    assert empty_old(database) == 0


def test_a_turn_empties_the_oldest_first_and_not_too_many(database: Database) -> None:
    many = raw_payloads.AT_ONCE + 1
    for number in range(many):
        keep(database, str(number).encode(), LONG_AGO)
    assert empty_old(database) == raw_payloads.AT_ONCE
    assert [body for _, body in kept(database)][-2:] == [b"", str(many - 1).encode()]


def test_bytes_that_come_again_are_whole_again(database: Database) -> None:
    first = keep(database, b"same", LONG_AGO)
    empty_old(database)
    again = keep(database, b"same", NOW)
    assert again == first
    assert [body for _, body in kept(database)] == [b"same"]
    assert empty_old(database) == 0


def test_what_was_emptied_is_not_read_again(databases: Databases) -> None:
    with databases.migrated("sqlite") as address:
        opened = Database(address)
        with opened.engine.connect() as connection:
            plan = connection.exec_driver_sql(
                "EXPLAIN QUERY PLAN SELECT id FROM raw_payload"
                " WHERE retrieved_at < '2026' AND length(body) > 0"
                " ORDER BY retrieved_at LIMIT 50"
            )
            (step,) = [row[3] for row in plan]
        opened.close()
    assert "ix_raw_payload_whole" in step
