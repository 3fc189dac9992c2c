"""The race and the collective goal: a handful of queries, whatever the people."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import commune, neighbourhoods
from climact_issy.domain import ranking
from climact_issy.domain.civic import civic_day, week_of
from climact_issy.domain.gestures import Board, Participation, Race, Standing
from climact_issy.domain.points import Rules
from climact_issy.domain.seasons import PAUSE, Season, next_start
from climact_issy.services import gesture_rows, seasons
from climact_issy.services.totals import NEIGHBOURHOOD, TEAM

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
_season: Final = _TABLES["season"]
_final: Final = _TABLES["final_standing"]
_BEFORE: Final = select(_final.c.group_id, _final.c.score).where(
    _final.c.season_id
    == select(_season.c.id)
    .where(_season.c.starts_on < bindparam("starts_on"), _season.c.kind != PAUSE)
    .order_by(_season.c.starts_on.desc())
    .limit(1)
    .scalar_subquery(),
    _final.c.group_kind == bindparam("group_kind"),
    _final.c.rule_version == bindparam("rule_version"),
)
_TEAMS: Final = select(_TABLES["team"].c.slug).order_by(_TABLES["team"].c.slug)
_VERSION: Final = select(func.coalesce(func.sum(_season_total.c.version), 0))
_LAST_SEASON: Final = select(func.coalesce(func.max(_season.c.id), 0))


_NOBODY: Final[Mapping[str, int | None]] = MappingProxyType({})
SHARE_DIGITS: Final = 3
"""Digits of the commune's rate: coarser than any group that is not ranked."""


@dataclass(frozen=True, slots=True)
class Today:
    """What a group did in one civic day."""

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

    In a pause they are those of the season before it, as it ended.

    Raises:
        NotFound: no season has opened yet.
    """
    running = seasons.running(session, now=now)
    season, pause = running.season, running.pause
    connection = session.connection()
    today = civic_day(now)
    found_version = version(session)
    groups = groups_of(connection, season, today, rules)
    found = race(
        rules,
        season,
        groups,
        _gestures_of(connection, season, today),
        _scores_before(connection, season, rules),
    )
    if pause is not None:
        found = replace(found, resumes_on=next_start(pause, rules))
    return Board(
        race=found,
        goal=gesture_rows.goal(
            connection,
            season_id=season.season_id,
            ends_on=season.ends_on,
            target=rules.goal_gestures,
            today=today,
        ),
        version=found_version,
        participation=_participation(rules, groups),
    )


def race(
    rules: Rules,
    season: Season,
    groups: Sequence[ranking.Group],
    today: Mapping[str, Today],
    before: Mapping[str, int | None] = _NOBODY,
) -> Race:
    """Return the race; below the thresholds no count and no score leaves here.

    Args:
        rules: the published rule.
        season: its slug is the seed of the simulation.
        groups: every neighbourhood, in the order of the catalogue.
        today: what they did today.
        before: their scores at the end of the season before.
    """
    ranked = ranking.scores(rules, groups)
    steps = ranking.terraces(rules, ranked, season.slug)
    best = ranking.p_best(tuple(ranked), season.slug)
    places = {
        score.group_id: (number, round(score.value))
        for number, step in enumerate(steps, start=1)
        for score in step
    }

    def standing(group: ranking.Group) -> Standing:
        slug = group.group_id
        if slug not in places:
            return Standing(slug, None, None, is_ranked=False, gestures_today=None)
        terrace, score = places[slug]
        day = today.get(slug, Today())
        return Standing(
            slug,
            terrace,
            score,
            is_ranked=True,
            gestures_today=published(rules, day.people, day.gestures),
            people=group.active,
            newcomers=_newcomers(rules, group),
            previous=before.get(slug),
            p_best=best[slug],
        )

    return Race(
        season=season,
        standings=tuple(standing(group) for group in groups),
        terraces=tuple(tuple(s.group_id for s in step) for step in steps),
        is_tied_at_top=bool(steps) and len(steps[0]) > 1,
        minimum_active=rules.minimum_active,
        winner=ranking.winner(steps),
    )


def published(rules: Rules, people: int, value: int) -> int | None:
    """Return a count that enough people made, None when too few did."""
    return value if people >= rules.minimum_published else None


def _newcomers(rules: Rules, group: ranking.Group) -> int | None:
    """Return how many are new, unless that told how few are new, or are not."""
    others = group.established.people
    if 0 < others < rules.minimum_published:
        return None
    return published(rules, group.new, group.new)


def team_race(session: Session, *, rules: Rules, now: datetime) -> Race:
    """Return the race between teams, by the rule of the neighbourhoods' race.

    In a pause it is that of the season before it. What teams did today is not
    counted: most are too small for a number of a day.

    Raises:
        NotFound: no season has opened yet.
    """
    running = seasons.running(session, now=now)
    groups = teams_of(session.connection(), running.season, civic_day(now), rules)
    found = race(rules, running.season, groups, {})
    if running.pause is None:
        return found
    return replace(found, resumes_on=next_start(running.pause, rules))


def teams_of(
    connection: Connection, season: Season, day: date, rules: Rules
) -> list[ranking.Group]:
    """Return every team with its people, as `groups_of` does for neighbourhoods."""
    slugs = connection.scalars(_TEAMS).all()
    return groups_of(connection, season, day, rules, kind=TEAM, slugs=slugs)


def groups_of(
    connection: Connection,
    season: Season,
    day: date,
    rules: Rules,
    *,
    kind: str = NEIGHBOURHOOD,
    slugs: Sequence[str] = (),
) -> list[ranking.Group]:
    """Return every group of a kind with its people; each neighbourhood by default.

    Args:
        connection: of an open transaction.
        season: of which season.
        day: the civic day on which newcomers are told; a season that is over is
            seen as on its last one.
        rules: the published rule.
        kind: kind of the groups.
        slugs: the groups, in the order wanted; those of the catalogue when empty.
    """
    this_week = week_of(min(day, season.ends_on))

    def part(entry_week: date) -> float:
        return ranking.part_of(entry_week, this_week, season.starts_on)

    bound: dict[str, Any] = {"season_id": season.season_id, "group_kind": kind}
    established: dict[str, ranking.Tally] = defaultdict(ranking.Tally)
    for row in connection.execute(_GROUPS, bound):
        if row.people and ranking.is_established(row.entry_week, this_week, rules):
            found = (row.people, row.points, row.points_squares, part(row.entry_week))
            established[row.group_id] = established[row.group_id].plus(
                ranking.cohort(*found)
            )
    newcomers: dict[str, Counter[ranking.Newcomer]] = defaultdict(Counter)
    bound["newcomers_until"] = this_week - timedelta(days=rules.newcomer_days)
    for row in connection.execute(_POINTS, bound):
        newcomer = ranking.Newcomer(row.points, part(row.entry_week))
        newcomers[row.group_id][newcomer] += row.people
    wanted = slugs
    if kind == NEIGHBOURHOOD:
        wanted = [place.slug for place in neighbourhoods.neighbourhoods()]
    return [ranking.Group(slug, established[slug], newcomers[slug]) for slug in wanted]


def _gestures_of(
    connection: Connection, season: Season, today: date
) -> dict[str, Today]:
    rows = connection.execute(
        _TODAY,
        {
            "season_id": season.season_id,
            "today": today,
            "group_kind": NEIGHBOURHOOD,
        },
    )
    return {row.group_id: Today(row.people, row.gestures) for row in rows}


def _scores_before(
    connection: Connection, season: Season, rules: Rules
) -> dict[str, int | None]:
    """Return the final scores of the season before, if the same rule made them."""
    rows = connection.execute(
        _BEFORE,
        {
            "starts_on": season.starts_on,
            "group_kind": NEIGHBOURHOOD,
            "rule_version": rules.version,
        },
    )
    return {row.group_id: row.score for row in rows}


def _participation(rules: Rules, groups: Sequence[ranking.Group]) -> Participation:
    people = sum(group.active for group in groups)
    inhabitants = commune.population()
    share = round(people / inhabitants.inhabitants, SHARE_DIGITS)
    is_published = people >= rules.minimum_published
    return Participation(share if is_published else None, inhabitants)
