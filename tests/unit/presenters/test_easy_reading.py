"""The easy-to-read lines: short, one idea each, and nothing abbreviated."""

import re
from dataclasses import replace

import pytest

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.domain.glossary import tokens
from climact_issy.domain.readability import EASY, kandel_moles, longest, sentences
from climact_issy.presenters.easy_reading import easy_lines
from tests.support.indicator_states import states, with_points

MOST_WORDS = 12
"""Of a line: fewer than the twenty of any other sentence."""
ABBREVIATIONS = {"co₂", "co₂e", "kg", "g", "t", "kwh", "ppm", "%", "°c"}
LANGUAGES = ("fr", "en")
FRENCH = texts.for_language("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_in_any_state_is_one_short_sentence(language: str) -> None:
    t = texts.for_language(language)
    for state in states():
        lines = easy_lines(t, state)
        assert lines, state.slug
        for line in lines:
            assert len(sentences(line)) == 1, line
            assert longest(line) <= MOST_WORDS, line
            assert line.endswith("."), line
            assert not re.search(r"[;()/]", line), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_has_an_abbreviation(language: str) -> None:
    t = texts.for_language(language)
    said = " ".join(line for state in states() for line in easy_lines(t, state))
    assert ABBREVIATIONS.isdisjoint(tokens(said))


def test_the_french_lines_are_easy_in_every_state() -> None:
    said = [" ".join(easy_lines(FRENCH, state)) for state in states()]
    assert [text for text in said if kandel_moles(text) < EASY] == []


def test_the_budget_is_told_with_its_goal_and_its_pace() -> None:
    assert easy_lines(FRENCH, catalogue.by_slug("budget-climat")) == (
        "Issy compte les gaz qui chauffent la Terre.",
        "En 2024, il y en a eu à peu près 105\u202f000 tonnes.",
        "Une tonne, c’est mille kilos.",
        "La Ville a choisi un but pour 2030.",
        "Il faut 36\u202f000 tonnes de moins.",
        "Cela baisse trop lentement.",
    )


def test_a_reached_goal_asks_for_nothing_more() -> None:
    budget = catalogue.by_slug("budget-climat")
    *before, newest = budget.series[0].points
    met = with_points(budget, (*before, replace(newest, value=60_000.0)))
    assert easy_lines(FRENCH, met)[-1] == "Le but de la Ville est atteint."


def test_one_hour_is_singular_and_many_are_plural() -> None:
    said = easy_lines(FRENCH, catalogue.by_slug("electricite-mois-heure"))
    assert any(line.endswith(" 1 heure.") for line in said)
    assert any(line.endswith(" 17 heures.") for line in said)


def test_an_indicator_without_lines_has_none() -> None:
    unknown = replace(catalogue.by_slug("eau-domestique"), slug="autre")
    assert easy_lines(FRENCH, unknown) == ()
