"""Each indicator has a sentence of its own, with its figure and its period."""

from dataclasses import replace

import pytest

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.presenters.indicator_words import plain, sentence, trend_words

FRENCH = texts.for_language("fr")
FIGURES = {
    "budget-climat": "104\u202f987",
    "qui-emet-a-issy": "48\u00a0%",
    "electricite-annee": "41\u00a0g",
    "electricite-mois-heure": "17\u00a0h",
    "dechets-menagers": "611\u00a0kg",
    "eau-domestique": "150 litres",
    "temperature-mondiale": "1,17\u00a0°C",
    "co2-mauna-loa": "413 millionièmes",
    "empreinte-par-personne": "8,3 tonnes",
}


@pytest.mark.parametrize("slug", [i.slug for i in catalogue.indicators()])
def test_each_sentence_holds_its_figure(slug: str) -> None:
    assert FIGURES[slug] in plain(sentence(FRENCH, catalogue.by_slug(slug)))


def test_an_indicator_without_its_own_sentence_is_still_said() -> None:
    unknown = replace(catalogue.by_slug("eau-domestique"), slug="autre")
    assert plain(sentence(FRENCH, unknown)) == (
        "Eau du robinet par personne\u00a0: 150\u00a0litres par jour, France, 2022."
    )


def test_a_trend_says_since_when() -> None:
    electricity = catalogue.by_slug("electricite-annee")
    assert trend_words(FRENCH, electricity) == "en baisse depuis 2000"
    assert trend_words(FRENCH, catalogue.by_slug("dechets-menagers")) == ""
