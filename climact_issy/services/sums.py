"""What a person's running totals say just before a ledger row is appended."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select
from sqlmodel import SQLModel

from climact_issy import models
from climact_issy.domain.civic import DAYS_IN_WEEK, week_of
from climact_issy.domain.points import Earned
from climact_issy.domain.seasons import PAUSE, Season
from climact_issy.services.prepared import Prepared

assert models.MemberDay  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_member_day: Final = _TABLES["member_day"]
_member_total: Final = _TABLES["member_total"]
_member_team: Final = _TABLES["member_team"]
_season: Final = _TABLES["season"]


@dataclass(frozen=True, slots=True)
class Share:
    """What a person made for one group in a season.

    Attributes:
        points: net points.
        gestures: gestures that stand.
        entry_week: Monday of the week in which they became active there.
    """

    points: int
    gestures: int
    entry_week: date


@dataclass(frozen=True, slots=True)
class Sums(Earned):
    """A person's running totals, seen from one day, neighbourhood and team.

    What they have earned today and this week counts everywhere.

    Attributes:
        season: net points of this season, everywhere.
        season_gestures: gestures of this season, everywhere.
        gestures_week: gestures of this week, everywhere.
        gestures_today: gestures of this civic day in the neighbourhood.
        here: this season in the neighbourhood.
        team: this season for the team, None without one.
    """

    season: int
    season_gestures: int
    gestures_week: int
    gestures_today: int
    here: Share
    team: Share | None = None


_WEEK: Final = Prepared(
    select(
        _member_day.c.civic_day,
        _member_day.c.neighbourhood,
        _member_day.c.gestures,
        _member_day.c.points,
        _member_day.c.points_proven,
    ).where(
        _member_day.c.member_ref == bindparam("member_ref"),
        _member_day.c.civic_day >= bindparam("monday"),
        _member_day.c.civic_day <= bindparam("sunday"),
    )
)
_SEASON: Final = Prepared(
    select(
        _member_total.c.neighbourhood,
        _member_total.c.entry_week,
        _member_total.c.gestures,
        _member_total.c.points,
    ).where(
        _member_total.c.season_id == bindparam("season_id"),
        _member_total.c.member_ref == bindparam("member_ref"),
    )
)
_TEAM: Final = Prepared(
    select(
        _member_team.c.entry_week,
        _member_team.c.gestures,
        _member_team.c.points,
    ).where(
        _member_team.c.season_id == bindparam("season_id"),
        _member_team.c.member_ref == bindparam("member_ref"),
        _member_team.c.team == bindparam("team"),
    )
)
_BEFORE: Final = (
    select(func.coalesce(func.sum(_member_total.c.points), 0))
    .where(_member_total.c.member_ref == bindparam("member_ref"))
    .where(
        _member_total.c.season_id
        == select(_season.c.id)
        .where(_season.c.starts_on < bindparam("day"), _season.c.kind != PAUSE)
        .order_by(_season.c.starts_on.desc())
        .limit(1)
        .scalar_subquery()
    )
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a ledger row counts.

    Attributes:
        member_ref: whose row.
        season_id: in which season.
        day: for which civic day.
        neighbourhood: for which neighbourhood.
        team: for which team, "" for none.
    """

    member_ref: str
    season_id: int
    day: date
    neighbourhood: str
    team: str = ""


def sums(connection: Connection, spot: Spot) -> Sums:
    """Return a person's running totals, seen from where a row will count."""
    monday = week_of(spot.day)
    week = _WEEK.rows(
        connection,
        {
            "member_ref": spot.member_ref,
            "monday": monday,
            "sunday": monday + timedelta(days=DAYS_IN_WEEK - 1),
        },
    )
    bound = {"season_id": spot.season_id, "member_ref": spot.member_ref}
    season = _SEASON.rows(connection, bound)
    here = [row for row in season if row.neighbourhood == spot.neighbourhood]
    team = None
    if spot.team:
        rows = _TEAM.rows(connection, bound | {"team": spot.team})
        team = _share(rows, monday)
    today = [row for row in week if row.civic_day == spot.day]
    return Sums(
        today=sum(row.points for row in today),
        week=sum(row.points for row in week),
        week_proven=sum(row.points_proven for row in week),
        season=sum(row.points for row in season),
        season_gestures=sum(row.gestures for row in season),
        gestures_week=sum(row.gestures for row in week),
        gestures_today=sum(
            row.gestures for row in today if row.neighbourhood == spot.neighbourhood
        ),
        here=_share(here, monday),
        team=team,
    )


def points_before(connection: Connection, member_ref: str, period: Season) -> int:
    """Return a person's net points of the last season before a season or pause."""
    bound = {"member_ref": member_ref, "day": period.starts_on}
    return int(connection.execute(_BEFORE, bound).scalar_one())


def _share(rows: list[Any], monday: date) -> Share:
    if not rows:
        return Share(0, 0, monday)
    row = rows[0]
    return Share(row.points, row.gestures, row.entry_week if row.gestures else monday)
