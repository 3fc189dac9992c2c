"""Whatever people do, the kept totals are those that the ledger makes."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, select

from climact_issy.database import Database
from climact_issy.domain.people import Actor
from climact_issy.models import Ledger
from climact_issy.services import ledger
from climact_issy.settings import ROOT
from tests.support.gestures import (
    NOON,
    SORT,
    WALK,
    goes_on_board,
    person,
    plays_for,
    tap,
    untap,
)

PLACES = ("la-ferme", "val-de-seine", "outside")


def a_little_game(database: Database) -> list[Actor]:
    people = [person(database, place) for place in PLACES]
    plays_for(database, people[0], "velo-club")
    goes_on_board(database, people[1])
    for who in people:
        tap(database, who)
        tap(database, who, seen=1)
        tap(database, who, SORT, now=NOON + timedelta(days=1))
    untap(database, people[0], tap(database, people[0], WALK).entry_id)
    return people


def test_rebuilt_totals_are_the_kept_ones_bit_for_bit(database: Database) -> None:
    a_little_game(database)

    def tables(session: Session) -> list[object]:
        return [ledger.kept(session, table) for table in ledger.TOTALS]

    before = database.read_here(tables)
    database.run_here(ledger.rebuild)

    assert database.read_here(tables) == before
    assert all(before)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("season_total", "saving_gco2e"),
        ("day_total", "saving_gco2e"),
        ("group_total", "points_squares"),
    ],
)
def test_the_sums_of_a_whole_town_find_room(
    database: Database, table: str, column: str
) -> None:
    """A thousand keen people of one neighbourhood fill 32 bits with their squares."""
    who, most = person(database, "la-ferme"), 2**31 - 1
    tap(database, who)
    database.run_here(
        lambda s: s.connection().execute(text(f"UPDATE {table} SET {column} = {most}"))  # noqa: S608 - names of this file
    )

    tap(database, who, seen=1)

    rows = database.read_here(lambda s: ledger.kept(s, table))
    assert rows[0][column] > most


def test_a_total_that_was_tampered_with_is_named(database: Database) -> None:
    a_little_game(database)
    database.run_here(
        lambda s: s.connection().execute(
            text("UPDATE season_total SET points = points + 1")
        )
    )

    found = database.read_here(ledger.differences)

    assert len(found) == 2
    assert all(line.startswith("season_total: ") for line in found)
    database.run_here(ledger.rebuild)
    assert database.read_here(ledger.differences) == []


def test_who_undoes_everything_leaves_the_active_people(database: Database) -> None:
    who = person(database, "la-ferme")
    untap(database, who, tap(database, who).entry_id)

    def people(session: Session) -> list[int]:
        rows = [
            *ledger.kept(session, "group_total"),
            *ledger.kept(session, "day_total"),
        ]
        return [row["people"] for row in rows]

    assert database.read_here(people) == [0, 0]
    tap(database, who, seen=1, now=NOON)
    assert database.read_here(people) == [1, 1]


def test_erasing_a_person_changes_no_total(database: Database) -> None:
    people = a_little_game(database)
    before = database.read_here(lambda s: ledger.kept(s, "group_total"))

    def erase(session: Session) -> None:
        session.connection().execute(
            text("DELETE FROM action_log WHERE member_ref = :ref"),
            {"ref": people[0].member_ref},
        )
        session.connection().execute(
            text("DELETE FROM citizen WHERE id = :id"), {"id": people[0].citizen_id}
        )

    database.run_here(erase)

    assert database.read_here(lambda s: ledger.kept(s, "group_total")) == before
    assert database.read_here(ledger.differences) == []


CRASH = """
import os, sys
from climact_issy import database
from tests.support.gestures import person, tap
opened = database.open(sys.argv[1])
people = [person(opened, "la-ferme") for _ in range(8)]
print("ready", flush=True)
from concurrent.futures import ThreadPoolExecutor
def play(who):
    for n in range(2):
        print(tap(opened, who, seen=n).entry_id, flush=True)
with ThreadPoolExecutor(8) as threads:
    for _ in range(40):
        fresh = [person(opened, "la-ferme") for _ in range(8)]
        list(threads.map(play, fresh))
"""


@pytest.mark.slow
def test_kill_9_loses_no_acknowledged_gesture(address: str, tmp_path: Path) -> None:
    script = tmp_path / "crash.py"
    script.write_text(CRASH)
    acknowledged: set[int] = set()
    with subprocess.Popen(
        [sys.executable, script, address],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for line in process.stdout:
            acknowledged.add(int(line))
            if len(acknowledged) == 60:
                process.kill()
                break
        rest = process.stdout.read().splitlines(keepends=True)
        acknowledged |= {int(line) for line in rest if line.endswith("\n")}
    assert process.returncode == -9

    opened = Database(address)
    kept = opened.read_here(lambda s: set(s.exec(select(col(Ledger.id))).all()))
    differences = opened.read_here(ledger.differences)
    opened.close()

    assert acknowledged <= kept
    assert differences == []


@pytest.mark.parametrize("table", ledger.TOTALS)
def test_an_empty_ledger_makes_empty_totals(database: Database, table: str) -> None:
    assert database.read_here(lambda s: ledger.replay(s).rows(table)) == []
