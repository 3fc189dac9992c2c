"""A person's own gestures, newest first."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.civic import civic_day
from climact_issy.domain.gestures import GestureLine
from climact_issy.domain.people import Actor
from climact_issy.domain.seasons import Season

assert models.ActionLog  # noqa: S101 - importing the package registers the tables

_action_log: Final = SQLModel.metadata.tables["action_log"]
_LINES: Final = (
    select(_action_log)
    .where(
        _action_log.c.member_ref == bindparam("member_ref"),
        _action_log.c.civic_day >= bindparam("first"),
        _action_log.c.civic_day <= bindparam("last"),
    )
    .order_by(_action_log.c.id.desc())
    .limit(bindparam("most"))
)
_LINES_OF_ACTION: Final = _LINES.where(_action_log.c.action == bindparam("action"))


def lines(
    session: Session,
    actor: Actor,
    season: Season,
    *,
    now: datetime,
    limit: int,
    action_slug: str = "",
) -> tuple[GestureLine, ...]:
    """Return a person's gestures of a season, undone ones included and marked.

    Args:
        session: an open session.
        actor: whose gestures.
        season: of which season.
        now: this instant.
        limit: how many at most.
        action_slug: of this action only; of all when empty.
    """
    statement = _LINES_OF_ACTION if action_slug else _LINES
    values: dict[str, object] = {
        "member_ref": actor.member_ref,
        "first": season.starts_on,
        "last": season.ends_on,
        "most": limit,
    }
    if action_slug:
        values["action"] = action_slug
    today = civic_day(now)
    return tuple(
        GestureLine(
            entry_id=row.id,
            action_slug=row.action,
            quantity=None if row.quantity_milli is None else row.quantity_milli / 1000,
            points=row.points,
            noted_at=row.noted_at,
            is_undone=row.undone_at is not None,
            can_undo=row.undone_at is None and row.civic_day == today,
        )
        for row in session.connection().execute(statement, values)
    )
