"""What a figure stands beside: true in every state, short, easy, in both languages."""

from dataclasses import replace

import pytest

from climact_issy import texts
from climact_issy.content import indicator_notes
from climact_issy.content import indicators as catalogue
from climact_issy.domain.readability import EASY, MOST_WORDS, kandel_moles, longest
from climact_issy.presenters.comparisons import compared
from tests.support.indicator_states import states, with_points

LANGUAGES = ("fr", "en")
FRENCH = texts.for_language("fr")
N = "\u00a0"
INVENTED = f"Ces valeurs sont inventées{N}: il n’y a rien de vrai à comparer."
TOLD = {
    "budget-climat": (
        f"C’est 19{N}% de moins qu’en 2020. Le chiffre de 2020 est arrondi."
    ),
    "qui-emet-a-issy": "Pour les habitants, les deux pages ont 4 points d’écart.",
    "electricite-annee": f"C’est 48{N}% de moins qu’en 2000.",
    "electricite-mois-heure": (
        "L’heure la plus lourde pèse 2,5 fois l’heure la plus légère."
    ),
    "dechets-menagers": (
        f"De 2021 à 2030, il faut enlever 109{N}kg par personne{N}: "
        f"12{N}kg de moins par an."
    ),
    "eau-domestique": f"C’est 5{N}% de plus qu’en 2013, l’année la plus basse.",
    "temperature-mondiale": (
        "C’est l’année la plus chaude des 144 années de la série."
    ),
    "co2-mauna-loa": (
        "Les dix dernières années, il en vient 2,4 de plus par an. "
        "Les dix premières, c’est 0,9."
    ),
    "empreinte-par-personne": (
        f"L’ADEME donne un repère pour 2050{N}: 2,0 tonnes. C’est 4,1 fois moins."
    ),
    "air-du-jour": INVENTED,
    "passages-velo": INVENTED,
}


@pytest.mark.parametrize("slug", list(TOLD))
def test_each_figure_is_held_against_something_or_says_why_not(slug: str) -> None:
    assert TOLD[slug] in compared(FRENCH, catalogue.by_slug(slug, is_demo=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_in_any_state_has_more_than_twenty_words(language: str) -> None:
    t = texts.for_language(language)
    lines = [line for state in states() for line in compared(t, state)]
    assert [line for line in lines if not 0 < longest(line) <= MOST_WORDS] == []
    assert all(line.endswith(".") for line in lines)


def test_what_is_compared_is_easy_in_every_state() -> None:
    said = [" ".join(compared(FRENCH, state)) for state in states()]
    assert [text for text in said if text and kandel_moles(text) < EASY] == []


def test_no_comparison_speaks_french_in_english() -> None:
    english = texts.for_language("en")
    for state in states():
        assert set(compared(FRENCH, state)).isdisjoint(compared(english, state))


def test_without_a_value_nothing_is_compared() -> None:
    water = catalogue.by_slug("eau-domestique")
    empty = (replace(water.series[0].points[0], value=None),)
    assert compared(FRENCH, with_points(water, empty)) == ()


def test_a_met_target_asks_for_nothing_more() -> None:
    waste = catalogue.by_slug("dechets-menagers")
    newest, aim = waste.series[0].points
    met = with_points(waste, (replace(newest, value=500.0), aim))
    met = replace(met, headline=met.series[0].points[0])
    assert not any("il faut" in line for line in compared(FRENCH, met))


def test_a_cooler_year_says_how_many_were_warmer() -> None:
    earth = catalogue.by_slug("temperature-mondiale")
    before = with_points(earth, earth.series[0].points[:-2])
    assert "Sur 142 années, 5 ont été plus chaudes." in compared(FRENCH, before)


def test_a_gap_before_the_newest_year_is_not_bridged() -> None:
    electricity = catalogue.by_slug("electricite-annee")
    *before, _, newest = electricity.series[0].points
    gap = with_points(electricity, (*before, newest))
    assert compared(FRENCH, gap) == (f"C’est 48{N}% de moins qu’en 2000.",)


def test_what_is_not_compared_says_why() -> None:
    for indicator in catalogue.shown(is_demo=True):
        notes = indicator_notes.of(indicator.slug)
        if notes.not_compared[0]:
            assert compared(FRENCH, indicator)[-1] == notes.not_compared[0]
