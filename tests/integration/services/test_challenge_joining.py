"""Joining, leaving and checking in, as often as one taps."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlmodel import select

from climact_issy.database import Database
from climact_issy.domain.challenge_moves import Move
from climact_issy.domain.challenges import Scope
from climact_issy.domain.errors import NotFound, WrongMoment
from climact_issy.domain.people import Actor
from climact_issy.models import Ledger
from climact_issy.services import (
    challenge_desk,
    challenge_joining,
    challenge_totals,
    ledger,
)
from tests.integration.services.test_challenge_counting import member, totals
from tests.support.challenges import (
    GOAL,
    HABIT,
    PLEDGE,
    later,
    running,
    scheduled,
    team,
)
from tests.support.gestures import NOON, person, plays_for, tap
from tests.support.rules import RULES

pytestmark = pytest.mark.usefixtures("counted_actions")


def join(database: Database, who: Actor, slug: str, days: int = 0) -> None:
    at = later(days)
    database.run_here(lambda s: challenge_joining.join(s, who, slug, now=at))


def leave(database: Database, who: Actor, slug: str) -> None:
    database.run_here(lambda s: challenge_joining.leave(s, who, slug, now=NOON))


def check_in(database: Database, who: Actor, slug: str, days: int = 0) -> bool:
    return database.run_here(
        lambda s: challenge_joining.check_in(s, who, slug, rules=RULES, now=later(days))
    )


def code_of(refusal: pytest.ExceptionInfo[WrongMoment]) -> str:
    return refusal.value.code


def assert_true(database: Database) -> None:
    assert database.read_here(challenge_totals.differences) == []
    assert database.read_here(ledger.differences) == []


def test_joining_twice_is_joining_once(database: Database) -> None:
    slug = scheduled(database, PLEDGE)
    who = person(database)
    join(database, who, slug)
    join(database, who, slug)

    assert totals(database, slug) == {"": (1, 0, 0, 0)}


def test_nobody_joins_what_counts_by_itself(database: Database) -> None:
    slug = running(database, GOAL)
    with pytest.raises(NotFound):
        join(database, person(database), slug)
    with pytest.raises(NotFound):
        join(database, person(database), "rien")


def test_nobody_joins_what_is_over(database: Database) -> None:
    slug = running(database, PLEDGE)
    database.run_here(
        lambda s: challenge_desk.move(
            s, None, slug, Move.CLOSE, reason="Fini.", now=NOON
        )
    )
    with pytest.raises(WrongMoment) as refused:
        join(database, person(database), slug)

    assert code_of(refused) == "challenge_over"


def test_only_the_team_joins_its_own_pledge(database: Database) -> None:
    team(database, "velo")
    slug = running(database, replace(PLEDGE, scope=Scope.TEAM, owner_team="velo"))
    who = person(database)
    with pytest.raises(WrongMoment) as refused:
        join(database, who, slug)
    assert code_of(refused) == "challenge_team"

    plays_for(database, who, "velo")
    join(database, who, slug)

    assert totals(database, slug)[""][0] == 1


def test_a_check_in_counts_once_a_civic_day(database: Database) -> None:
    slug = running(database, PLEDGE)
    who = person(database)
    join(database, who, slug)

    assert not check_in(database, who, slug)
    assert not check_in(database, who, slug)

    assert totals(database, slug) == {"": (1, 1, 0, 0)}
    assert_true(database)


def test_keeping_a_pledge_is_awarded_once(database: Database) -> None:
    slug = running(database, PLEDGE)
    who = person(database, "la-ferme")
    join(database, who, slug)

    kept = [check_in(database, who, slug, days) for days in (0, 1, 1, 4)]

    assert kept == [False, True, False, False]
    rows = database.read_here(lambda s: list(s.exec(select(Ledger)).all()))
    assert [(row.kind, row.subject, row.amount, row.tier) for row in rows] == [
        ("challenge", slug, 10, "declared")
    ]
    assert rows[0].idempotency_key.startswith("challenge:")
    assert_true(database)


def test_two_simultaneous_check_ins_count_once(database: Database) -> None:
    slug = running(database, replace(PLEDGE, target=1))
    who = person(database)
    join(database, who, slug)

    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(check_in, database, who, slug) for _ in range(2)]

    assert sorted(each.result() for each in both) == [False, True]
    assert len(database.read_here(lambda s: s.exec(select(Ledger)).all())) == 1
    assert_true(database)


@pytest.mark.parametrize("days", [-1, 28])
def test_a_check_in_is_for_the_days_of_the_pledge(
    database: Database, days: int
) -> None:
    slug = running(database, PLEDGE)
    who = person(database)
    join(database, who, slug)
    with pytest.raises(WrongMoment) as refused:
        check_in(database, who, slug, days)

    assert code_of(refused) == "challenge_not_running"


def test_whoever_has_not_joined_checks_nothing_in(database: Database) -> None:
    slug, habit = running(database, PLEDGE), running(database, HABIT)
    who = person(database)
    join(database, who, habit)
    for each in (slug, habit):
        with pytest.raises(NotFound):
            check_in(database, who, each)


def test_leaving_takes_what_was_counted_and_coming_back_starts_anew(
    database: Database,
) -> None:
    slug, pledge = running(database, HABIT), running(database, PLEDGE)
    who = person(database)
    join(database, who, slug)
    join(database, who, pledge)
    tap(database, who)
    check_in(database, who, pledge)

    for each in (slug, pledge):
        leave(database, who, each)
        leave(database, who, each)

    assert totals(database, slug) == totals(database, pledge) == {"": (0,) * 4}
    assert member(database, who) is None
    join(database, who, slug)
    assert totals(database, slug) == {"": (1, 0, 0, 0)}
    assert_true(database)


def test_what_is_completed_is_not_left(database: Database) -> None:
    slug = running(database, replace(PLEDGE, target=1))
    who = person(database)
    join(database, who, slug)
    check_in(database, who, slug)
    with pytest.raises(WrongMoment) as refused:
        leave(database, who, slug)

    assert code_of(refused) == "challenge_completed"
