"""What a person is recognised for: a fixed handful of queries, over all seasons."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, bindparam, func, literal_column, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import badges
from climact_issy.domain.badges import Measures, Progress, every, reached
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.domain.errors import NotFound
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.people import Actor
from climact_issy.domain.recognition import Recognition, Rhythm, running_pause
from climact_issy.services.prepared import Prepared

assert models.Ledger  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_action_log: Final = _TABLES["action_log"]
_member_day: Final = _TABLES["member_day"]
_citizen: Final = _TABLES["citizen"]
_already: Final = _TABLES["already_doing"]
_ledger: Final = _TABLES["ledger"]
_reversal: Final = _ledger.alias("reversal")

_GESTURES: Final = Prepared(
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
        # Written out, as the index of these rows says it: only then it is used.
        _ledger.c.kind.in_([literal_column("'code'"), literal_column("'challenge'")]),
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


@dataclass(frozen=True, slots=True)
class Noted:
    """What a gesture did that badges count.

    Attributes:
        action_slug: its action.
        is_new_week: whether it is the first of its week.
        challenges: that it completed.
    """

    action_slug: str
    is_new_week: bool
    challenges: int = 0


def mine(session: Session, actor: Actor, *, now: datetime) -> Recognition:
    """Return what a person is recognised for.

    Raises:
        NotFound: the person was erased.
    """
    connection = session.connection()
    choices = connection.execute(_CHOICES, {"citizen_id": actor.citizen_id}).first()
    if choices is None:
        raise NotFound
    weeks = _weeks(connection, actor.member_ref)
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


def before_gesture(
    connection: Connection, member_ref: str, *, is_new_week: bool
) -> Measures:
    """Return what a gesture about to be posted can add to, in one query or two.

    Completed challenges are not among it: `reached_by` reads them when one is.

    Args:
        connection: of the open transaction of the gesture.
        member_ref: whose gesture.
        is_new_week: whether it will be the first of its week.
    """
    weeks = len(_weeks(connection, member_ref)) if is_new_week else 0
    return Measures(gestures=_gestures(connection, member_ref), weeks=weeks)


def reached_by(
    connection: Connection, member_ref: str, noted: Noted, before: Measures
) -> tuple[Progress, ...]:
    """Return the badges whose level a gesture reaches.

    Args:
        connection: of the open transaction of the gesture, everything posted.
        member_ref: whose gesture.
        noted: what was noted.
        before: what `before_gesture` returned.
    """
    if noted.challenges:
        kinds = _kinds(connection, member_ref)
        done = kinds.get(EntryKind.CHALLENGE.value, 0)
        before = replace(before, challenges=max(0, done - noted.challenges))
    after = before.after(
        noted.action_slug, is_new_week=noted.is_new_week, challenges=noted.challenges
    )
    return reached(badges.badges(), before, after)


def _measures(
    connection: Connection, actor: Actor, weeks: int, *, already: int = 0
) -> Measures:
    kinds = _kinds(connection, actor.member_ref)
    return Measures(
        gestures=_gestures(connection, actor.member_ref),
        weeks=weeks,
        events=kinds.get(EntryKind.CODE.value, 0),
        challenges=kinds.get(EntryKind.CHALLENGE.value, 0),
        already=already,
    )


def _gestures(connection: Connection, member_ref: str) -> dict[str, int]:
    rows = _GESTURES.rows(connection, {"member_ref": member_ref})
    return {row.action: row.times for row in rows}


def _kinds(connection: Connection, member_ref: str) -> dict[str, int]:
    rows = connection.execute(_KINDS, {"member_ref": member_ref})
    return {row.kind: row.times for row in rows}


def _weeks(connection: Connection, member_ref: str) -> dict[date, int]:
    """Return the gestures that stand, by the Monday of their week."""
    found: dict[date, int] = {}
    for row in connection.execute(_DAYS, {"member_ref": member_ref}):
        monday = week_of(row.civic_day)
        found[monday] = found.get(monday, 0) + int(row.gestures)
    return found
