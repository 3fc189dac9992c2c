"""A person's own gestures, newest first."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.civic import civic_day
from climact_issy.domain.gestures import GestureLine
from climact_issy.domain.people import Actor
from climact_issy.domain.seasons import Season
from climact_issy.services.prepared import Prepared

assert models.ActionLog  # noqa: S101 - importing the package registers the tables

_action_log: Final = SQLModel.metadata.tables["action_log"]
_ALL: Final = (
    select(_action_log)
    .where(
        _action_log.c.member_ref == bindparam("member_ref"),
        _action_log.c.civic_day >= bindparam("first"),
        _action_log.c.civic_day <= bindparam("last"),
    )
    .order_by(_action_log.c.id.desc())
)
_ALL_OF_ACTION: Final = _ALL.where(_action_log.c.action == bindparam("action"))
_OF_ACTION: Final = Prepared(_ALL_OF_ACTION)
_LINES: Final = _ALL.limit(bindparam("most"))
_LINES_OF_ACTION: Final = _ALL_OF_ACTION.limit(bindparam("most"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One gesture of a person, and the civic day it counts for."""

    civic_day: date
    line: GestureLine


def of_action(
    connection: Connection,
    member_ref: str,
    action_slug: str,
    season: Season,
    *,
    today: date,
) -> list[Entry]:
    """Return all a person's gestures of one action in a season, newest first."""
    rows = _OF_ACTION.rows(
        connection,
        {
            "member_ref": member_ref,
            "first": season.starts_on,
            "last": season.ends_on,
            "action": action_slug,
        },
    )
    return [entry(row._asdict(), today) for row in rows]


def entry(row: Any, today: date) -> Entry:  # noqa: ANN401 - a row of the log, by column name
    """Return the entry of one row of the log."""
    milli, stands = row["quantity_milli"], row["undone_at"] is None
    line = GestureLine(
        entry_id=row["id"],
        action_slug=row["action"],
        quantity=None if milli is None else milli / 1000,
        points=row["points"],
        noted_at=row["noted_at"],
        is_undone=not stands,
        can_undo=stands and row["civic_day"] == today,
    )
    return Entry(row["civic_day"], line)


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
    rows = session.connection().execute(statement, values).mappings()
    return tuple(entry(row, today).line for row in rows)
