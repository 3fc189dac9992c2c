"""Every chart keeps its marks inside its frame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.content import indicators as catalogue
from climact_issy.domain.indicators import Shape
from climact_issy.presenters import charts
from tests.support.figures import FRENCH, assert_inside, drawn, indicator, values


@pytest.mark.parametrize("slug", [i.slug for i in catalogue.shown(is_demo=True)])
def test_each_chart_of_the_catalogue_stays_in_its_frame(slug: str) -> None:
    chart = drawn(catalogue.by_slug(slug, is_demo=True))
    assert chart.marks
    assert_inside(chart)


@given(values, st.sampled_from([Shape.LINE, Shape.BARS, Shape.STAIRS]))
def test_any_series_stays_in_its_frame(run: list[float | None], shape: Shape) -> None:
    assert_inside(drawn(indicator(shape, run)))


def test_a_series_without_a_value_has_no_chart() -> None:
    assert charts.draw(FRENCH, indicator(Shape.LINE, [None]), "Essai") is None
