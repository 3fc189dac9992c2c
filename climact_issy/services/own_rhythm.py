"""What a person sets for themselves: a weekly goal, a pause, what they do already."""

from datetime import datetime
from typing import Final

from sqlalchemy import delete
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.actions import Action
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import Actor
from climact_issy.domain.recognition import checked_goal, pause_until
from climact_issy.models import AlreadyDoing, Citizen

assert models.AlreadyDoing  # noqa: S101 - importing the package registers the tables

_already: Final = SQLModel.metadata.tables["already_doing"]


def set_goal(session: Session, actor: Actor, goal: int, *, now: datetime) -> None:
    """Set one's own weekly goal, in gestures; 0 for none.

    Raises:
        BadInput: outside its bounds.
        NotFound: the person was erased.
    """
    del now
    row = _held(session, actor)
    row.weekly_goal = checked_goal(goal)
    session.add(row)
    session.flush()


def pause(session: Session, actor: Actor, weeks: int, *, now: datetime) -> None:
    """Rest for some weeks from today on, or come back (0): nothing is lost.

    Raises:
        BadInput: too long a pause.
        NotFound: the person was erased.
    """
    row = _held(session, actor)
    row.paused_until = pause_until(civic_day(now), weeks)
    session.add(row)
    session.flush()


def set_already(
    session: Session, actor: Actor, action: Action, *, is_doing: bool, now: datetime
) -> None:
    """Say that one did an action before, or take it back: no points, no CO2e.

    A second time changes nothing.

    Raises:
        NotFound: the person was erased.
    """
    _held(session, actor)
    key = (actor.citizen_id, action.slug)
    if not is_doing:
        session.connection().execute(
            delete(_already).where(
                _already.c.citizen_id == key[0], _already.c.action == key[1]
            )
        )
    elif session.get(AlreadyDoing, key) is None:
        session.add(AlreadyDoing(citizen_id=key[0], action=key[1], said_at=now))
        session.flush()


def is_already(session: Session, actor: Actor, action: Action) -> bool:
    """Whether a person said that they did an action before."""
    return session.get(AlreadyDoing, (actor.citizen_id, action.slug)) is not None


def _held(session: Session, actor: Actor) -> Citizen:
    """Lock a person's row: two taps at once go one after another."""
    row = session.get(Citizen, actor.citizen_id, with_for_update={"key_share": True})
    if row is None or row.member_ref != actor.member_ref:
        raise NotFound
    return row
