"""The climate budget page says what is known, and that the rest is not."""

from dataclasses import replace

import pytest

from climact_issy import texts
from climact_issy.content import budget as content
from climact_issy.content import indicators
from climact_issy.domain.budget import ClimateBudget, standing
from climact_issy.domain.indicators import Point
from climact_issy.domain.readability import EASY, MOST_WORDS, kandel_moles, longest
from climact_issy.presenters.budget import BudgetView, budget_view, sentence, tonnes
from climact_issy.presenters.indicator_words import plain

FRENCH = texts.for_language("fr")
BUDGET = content.budget()
INDICATOR = indicators.by_slug(content.BUDGET)


def shown(language: str = "fr") -> BudgetView:
    return budget_view(
        texts.for_language(language), BUDGET, INDICATOR, content.simulated()
    )


def with_results(**values: float) -> tuple[Point, ...]:
    return tuple(
        Point(year.removeprefix("y"), (year, year), value)
        for year, value in values.items()
    )


STATES = [
    BUDGET,
    replace(BUDGET, emissions=with_results(y2024=60_000.0)),
    replace(BUDGET, emissions=()),
]


@pytest.mark.parametrize("state", STATES)
def test_the_sentence_is_short_and_easy(state: ClimateBudget) -> None:
    said = plain(sentence(FRENCH, INDICATOR, standing(state)))
    assert 0 < longest(said) <= MOST_WORDS
    assert kandel_moles(said) >= EASY


def test_the_sentence_says_what_is_left_in_both_languages() -> None:
    assert shown().text == (
        "D’ici 2030, Issy doit mettre dans l’air 36\u202f000 tonnes de CO₂e de moins."
    )
    assert shown("en").text == (
        "By 2030, Issy must put into the air 36,000 tonnes less CO₂e."
    )


def test_under_the_ceiling_the_sentence_asks_for_nothing() -> None:
    said = plain(sentence(FRENCH, INDICATOR, standing(STATES[1])))
    assert "déjà sous le plafond" in said


def test_the_figures_are_those_of_the_accounts() -> None:
    values = [figure.value for figure in shown().figures]
    assert values == ["104\u202f987\u00a0t", "69\u202f439\u00a0t", "5\u202f925\u00a0t"]
    assert "1\u202f816\u00a0t" in shown().pace


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"y2024": 104_987.0}, "n’est pas connue"),
        ({"y2023": 100_000.0, "y2024": 104_987.0}, "c’est monté"),
        ({"y2023": 80_000.0, "y2024": 60_000.0}, ""),
    ],
)
def test_the_pace_says_a_rise_and_an_unknown(
    values: dict[str, float], words: str
) -> None:
    state = replace(BUDGET, emissions=with_results(**values))
    view = budget_view(FRENCH, state, INDICATOR, content.simulated())
    assert words in view.pace
    assert bool(view.pace) is bool(words)


def test_a_year_without_a_figure_has_a_dash_and_a_rounded_one_says_so() -> None:
    rows = {row.head: row.cells for row in shown().aims.rows}
    assert rows["2021"] == ("env. 125\u202f000", "−3,5\u00a0%", "–")
    assert rows["2030"] == ("69\u202f439", "–", "–")
    assert "2025" not in rows


def test_both_pages_stand_side_by_side_and_neither_is_chosen() -> None:
    newer, older = shown().splits
    assert newer.shares[0] == ("Ménages", "52\u00a0%")
    assert older.shares[0] == ("Ménages", "48\u00a0%")
    assert older.shares[2] == ("Organismes publics", "le reste")
    assert "sans choisir" in shown().split_sentence


def test_pages_that_agree_are_not_said_to_disagree() -> None:
    alike = replace(BUDGET, splits=BUDGET.splits[:1])
    view = budget_view(FRENCH, alike, INDICATOR, content.simulated())
    assert view.split_sentence == ""


def test_what_is_not_counted_is_linked_in_the_language_of_the_page() -> None:
    view = shown("en")
    assert len(view.not_counted) == 27
    assert all(found.href.startswith("/en/act/") for found in view.not_counted)
    assert view.table.rows
    assert view.chart is not None
    assert "36,000 tonnes" in view.chart.description


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0\u00a0t"), (0.54, "0,5\u00a0t"), (1661, "1\u202f661\u00a0t")],
)
def test_tonnes_have_the_digits_a_reader_can_use(value: float, words: str) -> None:
    assert tonnes(FRENCH, value) == words
