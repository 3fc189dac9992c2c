"""A number never travels without its passport."""

from dataclasses import replace
from datetime import timedelta

from climact_issy import texts
from climact_issy.content import actions as actions_catalogue
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import passports

FRENCH = texts.for_language("fr")
FACTOR = next(
    action.saving.factors[0]
    for action in actions_catalogue.catalogue()
    if action.saving and action.saving.factors
)


def test_a_factor_shows_source_version_licence_and_best_before() -> None:
    fresh = passports.of_factor(FRENCH, FACTOR, today=FACTOR.version_on)
    labels = [fact.label for fact in fresh.facts]
    assert labels[:4] == ["Source", "Version", "Licence", "À relire avant le"]
    assert not fresh.is_stale
    assert fresh.stale_note == ""


def test_a_factor_past_its_day_says_so() -> None:
    after = FACTOR.best_before_on + timedelta(days=1)
    stale = passports.of_factor(FRENCH, FACTOR, today=after)
    assert stale.is_stale
    assert FRENCH.date(FACTOR.best_before_on) in stale.stale_note


def test_unknown_facts_are_left_out() -> None:
    bare = replace(FACTOR, remark=("", ""))
    shown = passports.of_factor(FRENCH, bare, today=FACTOR.version_on)
    assert all(fact.value for fact in shown.facts)


def test_an_indicator_shows_its_place_and_period() -> None:
    indicator = catalogue.by_slug("budget-climat")
    shown = passports.of_indicator(FRENCH, indicator, "104")
    told = {fact.label: fact.value for fact in shown.facts}
    assert told["Lieu"] == "Issy-les-Moulineaux"
    assert told["Période"] == "2024"


def test_a_passport_speaks_the_language_of_the_page() -> None:
    remarked = replace(
        FACTOR, unit="kgCO2e/meal", remark=("Vaut en France.", "Holds in France.")
    )
    shown = passports.of_factor(
        texts.for_language("en"), remarked, today=FACTOR.version_on
    )
    assert shown.unit == "kg CO₂e per meal"
    assert shown.facts[-1].value == "Holds in France."
