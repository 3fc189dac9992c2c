"""Taking part: join a pledge or a habit, leave it, check a pledge in for today."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, insert, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.challenges import JOINED, Kind, Scope
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import NotFound, WrongMoment
from climact_issy.domain.people import Actor
from climact_issy.domain.points import Rules
from climact_issy.services import (
    challenge_awards,
    challenge_members,
    seasons,
)
from climact_issy.services.challenge_awards import Won
from climact_issy.services.challenge_members import Member
from climact_issy.services.gesture_rows import Player
from climact_issy.services.sums import Spot

assert models.ChallengeCheckIn  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_challenge: Final = _TABLES["challenge"]
_check_in: Final = _TABLES["challenge_check_in"]
_gesture: Final = _TABLES["challenge_gesture"]
_MY_DAYS: Final = (
    _check_in.c.challenge_id == bindparam("challenge_id"),
    _check_in.c.member_ref == bindparam("member_ref"),
)
_CHECKED: Final = (
    select(func.count())
    .select_from(_check_in)
    .where(*_MY_DAYS, _check_in.c.civic_day == bindparam("day"))
)
JOINABLE: Final = frozenset({State.SCHEDULED, State.RUNNING})


def join(session: Session, actor: Actor, slug: str, *, now: datetime) -> None:
    """Take part in a pledge or a habit; joining twice is joining once.

    Args:
        session: an open session that may write; the caller commits.
        actor: who takes part.
        slug: of the challenge.
        now: this instant.

    Raises:
        NotFound: no such challenge, or one that nobody joins.
        WrongMoment: it is over (code "challenge_over"), or it is another team's
            (code "challenge_team").
    """
    connection = session.connection()
    player, challenge, member = _held(session, actor, slug, now)
    if State(challenge.state) not in JOINABLE:
        code = "challenge_over"
        raise WrongMoment(code)
    if challenge.scope == Scope.TEAM and player.team != challenge.owner_team:
        code = "challenge_team"
        raise WrongMoment(code)
    if member is not None:
        return
    fresh = Member(challenge.id, player.member_ref, now, has_joined=True)
    challenge_members.write(connection, None, fresh)


def leave(session: Session, actor: Actor, slug: str, *, now: datetime) -> None:
    """Stop taking part, without any loss of points; the days kept there go.

    Raises:
        NotFound: no such challenge, or one that nobody joins.
        WrongMoment: it is completed (code "challenge_completed") or over.
    """
    connection = session.connection()
    _, challenge, member = _held(session, actor, slug, now)
    if member is None:
        return
    if State(challenge.state) not in JOINABLE:
        code = "challenge_over"
        raise WrongMoment(code)
    if member.award_entry_id is not None:
        code = "challenge_completed"
        raise WrongMoment(code)
    key = {"challenge_id": challenge.id, "member_ref": member.member_ref}
    for table in (_check_in, _gesture):
        connection.execute(delete(table).filter_by(**key))
    gone = replace(member, has_joined=False, progress=0, points=0)
    challenge_members.write(connection, member, gone)


def check_in(
    session: Session, actor: Actor, slug: str, *, rules: Rules, now: datetime
) -> bool:
    """Say that a pledge was kept today; a second time the same day changes nothing.

    Returns:
        Whether this check-in completed the pledge.

    Raises:
        NotFound: no such pledge, or the person has not joined it.
        WrongMoment: it does not run today (code "challenge_not_running").
    """
    day = civic_day(now)
    connection = session.connection()
    player, challenge, member = _held(session, actor, slug, now)
    if challenge.kind != Kind.PLEDGE or member is None:
        raise NotFound(challenge=slug)
    is_today = challenge.starts_on <= day <= challenge.ends_on
    if challenge.state != State.RUNNING or not is_today:
        code = "challenge_not_running"
        raise WrongMoment(code)
    key = {"challenge_id": challenge.id, "member_ref": member.member_ref}
    if connection.execute(_CHECKED, key | {"day": day}).scalar_one():
        return False
    connection.execute(insert(_check_in), key | {"civic_day": day, "checked_at": now})
    after = member.advanced(1, 0)
    is_completed = after.progress >= challenge.target and after.award_entry_id is None
    if is_completed:
        season = player.season or seasons.ensure(session, now=now)
        won = Won(
            challenge.id,
            challenge.slug,
            challenge.effort,
            _spot(player, season.season_id, day),
            rules,
            now,
            is_on_board=player.is_on_board,
            is_pause=season.is_pause,
        )
        # Before the totals of the challenge: those of the ledger come first.
        awarded = challenge_awards.give(connection, won)
        after = replace(after, award_entry_id=awarded.entry_id, completed_at=now)
    challenge_members.write(connection, member, after)
    return is_completed


def _spot(player: Player, season_id: int, day: date) -> Spot:
    return Spot(player.member_ref, season_id, day, player.neighbourhood, player.team)


def _held(
    session: Session, actor: Actor, slug: str, now: datetime
) -> tuple[Player, Any, Member | None]:
    """Hold the person's row; return them, the challenge, and what they are in it."""
    connection = session.connection()
    player, _ = seasons.hold_player(session, actor, now=now)
    challenge = connection.execute(
        select(_challenge).where(_challenge.c.slug == slug)
    ).first()
    if challenge is None or challenge.kind not in JOINED:
        raise NotFound(challenge=slug)
    member = challenge_members.read(connection, challenge.id, player.member_ref)
    return player, challenge, member
