"""The page of the rules says every threshold, and why nothing opens."""

from dataclasses import replace
from datetime import date

import pytest

from climact_issy import texts
from climact_issy.content import weather_rules
from climact_issy.domain.boosts import Weather
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.observations import Currency
from climact_issy.domain.weather_rules import Decision, Look, Sample, Seen, Why
from climact_issy.presenters.weather import (
    rule_views,
    seen_view,
    verdict,
    watched,
    weather_view,
)
from tests.support.rules import RULES
from tests.unit.presenters.test_boosts import CARD
from tests.unit.presenters.test_measured_reasons import NOW

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
AIR, HEAT, POWER = (entry.rule for entry in weather_rules.entries())


def decided(why: Why, *samples: Sample, threshold: float | None = None) -> Decision:
    seen = Seen(samples, Currency.CURRENT, "gCO2/kWh", "eco2mix")
    look = Look(POWER.conditions[0], seen, why, threshold)
    return Decision(POWER, why, (look,))


def test_every_rule_says_its_thresholds_their_source_and_its_challenge() -> None:
    air, heat, power = rule_views(FRENCH, RULES)

    assert len(air.whens) == 2
    assert air.whens[1].name == "Classes de l’indice ATMO, arrêté du 10 juillet 2020"
    assert air.whens[1].href.startswith("https://www.legifrance.gouv.fr/")
    assert "Un trajet sans voiture. +10 points" in air.opens
    assert air.actions[0].href == "/agir/prendre-le-metro"
    assert heat.facts[0] == "Il est proposé à l’équipe, qui décide."
    assert heat.advice
    assert power.whens[0].name.startswith("Aucun seuil officiel")
    assert power.whens[0].figure_href == "/chiffres/electricite-maintenant"
    assert (power.advice, power.advice_href) == ("", "")


def test_a_missing_value_is_said_to_be_missing() -> None:
    view = seen_view(FRENCH, decided(Why.NO_VALUE), NOW)

    assert view.lines == [
        "Carbone de l’électricité en France\u00a0: aucune valeur connue."
    ]
    assert view.verdict == "Rien ne s’ouvre\u00a0: il nous manque une valeur."
    assert not view.is_open


def test_a_value_is_said_with_its_age_and_what_it_is_compared_with() -> None:
    sample = Sample("2026-07-14T11:00Z", 31.0)
    view = seen_view(ENGLISH, decided(Why.NOT_REACHED, sample, threshold=22.0), NOW)

    assert view.lines == [
        (
            "Carbon in electricity in France: 31\u00a0g, 1 hour ago. "
            "Threshold of the moment: 22\u00a0g."
        )
    ]
    without = seen_view(ENGLISH, decided(Why.NO_PAST, sample), NOW)
    assert without.lines == ["Carbon in electricity in France: 31\u00a0g, 1 hour ago."]


@pytest.mark.parametrize("why", list(Why))
@pytest.mark.parametrize("rule", [AIR, HEAT, POWER], ids=lambda r: r.slug)
def test_every_cause_has_its_words(why: Why, rule: weather_rules.WeatherRule) -> None:
    until = date(2026, 7, 18) if why is Why.RESTING else None
    found = replace(decided(why), rule=rule, rests_until=until)
    french, english = verdict(FRENCH, found), verdict(ENGLISH, found)

    assert french.endswith(".")
    assert french != english
    assert ("18 juillet" in french) == (why is Why.RESTING)


def test_what_was_opened_stands_under_its_state() -> None:
    over = replace(CARD, state=State.CLOSED, ended_on=CARD.ends_on)
    found = Weather((decided(Why.OPENS),))
    view = weather_view(FRENCH, found, [CARD, over], RULES, NOW)

    assert [len(view.running), len(view.over)] == [1, 1]
    assert view.running[0].reason.startswith("L’indice ATMO")
    assert view.by_slug["meteo-electricite"].is_open
    assert view.is_loaded


def test_a_figure_that_no_rule_watches_says_nothing() -> None:
    assert watched(FRENCH, "indice-atmo") == ("L’air est pollué",)
    assert watched(FRENCH, "velos-quai-d-issy") == ()
