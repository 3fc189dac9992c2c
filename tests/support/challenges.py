"""Challenges for tests: made in one go, in the state a test needs."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from climact_issy.content import challenges as content
from climact_issy.database import Database
from climact_issy.domain.challenge_moves import Move
from climact_issy.domain.challenges import Draft, Kind, Scope
from climact_issy.domain.people import Actor
from climact_issy.models import Team, TeamMembership
from climact_issy.services import challenge_desk
from tests.support.gestures import BIKE, NOON, SORT, WALK

TODAY = NOON.date()
KNOWN = frozenset(action.slug for action in (BIKE, SORT, WALK))

GOAL = Draft(
    slug="mille-trajets",
    kind=Kind.GOAL,
    scope=Scope.EVERYONE,
    title=("Mille trajets", "A thousand trips"),
    summary=("Tous ensemble, mille trajets.", "All together, a thousand trips."),
    starts_on=TODAY,
    ends_on=TODAY + timedelta(days=27),
    actions=(BIKE.slug, WALK.slug),
    target=1000,
)
RACE = replace(GOAL, slug="course", kind=Kind.RACE, scope=Scope.NEIGHBOURHOOD, target=0)
HABIT = replace(
    GOAL, slug="habitude", kind=Kind.HABIT, target=2, effort=3, actions=(BIKE.slug,)
)
PLEDGE = replace(GOAL, slug="promesse", kind=Kind.PLEDGE, target=2, effort=2)
EVENT = replace(
    GOAL, slug="rencontre", kind=Kind.EVENT, target=0, effort=4, place="Sur place"
)


def count_test_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let challenges count the actions of tests."""
    monkeypatch.setattr(content, "countable", lambda: KNOWN)


def running(
    database: Database,
    draft: Draft = GOAL,
    *,
    actor: Actor | None = None,
    now: datetime = NOON,
) -> str:
    """Make a challenge that runs from its first day; return its slug."""
    scheduled(database, draft, actor=actor, now=now)
    database.run_here(lambda session: challenge_desk.turn(session, now=now))
    return draft.slug


def scheduled(
    database: Database,
    draft: Draft = GOAL,
    *,
    actor: Actor | None = None,
    now: datetime = NOON,
) -> str:
    """Make a challenge that waits for its first day; return its slug."""

    def work(session: Session) -> None:
        challenge_desk.create(session, actor, draft, now=now)
        for step in (Move.SUBMIT, Move.APPROVE, Move.SCHEDULE):
            challenge_desk.move(session, None, draft.slug, step, now=now)

    database.run_here(work)
    return draft.slug


def team(database: Database, slug: str, captain: Actor | None = None) -> None:
    """Make a team, and its captain."""

    def work(session: Session) -> None:
        row = Team(slug=slug, name=f"Équipe {slug}", join_code=slug, created_at=NOON)
        session.add(row)
        session.flush()
        if captain is not None and row.id is not None:
            session.add(
                TeamMembership(
                    team_id=row.id,
                    citizen_id=captain.citizen_id,
                    is_captain=True,
                    joined_at=NOON,
                )
            )

    database.run_here(work)


def later(days: int) -> datetime:
    """Return noon, some days later."""
    return NOON + timedelta(days=days)


def day(days: int) -> date:
    """Return the civic day, some days later."""
    return TODAY + timedelta(days=days)
