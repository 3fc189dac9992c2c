"""The private ranking: by choice, around oneself, the same as counting everybody."""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from climact_issy.database import Database
from climact_issy.domain.people import Actor
from climact_issy.domain.teams import AROUND, AroundMe
from climact_issy.services import around_me, ledger
from tests.support.databases import Databases
from tests.support.gestures import NOON, SORT, WALK, person, statements_of, tap
from tests.support.rules import RULES, rules

EASY = rules(minimum_published=1)


def chosen(database: Database, actor: Actor, *, is_in: bool = True) -> None:
    database.run_here(lambda s: around_me.choose(s, actor, is_in=is_in, now=NOON))


def seen(database: Database, actor: Actor) -> AroundMe:
    return database.read_here(
        lambda s: around_me.around_me(s, actor, rules=EASY, now=NOON)
    )


def taps(database: Database, actor: Actor, times: int) -> None:
    for number in range(times):
        tap(database, actor, WALK, number)


def test_nobody_is_ranked_without_their_choice(database: Database) -> None:
    who = person(database)
    tap(database, who)

    assert seen(database, who) == AroundMe(is_in=False)


def test_under_five_people_nothing_is_shown(database: Database) -> None:
    people = [person(database) for _ in range(5)]
    for who in people:
        tap(database, who)
        chosen(database, who)
    four = partial(around_me.around_me, actor=people[0], rules=RULES, now=NOON)
    chosen(database, people[4], is_in=False)
    assert database.read_here(four) == AroundMe(is_in=True)
    chosen(database, people[4])
    assert database.read_here(four).people == 5


def test_whoever_has_no_gesture_yet_has_no_place(database: Database) -> None:
    who, other = person(database), person(database)
    chosen(database, who)
    chosen(database, other)
    tap(database, other)

    found = seen(database, who)
    assert (found.people, found.lines) == (1, ())


def test_leaving_and_undoing_free_the_place(database: Database) -> None:
    who, other = person(database), person(database)
    chosen(database, other)
    taps(database, other, 3)
    chosen(database, who)
    taps(database, who, 2)
    assert [line.rank for line in seen(database, who).lines] == [1, 2]

    chosen(database, other, is_in=False)
    chosen(database, other, is_in=False)
    assert [line.is_me for line in seen(database, who).lines] == [True]
    assert database.read_here(ledger.differences) == []


def test_a_rank_costs_as_many_statements_for_few_as_for_many(
    database: Database,
) -> None:
    me = person(database)
    chosen(database, me)
    tap(database, me)

    def cost() -> int:
        engine = database._reader or database.engine
        with statements_of(engine) as found:
            seen(database, me)
        return len(found)

    few = cost()
    for number in range(8):
        who = person(database)
        taps(database, who, 1 + number % 3)
        chosen(database, who)
    assert cost() == few <= 8


@pytest.mark.slow
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.integers(1, 6), min_size=2, max_size=12))
def test_everybody_sees_what_counting_everybody_gives(
    databases: Databases, times: list[int]
) -> None:
    with databases.migrated("sqlite") as address:
        database = Database(address)
        people = [person(database) for _ in times]
        for who, count in zip(people, times, strict=True):
            chosen(database, who)
            taps(database, who, count)
        points = {
            who.member_ref: min(5 * n, RULES.day_cap)
            for who, n in zip(people, times, strict=True)
        }
        order = sorted(points, key=lambda ref: (points[ref], ref), reverse=True)
        for who in people:
            found = seen(database, who)
            own = points[who.member_ref]
            ahead = [value for value in points.values() if value > own]
            place = order.index(who.member_ref)
            listed = order[max(0, place - AROUND) : place + AROUND + 1]
            assert [line.points for line in found.lines] == [points[r] for r in listed]
            assert [line.rank for line in found.lines] == [
                1 + sum(value > points[ref] for value in points.values())
                for ref in listed
            ]
            assert found.gap_points == (min(ahead) - own if ahead else None)
            assert found.tied == list(points.values()).count(own) - 1
        assert database.read_here(ledger.differences) == []
        database.close()


def test_a_pseudonym_is_all_that_others_see(database: Database) -> None:
    one, other = person(database), person(database)
    for who in (one, other):
        chosen(database, who)
        tap(database, who, SORT)

    def read(session: Session) -> AroundMe:
        return around_me.around_me(session, replace(one), rules=EASY, now=NOON)

    lines = database.read_here(read).lines
    assert {line.pseudonym for line in lines} == {one.pseudonym, other.pseudonym}
