import pytest

from climact_issy.content import commune


def test_the_population_comes_with_its_source() -> None:
    found = commune.population()

    assert (found.inhabitants, found.edition) == (67669, "2026")
    assert "INSEE" in found.source


def test_the_region_has_its_own_and_other_places_have_none() -> None:
    region = commune.population("Île-de-France")

    assert region.inhabitants > 100 * commune.population().inhabitants
    with pytest.raises(KeyError):
        commune.population("Les Épinettes")
