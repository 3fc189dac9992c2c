"""Comparisons are read from a series alone; a gap and an aim are never values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.comparisons import (
    a_year,
    change,
    higher,
    known,
    mean,
    since_first,
    since_lowest,
    since_year_before,
    times,
    to_go,
)
from climact_issy.domain.indicators import Point, Status

FIRST = 1990
value = st.floats(-1e6, 1e6, allow_nan=False).map(lambda v: round(v, 3))
cell = st.one_of(st.none(), value)
cells = st.lists(cell, max_size=40)


def series(values: list[float | None]) -> tuple[Point, ...]:
    years = (str(FIRST + n) for n in range(len(values)))
    return tuple(Point(y, (y, y), v) for y, v in zip(years, values, strict=True))


def point(year: int, amount: float | None) -> Point:
    return Point(str(year), (str(year), str(year)), amount)


@given(cells)
def test_gaps_and_aims_tell_no_result(values: list[float | None]) -> None:
    aim = Point("2030", ("2030", "2030"), 1.0, Status.TARGET)
    found = known((*series(values), aim))
    assert [p.value for p in found] == [v for v in values if v is not None]


@given(value, value)
def test_a_change_leads_from_one_value_to_the_other(old: float, new: float) -> None:
    found = change(point(2000, old), point(2010, new))
    assert found is not None
    assert old + found.difference == pytest.approx(new, abs=1e-6)
    assert (found.share is None) == (old <= 0)
    if found.share is not None:
        assert old * (1 + found.share) == pytest.approx(new, abs=1e-6)


@given(value)
def test_nothing_is_compared_with_a_gap(amount: float) -> None:
    assert change(point(2000, None), point(2001, amount)) is None
    assert change(point(2000, amount), point(2001, None)) is None


@given(cells)
def test_the_newest_result_stands_beside_the_oldest_and_the_lowest(
    values: list[float | None],
) -> None:
    told = [v for v in values if v is not None]
    first, lowest = since_first(series(values)), since_lowest(series(values))
    assert (first is None) == (len(told) < 2)
    if first is not None:
        assert (first.before.value, first.after.value) == (told[0], told[-1])
    if lowest is not None:
        assert lowest.before.value == min(told)
        assert lowest.after.value == told[-1]


@given(cells)
def test_a_year_before_is_never_further_away(values: list[float | None]) -> None:
    found = since_year_before(series(values))
    if found is not None:
        assert int(found.after.period) - int(found.before.period) == 1


def test_there_is_no_year_before_across_a_gap() -> None:
    assert since_year_before(series([1.0, None, 2.0])) is None
    assert since_year_before(series([1.0])) is None


@given(value, value, st.integers(-5, 40))
def test_what_is_left_reaches_the_aim_in_its_year(
    amount: float, aim: float, years: int
) -> None:
    found = to_go(point(2024, amount), aim, 2024 + years)
    if amount <= aim or years < 1:
        assert found is None
        return
    assert found is not None
    assert found.years == years
    assert amount - found.a_year * years == pytest.approx(aim, abs=1e-6)


@given(cells)
def test_the_results_above_the_newest_are_counted(values: list[float | None]) -> None:
    told = [v for v in values if v is not None]
    found = higher(series(values))
    assert found == (sum(v > told[-1] for v in told) if told else None)


@given(st.lists(value, min_size=1, max_size=40), st.data())
def test_a_mean_stands_between_its_values(
    values: list[float], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(values) - 1))
    last = data.draw(st.integers(first, len(values) - 1))
    found = mean(series([*values]), FIRST + first, FIRST + last)
    part = values[first : last + 1]
    assert found is not None
    assert min(part) - 1e-6 <= found <= max(part) + 1e-6


def test_a_mean_over_a_gap_is_not_made() -> None:
    assert mean(series([1.0, None, 3.0]), FIRST, FIRST + 2) is None
    assert mean(series([1.0, 3.0]), FIRST, FIRST + 2) is None
    assert mean(series([1.0, 3.0]), FIRST, FIRST - 1) is None


@given(value, value, st.integers(1, 50))
def test_a_pace_leads_from_one_year_to_the_other(
    old: float, new: float, years: int
) -> None:
    points = (point(1960, old), point(1960 + years, new))
    found = a_year(points, 1960, 1960 + years)
    assert found is not None
    assert old + found * years == pytest.approx(new, abs=1e-6)
    assert a_year(points, 1960, 1960) is None
    assert a_year(points, 1959, 1960 + years) is None


@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=40))
def test_the_highest_is_at_least_once_the_lowest(values: list[float]) -> None:
    found = times(series([*values]))
    assert found is not None
    assert found >= 1
    assert min(values) * found == pytest.approx(max(values))


def test_no_ratio_is_made_with_zero_or_less() -> None:
    assert times(series([0.0, 5.0])) is None
    assert times(series([-1.0, 5.0])) is None
    assert times(series([None])) is None
