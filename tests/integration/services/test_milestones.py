"""The steps of a neighbourhood, and what is never told of a small one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session

from climact_issy.database import Database
from climact_issy.domain.actions import Cadence, Period
from climact_issy.domain.errors import NotFound
from climact_issy.domain.recognition import Milestone
from climact_issy.models import Season
from climact_issy.services import milestones
from tests.support.gestures import NOON, WALK, person, tap
from tests.support.rules import rules

OFTEN = replace(WALK, cadence=Cadence(99, Period.DAY))
NEEDED = 3
RULES = rules(minimum_active=NEEDED)


def seen(database: Database, slug: str, *, weeks: int = 0) -> Milestone | None:
    at = NOON + timedelta(weeks=weeks)
    return database.read_here(
        lambda s: milestones.of_neighbourhood(s, slug, rules=RULES, now=at)
    )


def test_under_the_threshold_nothing_is_told(database: Database) -> None:
    for number in range(NEEDED):
        assert number == 0 or seen(database, "la-ferme") is None
        tap(database, person(database, "la-ferme"))

    assert seen(database, "la-ferme") == Milestone(0, 100)
    assert seen(database, "centre-ville") is None


def test_a_step_is_reached_together(database: Database) -> None:
    people = [person(database, "la-ferme") for _ in range(NEEDED)]
    for number in range(99):
        tap(database, people[number % NEEDED], OFTEN, number // NEEDED)
    assert seen(database, "la-ferme") == Milestone(0, 100)

    tap(database, people[0], OFTEN, 33)

    assert seen(database, "la-ferme") == Milestone(100, 250)


def test_a_new_season_starts_over_and_a_pause_is_silent(database: Database) -> None:
    people = [person(database, "la-ferme") for _ in range(NEEDED)]
    for who in people:
        tap(database, who)
    assert seen(database, "la-ferme") is not None

    def rest(session: Session) -> None:
        row = session.get(Season, 1)
        assert row is not None
        row.kind = "pause"
        session.add(row)

    database.run_here(rest)
    assert seen(database, "la-ferme") is None


def test_an_unknown_neighbourhood_is_refused(database: Database) -> None:
    tap(database, person(database))

    with pytest.raises(NotFound):
        seen(database, "atlantis")
