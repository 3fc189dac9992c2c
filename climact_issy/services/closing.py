"""Closing a season: its standings are computed once more and kept as they are."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain import seasons as periods
from climact_issy.domain.civic import civic_day, day_bounds
from climact_issy.domain.gestures import Race, Standing
from climact_issy.domain.points import Rules
from climact_issy.services import audit, leaderboards
from climact_issy.services import rules as published
from climact_issy.services.seasons import as_value
from climact_issy.services.totals import NEIGHBOURHOOD, TEAM

assert models.FinalStanding  # noqa: S101 - importing the package registers the tables

COMMUNE: Final = "commune"
"""Group kind of the row that tells the collective goal."""

GRACE: Final = timedelta(minutes=10)
"""What was noted just before midnight may commit after it; a pause is long enough."""

_TABLES: Final = SQLModel.metadata.tables
_season: Final = _TABLES["season"]
_final: Final = _TABLES["final_standing"]
_day_total: Final = _TABLES["day_total"]
_season_total: Final = _TABLES["season_total"]

_DUE: Final = (
    select(_season)
    .where(
        _season.c.ends_on < bindparam("today"),
        _season.c.closed_at.is_(None),
        _season.c.kind != periods.PAUSE,
    )
    .order_by(_season.c.starts_on)
)
_CLAIM: Final = (
    update(_season)
    .where(_season.c.id == bindparam("season_id"), _season.c.closed_at.is_(None))
    .values(closed_at=bindparam("at"))
    .returning(_season.c.id)
)
_GESTURES: Final = (
    select(_day_total.c.group_id, func.sum(_day_total.c.gestures).label("gestures"))
    .where(
        _day_total.c.season_id == bindparam("season_id"),
        _day_total.c.group_kind == bindparam("group_kind"),
    )
    .group_by(_day_total.c.group_id)
)
_DONE: Final = select(_season_total.c.gestures).where(
    _season_total.c.season_id == bindparam("season_id")
)


def is_due(session: Session, *, now: datetime) -> bool:
    """Whether a season is over and not closed yet."""
    return bool(_due(session.connection(), now))


def close_due(
    session: Session, *, now: datetime, rules: Rules | None = None
) -> list[str]:
    """Close every season that is over, each once among any number of workers.

    What is corrected later moves the totals of the ledger, never an archive.

    Args:
        session: an open session that may write.
        now: this instant.
        rules: the published rule; the one in force on its last day by default.

    Returns:
        Slugs of the seasons that this call closed.
    """
    connection = session.connection()
    closed: list[str] = []
    for season in _due(connection, now):
        claim = {"season_id": season.season_id, "at": now}
        if connection.execute(_CLAIM, claim).first() is None:
            continue  # another worker closed it while we waited for its commit
        rule = rules or published.in_force(session, season.ends_on)
        end = (connection, season, season.ends_on, rule)
        race = leaderboards.race(rule, season, leaderboards.groups_of(*end), {})
        teams = leaderboards.race(rule, season, leaderboards.teams_of(*end), {})
        rows = [*_rows(connection, race, rule), *_team_rows(teams)]
        kept = {"season_id": season.season_id, "rule_version": rule.version}
        connection.execute(insert(_final), [kept | row for row in rows])
        audit.record(
            session,
            None,
            "season_closed",
            subject=season.slug,
            details={"winner": race.winner, "rule_version": rule.version},
            now=now,
        )
        closed.append(season.slug)
    return closed


def _due(connection: Connection, now: datetime) -> list[periods.Season]:
    rows = connection.execute(_DUE, {"today": civic_day(now)})
    found = [as_value(row) for row in rows]
    return [s for s in found if now >= day_bounds(s.ends_on)[1] + GRACE]


def _rows(connection: Connection, race: Race, rules: Rules) -> list[dict[str, Any]]:
    season_id = race.season.season_id
    bound = {"season_id": season_id, "group_kind": NEIGHBOURHOOD}
    gestures = {
        row.group_id: int(row.gestures) for row in connection.execute(_GESTURES, bound)
    }
    done = connection.execute(_DONE, {"season_id": season_id}).scalar() or 0
    nothing = Standing("", None, None, is_ranked=False, gestures_today=None)
    places = [
        _row(found, NEIGHBOURHOOD, race, gestures.get(found.neighbourhood, 0))
        for found in race.standings
    ]
    commune = _row(nothing, COMMUNE, race, done) | {"target": rules.goal_gestures}
    return [*places, commune]


def _team_rows(race: Race) -> list[dict[str, Any]]:
    """Return the teams that were ranked; of the others nothing is kept."""
    return [
        # No total of the days tells the gestures of a team apart.
        _row(found, TEAM, race, None)
        for found in race.standings
        if found.is_ranked
    ]


def _row(
    found: Standing, kind: str, race: Race, gestures: int | None
) -> dict[str, Any]:
    """Return what is kept of one group; below the thresholds no number."""
    is_told = found.is_ranked or kind == COMMUNE
    return {
        "group_kind": kind,
        "group_id": found.neighbourhood,
        "terrace": found.terrace,
        "score": found.score,
        "p_best": found.p_best,
        "is_winner": found.is_ranked and found.neighbourhood == race.winner,
        "people": found.people,
        "newcomers": found.newcomers,
        "gestures": gestures if is_told else None,
        "target": None,
    }
