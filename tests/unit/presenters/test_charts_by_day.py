"""Samples of a year stand alone, under the line of the official limit."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from climact_issy import texts
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Indicator
from climact_issy.domain.live import Sample
from climact_issy.domain.observations import period_of
from climact_issy.presenters import charts
from climact_issy.presenters.drawing import HEIGHT, Chart
from climact_issy.presenters.live import filled
from tests.support.figures import assert_inside
from tests.support.readings import NEWEST, reading

FRENCH = texts.for_language("fr")
FIGURE = live_indicators.by_slug("nitrates-eau-du-robinet")


def sampled(*samples: tuple[int, float | None]) -> Indicator:
    """The figure with samples of some days ago, the last one of today."""
    recent = tuple(
        Sample(period_of(NEWEST - timedelta(days=ago)), value) for ago, value in samples
    )
    return filled(FIGURE, replace(reading(samples[-1][1]), recent=recent))


def drawn(*samples: tuple[int, float | None]) -> Chart:
    found = charts.draw(FRENCH, sampled(*samples), "x")
    assert found is not None
    return found


def kinds(chart: Chart) -> list[str]:
    return [mark.kind for mark in chart.marks]


def test_each_sample_is_a_dot_and_no_line_joins_them() -> None:
    chart = drawn((300, 20.0), (100, None), (40, 30.0), (0, 21.4))

    assert kinds(chart).count("dot") == 2
    assert kinds(chart).count("dot last") == 1
    assert "line" not in kinds(chart)
    assert chart.labels[0].text == "21,4"


def test_the_limit_is_drawn_and_named_above_low_values() -> None:
    chart = drawn((0, 21.4))

    (shore,) = [mark for mark in chart.marks if mark.kind == "shore"]
    height = float(shore.path.split(" ")[1].split("H")[0])
    assert 0 < height < HEIGHT / 2
    assert "arrêté du 11 janvier 2007" in chart.labels[1].text
    assert "50" in chart.labels[1].text


def test_the_months_are_named_from_left_to_right() -> None:
    ticks = drawn((300, 20.0), (0, 21.4)).ticks

    assert [tick.text for tick in ticks] == [
        "déc. 2022",
        "mars 2023",
        "juin 2023",
        "sept. 2023",
    ]
    places = [float(tick.at.removesuffix("%")) for tick in ticks]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


@given(
    st.lists(
        st.tuples(st.integers(1, 365), st.one_of(st.none(), st.floats(0, 1000))),
        max_size=30,
    ),
    st.floats(0, 1000),
)
def test_nothing_leaves_the_frame(
    samples: list[tuple[int, float | None]], last: float
) -> None:
    ordered = sorted(dict(samples).items(), reverse=True)

    assert_inside(drawn(*ordered, (0, last)))


def test_the_year_ends_at_the_newest_sample() -> None:
    chart = drawn((364, 20.0), (0, 21.4))

    assert chart.labels[0].left == "100%"
