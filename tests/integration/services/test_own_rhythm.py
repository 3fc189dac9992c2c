"""What a person sets for themselves, and takes back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from climact_issy.database import Database
from climact_issy.domain.errors import BadInput, NotFound
from climact_issy.domain.people import Actor
from climact_issy.domain.recognition import Rhythm
from climact_issy.models import AlreadyDoing, Citizen, Ledger
from climact_issy.services import own_rhythm, recognition
from tests.support.gestures import BIKE, NOON, person, tap


def rhythm(database: Database, who: Actor, *, days: int = 0) -> Rhythm:
    at = NOON + timedelta(days=days)
    return database.read_here(lambda s: recognition.mine(s, who, now=at)).rhythm


def say(database: Database, who: Actor, *, is_doing: bool) -> None:
    database.run_here(
        lambda s: own_rhythm.set_already(s, who, BIKE, is_doing=is_doing, now=NOON)
    )


def test_a_goal_is_set_and_taken_back(database: Database) -> None:
    who = person(database)
    for goal in (7, 0):
        database.run_here(lambda s, g=goal: own_rhythm.set_goal(s, who, g, now=NOON))
        assert rhythm(database, who).goal == goal


@pytest.mark.parametrize("goal", [-1, 51])
def test_an_impossible_goal_changes_nothing(database: Database, goal: int) -> None:
    who = person(database)

    with pytest.raises(BadInput):
        database.run_here(lambda s: own_rhythm.set_goal(s, who, goal, now=NOON))
    assert rhythm(database, who).goal == 0


def test_a_pause_ends_by_itself_or_before(database: Database) -> None:
    who = person(database)

    def pause(weeks: int) -> None:
        database.run_here(lambda s: own_rhythm.pause(s, who, weeks, now=NOON))

    pause(2)
    assert rhythm(database, who, days=14).paused_until == date(2026, 12, 9)
    assert rhythm(database, who, days=15).paused_until is None
    pause(0)
    assert rhythm(database, who).paused_until is None
    with pytest.raises(BadInput):
        pause(9)


def test_a_pause_takes_no_week_and_stops_no_gesture(database: Database) -> None:
    who = person(database)
    tap(database, who)
    database.run_here(lambda s: own_rhythm.pause(s, who, 8, now=NOON))

    assert tap(database, who, now=NOON + timedelta(weeks=3)).points == 10
    later = NOON + timedelta(weeks=3)
    found = database.read_here(lambda s: recognition.mine(s, who, now=later))
    assert found.weeks == 2


def test_what_one_does_already_is_said_once_and_taken_back(database: Database) -> None:
    who = person(database)

    def said(session: Session) -> bool:
        return own_rhythm.is_already(session, who, BIKE)

    assert not database.read_here(said)
    for is_doing in (True, True, False, False):
        say(database, who, is_doing=is_doing)
        assert database.read_here(said) is is_doing
    assert not database.read_here(lambda s: s.exec(select(Ledger)).all())


def test_what_one_does_already_goes_with_the_person(database: Database) -> None:
    who, other = person(database), person(database)
    say(database, who, is_doing=True)
    say(database, other, is_doing=True)

    def erase(session: Session) -> None:
        session.delete(session.get(Citizen, who.citizen_id))

    database.run_here(erase)
    left = database.read_here(lambda s: s.exec(select(AlreadyDoing)).all())
    assert [row.citizen_id for row in left] == [other.citizen_id]


def test_taps_at_once_say_it_once(database: Database) -> None:
    who = person(database)
    futures = [
        database.submit(
            lambda s: own_rhythm.set_already(s, who, BIKE, is_doing=True, now=NOON)
        )
        for _ in range(8)
    ]
    for future in futures:
        future.result()

    rows = database.read_here(
        lambda s: s.exec(
            select(AlreadyDoing).where(col(AlreadyDoing.action) == BIKE.slug)
        ).all()
    )
    assert len(rows) == 1


def test_an_erased_person_sets_nothing(database: Database) -> None:
    who = replace(person(database), citizen_id=10**6)

    with pytest.raises(NotFound):
        say(database, who, is_doing=True)
