"""The race and the collective goal: a handful of queries, whatever the people."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import neighbourhoods
from climact_issy.domain import ranking
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.domain.gestures import Board, Race, Standing
from climact_issy.domain.points import Rules
from climact_issy.domain.seasons import Season
from climact_issy.services import gesture_rows, seasons
from climact_issy.services.totals import NEIGHBOURHOOD

assert models.GroupTotal  # noqa: S101 - importing the package registers the tables

_TABLES: Final = SQLModel.metadata.tables
_group_total: Final = _TABLES["group_total"]
_group_points: Final = _TABLES["group_points"]
_day_total: Final = _TABLES["day_total"]
_season_total: Final = _TABLES["season_total"]

_GROUPS: Final = select(_group_total).where(
    _group_total.c.season_id == bindparam("season_id"),
    _group_total.c.group_kind == bindparam("group_kind"),
)
_POINTS: Final = select(_group_points).where(
    _group_points.c.season_id == bindparam("season_id"),
    _group_points.c.group_kind == bindparam("group_kind"),
    _group_points.c.entry_week > bindparam("newcomers_until"),
    _group_points.c.people > 0,
)
_TODAY: Final = select(
    _day_total.c.group_id, _day_total.c.people, _day_total.c.gestures
).where(
    _day_total.c.season_id == bindparam("season_id"),
    _day_total.c.civic_day == bindparam("today"),
    _day_total.c.group_kind == bindparam("group_kind"),
)
_VERSION: Final = select(func.coalesce(func.sum(_season_total.c.version), 0))
_LAST_SEASON: Final = select(func.coalesce(func.max(_TABLES["season"].c.id), 0))


@dataclass(frozen=True, slots=True)
class _Today:
    people: int = 0
    gestures: int = 0


def version(session: Session) -> int:
    """Return a number that grows with every committed gesture and undo."""
    return int(session.connection().execute(_VERSION).scalar_one())


def freshness(session: Session, *, now: datetime) -> tuple[int, int, date]:
    """Return what a shown board depends on: version, last season, civic day."""
    last = int(session.connection().execute(_LAST_SEASON).scalar_one())
    return version(session), last, civic_day(now)


def board(session: Session, *, rules: Rules, now: datetime) -> Board:
    """Return the race, the goal and their version.

    Raises:
        NotFound: no season has opened yet.
    """
    season = seasons.current(session, now=now)
    connection = session.connection()
    today = civic_day(now)
    found_version = version(session)
    groups = _groups(connection, season, today, rules)
    return Board(
        race=race(rules, season, groups, _gestures_of(connection, season, today)),
        goal=gesture_rows.goal(
            connection,
            season_id=season.season_id,
            ends_on=season.ends_on,
            target=rules.goal_gestures,
            today=today,
        ),
        version=found_version,
    )


def race(
    rules: Rules,
    season: Season,
    groups: Sequence[ranking.Group],
    today: Mapping[str, _Today],
) -> Race:
    """Return the race; below the thresholds no count and no score leaves here."""
    steps = ranking.terraces(rules, ranking.scores(rules, groups))
    places = {
        score.group_id: (number, round(score.value))
        for number, step in enumerate(steps, start=1)
        for score in step
    }
    return Race(
        season=season,
        standings=tuple(
            _standing(rules, group.group_id, places, today) for group in groups
        ),
        terraces=tuple(tuple(s.group_id for s in step) for step in steps),
        is_tied_at_top=bool(steps) and len(steps[0]) > 1,
        minimum_active=rules.minimum_active,
    )


def _standing(
    rules: Rules,
    group_id: str,
    places: Mapping[str, tuple[int, int]],
    today: Mapping[str, _Today],
) -> Standing:
    if group_id not in places:
        return Standing(group_id, None, None, is_ranked=False, gestures_today=None)
    terrace, score = places[group_id]
    day = today.get(group_id, _Today())
    is_published = day.people >= rules.minimum_published
    return Standing(
        group_id,
        terrace,
        score,
        is_ranked=True,
        gestures_today=day.gestures if is_published else None,
    )


def _groups(
    connection: Connection, season: Season, today: date, rules: Rules
) -> list[ranking.Group]:
    this_week = week_of(today)
    bound: dict[str, Any] = {"season_id": season.season_id, "group_kind": NEIGHBOURHOOD}
    established: dict[str, ranking.Tally] = defaultdict(ranking.Tally)
    for row in connection.execute(_GROUPS, bound):
        if ranking.is_established(row.entry_week, this_week, rules):
            tally = ranking.Tally(row.people, row.points, row.points_squares)
            established[row.group_id] = established[row.group_id].plus(tally)
    newcomers: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    bound["newcomers_until"] = this_week - timedelta(days=rules.newcomer_days)
    for row in connection.execute(_POINTS, bound):
        newcomers[row.group_id][row.points] += row.people
    return [
        ranking.Group(place.slug, established[place.slug], newcomers[place.slug])
        for place in neighbourhoods.neighbourhoods()
    ]


def _gestures_of(
    connection: Connection, season: Season, today: date
) -> dict[str, _Today]:
    rows = connection.execute(
        _TODAY,
        {
            "season_id": season.season_id,
            "today": today,
            "group_kind": NEIGHBOURHOOD,
        },
    )
    return {row.group_id: _Today(row.people, row.gestures) for row in rows}
