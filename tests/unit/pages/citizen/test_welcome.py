"""The first question: seven neighbourhoods and two ways not to choose."""

from json import dumps

from climact_issy.content import neighbourhoods
from climact_issy.pages.citizen.welcome import welcome_page


def _written(text: str) -> str:
    """Return a text the way the compiled page writes it."""
    return dumps(text)[1:-1]


def test_every_neighbourhood_and_both_ways_out_can_be_chosen() -> None:
    page = str(welcome_page("fr"))
    for place in neighbourhoods.neighbourhoods():
        assert _written(place.name) in page
        assert f'["slug"] : "{place.slug}"' in page
    for slug in ("unknown", "outside"):
        assert f'["slug"] : "{slug}"' in page
