"""The race between neighbourhoods, for programs."""

from datetime import UTC, datetime
from typing import Final

from fastapi import APIRouter
from pydantic import BaseModel

from climact_issy import access, database, routes
from climact_issy.content import neighbourhoods
from climact_issy.domain.gestures import Race, Standing
from climact_issy.domain.points import Rules
from climact_issy.services import leaderboards, seasons
from climact_issy.settings import get_settings

router = APIRouter()

UNIT: Final = "points/active person"
SOURCE: Final = "Clim'Act Issy, points ledger"
LICENCE: Final = "Licence Ouverte 2.0"


class NeighbourhoodItem(BaseModel):
    """One neighbourhood of the race.

    Attributes:
        slug: address of the neighbourhood.
        value: regularised mean of points per active person; null when unranked.
        unit: unit of the value.
        period: first and last day of the season, ISO 8601 interval.
        place: name of the neighbourhood.
        source: where the value comes from.
        is_ranked: false under the published number of active people.
        terrace: 1 is the top; several neighbourhoods may share it.
        rules_version: version of the published rule.
        is_demo: true where the people and their gestures are invented.
    """

    slug: str
    value: int | None
    unit: str
    period: str
    place: str
    source: str
    is_ranked: bool
    terrace: int | None
    rules_version: str
    is_demo: bool


class NeighbourhoodList(BaseModel):
    """Every neighbourhood of the race, in the order of the catalogue."""

    items: list[NeighbourhoodItem]
    licence: str


@router.get(routes.API_NEIGHBOURHOODS)
@access.access("public")
async def list_neighbourhoods() -> NeighbourhoodList:
    """List the neighbourhoods; an unranked one has neither count nor score."""
    now = datetime.now(UTC)
    published = await database.read(lambda s: seasons.rule(s, now=now))
    board = await database.read(
        lambda s: leaderboards.board(s, rules=published, now=now)
    )
    race = board.race
    return NeighbourhoodList(
        items=[_item(race, standing, published) for standing in race.standings],
        licence=LICENCE,
    )


def _item(race: Race, standing: Standing, published: Rules) -> NeighbourhoodItem:
    is_ranked = standing.is_ranked
    season = race.season
    return NeighbourhoodItem(
        slug=standing.neighbourhood,
        value=standing.score if is_ranked else None,
        unit=UNIT,
        period=f"{season.starts_on.isoformat()}/{season.ends_on.isoformat()}",
        place=neighbourhoods.by_slug(standing.neighbourhood).name,
        source=SOURCE,
        is_ranked=is_ranked,
        terrace=standing.terrace if is_ranked else None,
        rules_version=str(published.version),
        is_demo=get_settings().is_demo,
    )
