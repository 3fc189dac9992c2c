"""A person's own gestures, newest first."""

from datetime import datetime

from sqlmodel import Session, col, select

from climact_issy.domain.civic import civic_day
from climact_issy.domain.gestures import GestureLine
from climact_issy.domain.people import Actor
from climact_issy.domain.seasons import Season
from climact_issy.models import ActionLog


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
    query = (
        select(ActionLog)
        .where(
            col(ActionLog.member_ref) == actor.member_ref,
            col(ActionLog.civic_day) >= season.starts_on,
            col(ActionLog.civic_day) <= season.ends_on,
        )
        .order_by(col(ActionLog.id).desc())
        .limit(limit)
    )
    if action_slug:
        query = query.where(col(ActionLog.action) == action_slug)
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
        for row in session.exec(query)
    )
