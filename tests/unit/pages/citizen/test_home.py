"""Home: one sentence, one action, one race, one goal."""

from json import dumps

from climact_issy.pages.citizen.home import home_page


def _written(text: str) -> str:
    """Return a text the way the compiled page writes it."""
    return dumps(text)[1:-1]


def test_home_reads_before_any_state_is_loaded() -> None:
    page = str(home_page("fr"))
    assert _written("Un geste à votre portée") in page
    assert "La course des quartiers" in page
    assert "/chiffres/budget-climat" in page


def test_home_speaks_english_under_its_own_addresses() -> None:
    page = str(home_page("en"))
    assert "Understand the race" in page
    assert "/en/act" in page
