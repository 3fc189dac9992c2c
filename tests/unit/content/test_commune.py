from climact_issy.content import commune


def test_the_population_comes_with_its_source() -> None:
    found = commune.population()

    assert (found.inhabitants, found.edition) == (67669, "2026")
    assert "INSEE" in found.source
