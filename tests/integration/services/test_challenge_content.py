"""What a new site starts with: real ones without a past, demos with one."""

import pytest
from sqlmodel import func, select

from climact_issy.database import Database
from climact_issy.domain.challenge_moves import State
from climact_issy.models import Challenge, ChallengeMember, ChallengeTotal
from climact_issy.services import (
    challenge_content,
    challenge_desk,
    challenge_totals,
    challenges,
    demo,
    deployment,
    ledger,
)
from tests.support.gestures import NOON
from tests.support.rules import RULES


def start(database: Database, kind: deployment.Kind) -> int:
    database.run_here(lambda s: deployment.claim(s, kind, now=NOON))
    if kind == "demo":
        database.run_here(lambda s: demo.seed(s, now=NOON, people=400))
    return database.run_here(lambda s: challenge_content.open_first(s, kind, now=NOON))


def states(database: Database) -> dict[str, State]:
    found = database.read_here(challenge_desk.everything)
    return {each.slug: each.state for each in found}


def test_a_real_site_starts_with_its_own_and_nobody_in_them(
    database: Database,
) -> None:
    assert start(database, "real") == len(states(database))

    assert set(states(database).values()) == {State.RUNNING, State.SCHEDULED}
    rows = database.read_here(lambda s: list(s.exec(select(Challenge)).all()))
    assert not any(row.is_demo or row.slug.startswith("demo") for row in rows)
    people = select(func.count()).select_from(ChallengeMember)
    assert database.read_here(lambda s: s.exec(people).one()) == 0


def test_a_demo_starts_with_a_past_that_its_people_made(database: Database) -> None:
    start(database, "demo")

    found = states(database)
    assert set(found.values()) == {State.RUNNING, State.SCHEDULED, State.CLOSED}
    rows = database.read_here(lambda s: list(s.exec(select(Challenge)).all()))
    assert all(row.is_demo for row in rows)
    totals = database.read_here(
        lambda s: s.exec(select(func.sum(ChallengeTotal.progress))).one()
    )
    assert totals
    assert database.read_here(challenge_totals.differences) == []
    assert database.read_here(ledger.differences) == []


def test_a_demo_shows_a_race_under_way(database: Database) -> None:
    start(database, "demo")

    found = database.read_here(
        lambda s: challenges.sight(s, "demo-course-passee", rules=RULES, now=NOON)
    )

    assert found.card.state is State.RUNNING
    assert found.card.people


@pytest.mark.parametrize("kind", ["real", "demo"])
def test_it_happens_once(database: Database, kind: deployment.Kind) -> None:
    start(database, kind)

    assert start(database, kind) == 0
