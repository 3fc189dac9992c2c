from dataclasses import replace
from datetime import date

from climact_issy import texts
from climact_issy.domain.actions import (
    Action,
    Boundary,
    Cadence,
    Kind,
    Period,
    Saving,
    Theme,
)
from climact_issy.domain.factors import Factor
from climact_issy.domain.indicators import Indicator, Point, Series, Shape
from climact_issy.presenters import sources
from tests.support.factors import factor

FRENCH = texts.for_language("fr")
ENGLISH = texts.for_language("en")
TODAY = date(2026, 11, 23)
CAR = factor(
    "car",
    label=("Voiture", "Car"),
    value=0.142,
    unit="kgCO2e/passenger.km",
    source="ADEME Impact CO2",
    source_url="https://impactco2.fr",
    version="2026-07-01",
    licence="MIT, crédit ADEME",
)
BIKE = replace(CAR, factor_id="bike", label=("Vélo", "Bicycle"), value=0.0)
MEAL = replace(CAR, factor_id="meal", label=("Repas", "Meal"), source="Agribalyse")


def action(*factors: Factor) -> Action:
    saving = Saving(1.0, None, None, ("a - b", "a - b"), factors) if factors else None
    return Action(
        slug="essai",
        source_id="",
        kind=Kind.ONE_OFF,
        theme=Theme.TRANSPORT,
        icon="bike",
        title=("Essayer", "Try"),
        how=("", ""),
        why=("", ""),
        effort=1,
        minutes=0,
        cadence=Cadence(1, Period.DAY),
        quantity=None,
        saving=saving,
        saving_note=("", ""),
        boundary=Boundary.NO,
        boundary_note=("", ""),
    )


def test_a_factor_of_several_actions_is_listed_once() -> None:
    used = sources.factors_in_use([action(CAR, BIKE), action(CAR), action()])
    assert [factor.factor_id for factor in used] == ["bike", "car"]


def test_a_year_of_the_model_names_its_action() -> None:
    year = replace(CAR, factor_id="ngc:with", label=("Année avec", "Year with"))
    (found,) = sources.factors_in_use([action(year)])
    assert found.label == ("Essayer\u00a0: année avec", "Try: year with")


def test_actions_without_a_figure_are_counted() -> None:
    assert sources.without_figure([action(CAR), action(), action()]) == 2


def test_factors_stand_under_their_producer_the_largest_first() -> None:
    groups = sources.factor_groups(FRENCH, [MEAL, CAR, BIKE], today=TODAY)
    assert [group.title for group in groups] == [
        "ADEME Impact CO2\u00a0: 2 facteurs",
        "Agribalyse\u00a0: 1 facteur",
    ]
    assert [line.title for line in groups[0].lines] == ["Voiture", "Vélo"]


def test_a_factor_shows_value_version_licence_and_best_before() -> None:
    (group,) = sources.factor_groups(ENGLISH, [CAR], today=TODAY)
    (line,) = group.lines
    assert "0.142 kg CO₂e per km and passenger" in line.detail
    assert "1 July 2028" in line.detail
    assert line.licence == "MIT, crédit ADEME"
    assert line.href == "https://impactco2.fr"


def test_only_a_stale_factor_carries_a_warning() -> None:
    fresh = sources.factor_groups(FRENCH, [CAR], today=CAR.best_before_on)
    stale = sources.factor_groups(FRENCH, [CAR], today=date(2028, 7, 2))
    assert fresh[0].lines[0].warning == ""
    assert stale[0].lines[0].warning == "Date de relecture dépassée."


def test_an_indicator_shows_place_source_and_what_not_to_compare() -> None:
    indicator = Indicator(
        slug="budget",
        icon="stairs",
        title=("Budget climat", "Climate budget"),
        place=("Issy", "Issy"),
        unit=("t", "t"),
        digits=0,
        shape=Shape.STAIRS,
        series=(Series("main", ("", ""), (Point("2024", ("2024", "2024"), 1.0),)),),
        ceiling=None,
        ceiling_label=("", ""),
        lower_is_better=True,
        source="Ville d’Issy",
        source_url="https://issy.com",
        licence="faits publics",
        version="2025-12-23",
        retrieved_on=date(2026, 11, 22),
        explanation=("", ""),
        caveat=("À ne pas additionner.", "Do not add."),
    )
    (line,) = sources.indicator_lines(ENGLISH, [indicator])
    assert line.title == "Climate budget"
    assert "22 November 2026" in line.detail
    assert line.source == "Ville d’Issy"
    assert line.warning == "Do not add."
