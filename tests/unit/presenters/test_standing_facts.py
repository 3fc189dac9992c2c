"""Beside the score: people, newcomers, progress; one rate for the commune."""

from dataclasses import replace
from typing import Any

import pytest

from climact_issy import texts
from climact_issy.domain.gestures import Participation, Standing
from climact_issy.domain.places import Population
from climact_issy.presenters.standing_facts import facts_view, participation

FRENCH = texts.for_language("fr")
ENGLISH = texts.for_language("en")
ISSY = Population(67669, "2026", "INSEE")


def standing(**beside: Any) -> Standing:  # noqa: ANN401 - any of its fields
    found = Standing("la-ferme", 1, 60, is_ranked=True, gestures_today=None)
    return replace(found, **beside)


def test_people_and_newcomers_are_told_in_words() -> None:
    found = facts_view(FRENCH, standing(people=24, newcomers=6, p_best=0.414))

    assert found.people == "24 participants actifs"
    assert found.newcomers == "6 arrivés depuis moins de deux semaines"
    assert found.chance == "41\u00a0% de chances d’être vraiment le meilleur"
    assert found.progress == ""


def test_too_few_newcomers_are_not_counted() -> None:
    found = facts_view(ENGLISH, standing(people=24))

    assert found.newcomers == "Newcomers: too few people for a count"


@pytest.mark.parametrize(
    ("previous", "words"),
    [
        (None, ""),
        (0, ""),
        (120, "50% of its final score of last season (120)"),
        (60, "100% of its final score of last season (60)"),
        (50, "20% more than at the end of last season (50)"),
    ],
)
def test_progress_is_against_ones_own_last_season(
    previous: int | None, words: str
) -> None:
    assert facts_view(ENGLISH, standing(people=10, previous=previous)).progress == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.004, "Environ 0,4\u00a0% des 67\u202f669 habitants d’Issy participent"),
        (0.0, "Moins de 0,1\u00a0% des 67\u202f669 habitants d’Issy participent"),
    ],
)
def test_the_rate_of_the_commune_is_rounded_and_sourced(
    share: float, words: str
) -> None:
    found = participation(FRENCH, Participation(share, ISSY))

    assert found == f"{words} (population légale, Insee, édition 2026)."


def test_a_rate_of_too_few_is_not_told() -> None:
    assert participation(FRENCH, Participation(None, ISSY)) == ""
    assert participation(FRENCH, None) == ""
