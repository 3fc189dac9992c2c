"""Live figures are described here; no value of theirs is."""

import pytest

from climact_issy.connectors.base import Page
from climact_issy.connectors.sources import SOURCES
from climact_issy.content import indicators, live_indicators
from climact_issy.domain.errors import NotFound
from climact_issy.domain.indicators import Indicator, Level, Shape
from climact_issy.presenters import readings
from tests.support.source_cases import CASES

EACH = pytest.mark.parametrize(
    "figure", live_indicators.live_indicators(), ids=lambda figure: figure.slug
)


@EACH
def test_a_live_figure_says_place_source_and_caveat_in_both_languages(
    figure: Indicator,
) -> None:
    for french, english in (figure.title, figure.explanation, figure.caveat):
        assert french
        assert english
        assert french != english
        assert "'" not in french + english
    assert all((*figure.place, *figure.unit, figure.source, figure.licence))


@EACH
def test_it_has_no_value_no_level_and_no_trend_of_its_own(figure: Indicator) -> None:
    assert figure.shape in readings.LIVE
    assert (figure.shape is Shape.CLASSES) is (figure.classes is not None)
    assert figure.latest is None
    assert readings.level(figure) is readings.Level.NONE
    assert readings.trend(figure) is None


@EACH
def test_some_source_feeds_it(figure: Indicator) -> None:
    assert [source for source in SOURCES if figure.slug in source.indicators]
    assert live_indicators.keys()[figure.slug].indicator == figure.slug
    assert live_indicators.is_live(figure.slug)


def test_the_unit_of_the_values_is_that_of_the_sources() -> None:
    codes = live_indicators.unit_codes()

    assert set(codes) == set(live_indicators.slugs())
    for case in CASES:
        page = Page("x", "application/json", case.body(), case.read_at)
        found = case.source.parse(page).observations[-1]
        assert found.unit == codes[found.key.indicator]


def test_no_slug_names_two_figures() -> None:
    bundled = {found.slug for found in indicators.shown(is_demo=True)}

    assert not bundled & set(live_indicators.slugs())
    with pytest.raises(NotFound):
        live_indicators.by_slug("budget-climat")


@pytest.mark.parametrize(
    ("slug", "first", "words"),
    [
        (
            "indice-atmo",
            1,
            [
                *("bon", "moyen", "dégradé", "mauvais", "très mauvais"),
                "extrêmement mauvais",
            ],
        ),
        ("episode-pollution", 0, ["pas d’épisode", "information", "alerte"]),
        ("vigilance-canicule", 1, ["verte", "jaune", "orange", "rouge"]),
    ],
)
def test_classes_are_the_official_words_in_their_order(
    slug: str, first: int, words: list[str]
) -> None:
    found = live_indicators.by_slug(slug).classes

    assert found is not None
    assert [grade.word[0] for grade in found.grades] == words
    assert found.first == first
    assert all(found.scale)
    # The mark is never better for a worse class.
    order = list(Level)
    marks = [order.index(grade.level) for grade in found.grades]
    assert marks == sorted(marks)
    assert found.grades[0].level is Level.GOOD


@EACH
def test_the_values_of_a_figure_have_a_possible_range(figure: Indicator) -> None:
    found = live_indicators.possible(figure.slug)

    assert found.low < found.high
    assert found.is_class is (figure.classes is not None)
    if figure.classes is not None:
        assert figure.classes.grade(found.low)
        assert figure.classes.grade(found.high) == figure.classes.grades[-1]
    if figure.ceiling is not None:
        assert found.low < figure.ceiling < found.high


def test_the_values_that_sources_gave_are_possible() -> None:
    for case in CASES:
        page = Page("x", "application/json", case.body(), case.read_at)
        for found in case.source.parse(page).observations:
            possible = live_indicators.possible(found.key.indicator)
            assert possible.checked(found.value) == found.value


@pytest.mark.parametrize(
    ("slug", "where"),
    [
        ("dioxyde-azote", "smartLINA"),
        ("indice-atmo", "airparif.fr"),
        ("episode-pollution", "airparif.fr"),
        ("vigilance-canicule", "portail-api.meteofrance.fr"),
    ],
)
def test_a_figure_that_waits_for_something_says_where_to_ask(
    slug: str, where: str
) -> None:
    assert all(where in words for words in live_indicators.missing(slug))
    assert live_indicators.missing("electricite-maintenant") == ("", "")
