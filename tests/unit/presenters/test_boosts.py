"""The notice of the home page: why, what it brings, until when; nothing else."""

from dataclasses import replace
from datetime import timedelta

from climact_issy import texts
from climact_issy.domain.challenges import Kind
from climact_issy.presenters.boosts import BoostsView, bonus, boosts_view
from tests.support.rules import RULES
from tests.unit.presenters.test_challenges import GOAL
from tests.unit.presenters.test_measured_reasons import AIR, NOW

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
CARD = replace(
    GOAL,
    slug="meteo-air-2026-07-14",
    kind=Kind.HABIT,
    title=("Un trajet sans voiture", "One trip without the car"),
    effort=2,
    ends_on=NOW.date() + timedelta(days=2),
    measured=AIR,
)


def test_a_boost_says_why_what_and_until_when() -> None:
    view = boosts_view(FRENCH, [CARD], RULES, NOW)
    (found,) = view.boosts

    assert view.said == "Défi du moment\u00a0: Un trajet sans voiture"
    assert found.bonus == "+10 points"
    assert found.until == "Jusqu’au jeudi 16 juillet"
    assert found.reason.source == "Mesuré aujourd’hui. Source\u00a0: Airparif"
    assert found.href == "/defi?d=meteo-air-2026-07-14"


def test_nothing_runs_most_of_the_time() -> None:
    assert boosts_view(ENGLISH, [], RULES, NOW) == BoostsView()


def test_the_bonus_is_that_of_an_effort_band() -> None:
    assert [bonus(ENGLISH, effort, RULES) for effort in (1, 5)] == [
        "+5 points",
        "+25 points",
    ]
