"""What a person is recognised for: a fixed handful of queries, over all seasons."""

from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, bindparam, func, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import badges
from climact_issy.domain.badges import Measures, Progress, every, reached
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.domain.errors import NotFound
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.people import Actor
from climact_issy.domain.recognition import Recognition, Rhythm, running_pause

assert models.Ledger  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_action_log: Final = _TABLES["action_log"]
_member_day: Final = _TABLES["member_day"]
_citizen: Final = _TABLES["citizen"]
_already: Final = _TABLES["already_doing"]
_ledger: Final = _TABLES["ledger"]
_reversal: Final = _ledger.alias("reversal")

_GESTURES: Final = (
    select(_action_log.c.action, func.count().label("times"))
    .where(
        _action_log.c.member_ref == bindparam("member_ref"),
        _action_log.c.undone_at.is_(None),
    )
    .group_by(_action_log.c.action)
)
_DAYS: Final = (
    select(_member_day.c.civic_day, func.sum(_member_day.c.gestures).label("gestures"))
    .where(
        _member_day.c.member_ref == bindparam("member_ref"),
        _member_day.c.gestures > 0,
    )
    .group_by(_member_day.c.civic_day)
)
_KINDS: Final = (
    select(_ledger.c.kind, func.count().label("times"))
    .select_from(_ledger.outerjoin(_reversal, _reversal.c.reverses == _ledger.c.id))
    .where(
        _ledger.c.member_ref == bindparam("member_ref"),
        _ledger.c.kind.in_([EntryKind.CODE.value, EntryKind.CHALLENGE.value]),
        _reversal.c.id.is_(None),
    )
    .group_by(_ledger.c.kind)
)
_CHOICES: Final = select(
    _citizen.c.weekly_goal,
    _citizen.c.paused_until,
    select(func.count())
    .select_from(_already)
    .where(_already.c.citizen_id == _citizen.c.id)
    .scalar_subquery()
    .label("already"),
).where(_citizen.c.id == bindparam("citizen_id"))


def mine(session: Session, actor: Actor, *, now: datetime) -> Recognition:
    """Return what a person is recognised for.

    Raises:
        NotFound: the person was erased.
    """
    connection = session.connection()
    choices = connection.execute(_CHOICES, {"citizen_id": actor.citizen_id}).first()
    if choices is None:
        raise NotFound
    weeks = _weeks(connection, actor)
    measures = _measures(connection, actor, len(weeks), already=choices.already)
    today = civic_day(now)
    return Recognition(
        badges=every(badges.badges(), measures),
        weeks=measures.weeks,
        rhythm=Rhythm(
            goal=choices.weekly_goal,
            done=weeks.get(week_of(today), 0),
            paused_until=running_pause(choices.paused_until, today),
        ),
    )


def reached_by(
    session: Session,
    actor: Actor,
    action_slug: str,
    *,
    day: date,
    challenges: int = 0,
) -> tuple[Progress, ...]:
    """Return the badges whose level a gesture just reached.

    Read after its commit: the gesture's own transaction stays as short as it is.

    Args:
        session: an open session.
        actor: whose gesture.
        action_slug: the action just noted.
        day: the civic day of the gesture.
        challenges: that it completed.
    """
    connection = session.connection()
    weeks = _weeks(connection, actor)
    after = _measures(connection, actor, len(weeks))
    # A completed challenge stands in its week as one gesture more.
    is_new_week = weeks.get(week_of(day), 0) == 1 + challenges
    before = after.without(action_slug, is_new_week=is_new_week, challenges=challenges)
    return reached(badges.badges(), before, after)


def _measures(
    connection: Connection, actor: Actor, weeks: int, *, already: int = 0
) -> Measures:
    ref = {"member_ref": actor.member_ref}
    kinds = {row.kind: row.times for row in connection.execute(_KINDS, ref)}
    return Measures(
        gestures={row.action: row.times for row in connection.execute(_GESTURES, ref)},
        weeks=weeks,
        events=kinds.get(EntryKind.CODE.value, 0),
        challenges=kinds.get(EntryKind.CHALLENGE.value, 0),
        already=already,
    )


def _weeks(connection: Connection, actor: Actor) -> dict[date, int]:
    """Return the gestures that stand, by the Monday of their week."""
    found: dict[date, int] = {}
    for row in connection.execute(_DAYS, {"member_ref": actor.member_ref}):
        monday = week_of(row.civic_day)
        found[monday] = found.get(monday, 0) + int(row.gestures)
    return found
