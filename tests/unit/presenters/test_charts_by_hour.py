"""The last known day as a line that stops where a value is missing."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from climact_issy import texts
from climact_issy.content import live_indicators
from climact_issy.presenters import charts
from climact_issy.presenters.drawing import Chart
from climact_issy.presenters.live import filled
from tests.support.figures import assert_inside
from tests.support.readings import NEWEST, reading

FRENCH = texts.for_language("fr")
FIGURE = live_indicators.by_slug("electricite-maintenant")


def drawn(*values: float | None, newest: datetime = NEWEST) -> Chart:
    found = charts.draw(FRENCH, filled(FIGURE, reading(*values, newest=newest)), "x")
    assert found is not None
    return found


def lines(chart: Chart) -> list[str]:
    return [mark.path for mark in chart.marks if mark.kind == "line"]


def test_a_gap_stays_a_gap() -> None:
    assert len(lines(drawn(1.0, 2.0, 3.0, 4.0))) == 1
    assert len(lines(drawn(1.0, 2.0, None, 3.0, 4.0))) == 2


def test_a_lonely_value_is_a_dot() -> None:
    chart = drawn(1.0, 2.0, None, 4.0)

    assert len(lines(chart)) == 1
    assert [mark.kind for mark in chart.marks].count("dot") == 1


def test_the_newest_value_stands_at_the_right_end() -> None:
    chart = drawn(*[float(i) for i in range(97)])

    assert chart.labels[0].text == "96"
    assert chart.labels[0].left == "100%"
    assert "M0 500" in next(m.path for m in chart.marks if m.kind == "area")


def test_the_hours_are_those_of_paris_even_when_the_clocks_change() -> None:
    chart = drawn(*[1.0] * 97, newest=datetime(2023, 10, 29, 12, 0, tzinfo=UTC))

    assert [tick.text for tick in chart.ticks] == [
        "18\u00a0h",
        "0\u00a0h",
        "6\u00a0h",
        "12\u00a0h",
    ]


def test_the_label_stands_below_a_line_that_comes_down() -> None:
    assert drawn(1.0, 1.0).labels[0].kind == "big"
    assert drawn(9.0, 1.0).labels[0].kind == "big below"


@given(st.lists(st.none() | st.floats(0, 1000), max_size=96), st.floats(0, 1000))
def test_nothing_leaves_the_frame(before: list[float | None], last: float) -> None:
    assert_inside(drawn(*before, last))


def test_only_the_last_day_is_drawn() -> None:
    chart = drawn(*[float(i) for i in range(200)])

    (line,) = lines(chart)
    assert line.count("L") == timedelta(hours=24) / timedelta(minutes=15)
