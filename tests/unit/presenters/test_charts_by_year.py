"""Gaps stay open and bars stand on zero."""

from itertools import pairwise

from hypothesis import given

from climact_issy.domain.indicators import Point, Series, Shape, Status
from climact_issy.presenters.drawing import HEIGHT
from tests.support.figures import corners, drawn, indicator, values


@given(values)
def test_a_line_never_crosses_a_gap(run: list[float | None]) -> None:
    lines = [m for m in drawn(indicator(Shape.LINE, run)).marks if m.kind == "line"]
    known = [i for i, value in enumerate(run) if value is not None]
    slot = 1000 / (known[-1] - known[0] + 1)
    for mark in lines:
        across = [x for x, _ in corners(mark.path)]
        steps = [b - a for a, b in pairwise(across)]
        assert all(step <= slot + 0.2 for step in steps)
    drawn_points = sum(len(corners(mark.path)) for mark in lines)
    alone = sum(
        (i == 0 or run[i - 1] is None) and (i + 1 == len(run) or run[i + 1] is None)
        for i in known
    )
    assert drawn_points == len(known) - alone


@given(values)
def test_every_bar_stands_on_zero(run: list[float | None]) -> None:
    chart = drawn(indicator(Shape.BARS, run))
    solid = [m for m in chart.marks if m.kind == "bar"]
    assert len(solid) == sum(value is not None for value in run)
    for mark in solid:
        assert max(y for _, y in corners(mark.path)) == HEIGHT


def test_an_estimate_is_hatched() -> None:
    point = Point("2020", ("2020", "2020"), 3.0, Status.ROUNDED)
    chart = drawn(indicator(Shape.BARS, series=(Series("a", ("A", "A"), (point,)),)))
    assert {"bar rough", "hatch"} <= {mark.kind for mark in chart.marks}
