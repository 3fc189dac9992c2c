"""The chain over the ledger: closed ranges only, and no byte changes unseen."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, insert, text
from sqlmodel import Session, SQLModel

from climact_issy.database import Database
from climact_issy.domain import seals as form
from climact_issy.services import ledger, seals
from climact_issy.services.seals import Candidate
from tests.support.databases import Databases
from tests.support.gestures import BIKE, NOON, SORT, WALK, person, tap, untap


def play(database: Database) -> None:
    """Three gestures and an undo."""
    who = person(database, "la-ferme")
    tap(database, who)
    tap(database, who, SORT)
    untap(database, who, tap(database, who, WALK).entry_id)


def sealed(database: Database, *, now: datetime = NOON) -> int:
    """Seal what is closed; return how many seals were made."""
    asked = database.run_here(seals.candidate)
    assert database.run_here(lambda s: seals.is_closed(s, asked))
    made = 0
    while found := database.read_here(
        lambda s: seals.next_seal(s, asked.last_id, now=now)
    ):
        assert database.run_here(lambda s, f=found: seals.keep(s, f))
        made += 1
    return made


def test_the_canonical_form_holds_every_column_of_the_ledger() -> None:
    # A new column is a new format: what was sealed before keeps its bytes.
    assert set(form.COLUMNS) == {c.name for c in SQLModel.metadata.tables["ledger"].c}


def test_a_sealed_ledger_is_verified_to_its_last_row(database: Database) -> None:
    play(database)
    assert sealed(database) == 1
    tap(database, person(database))

    found = database.read_here(seals.verify)

    assert (found.seals, found.rows, found.unsealed, found.faults) == (1, 4, 1, ())
    assert sealed(database, now=NOON + timedelta(minutes=5)) == 1
    assert sealed(database) == 0
    assert database.read_here(seals.verify).unsealed == 0


def test_an_empty_ledger_has_nothing_to_seal(database: Database) -> None:
    assert database.run_here(seals.candidate) == Candidate(0, frozenset())
    assert sealed(database) == 0
    assert database.run_here(lambda s: seals.write_roots(s, now=NOON)) == 0
    assert database.read_here(seals.verify).faults == ()


def test_a_long_ledger_is_sealed_in_ranges(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seals, "ROWS_A_SEAL", 3)
    monkeypatch.setattr(seals, "ROWS_AT_ONCE", 2)
    for _ in range(2):
        play(database)

    assert sealed(database) == 3
    assert database.read_here(seals.verify).faults == ()


def test_the_same_rows_have_the_same_hash_on_both_databases(
    databases: Databases,
) -> None:
    found: list[str] = []
    for engine in ("sqlite", "postgresql"):
        with databases.migrated(engine) as address:
            database = Database(address)
            who = replace(person(database, "la-ferme"), member_ref="r")
            database.run_here(
                lambda s: s.connection().execute(
                    text("UPDATE citizen SET member_ref = 'r'")
                )
            )
            tap(database, who)
            assert sealed(database) == 1
            kept = database.read_here(seals.newest)
            assert kept is not None
            found.append(kept.hash)
            database.close()

    assert found[0] == found[1]


@pytest.fixture
def unguarded(database: Database) -> Database:
    """A sealed ledger without the triggers that refuse every change."""
    play(database)
    sealed(database)

    def drop(session: Session) -> None:
        connection = session.connection()
        for table in ("ledger", "ledger_seal", "daily_root"):
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"DROP TRIGGER {table}_append_only ON {table}"))
            else:
                for name in ("no_update", "no_delete", "no_replace"):
                    connection.execute(text(f"DROP TRIGGER {table}_{name}"))

    database.run_here(drop)
    return database


ANOTHER_SEASON = """INSERT INTO season
    (id, slug, name_fr, name_en, starts_on, ends_on, opened_at, kind) VALUES
    (99, 'x', 'x', 'x', '2030-01-07', '2030-02-03', '2026-11-25 11:00:00', 'season')"""
IN_THE_LEDGER = {
    "season_id": "99",
    "member_ref": "'x' || substr(member_ref, 2)",
    "reverses": "2",
    "amount": "amount + 1",
    "quantity_milli": "quantity_milli + 1",
    "saving_gco2e": "saving_gco2e + 1",
    "rule_version": "rule_version + 1",
    "team": "'velo'",
    "civic_day": "'2026-11-26'",
    "recorded_at": "'2026-11-25 11:00:00.000001'",
}
"""What one row is changed to, as little as its column allows."""

IN_THE_CHAIN = (
    "sealed_at = '2026-11-25 11:00:01'",
    "row_count = 3",
    "last_id = 5",
    "first_id = 0",
    "format = 2",
    f"previous_hash = '{'1' * 64}'",
    f"hash = '{'1' * 64}'",
)


def faults_after(database: Database, *changes: str) -> tuple[str, ...]:
    """What is found after some changes, which are then undone."""

    def work(session: Session) -> tuple[str, ...]:
        with session.begin_nested() as savepoint:
            for change in changes:
                session.connection().execute(text(change))
            found = seals.verify(session).faults
            savepoint.rollback()
        return found

    return database.run_here(work)


def test_one_changed_value_of_any_column_is_found(unguarded: Database) -> None:
    assert faults_after(unguarded) == ()
    unguarded.run_here(lambda s: s.connection().execute(text(ANOTHER_SEASON)))
    for column in form.COLUMNS[1:]:
        value = IN_THE_LEDGER.get(column, f"{column} || 'x'")

        found = faults_after(
            unguarded,
            f"UPDATE ledger SET {column} = {value} WHERE id = 4",  # noqa: S608 - words of this file
        )

        assert found == ("Seal 1 (rows 1 to 4) does not match its rows.",), column
    assert faults_after(unguarded) == ()


def test_any_changed_value_of_a_seal_is_found(unguarded: Database) -> None:
    for change in IN_THE_CHAIN:
        found = faults_after(unguarded, f"UPDATE ledger_seal SET {change}")  # noqa: S608 - words of this file

        assert len(found) == 1, change
    assert faults_after(unguarded, "UPDATE ledger_seal SET id = id") == ()


def test_a_row_that_is_gone_or_slipped_in_is_found(unguarded: Database) -> None:
    gone = ("DELETE FROM action_log WHERE id = 2", "DELETE FROM ledger WHERE id = 2")
    moved = (gone[0], "UPDATE ledger SET id = 900 WHERE id = 2")

    assert len(faults_after(unguarded, *gone)) == 1
    assert len(faults_after(unguarded, *moved)) == 1


def test_one_flipped_bit_of_the_file_is_found(databases: Databases) -> None:
    with databases.migrated("sqlite") as address:
        database = Database(address)
        play(database)
        sealed(database)
        database.close()
        path = address.removeprefix("sqlite:///")
        with open(path, "rb") as stream:  # noqa: PTH123 - bytes of a file of the test
            data = stream.read()
        at = data.find(b"gesture" + BIKE.slug.encode())
        assert at > 0
        flipped = bytes([*data[: at + 8], data[at + 8] ^ 1, *data[at + 9 :]])
        with open(path, "wb") as stream:  # noqa: PTH123 - bytes of a file of the test
            stream.write(flipped)

        again = Database(address)
        found = again.read_here(seals.verify)
        again.close()

    assert len(found.faults) == 1


# A transaction held open across the end of a range (PostgreSQL only: SQLite lets one
# transaction write at a time).


@pytest.fixture(params=[pytest.param("", marks=pytest.mark.slow)])
def postgresql(databases: Databases) -> Iterator[Database]:
    with databases.migrated("postgresql") as address:
        database = Database(address)
        yield database
        database.close()


def _held_open(database: Database) -> tuple[Connection, int]:
    """Take an id of the ledger in a transaction that stays open."""
    who = person(database, "val-de-seine")
    tap(database, who)
    row = database.read_here(
        lambda s: dict(
            s.connection()
            .execute(text("SELECT * FROM ledger ORDER BY id DESC LIMIT 1"))
            .mappings()
            .one()
        )
    )
    row |= {"idempotency_key": "late", "recorded_at": NOON, "amount": 0}
    del row["id"]
    connection = database.engine.connect()
    table = SQLModel.metadata.tables["ledger"]
    entry_id = connection.execute(
        insert(table).values(row).returning(table.c.id)
    ).scalar_one()
    return connection, entry_id


def test_no_range_is_sealed_over_an_open_transaction(postgresql: Database) -> None:
    held, late_id = _held_open(postgresql)
    after = tap(postgresql, person(postgresql, "la-ferme")).entry_id
    assert after > late_id

    asked = postgresql.run_here(seals.candidate)

    assert asked.last_id == after
    assert len(asked.writers) == 1
    assert not postgresql.run_here(lambda s: seals.is_closed(s, asked))
    held.commit()
    held.close()
    assert postgresql.run_here(lambda s: seals.is_closed(s, asked))
    made = postgresql.read_here(lambda s: seals.next_seal(s, asked.last_id, now=NOON))
    assert made is not None
    assert (made.row_count, made.last_id) == (3, after)
    assert postgresql.run_here(lambda s: seals.keep(s, made))
    assert postgresql.read_here(seals.verify).faults == ()


def test_a_transaction_that_begins_later_keeps_nobody_waiting(
    postgresql: Database,
) -> None:
    tap(postgresql, person(postgresql, "la-ferme"))
    asked = postgresql.run_here(seals.candidate)
    held, late_id = _held_open(postgresql)
    assert late_id > asked.last_id

    is_closed = postgresql.run_here(lambda s: seals.is_closed(s, asked))
    held.rollback()
    held.close()

    assert is_closed


def test_an_id_that_was_given_back_leaves_a_hole_and_no_fault(
    postgresql: Database,
) -> None:
    held, late_id = _held_open(postgresql)
    held.rollback()
    held.close()
    after = tap(postgresql, person(postgresql, "la-ferme")).entry_id

    assert after > late_id
    assert sealed(postgresql) == 1
    found = postgresql.read_here(seals.verify)
    assert (found.rows, found.faults) == (2, ())


def test_sealing_among_gestures_never_misses_a_row(postgresql: Database) -> None:
    people = [person(postgresql, "la-ferme") for _ in range(4)]
    over = threading.Event()

    def play_on(at: int) -> None:
        for n in range(8):
            tap(postgresql, people[at], WALK, n, now=NOON + timedelta(microseconds=n))

    players = [threading.Thread(target=play_on, args=(at,)) for at in range(4)]
    for player in players:
        player.start()
    while not over.is_set():
        asked = postgresql.run_here(seals.candidate)
        while not postgresql.run_here(lambda s, a=asked: seals.is_closed(s, a)):
            pass
        made = postgresql.read_here(
            lambda s, a=asked: seals.next_seal(s, a.last_id, now=NOON)
        )
        if made is not None:
            assert postgresql.run_here(lambda s, m=made: seals.keep(s, m))
        if not any(player.is_alive() for player in players):
            over.set()
    sealed(postgresql)

    found = postgresql.read_here(seals.verify)
    assert (found.rows, found.unsealed, found.faults) == (32, 0, ())
    assert found.seals > 1


def test_two_sealers_at_once_seal_once(database: Database) -> None:
    play(database)
    made = database.read_here(lambda s: seals.next_seal(s, 4, now=NOON))
    assert made is not None

    assert database.run_here(lambda s: seals.keep(s, made))
    assert not database.run_here(lambda s: seals.keep(s, made))
    assert database.read_here(seals.verify).seals == 1


# Daily roots


def test_a_day_has_its_root_once_it_is_over(database: Database) -> None:
    play(database)
    sealed(database)
    tomorrow = datetime(2026, 11, 25, 23, 4, tzinfo=UTC)
    just_before = tomorrow - timedelta(minutes=5)

    assert database.run_here(lambda s: seals.write_roots(s, now=just_before)) == 0
    assert database.run_here(lambda s: seals.write_roots(s, now=tomorrow)) == 1
    assert database.run_here(lambda s: seals.write_roots(s, now=tomorrow)) == 0

    (root,) = database.read_here(seals.roots)
    kept = database.read_here(seals.newest)
    assert kept is not None
    assert (root.day, root.hash, root.rows_sealed) == (date(2026, 11, 25), kept.hash, 4)
    assert root.written_at == tomorrow
    later = tomorrow + timedelta(days=3)
    assert database.run_here(lambda s: seals.write_roots(s, now=later)) == 3
    assert database.read_here(seals.verify).faults == ()


def test_a_changed_root_is_found(unguarded: Database) -> None:
    later = NOON + timedelta(days=2)
    unguarded.run_here(lambda s: seals.write_roots(s, now=later))
    for change in (f"hash = '{'1' * 64}'", "rows_sealed = 5", "hash = upper(hash)"):
        (fault,) = faults_after(
            unguarded,
            f"UPDATE daily_root SET {change} WHERE day = '2026-11-26'",  # noqa: S608 - words of this file
        )
        assert "2026-11-26" in fault
    assert faults_after(unguarded) == ()


def test_the_totals_are_those_of_what_was_sealed(database: Database) -> None:
    play(database)
    sealed(database)

    assert database.read_here(ledger.differences) == []
    assert database.read_here(ledger.size) == 4
