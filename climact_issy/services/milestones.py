"""The steps that a neighbourhood reaches together in a season."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import badges, neighbourhoods
from climact_issy.domain import recognition
from climact_issy.domain.points import Rules
from climact_issy.services import seasons
from climact_issy.services.totals import NEIGHBOURHOOD

assert models.DayTotal  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_day_total: Final = _TABLES["day_total"]
_group_total: Final = _TABLES["group_total"]
_DONE: Final = select(func.coalesce(func.sum(_day_total.c.gestures), 0)).where(
    _day_total.c.season_id == bindparam("season_id"),
    _day_total.c.group_kind == bindparam("group_kind"),
    _day_total.c.group_id == bindparam("group_id"),
)
_PEOPLE: Final = select(func.coalesce(func.sum(_group_total.c.people), 0)).where(
    _group_total.c.season_id == bindparam("season_id"),
    _group_total.c.group_kind == bindparam("group_kind"),
    _group_total.c.group_id == bindparam("group_id"),
)


def of_neighbourhood(
    session: Session, slug: str, *, rules: Rules, now: datetime
) -> recognition.Milestone | None:
    """Return the steps of a neighbourhood; None in a pause and for too few people.

    The count itself never leaves: from one moment to the next it would tell what
    fewer than five people did.

    Raises:
        NotFound: no such neighbourhood, or no season has opened yet.
    """
    neighbourhoods.by_slug(slug)
    season = seasons.current(session, now=now)
    connection = session.connection()
    place = {
        "season_id": season.season_id,
        "group_kind": NEIGHBOURHOOD,
        "group_id": slug,
    }
    people = int(connection.execute(_PEOPLE, place).scalar_one())
    if season.is_pause or people < rules.minimum_active:
        return None
    done = int(connection.execute(_DONE, place).scalar_one())
    return recognition.milestone(done, badges.milestones())
