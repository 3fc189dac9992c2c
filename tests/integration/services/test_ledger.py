"""Whatever people do, the kept totals are those that the ledger makes."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text
from sqlmodel import Session, col, func, select

from climact_issy.database import Database
from climact_issy.domain.actions import Action
from climact_issy.domain.errors import ClimactError
from climact_issy.domain.people import Actor
from climact_issy.models import Ledger, MemberTotal
from climact_issy.services import citizens, ledger
from climact_issy.settings import ROOT
from tests.support.databases import Databases
from tests.support.gestures import (
    BIKE,
    INSULATE,
    NOON,
    SORT,
    WALK,
    goes_on_board,
    person,
    plays_for,
    tap,
    untap,
)
from tests.support.rules import RULES

ACTIONS = (BIKE, WALK, SORT, INSULATE)
PLACES = ("la-ferme", "val-de-seine", "outside")


class Game(RuleBasedStateMachine):
    """Three people who tap, retry, undo, move house and sleep."""

    databases: Databases

    def __init__(self) -> None:
        super().__init__()
        self._address = self.databases.migrated("sqlite")
        self.database = Database(self._address.__enter__())
        self.people = [person(self.database, place) for place in PLACES]
        self.now = NOON
        self.seen: dict[tuple[int, str, date], int] = {}
        self.today: list[tuple[int, int]] = []

    @rule(
        who=st.integers(0, 2),
        action=st.sampled_from(ACTIONS),
        seen=st.integers(-1, 1),
    )
    def someone_taps(self, who: int, action: Action, seen: int) -> None:
        key = (who, action.slug, self.now.date())
        sight = max(0, self.seen.get(key, 0) + seen)
        with contextlib.suppress(ClimactError):
            noted = tap(self.database, self.people[who], action, sight, now=self.now)
            if not noted.was_already_there:
                self.seen[key] = sight + 1
                self.today.append((who, noted.entry_id))

    @precondition(lambda self: self.today)
    @rule(data=st.data())
    def someone_undoes(self, data: st.DataObject) -> None:
        who, entry_id = data.draw(st.sampled_from(self.today))
        untap(self.database, self.people[who], entry_id, now=self.now)

    @rule(who=st.integers(0, 2), place=st.sampled_from(PLACES))
    def someone_moves(self, who: int, place: str) -> None:
        with contextlib.suppress(ClimactError):
            self.people[who] = self.database.run_here(
                lambda s: citizens.choose_neighbourhood(
                    s, self.people[who], place, now=self.now
                )
            )

    @rule(days=st.integers(1, 9))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.today = []

    @invariant()
    def totals_are_those_of_the_ledger(self) -> None:
        assert self.database.read_here(ledger.differences) == []

    @invariant()
    def points_are_never_negative_and_never_beyond_a_cap(self) -> None:
        for points, cap in self.database.read_here(_capped):
            assert 0 <= points <= cap

    @invariant()
    def ledger_sum_is_the_sum_of_the_members(self) -> None:
        amounts, points = self.database.read_here(_sums)
        assert amounts == points

    def teardown(self) -> None:
        self.database.close()
        self._address.__exit__(None, None, None)


def _capped(session: Session) -> Iterator[tuple[int, int]]:
    connection = session.connection()
    by_day = "SELECT sum(points) FROM member_day GROUP BY member_ref, civic_day"
    by_week = """SELECT sum(points) FROM member_day
        GROUP BY member_ref, strftime('%Y-%W', civic_day)"""
    days = [(points, RULES.day_cap) for points in connection.scalars(text(by_day))]
    weeks = [(points, RULES.week_cap) for points in connection.scalars(text(by_week))]
    return iter(days + weeks)


def _sums(session: Session) -> tuple[int, int]:
    amounts = session.exec(select(func.coalesce(func.sum(Ledger.amount), 0))).one()
    points = session.exec(select(func.coalesce(func.sum(MemberTotal.points), 0))).one()
    return amounts, points


@pytest.mark.slow
def test_any_sequence_of_gestures_keeps_the_totals_true(databases: Databases) -> None:
    Game.databases = databases
    run_state_machine_as_test(
        Game,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )


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
