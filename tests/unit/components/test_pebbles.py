"""The home page starts with three real figures in words."""

from climact_issy import texts
from climact_issy.components.pebbles import hero


def test_the_sentence_and_its_three_figures_stand_together() -> None:
    drawn = str(hero(texts.for_language("fr")))
    assert drawn.count('jsx("li"') == 3
    assert " trop lentement" in drawn
    assert "/chiffres/budget-climat" in drawn
    assert "Les derniers chiffres connus" in drawn


def test_the_english_page_links_to_english_pages() -> None:
    drawn = str(hero(texts.for_language("en")))
    assert "/en/figures/budget-climat" in drawn
    assert "/chiffres/" not in drawn
