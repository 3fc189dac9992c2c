"""One dot a day on the line of its class; the lines bear the official words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy import texts
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Indicator, Shape
from climact_issy.presenters import charts, charts_by_class
from climact_issy.presenters.drawing import HEIGHT, Chart
from climact_issy.presenters.live import filled
from tests.support.figures import assert_inside
from tests.support.readings import of_days

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
FIGURES = [
    found for found in live_indicators.live_indicators() if found.shape is Shape.CLASSES
]
AIR = live_indicators.by_slug("indice-atmo")
CLASSES = st.none() | st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])


def drawn(*values: float | None, t: texts.Translator = FRENCH) -> Chart:
    chart = charts.draw(t, filled(AIR, of_days(*values)[0]), "x")
    assert chart is not None
    return chart


def test_each_known_day_is_a_dot_and_a_gap_is_none() -> None:
    chart = drawn(1.0, None, 4.0)
    kinds = [mark.kind for mark in chart.marks]

    assert kinds.count("dot") == kinds.count("dot last") == 1
    assert kinds.count("grid") == 6
    assert not {"line", "area"} & set(kinds)
    assert chart.labels[-1].text == "mauvais"
    assert [tick.text for tick in chart.ticks] == [
        "28 oct.",
        "6 nov.",
        "15 nov.",
        "24 nov.",
    ]
    places = [float(tick.at.removesuffix("%")) for tick in chart.ticks]
    # A date is as wide as a sixth of the smallest frame; the last one leans inwards.
    assert all(b - a > 25 for a, b in pairwise(places))
    assert [tick.text for tick in drawn(1.0, t=ENGLISH).ticks][-1] == "24 Nov"


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.slug)
def test_every_class_has_a_line_with_its_word_the_best_one_lowest(
    figure: Indicator,
) -> None:
    assert figure.classes is not None
    chart = charts.draw(
        FRENCH, filled(figure, of_days(float(figure.classes.first))[0]), "x"
    )
    assert chart is not None
    words = [label.text for label in chart.labels if label.kind == "value"]
    heights = [float(label.top.removesuffix("%")) for label in chart.labels][:-1]

    assert words == [grade.word[0] for grade in figure.classes.grades]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == len(words)


@given(st.lists(CLASSES, max_size=29), st.sampled_from([1.0, 3.0, 6.0]))
def test_nothing_leaves_the_frame(earlier: list[float | None], last: float) -> None:
    assert_inside(drawn(*earlier, last))


@given(CLASSES.filter(lambda value: value is not None))
def test_a_dot_stands_on_the_line_of_its_class(value: float) -> None:
    chart = drawn(value)
    word = chart.labels[-1].text
    (line,) = [
        label.top
        for label in chart.labels
        if label.kind == "value" and label.text == word
    ]
    dot = chart.marks[-1].path.split(" ")[1].removesuffix("h0")

    assert float(dot) == pytest.approx(HEIGHT * float(line.removesuffix("%")) / 100)


def test_what_is_no_class_is_not_drawn() -> None:
    assert charts.draw(FRENCH, filled(AIR, of_days(7.0)[0]), "x") is None


def test_a_measured_figure_has_no_such_chart() -> None:
    measured = live_indicators.by_slug("dioxyde-azote")

    with pytest.raises(ValueError, match="needs classes"):
        charts_by_class.classes(FRENCH, measured, "x")


def test_thirty_days_fit() -> None:
    chart = drawn(*[2.0] * charts_by_class.DAYS)
    dots = [mark for mark in chart.marks if mark.kind.startswith("dot")]

    assert len({mark.path for mark in dots}) == charts_by_class.DAYS
