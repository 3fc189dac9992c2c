"""The seasons that are over, read as they were kept."""

from collections import defaultdict
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import bindparam, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.content import neighbourhoods
from climact_issy.domain.archive import Archived
from climact_issy.domain.gestures import Race, Standing
from climact_issy.domain.points import Rules
from climact_issy.services import shares
from climact_issy.services.closing import COMMUNE
from climact_issy.services.seasons import as_value
from climact_issy.services.totals import NEIGHBOURHOOD

assert models.FinalStanding  # noqa: S101 - importing the package registers the tables

MOST: Final = 20
"""Seasons that the page shows: four years."""

_season: Final = SQLModel.metadata.tables["season"]
_final: Final = SQLModel.metadata.tables["final_standing"]
_CLOSED: Final = (
    select(_season)
    .where(_season.c.closed_at.is_not(None))
    .order_by(_season.c.starts_on.desc())
    .limit(bindparam("most"))
)
_KEPT: Final = select(_final).where(
    _final.c.season_id >= bindparam("oldest"),
    _final.c.group_kind.in_((NEIGHBOURHOOD, COMMUNE)),
)


def closed(session: Session, *, rules: Rules) -> tuple[Archived, ...]:
    """Return the seasons that are over, the newest first: three queries.

    Args:
        session: an open session.
        rules: the published rule, for the fewest people of a published number.
    """
    connection = session.connection()
    # One more than is shown: the oldest one too is compared with the one before.
    seasons = connection.execute(_CLOSED, {"most": MOST + 1}).all()
    if not seasons:
        return ()
    rows: dict[int, dict[str, Any]] = defaultdict(dict)
    for row in connection.execute(_KEPT, {"oldest": min(s.id for s in seasons)}):
        rows[row.season_id][row.group_id] = row
    kept = [rows[season.id] for season in seasons]
    made = shares.of_seasons(session, [season.id for season in seasons[:MOST]])
    told = {
        season_id: found.shares
        for season_id, found in made.items()
        if found.people >= rules.minimum_published
    }
    return tuple(
        replace(_archived(season, rows[season.id], before), shares=told.get(season.id))
        for season, before in zip(seasons[:MOST], [*kept[1:], {}], strict=False)
    )


def _archived(season: Any, rows: dict[str, Any], before: dict[str, Any]) -> Archived:  # noqa: ANN401 - a row
    commune = rows[""]
    places = [rows[p.slug] for p in neighbourhoods.neighbourhoods() if p.slug in rows]
    steps: dict[int, list[str]] = defaultdict(list)
    for row in sorted(places, key=lambda row: -(row.score or 0)):
        if row.terrace is not None:
            steps[row.terrace].append(row.group_id)
    terraces = tuple(tuple(steps[number]) for number in sorted(steps))
    return Archived(
        race=Race(
            season=as_value(season),
            standings=tuple(_standing(row, before.get(row.group_id)) for row in places),
            terraces=terraces,
            is_tied_at_top=bool(terraces) and len(terraces[0]) > 1,
            winner=next((row.group_id for row in places if row.is_winner), None),
        ),
        gestures={r.group_id: r.gestures for r in places if r.gestures is not None},
        done=commune.gestures or 0,
        target=commune.target or 0,
        rule_version=commune.rule_version,
    )


def _standing(row: Any, before: Any) -> Standing:  # noqa: ANN401 - rows
    previous = None
    if before is not None and before.rule_version == row.rule_version:
        previous = before.score
    return Standing(
        row.group_id,
        row.terrace,
        row.score,
        is_ranked=row.terrace is not None,
        gestures_today=None,
        people=row.people,
        newcomers=row.newcomers,
        previous=previous,
        p_best=row.p_best,
    )
