"""A card names its place, its age and its level."""

import json

from climact_issy import texts
from climact_issy.components.widget import widget
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import indicators

FRENCH = texts.for_language("fr")


def card(slug: str) -> str:
    found = catalogue.by_slug(slug, is_demo=True)
    return str(widget(FRENCH, indicators.view(FRENCH, found)))


def test_a_card_says_place_age_level_and_sentence() -> None:
    drawn = card("budget-climat")
    for words in ("Issy-les-Moulineaux, données de 2024", "trop lent pour", "de moins"):
        assert json.dumps(words)[1:-1] in drawn


def test_only_demo_cards_wear_the_demo_label() -> None:
    assert '"demo"' in card("air-du-jour")
    assert '"demo"' not in card("budget-climat")
