"""What a row says took some of its points; the gesture always stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from climact_issy.database import Database
from climact_issy.domain.errors import CadenceReached
from climact_issy.domain.gestures import LoggedGesture
from climact_issy.models import Ledger
from climact_issy.services import actions, ledger
from tests.support.gestures import BIKE, NOON, person, tap
from tests.support.rules import RULES


def ledger_rows(database: Database) -> list[Ledger]:
    return database.read_here(lambda session: list(session.exec(select(Ledger)).all()))


def test_a_repeat_brings_less_counts_fully_and_says_why(database: Database) -> None:
    who = person(database)
    rules = replace(RULES, repeat_weights=(1.0, 0.6))

    def again(seen: int) -> LoggedGesture:
        return database.run_here(
            lambda s: actions.log(s, who, BIKE, None, seen, rules=rules, now=NOON)
        )

    first, second = again(0), again(1)

    assert (first.points, first.cap, first.mine.next_points) == (10, None, 6)
    assert (second.points, second.cap, second.goal.done) == (6, "repeat", 2)
    assert again(1).cap == "repeat"
    assert [row.cause for row in ledger_rows(database)] == ["tap", "tap:repeat"]


def test_declared_gestures_stop_at_their_share_and_still_count(
    database: Database,
) -> None:
    who = person(database)
    rules = replace(RULES, declared_week_share=0.12)
    kinds = [replace(BIKE, slug=f"a{n}") for n in range(2)]

    first, second = (
        database.run_here(
            lambda s, a=kind: actions.log(s, who, a, None, 0, rules=rules, now=NOON)
        )
        for kind in kinds
    )

    assert (first.points, second.points, second.cap) == (10, 2, "declared")
    assert second.goal.done == 2
    assert ledger_rows(database)[1].cause == "tap:declared"
    assert database.read_here(ledger.differences) == []


def test_a_rest_between_two_times_refuses_and_tells_when(database: Database) -> None:
    who = person(database)
    rested = replace(BIKE, cool_down_days=3)
    tap(database, who, rested)

    with pytest.raises(CadenceReached) as refused:
        tap(database, who, rested, now=NOON + timedelta(days=2))

    assert refused.value.values["next_at"] == datetime(2026, 11, 27, 23, tzinfo=UTC)
    assert tap(database, who, rested, now=NOON + timedelta(days=3)).points == 10
    mine = database.read_here(
        lambda s: actions.mine(s, who, rested, rules=RULES, now=NOON)
    )
    assert not mine.can_log
