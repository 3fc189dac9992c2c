"""What the page of a comparison shows of any two figures."""

from datetime import UTC, datetime
from itertools import permutations

import pytest

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Shape, Status
from climact_issy.presenters.figure_pairs import (
    Asked,
    Face,
    PairView,
    live_track,
    of_content,
    of_sources,
    pair_view,
)
from tests.support.figures import indicator
from tests.support.readings import NEWEST, of_days, reading

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
SLUGS = [one.slug for one in catalogue.indicators()]
MOST_POINTS = 300
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
LONG = "Un titre que personne ne lirait jusqu’au bout " * 8


def compared(
    first: str, second: str, *, is_index: bool = False, language: str = "fr"
) -> PairView:
    t = texts.for_language(language)
    faces = [of_content(t, catalogue.by_slug(slug)) for slug in (first, second)]
    return pair_view(t, Asked(first, second, is_index=is_index), faces)


def live_face(days: int) -> Face:
    figure = live_indicators.by_slug("electricite-maintenant")
    return of_sources(FRENCH, figure, reading(40.0, 47.0, days=days), NEWEST)


@pytest.mark.parametrize(("first", "second"), [*permutations(SLUGS, 2)])
def test_any_two_figures_are_shown(first: str, second: str) -> None:
    found = compared(first, second)
    assert [side.href for side in found.sides] == [
        f"/chiffres/{first}",
        f"/chiffres/{second}",
    ]
    assert all(side.plot.marks for side in found.sides)
    assert bool(found.apart) is not found.is_shared
    assert bool(found.rows) is bool(found.file) is bool(found.together)
    assert found.is_shared is bool(found.together)
    assert found.can_index is not bool(found.no_index) or not found.is_shared
    assert 2 * len(found.rows) <= MOST_POINTS
    assert found.notes


def test_two_yearly_figures_stand_on_one_axis() -> None:
    found = compared("electricite-annee", "budget-climat")
    assert [row.when for row in found.rows] == [str(y) for y in range(2020, 2026)]
    first, second = (side.plot for side in found.sides)
    assert first.ticks == second.ticks
    gap = found.rows[1]
    assert (gap.second, gap.second_note) == ("–", "pas de valeur")
    rounded = found.rows[0]
    assert (rounded.second, rounded.second_note[:6]) == ("130\u202f000", "arrond")
    assert found.file == "/api/v1/pairs.csv?a=electricite-annee&b=budget-climat"
    assert not found.is_index
    assert found.can_index


def test_the_newest_value_says_how_it_was_obtained() -> None:
    sides = compared("electricite-annee", "co2-mauna-loa").sides
    assert sides[0].certainty.startswith("Valeur provisoire.")
    assert sides[1].certainty.startswith("Valeur calculée.")
    assert all(side.caveat and side.source for side in sides)


def test_an_index_names_its_year() -> None:
    found = compared("electricite-annee", "budget-climat", is_index=True, language="en")
    assert found.is_index
    assert "both stand at 100 in 2020" in found.index_words
    assert found.address.endswith("&i=100")
    assert {item.text for item in found.index.key} == {
        "Carbon in electricity, by year",
        "Issy’s climate budget",
    }


def test_an_index_that_means_nothing_is_refused_with_a_reason() -> None:
    found = compared("temperature-mondiale", "co2-mauna-loa", is_index=True)
    assert not found.is_index
    assert not found.can_index
    assert "passe sous zéro" in found.no_index
    assert not found.address.endswith("&i=100")
    assert found.index.marks == []


def test_the_same_figure_twice_is_refused_kindly() -> None:
    found = compared("budget-climat", "budget-climat")
    assert found.problem.startswith("C’est deux fois le même chiffre.")
    assert (found.sides, found.rows) == ([], [])


def test_an_unknown_figure_of_an_address_is_said() -> None:
    found = pair_view(FRENCH, Asked("", "budget-climat", is_unknown=True), [])
    assert "que nous n’avons pas" in found.problem
    assert found.address == "/chiffres/comparer?b=budget-climat"


def test_one_figure_alone_waits_for_another() -> None:
    face = of_content(ENGLISH, catalogue.by_slug("budget-climat"))
    found = pair_view(ENGLISH, Asked("budget-climat"), [face])
    assert len(found.sides) == 1
    assert found.problem == ""
    assert pair_view(FRENCH, Asked(), []).sides == []


def test_live_figures_are_compared_by_day() -> None:
    faces = (live_face(10), live_face(12))
    found = pair_view(FRENCH, Asked("x", "y", is_index=True), faces)
    assert found.is_shared
    assert found.corner == "Jour"
    assert found.rows[0].when == "1er août 2023"
    assert found.sides[0].certainty == "Le dessin montre la moyenne de chaque jour."
    assert "deux chiffres par année" in found.no_index
    assert not found.is_index


def test_a_live_figure_and_a_yearly_one_are_shown_each_alone() -> None:
    yearly = of_content(FRENCH, catalogue.by_slug("budget-climat"))
    found = pair_view(FRENCH, Asked("x", "y"), (live_face(10), yearly))
    assert not found.is_shared
    assert "Aucun temps commun" in found.apart
    assert all(side.plot.marks for side in found.sides)


def test_a_live_figure_without_a_value_has_no_drawing() -> None:
    figure = live_indicators.by_slug("electricite-maintenant")
    silent = of_sources(FRENCH, figure, reading(), NOW)
    found = pair_view(FRENCH, Asked("x", "y"), (silent, live_face(3)))
    assert "Aucune valeur" in found.apart
    assert found.sides[0].plot.shape == ""
    assert found.sides[0].value == "–"


def test_a_mean_of_a_day_is_computed() -> None:
    figure = live_indicators.by_slug("electricite-maintenant")
    found = live_track(figure, reading(1.0, days=2))

    assert [point.period for point in found.points.values()] == [
        "2023-08-01",
        "2023-08-02",
    ]
    assert {point.status for point in found.points.values()} == {Status.DERIVED}


@pytest.mark.parametrize("other", ["indice-atmo", "electricite-maintenant"])
def test_words_are_not_compared_as_numbers(other: str) -> None:
    found, now = of_days(2.0, 4.0, days=30)
    words = of_sources(FRENCH, live_indicators.by_slug("episode-pollution"), found, now)
    faces = {
        "indice-atmo": of_sources(
            FRENCH, live_indicators.by_slug("indice-atmo"), found, now
        ),
        "electricite-maintenant": live_face(30),
    }
    shown = pair_view(FRENCH, Asked("episode-pollution", other), [words, faces[other]])

    assert (shown.is_shared, shown.together, shown.rows) == (False, "", [])
    assert (shown.sides[0].unit, shown.sides[0].certainty) == ("", "")
    assert shown.apart.startswith(
        "«\u00a0Épisode de pollution\u00a0» se dit par un mot"
    )


@pytest.mark.parametrize("scale", [0.0, 1e-7, 1.0, 1e12, -1e12])
def test_any_size_of_value_and_title_is_shown(scale: float) -> None:
    run: list[float | None] = [scale, None, scale * 2, scale * 3]
    huge = indicator(Shape.LINE, run, title=(LONG, LONG))
    plain = indicator(Shape.BARS, [1.0, 2.0, 3.0, None])
    faces = (of_content(FRENCH, huge), of_content(FRENCH, plain))
    found = pair_view(FRENCH, Asked("x", "y", is_index=True), faces)
    assert found.sides[0].title == LONG
    assert len(found.rows) == 4
    assert max(len(word.text) for word in found.sides[0].plot.words) < 24
