"""A card names its place, its age and its level."""

import json

from climact_issy import texts
from climact_issy.components.widget import Size, widget
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import indicators

FRENCH = texts.for_language("fr")


def card(slug: str, size: Size = "medium") -> str:
    found = catalogue.by_slug(slug, is_demo=True)
    return str(widget(FRENCH, indicators.view(FRENCH, found), size))


def test_a_card_says_place_age_level_and_sentence() -> None:
    drawn = card("budget-climat")
    for words in ("Issy-les-Moulineaux, données de 2024", "trop lent pour", "de moins"):
        assert json.dumps(words)[1:-1] in drawn


def test_only_demo_cards_wear_the_demo_label() -> None:
    assert '"demo"' in card("air-du-jour")
    assert '"demo"' not in card("budget-climat")


def test_each_size_names_the_figure_and_links_to_its_page() -> None:
    for size in ("small", "medium", "large"):
        drawn = card("budget-climat", size)
        assert "/chiffres/budget-climat" in drawn
        assert json.dumps("données de 2024")[1:-1] in drawn


def test_a_small_card_has_the_value_and_its_level_and_no_chart() -> None:
    drawn = card("budget-climat", "small")
    assert json.dumps("104\u202f987")[1:-1] in drawn
    assert "trop lent pour" in drawn
    assert "plot" not in drawn
    assert "de moins" not in drawn


def test_a_large_card_says_the_sentence_above_the_whole_chart() -> None:
    drawn = card("budget-climat", "large")
    assert drawn.index("de moins") < drawn.index("plot")
    assert "axis" in drawn
    assert "axis" not in card("budget-climat")


def test_a_demo_figure_is_labelled_in_every_size() -> None:
    for size in ("small", "medium", "large"):
        assert '"demo"' in card("air-du-jour", size)
