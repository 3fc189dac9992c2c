"""Two frames share their slots; gaps stay open; any size of value keeps its axis."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy import texts
from climact_issy.domain.figure_pairs import Rhythm, Track
from climact_issy.domain.indicators import Point, Status
from climact_issy.presenters.charts_of_pairs import (
    amount,
    frame,
    index_frame,
    short,
    span_over,
)
from climact_issy.presenters.drawing import HEIGHT, WIDTH, Chart
from tests.support.figures import corners

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
PERIODS = tuple(range(2000, 2021))
known = st.dictionaries(
    st.sampled_from(PERIODS), st.floats(-1e13, 1e13), min_size=1, max_size=21
)


def track(values: Mapping[int, float], status: Status = Status.PUBLISHED) -> Track:
    points = {
        at: Point(str(at), ("", ""), value, status)
        for at, value in sorted(values.items())
    }
    return Track(Rhythm.YEAR, points)


def drawn(values: Mapping[int, float], status: Status = Status.PUBLISHED) -> Chart:
    return frame(FRENCH, track(values, status), PERIODS, 1, "said")


def across(chart: Chart) -> set[float]:
    return {
        x
        for mark in chart.marks
        if mark.kind in {"line", "dot"}
        for x, _ in corners(mark.path.removesuffix("h0"))
    }


@given(known)
def test_a_line_never_crosses_a_gap(values: dict[int, float]) -> None:
    slot = WIDTH / len(PERIODS)
    for mark in drawn(values).marks:
        if mark.kind == "line":
            places = [x for x, _ in corners(mark.path)]
            assert all(b - a <= slot + 0.2 for a, b in pairwise(places))


@given(known)
def test_every_value_stands_in_the_middle_of_its_slot(values: dict[int, float]) -> None:
    slot = WIDTH / len(PERIODS)
    wanted = {round((at - 2000 + 0.5) * slot, 1) for at in values}
    assert across(drawn(values)) == wanted


@given(known, known)
def test_two_frames_have_one_axis(
    here: dict[int, float], there: dict[int, float]
) -> None:
    assert drawn(here).ticks == drawn(there).ticks


@given(known)
def test_everything_stays_inside_the_frame(values: dict[int, float]) -> None:
    chart = drawn(values)
    for mark in chart.marks:
        if mark.kind in {"line", "dot", "dot last"}:
            for _, y in corners(mark.path.removesuffix("h0")):
                assert -0.1 <= y <= HEIGHT + 0.1
    assert 1 <= len(chart.levels) <= 12


@given(known)
def test_zero_is_always_on_the_axis(values: dict[int, float]) -> None:
    span = span_over(list(values.values()))
    assert span.bottom <= 0 <= span.top
    assert 0 in span.steps()


def test_each_gap_is_a_band_and_the_key_says_so() -> None:
    chart = drawn({2000: 1.0, 2003: 2.0, 2020: 3.0})
    assert sum(mark.kind == "gap" for mark in chart.marks) == 2
    assert [item.text for item in chart.key] == ["pas de valeur"]
    full = drawn(dict.fromkeys(PERIODS, 1.0))
    assert full.key == ()


def test_a_value_that_is_not_simply_published_is_a_ring() -> None:
    chart = drawn({2001: 5.0}, Status.PROVISIONAL)
    assert [item.kind for item in chart.key] == ["hole", "gap"]
    assert any(mark.kind == "hole" for mark in chart.marks)


def test_only_zeros_have_an_axis() -> None:
    chart = drawn({2001: 0.0, 2002: 0.0})
    assert [label.text for label in chart.labels] == ["0,0", "0,0"]


def test_a_value_below_zero_is_named_below() -> None:
    chart = drawn({2001: -3.0, 2002: 2.0})
    kinds = {label.text: label.kind for label in chart.labels}
    assert kinds == {"2,0": "big", "−3,0": "value below"}


def test_days_are_named_as_days() -> None:
    first = 739_554
    days = tuple(range(first, first + 30))
    points = {day: Point("", ("", ""), 1.0) for day in days}
    chart = frame(FRENCH, Track(Rhythm.DAY, points), days, 0, "said")
    assert chart.ticks[0].text == "30 oct."
    assert not any(tick.text.isdecimal() for tick in chart.ticks)


def test_an_index_is_one_frame_with_two_lines_and_its_base() -> None:
    both = ({2000: 100.0, 2001: 90.0}, {2000: 100.0, 2001: 90.4})
    chart = index_frame(FRENCH, both, PERIODS[:2], ("Un", "Deux"), "said")
    kinds = [mark.kind for mark in chart.marks]
    assert {"line", "line second", "cap plan"} <= set(kinds)
    assert [item.text for item in chart.key] == ["Un", "Deux"]
    # So close that the lower one is named under its line.
    assert [label.kind for label in chart.labels] == ["big below", "big second"]


def test_equal_indices_are_named_on_both_sides_of_their_lines() -> None:
    both = ({2000: 100.0, 2001: 80.0}, {2000: 100.0, 2001: 80.0})
    chart = index_frame(FRENCH, both, PERIODS[:2], ("Un", "Deux"), "said")
    assert [label.kind for label in chart.labels] == ["big", "big second below"]


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (0, "0", "0"),
        (-20, "−20", "−20"),
        (100_000, "100\u202f000", "100,000"),
        (2_000_000, "2\u00a0M", "2m"),
        (2_500_000_000, "2,5\u00a0Md", "2.5bn"),
        (-3e9, "−3\u00a0Md", "−3bn"),
        (4e15, "4e15", "4e15"),
    ],
)
def test_a_level_is_short_whatever_its_size(
    value: float, french: str, english: str
) -> None:
    assert short(FRENCH, value, 0) == french
    assert short(ENGLISH, value, 0) == english


def test_nothing_is_never_below_zero() -> None:
    assert amount(FRENCH, -0.001, 1) == "0,0"
    assert amount(FRENCH, -0.1, 1) == "−0,1"


def test_a_label_stands_where_no_line_passes() -> None:
    chart = drawn({2000: 50.0, 2001: 100.0, 2019: 100.0, 2020: 50.0})
    assert [label.kind for label in chart.labels] == ["big below", "value below"]


def test_values_that_were_all_computed_need_no_ring() -> None:
    chart = drawn({2001: 5.0, 2002: 6.0}, Status.DERIVED)
    assert not any(mark.kind == "hole" for mark in chart.marks)
