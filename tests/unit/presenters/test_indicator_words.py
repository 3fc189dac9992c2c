"""Each indicator has an easy sentence of its own, with its figure and its period."""

from dataclasses import replace

import pytest

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.domain.glossary import tokens
from climact_issy.domain.readability import EASY, MOST_WORDS, kandel_moles, longest
from climact_issy.presenters import indicators
from climact_issy.presenters.indicator_words import plain, sentence, trend_words
from climact_issy.presenters.readings import Level, level
from tests.support.indicator_states import states, with_points
from tests.support.plain_words import PLAIN

FRENCH = texts.for_language("fr")
FIGURES = {
    "budget-climat": "105\u202f000",
    "qui-emet-a-issy": "48\u00a0%",
    "electricite-annee": "41\u00a0g",
    "electricite-mois-heure": "17\u00a0h",
    "dechets-menagers": "611\u00a0kg",
    "eau-domestique": "150 litres",
    "temperature-mondiale": "1,2\u00a0°C",
    "co2-mauna-loa": "413",
    "empreinte-par-personne": "8,3 tonnes",
}


@pytest.mark.parametrize("slug", [i.slug for i in catalogue.indicators()])
def test_each_sentence_holds_its_figure(slug: str) -> None:
    assert FIGURES[slug] in plain(sentence(FRENCH, catalogue.by_slug(slug)))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_sentence_in_any_state_has_more_than_twenty_words(language: str) -> None:
    t = texts.for_language(language)
    said = [plain(sentence(t, state)) for state in states()]
    assert [text for text in said if not 0 < longest(text) <= MOST_WORDS] == []


def test_every_french_sentence_in_any_state_is_easy() -> None:
    said = [plain(sentence(FRENCH, state)) for state in states()]
    assert [text for text in said if kandel_moles(text) < EASY] == []


def test_the_states_reach_every_level_of_the_budget() -> None:
    found = {level(state) for state in states() if state.slug == "budget-climat"}
    assert found == set(Level)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_is_plain_or_explained_on_the_page(language: str) -> None:
    t = texts.for_language(language)
    unexplained: set[tuple[str, str]] = set()
    for state in states():
        view = indicators.view(t, state)
        fine = {form for term in view.terms for form in tokens(term.name)}
        fine |= PLAIN[language] | {f"{form}s" for form in fine}
        unexplained |= {
            (state.slug, token) for token in tokens(view.text) if token not in fine
        }
    assert not unexplained


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_plain_word_is_listed_for_nothing(language: str) -> None:
    t = texts.for_language(language)
    told = {token for state in states() for token in tokens(plain(sentence(t, state)))}
    assert PLAIN[language] - told == set()


def test_a_colder_earth_is_said_to_be_colder() -> None:
    earth = catalogue.by_slug("temperature-mondiale")
    colder = replace(earth.series[0].points[-1], value=-0.24)
    told = plain(sentence(FRENCH, with_points(earth, (colder,))))
    assert "plus froid de 0,2\u00a0°C" in told


def test_a_budget_under_its_ceiling_asks_for_nothing_more() -> None:
    budget = catalogue.by_slug("budget-climat")
    *before, newest = budget.series[0].points
    met = with_points(budget, (*before, replace(newest, value=60_000.0)))
    assert plain(sentence(FRENCH, met)) == (
        "En 2024, Issy a mis dans l’air à peu près 60\u202f000 tonnes de CO₂e."
    )


def test_an_indicator_without_its_own_sentence_is_still_said() -> None:
    unknown = replace(catalogue.by_slug("eau-domestique"), slug="autre")
    assert plain(sentence(FRENCH, unknown)) == (
        "Eau du robinet par personne\u00a0: 150\u00a0litres par jour, France, 2022."
    )


def test_a_trend_says_since_when() -> None:
    electricity = catalogue.by_slug("electricite-annee")
    assert trend_words(FRENCH, electricity) == "en baisse depuis 2000"
    assert trend_words(FRENCH, catalogue.by_slug("dechets-menagers")) == ""
