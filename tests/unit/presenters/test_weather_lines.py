"""What staff read in a terminal: one verdict a rule, with numbers and sources."""

from dataclasses import replace
from datetime import date

from climact_issy import texts
from climact_issy.content import weather_rules
from climact_issy.domain.boosts import Boost, Proposal, Weather
from climact_issy.domain.challenge_moves import State
from climact_issy.domain.weather_rules import Sample, Why
from climact_issy.presenters.weather_lines import lines, opened
from tests.unit.presenters.test_measured_reasons import AIR, NOW
from tests.unit.presenters.test_weather import decided

ENGLISH = texts.for_language("en")


def test_a_rule_and_a_proposal_in_lines() -> None:
    sample = Sample("2026-07-14T11:00Z", 31.0)
    found = Weather((decided(Why.NOT_REACHED, sample, threshold=22.0),))
    waiting = [Proposal("meteo-air-2026-07-14", State.SUBMITTED, AIR)]

    assert list(lines(ENGLISH, found, waiting, NOW)) == [
        "meteo-electricite: Electricity is low in carbon, automatic",
        (
            "  Carbon in electricity in France: 31\u00a0g, 1 hour ago. Threshold of "
            "the moment: 22\u00a0g. [eco2mix; among the lowest 10% of 30 days, 2 "
            "hours: not reached]"
        ),
        "  Nothing opens: the threshold is not reached.",
        (
            "meteo-air-2026-07-14: submitted, waits for staff. The ATMO index of "
            "Issy was “bad” on 14 July. [airparif]"
        ),
    ]


def test_what_is_opened_by_hand_is_said_before_and_after() -> None:
    draft = weather_rules.by_slug("meteo-air").rule.challenge(
        date(2026, 7, 14), is_demo=False
    )
    boost = Boost(draft, replace(AIR, value=6.0))

    dry = list(opened(ENGLISH, boost, is_dry=True))
    assert dry[0] == "meteo-air-2026-07-14 would run from 2026-07-14 to 2026-07-16."
    assert dry[2].startswith("  The ATMO index of Issy was “extremely bad”")
    assert " runs from " in next(opened(ENGLISH, boost, is_dry=False))
