"""Two figures in words: from what to what, and never that one causes the other."""

import pytest

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.figure_pairs import by_day, by_year
from climact_issy.domain.indicators import Indicator, Point, Shape
from climact_issy.presenters.pair_words import (
    Known,
    apart,
    differences,
    doubts,
    shared,
    together,
    why_no_index,
)
from tests.support.figures import indicator

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")


def of(slug: str) -> Known:
    found = catalogue.by_slug(slug)
    return Known(found, by_year(found))


def yearly(*run: float | None, **more: object) -> Known:
    made = indicator(Shape.LINE, list(run), **more)
    return Known(made, by_year(made))


def daily(*values: float) -> Known:
    figure: Indicator = live_indicators.by_slug("electricite-maintenant")
    points = [
        Point(f"2026-11-{day:02}", ("", ""), value)
        for day, value in enumerate(values, 1)
    ]
    return Known(figure, by_day(points))


def test_each_goes_from_its_first_common_year_to_the_last() -> None:
    said = together(FRENCH, of("electricite-annee"), of("budget-climat"))
    assert said == (
        "Entre 2020 et 2024, «\u00a0Carbone de l’électricité, par an\u00a0» passe de "
        "59 à 40\u00a0g CO₂e/kWh (31\u00a0% de moins). «\u00a0Budget climat "
        "d’Issy\u00a0» passe de 130\u202f000 à 104\u202f987\u00a0t CO₂e (19\u00a0% de "
        "moins)."
    )
    assert shared(FRENCH, of("electricite-annee"), of("budget-climat")) == (
        "Sur 6 années, 3 sont connues des deux côtés."
    )


def test_what_goes_below_zero_has_a_difference_and_no_percentage() -> None:
    said = together(ENGLISH, of("temperature-mondiale"), of("co2-mauna-loa"))
    assert said.startswith("Between 1958 and 2020, “Temperature of the Earth” goes")
    assert "more)" in said
    assert said.count("%") == 1
    why = why_no_index(FRENCH, of("temperature-mondiale"), of("co2-mauna-loa"))
    assert "passe sous zéro" in why


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (100.0, 106.0, "6\u00a0% de plus"),
        (100.0, 94.0, "6\u00a0% de moins"),
        (100.0, 100.2, "presque pareil"),
        (100.0, 0.0, "100\u00a0% de moins"),
        (2.0, 7.0, "3,5 fois plus"),
        (0.0, 5.0, "5 de plus"),
        (0.0, 0.0, "presque pareil"),
        (-4.0, -6.0, "2 de moins"),
        (-4.0, 6.0, "10 de plus"),
        (1e-9, 1e15, "fois plus"),
    ],
)
def test_a_change_is_said_as_it_may_be(
    before: float, after: float, change: str
) -> None:
    said = together(FRENCH, yearly(before, after), yearly(1.0, 1.0))
    assert f"{change})" in said.partition(". ")[0] + "."


def test_one_common_year_tells_no_move() -> None:
    said = together(FRENCH, of("dechets-menagers"), of("electricite-annee"))
    assert "2021" in said
    assert "ne dit pas s’ils bougent ensemble" in said
    why = why_no_index(FRENCH, of("dechets-menagers"), of("electricite-annee"))
    assert "au moins deux années" in why


def test_only_zeros_have_no_index() -> None:
    why = why_no_index(FRENCH, yearly(0.0, 0.0), yearly(1.0, 2.0))
    assert "dépassent zéro" in why


def test_two_live_figures_are_said_by_day() -> None:
    said = together(FRENCH, daily(40.0, 50.0), daily(60.0, 60.0))
    assert said.startswith("Entre le 1er novembre 2026 et le 2 novembre 2026, en moyen")
    assert shared(FRENCH, daily(40.0, 50.0), daily(60.0)) == (
        "Sur 2 jours, 1 est connu des deux côtés."
    )
    assert "deux chiffres par année" in why_no_index(FRENCH, daily(1.0), daily(2.0))


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (of("electricite-mois-heure"), "ne se suit pas d’année en année"),
        (daily(40.0), "se compte par année"),
        (yearly(1.0, 2.0), ""),
        (yearly(None, None), "Aucune valeur"),
    ],
)
def test_what_has_no_common_time_is_said_plainly(other: Known, words: str) -> None:
    one = yearly(1.0, 2.0)
    for pair in ((one, other), (other, one)):
        said = apart(FRENCH, *pair)
        assert words in said
        assert bool(said) is bool(words)


def test_years_that_never_meet_are_named() -> None:
    one = yearly(1.0, 2.0, None, None)
    other = yearly(None, None, 3.0, 4.0)
    assert together(FRENCH, one, other) == ""
    said = apart(FRENCH, one, other)
    assert "va de 2000 à 2001" in said
    assert "de 2002 à 2003" in said


def test_place_unit_and_source_are_told_apart() -> None:
    notes = differences(FRENCH, of("electricite-annee"), of("budget-climat"))
    told = "\n".join(notes)
    for words in ("Pas le même lieu", "Pas la même unité", "Pas la même source"):
        assert words in told
    assert "commence en 2020" in told
    same = differences(FRENCH, yearly(1.0, 2.0), yearly(3.0, 4.0))
    assert len(same) == 1
    assert "peut-être pas le même compte" in same[0]


def test_a_value_that_is_not_simply_published_is_told() -> None:
    (told,) = doubts(FRENCH, of("electricite-annee"), of("budget-climat"))
    assert told.startswith(
        "«\u00a0Budget climat d’Issy\u00a0» en 2020\u00a0: arrondi par la source."
    )
    carbon = "\n".join(doubts(ENGLISH, of("temperature-mondiale"), of("co2-mauna-loa")))
    assert "in 1958" in carbon
    assert "incomplete year" in carbon
    assert doubts(FRENCH, yearly(1.0, 2.0), yearly(3.0, 4.0)) == ()
    assert doubts(FRENCH, daily(1.0), daily(2.0)) == ()
