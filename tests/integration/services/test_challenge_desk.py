"""Making challenges and moving them: who may, what is kept, what the clock does."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from climact_issy.database import Database
from climact_issy.domain.challenge_moves import Move, State
from climact_issy.domain.challenges import Scope
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound, WrongMoment
from climact_issy.domain.people import Actor, Role
from climact_issy.models import AuditEvent, Challenge, ChallengeAction
from climact_issy.services import challenge_desk, citizens, deployment
from climact_issy.services.challenge_desk import ARCHIVED_AFTER
from tests.support.challenges import (
    GOAL,
    day,
    later,
    running,
    scheduled,
    team,
)
from tests.support.gestures import NOON, person

TEAM_GOAL = replace(GOAL, scope=Scope.TEAM, owner_team="velo")


pytestmark = pytest.mark.usefixtures("counted_actions")


@pytest.fixture
def captain(database: Database) -> Actor:
    who = person(database)
    team(database, "velo", who)
    return who


def moderator(database: Database) -> Actor:
    return database.run_here(
        lambda s: citizens.create(s, language="fr", now=NOON, role=Role.MODERATOR)
    )


def create(database: Database, actor: Actor | None, draft: object = TEAM_GOAL) -> None:
    database.run_here(lambda s: challenge_desk.create(s, actor, draft, now=NOON))  # pyright: ignore[reportArgumentType] - a Draft


def move(
    database: Database, actor: Actor | None, step: Move, reason: str = ""
) -> State:
    return database.run_here(
        lambda s: challenge_desk.move(
            s, actor, GOAL.slug, step, reason=reason, now=NOON
        )
    )


def state(database: Database) -> State:
    return database.read_here(lambda s: State(s.exec(select(Challenge.state)).one()))


def turn(database: Database, days: int = 0) -> int:
    at = later(days)
    is_due = database.read_here(lambda s: challenge_desk.is_turn_due(s, now=at))
    moved = database.run_here(lambda s: challenge_desk.turn(s, now=at))
    assert is_due == (moved > 0)
    return moved


def test_a_whole_life_in_the_right_hands(database: Database, captain: Actor) -> None:
    staff = moderator(database)
    create(database, captain)
    assert move(database, captain, Move.SUBMIT) is State.SUBMITTED
    asked = move(database, staff, Move.REQUEST_CHANGES, "Dites où est le départ.")
    assert asked is State.CHANGES_REQUESTED
    clearer = replace(TEAM_GOAL, title=("Cent trajets", "A hundred trips"), target=100)
    database.run_here(lambda s: challenge_desk.revise(s, captain, clearer, now=NOON))
    assert move(database, captain, Move.SUBMIT) is State.SUBMITTED
    assert move(database, staff, Move.APPROVE) is State.APPROVED
    assert move(database, captain, Move.SCHEDULE) is State.SCHEDULED

    assert turn(database) == 1
    assert state(database) is State.RUNNING
    assert turn(database, 27) == 0
    assert turn(database, 28) == 1
    assert state(database) is State.CLOSED
    assert turn(database, 28 + ARCHIVED_AFTER.days) == 0
    assert turn(database, 29 + ARCHIVED_AFTER.days) == 1
    assert state(database) is State.ARCHIVED

    kept = database.read_here(lambda s: s.exec(select(Challenge)).one())
    assert (kept.title_fr, kept.target, kept.owner_team) == (
        "Cent trajets",
        100,
        "velo",
    )


def test_every_decision_leaves_its_trace(database: Database, captain: Actor) -> None:
    staff = moderator(database)
    create(database, captain)
    move(database, captain, Move.SUBMIT)
    move(database, staff, Move.REQUEST_CHANGES, " Dites où. ")

    rows = database.read_here(
        lambda s: list(s.exec(select(AuditEvent).order_by(AuditEvent.id)).all())  # pyright: ignore[reportArgumentType] - a column
    )

    found = [row for row in rows if row.kind.startswith("challenge")]
    assert [(row.kind, row.actor_ref, row.reason) for row in found] == [
        ("challenge_created", captain.member_ref, ""),
        ("challenge_moved", captain.member_ref, ""),
        ("challenge_moved", staff.member_ref, "Dites où."),
    ]
    assert json.loads(found[-1].details) == {
        "from": "submitted",
        "move": "request-changes",
        "to": "changes_requested",
    }


def test_a_draft_without_a_team_does_not_become_that_of_a_team(
    database: Database,
) -> None:
    create(database, None, GOAL)

    with pytest.raises(BadInput) as refused:
        database.run_here(lambda s: challenge_desk.revise(s, None, TEAM_GOAL, now=NOON))

    assert refused.value.values["field"] == "team"


def test_nobody_speaks_for_the_team_of_others(
    database: Database, captain: Actor
) -> None:
    stranger, staff = person(database), moderator(database)
    for who in (stranger, staff):
        with pytest.raises(NotAllowed):
            create(database, who)
    create(database, captain)
    with pytest.raises(NotAllowed):
        move(database, stranger, Move.SUBMIT)
    move(database, captain, Move.SUBMIT)
    with pytest.raises(NotAllowed):
        move(database, captain, Move.APPROVE)
    with pytest.raises(NotAllowed):
        database.run_here(
            lambda s: challenge_desk.revise(s, stranger, TEAM_GOAL, now=NOON)
        )


def test_a_challenge_of_no_team_is_the_moderators(database: Database) -> None:
    with pytest.raises(NotAllowed):
        create(database, person(database), GOAL)

    create(database, moderator(database), GOAL)

    assert state(database) is State.DRAFT


def test_a_team_that_does_not_exist_owns_nothing(database: Database) -> None:
    with pytest.raises(NotFound):
        create(database, None)


def test_what_was_approved_is_no_longer_changed(database: Database) -> None:
    scheduled(database)
    with pytest.raises(WrongMoment) as caught:
        database.run_here(lambda s: challenge_desk.revise(s, None, GOAL, now=NOON))

    assert caught.value.code == "challenge_move"


def test_a_revision_replaces_the_actions(database: Database) -> None:
    create(database, None, GOAL)
    changed = replace(GOAL, actions=("tri",))
    database.run_here(lambda s: challenge_desk.revise(s, None, changed, now=NOON))

    actions = database.read_here(
        lambda s: list(s.exec(select(ChallengeAction.action)).all())
    )
    assert actions == ["tri"]


def test_an_incomplete_draft_is_not_kept(database: Database) -> None:
    with pytest.raises(BadInput):
        create(database, None, replace(GOAL, target=0))


def test_a_slug_is_taken_once(database: Database) -> None:
    create(database, None, GOAL)
    with pytest.raises(BadInput) as caught:
        create(database, None, GOAL)

    assert caught.value.code == "challenge_slug"


def test_what_is_over_is_not_scheduled(database: Database) -> None:
    create(database, None, GOAL)
    move(database, None, Move.SUBMIT)
    move(database, None, Move.APPROVE)

    def too_late(session: Session) -> None:
        challenge_desk.move(session, None, GOAL.slug, Move.SCHEDULE, now=later(28))

    with pytest.raises(WrongMoment) as caught:
        database.run_here(too_late)
    assert caught.value.code == "challenge_over"


def test_a_moderator_ends_a_challenge_with_a_reason(database: Database) -> None:
    running(database)
    with pytest.raises(BadInput):
        move(database, None, Move.CLOSE)

    assert move(database, None, Move.CLOSE, "Travaux sur le quai.") is State.CLOSED


def test_a_challenge_missed_by_the_clock_starts_then_closes(
    database: Database,
) -> None:
    scheduled(database)

    assert [turn(database, 40), turn(database, 40)] == [1, 1]
    assert state(database) is State.CLOSED


def test_a_demo_challenge_is_refused_in_a_real_database(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "real", now=NOON))

    with pytest.raises(deployment.WrongDatabase):
        create(database, None, replace(GOAL, is_demo=True))


def test_the_list_is_that_of_whoever_runs_the_site(database: Database) -> None:
    create(database, None, GOAL)
    (found,) = database.read_here(challenge_desk.everything)

    assert (found.slug, found.state) == (GOAL.slug, State.DRAFT)
    assert found.ends_on - found.starts_on == timedelta(days=27)
    assert found.starts_on == day(0)


def test_what_does_not_exist_does_not_move(database: Database) -> None:
    with pytest.raises(NotFound):
        move(database, None, Move.APPROVE)
