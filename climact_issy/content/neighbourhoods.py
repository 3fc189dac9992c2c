"""The seven neighbourhoods of the race, with their illustrative shapes."""

from functools import cache
from typing import cast

from climact_issy.content import tables
from climact_issy.domain.errors import NotFound
from climact_issy.domain.places import Neighbourhood, Ring


@cache
def neighbourhoods() -> tuple[Neighbourhood, ...]:
    """Return the seven neighbourhoods, by name."""
    found = [_neighbourhood(f) for f in tables.features("issy_districts_illustrative")]
    return tuple(sorted(found, key=lambda place: place.slug))


def by_slug(slug: str) -> Neighbourhood:
    """Return one neighbourhood.

    Raises:
        NotFound: none of the seven has this slug.
    """
    for place in neighbourhoods():
        if place.slug == slug:
            return place
    raise NotFound(neighbourhood=slug)


@cache
def commune() -> tuple[Ring, ...]:
    """Return the outline of the commune, (longitude, latitude) in WGS84."""
    return _outer_rings(tables.features("issy_commune")[0]["geometry"])


def _neighbourhood(feature: tables.Table) -> Neighbourhood:
    properties = feature["properties"]
    return Neighbourhood(
        slug=properties["district_id"],
        name=properties["name_fr"].replace("'", "’"),
        rings=_outer_rings(feature["geometry"]),
        centre=(properties["label_lon"], properties["label_lat"]),
        is_illustrative=properties["illustrative"],
    )


def _outer_rings(geometry: tables.Table) -> tuple[Ring, ...]:
    """Keep the first ring of each polygon: holes are not drawn."""
    coordinates = geometry["coordinates"]
    polygons = [coordinates] if geometry["type"] == "Polygon" else coordinates
    return tuple(_ring(cast("list[list[float]]", polygon[0])) for polygon in polygons)


def _ring(points: list[list[float]]) -> Ring:
    return tuple((longitude, latitude) for longitude, latitude in points)
