"""What a reader is told of each indicator."""

from dataclasses import replace

import pytest

from climact_issy import texts
from climact_issy.content import actions as actions_catalogue
from climact_issy.content import indicators as catalogue
from climact_issy.domain.actions import Boundary
from climact_issy.presenters import indicators
from climact_issy.presenters.indicator_words import plain

LANGUAGES = ("fr", "en")
REAL = catalogue.indicators()


def view(slug: str, language: str = "fr") -> indicators.IndicatorView:
    t = texts.for_language(language)
    return indicators.view(t, catalogue.by_slug(slug, is_demo=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_real_indicator_speaks_of_today(language: str) -> None:
    for found in indicators.views(texts.for_language(language), REAL):
        said = f"{found.text} {found.age} {found.trend} {found.target}".lower()
        assert "aujourd" not in said
        assert "today" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_names_its_place_its_age_its_source_and_licence(language: str) -> None:
    for found in indicators.views(texts.for_language(language), REAL):
        assert found.place
        assert found.value
        assert found.unit
        assert any(letter.isdigit() for letter in found.age), found.slug
        assert found.source
        assert found.licence
        assert found.text.endswith(".")
        assert {fact.label for fact in found.passport.facts} >= {"Source", "Version"}


def test_the_two_languages_differ_and_keep_the_figures() -> None:
    for indicator in REAL:
        french = indicators.view(texts.for_language("fr"), indicator)
        english = indicators.view(texts.for_language("en"), indicator)
        assert french.text != english.text


def test_the_budget_says_what_is_left() -> None:
    found = view("budget-climat")
    assert found.text == (
        "En 2024, Issy a mis dans l’air à peu près 105\u202f000 tonnes de CO₂e. "
        "D’ici 2030, il faut en mettre 36\u202f000 de moins."
    )
    assert found.value == "104\u202f987"
    assert (found.level, found.level_word) == (
        "act",
        "trop lent pour le plafond de 2030",
    )
    assert "5\u202f925\u00a0t CO₂e par an" in found.target


def test_the_two_electricities_never_share_a_series_or_a_unit() -> None:
    year, hours = view("electricite-annee"), view("electricite-mois-heure")
    assert year.unit != hours.unit
    assert year.caveat
    assert hours.caveat
    assert hours.value == "35 à 87"


def test_both_official_pages_stand_side_by_side() -> None:
    found = view("qui-emet-a-issy")
    assert found.value == "52 ou 48"
    assert len(found.table.heads) == 2
    assert found.table.rows[-1].cells == ("9", "le reste")


def test_a_missing_series_says_so() -> None:
    indicator = catalogue.by_slug("electricite-annee")
    points = tuple(replace(p, value=None) for p in indicator.series[0].points)
    series = (replace(indicator.series[0], points=points),)
    empty = replace(indicator, series=series, headline=None)
    found = indicators.view(texts.for_language("fr"), empty)
    assert found.chart is None
    assert found.value == "–"
    assert "Aucune valeur" in found.text


def test_the_home_page_says_three_real_indicators_in_words() -> None:
    found = indicators.home(texts.for_language("fr"), REAL)
    assert plain(found.sentence) == (
        "Le budget climat d’Issy baisse trop lentement, l’électricité française émet "
        "de moins en moins et la planète continue de chauffer."
    )
    assert [p.mark for p in found.sentence if p.mark] == ["act", "fall", "rise"]
    assert [p.value for p in found.pebbles] == [
        "104\u202f987\u00a0t",
        "41\u00a0g/kWh",
        "+1,17\u00a0°C",
    ]


def test_demo_indicators_are_said_to_be_invented() -> None:
    for indicator in catalogue.demo_indicators():
        found = indicators.view(texts.for_language("fr"), indicator)
        assert found.is_demo
        assert "inventée" in found.text
        assert "inventée" in found.age


def test_the_city_accounts_are_moved_only_by_what_they_can_see() -> None:
    moving = indicators.moving("budget-climat", actions_catalogue.catalogue())
    assert moving
    assert {a.boundary for a in moving} <= {Boundary.YES, Boundary.PARTLY}
    assert moving[0].boundary is Boundary.YES


def test_other_indicators_are_moved_by_what_the_catalogue_says() -> None:
    moving = indicators.moving("eau-domestique", actions_catalogue.catalogue())
    assert moving
    assert all("eau-domestique" in action.indicators for action in moving)
    assert not indicators.moving("co2-mauna-loa", actions_catalogue.catalogue())
