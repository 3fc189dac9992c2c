"""A reason says what was measured, when, by whom; it stays true afterwards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from climact_issy import texts
from climact_issy.domain.boosts import Measured
from climact_issy.domain.observations import SeriesKey
from climact_issy.domain.weather_rules import Check
from climact_issy.presenters.measured_reasons import (
    ReasonView,
    age,
    figure_href,
    reason,
    reason_view,
)

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
NOW = datetime(2026, 7, 14, 12, 30, tzinfo=UTC)
AIR = Measured(
    rule="meteo-air",
    key=SeriesKey("indice-atmo", "main", "issy-les-moulineaux"),
    check=Check.AT_LEAST,
    period="2026-07-14",
    value=4.0,
    unit="indice",
    source="airparif",
    producer="Airparif",
    threshold=4.0,
    opened_at=NOW,
)
POWER = replace(
    AIR,
    rule="meteo-electricite",
    key=SeriesKey("electricite-maintenant", "main", "france"),
    check=Check.LOWEST,
    period="2026-07-14T11:00Z",
    value=14.25,
    threshold=22.0,
    producer="RTE, éCO2mix (ODRE)",
)


@pytest.mark.parametrize(
    ("measured", "french", "english"),
    [
        (
            AIR,
            "L’indice ATMO d’Issy était «\u00a0mauvais\u00a0» le 14 juillet.",
            "The ATMO index of Issy was “bad” on 14 July.",
        ),
        (
            POWER,
            (
                "Le 14 juillet à 13:00, un kilowattheure fait en France mettait "
                "14,2\u00a0g de CO₂ dans l’air. Neuf heures sur dix des 30 jours "
                "d’avant étaient à 22\u00a0g ou plus."
            ),
            (
                "On 14 July at 13:00, a kilowatt-hour made in France put 14.2\u00a0g "
                "of CO₂ into the air. Nine hours out of ten of the 30 days before "
                "were at 22\u00a0g or more."
            ),
        ),
        (
            replace(
                POWER, threshold=None, is_recorded=True, period="2023-09-22T02:00Z"
            ),
            (
                "Le 22 septembre 2023 à 04:00, un kilowattheure fait en France "
                "mettait 14,2\u00a0g de CO₂ dans l’air. L’équipe a ouvert ce défi avec "
                "cette valeur gardée."
            ),
            (
                "On 22 September 2023 at 04:00, a kilowatt-hour made in France put "
                "14.2\u00a0g of CO₂ into the air. The team opened this challenge "
                "with this kept value."
            ),
        ),
        (
            replace(AIR, rule="meteo-partie"),
            "Mesuré le 14 juillet\u00a0: 4\u00a0indice.",
            "Measured on 14 July: 4\u00a0indice.",
        ),
    ],
)
def test_the_reason_in_both_languages(
    measured: Measured, french: str, english: str
) -> None:
    assert reason(FRENCH, measured) == french
    assert reason(ENGLISH, measured) == english


def test_the_source_and_the_age_stand_beside_it() -> None:
    view = reason_view(FRENCH, POWER, NOW)

    assert view.source == "Mesuré il y a 1 heure. Source\u00a0: RTE, éCO2mix (ODRE)"
    assert view.href == "/chiffres/electricite-maintenant"
    assert reason_view(FRENCH, AIR).source == "Source\u00a0: Airparif"
    assert reason_view(FRENCH, None) == ReasonView()


@pytest.mark.parametrize(
    ("days", "words"), [(0, "aujourd’hui"), (1, "hier"), (2, "le 14 juillet 2026")]
)
def test_a_day_is_named(days: int, words: str) -> None:
    assert age(FRENCH, AIR.period, NOW + timedelta(days=days)) == words


def test_a_figure_without_a_page_has_no_link() -> None:
    assert figure_href(ENGLISH, "rien") == ""
