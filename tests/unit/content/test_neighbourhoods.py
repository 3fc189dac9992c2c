from itertools import pairwise

import pytest

from climact_issy.content import neighbourhoods
from climact_issy.domain.errors import NotFound
from climact_issy.domain.places import Neighbourhood

SLUGS = {
    "centre-ville",
    "la-ferme",
    "les-epinettes",
    "les-hauts-d-issy",
    "les-iles",
    "les-varennes",
    "val-de-seine",
}
SLACK = 0.001
"""Degrees: sectors and commune were simplified by two different hands."""


def every_neighbourhood() -> pytest.MarkDecorator:
    found = neighbourhoods.neighbourhoods()
    return pytest.mark.parametrize("place", found, ids=lambda p: p.slug)


def box() -> tuple[float, float, float, float]:
    points = [point for ring in neighbourhoods.commune() for point in ring]
    return min(points)[0], max(points)[0], *_latitudes(points)


def _latitudes(points: list[tuple[float, float]]) -> tuple[float, float]:
    latitudes = [latitude for _, latitude in points]
    return min(latitudes), max(latitudes)


def test_there_are_seven_neighbourhoods() -> None:
    assert {p.slug for p in neighbourhoods.neighbourhoods()} == SLUGS
    assert len(neighbourhoods.neighbourhoods()) == 7


@every_neighbourhood()
def test_rings_are_closed_and_inside_the_commune(place: Neighbourhood) -> None:
    west, east, south, north = box()
    assert place.rings
    for ring in place.rings:
        assert len(ring) >= 4
        assert ring[0] == ring[-1]
        for longitude, latitude in ring:
            assert west - SLACK <= longitude <= east + SLACK
            assert south - SLACK <= latitude <= north + SLACK


@every_neighbourhood()
def test_the_label_stands_inside_its_neighbourhood(place: Neighbourhood) -> None:
    x, y = place.centre
    assert any(_is_inside(x, y, ring) for ring in place.rings)


def _is_inside(x: float, y: float, ring: tuple[tuple[float, float], ...]) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


@every_neighbourhood()
def test_shapes_are_marked_illustrative(place: Neighbourhood) -> None:
    assert place.is_illustrative
    assert "'" not in place.name


def test_an_unknown_neighbourhood_is_not_found() -> None:
    assert neighbourhoods.by_slug("les-iles").name == "Les Îles"
    with pytest.raises(NotFound):
        neighbourhoods.by_slug("outside")
