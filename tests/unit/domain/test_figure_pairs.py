"""An index starts at 100, knows no unit, and exists only where it means something."""

import math
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from climact_issy.content import indicators as catalogue
from climact_issy.domain.figure_pairs import (
    BASE,
    Rhythm,
    Track,
    axis,
    base,
    by_day,
    by_year,
    common,
    index,
    move,
)
from climact_issy.domain.indicators import Point, Status

years = st.integers(2000, 2020)
amounts = st.floats(0, 1e12, allow_subnormal=False)
factors = st.floats(1e-6, 1e6)
series = st.dictionaries(years, amounts, min_size=1, max_size=30)


def track(values: dict[int, float], rhythm: Rhythm = Rhythm.YEAR) -> Track:
    points = {
        at: Point(str(at), ("", ""), value) for at, value in sorted(values.items())
    }
    return Track(rhythm, points)


@given(series, series)
def test_both_indices_are_100_at_their_base(
    here: dict[int, float], there: dict[int, float]
) -> None:
    one, other = track(here), track(there)
    start = base(one, other)
    assume(start is not None)
    assert start is not None
    assert index(one, start)[start] == index(other, start)[start] == BASE


@given(series, factors)
def test_an_index_knows_no_unit(values: dict[int, float], factor: float) -> None:
    start = next((at for at in sorted(values) if values[at] > 1e-3), None)
    assume(start is not None)
    assert start is not None
    scaled = {at: value * factor for at, value in values.items()}
    before, after = index(track(values), start), index(track(scaled), start)
    assert before.keys() == after.keys() == values.keys()
    for at, value in before.items():
        assert math.isclose(after[at], value, rel_tol=1e-9, abs_tol=1e-9)


@given(series, series)
def test_the_base_is_the_first_common_year_above_zero(
    here: dict[int, float], there: dict[int, float]
) -> None:
    one, other = track(here), track(there)
    good = [at for at in common(one, other) if here[at] > 0 and there[at] > 0]
    start = base(one, other)
    assert start == base(other, one)
    if start is not None:
        assert start == good[0]
    else:
        assert not good or len(common(one, other)) < 2


@given(series, series, years, st.floats(-1e6, -1e-6))
def test_what_goes_below_zero_has_no_index(
    here: dict[int, float], there: dict[int, float], year: int, below: float
) -> None:
    cold = track({**here, year: below})
    assert base(cold, track(there)) is None
    assert base(track(there), cold) is None
    found = move(cold, tuple(sorted(cold.points)))
    assert found is None or found.share is None


def test_an_index_needs_a_start_above_zero() -> None:
    for start in (2020, 2021, 1990):
        with pytest.raises(ValueError, match=str(start)):
            index(track({2020: 0.0, 2021: -1.0, 2022: 5.0}), start)


@given(series, series)
def test_the_axis_holds_every_common_year_and_the_newest_of_either(
    here: dict[int, float], there: dict[int, float]
) -> None:
    one, other = track(here), track(there)
    periods, both = axis(one, other), common(one, other)
    assert set(both) <= set(periods)
    assert bool(periods) is bool(both)
    if periods:
        assert periods == tuple(range(periods[0], periods[-1] + 1))
        assert periods[-1] == max(*here, *there)
        assert periods[0] == max(min(here), min(there))
        assert periods == axis(other, one)


@given(series)
def test_two_rhythms_have_nothing_in_common(values: dict[int, float]) -> None:
    yearly = track(values)
    for rhythm in (Rhythm.DAY, Rhythm.NONE):
        assert common(yearly, track(values, rhythm)) == ()
        assert axis(yearly, track(values, rhythm)) == ()
    assert common(track(values, Rhythm.NONE), track(values, Rhythm.NONE)) == ()


@given(series)
def test_a_move_goes_from_the_first_to_the_last(values: dict[int, float]) -> None:
    known = track(values)
    found = move(known, tuple(sorted(values)))
    if len(values) < 2:
        assert found is None
        return
    assert found is not None
    first, last = values[min(values)], values[max(values)]
    assert (found.before.value, found.after.value) == (first, last)
    assert found.difference == last - first
    assert (found.share is None) is (first == 0)


def test_a_series_without_a_shared_year_has_no_axis() -> None:
    assert axis(track({1990: 1.0}), track({2020: 1.0, 2021: 2.0})) == ()
    assert base(track({1990: 1.0}), track({2020: 1.0, 2021: 2.0})) is None


def test_a_single_common_year_is_no_index() -> None:
    one, other = track({2020: 3.0, 2021: 4.0}), track({2019: 1.0, 2020: 5.0})
    assert common(one, other) == (2020,)
    assert base(one, other) is None


def test_the_yearly_figures_are_those_that_are_drawn_along_the_years() -> None:
    rhythms = {one.slug: by_year(one).rhythm for one in catalogue.shown(is_demo=True)}
    assert [slug for slug, rhythm in rhythms.items() if rhythm is Rhythm.NONE] == [
        "qui-emet-a-issy",
        "electricite-mois-heure",
        "empreinte-par-personne",
        "air-du-jour",
        "passages-velo",
    ]


def test_a_gap_and_an_aim_are_no_results() -> None:
    budget = by_year(catalogue.by_slug("budget-climat"))
    assert sorted(budget.points) == [2020, 2023, 2024]
    waste = by_year(catalogue.by_slug("dechets-menagers"))
    assert sorted(waste.points) == [2021]
    assert all(p.status is not Status.TARGET for p in waste.points.values())


def test_days_are_counted_as_days() -> None:
    known = by_day(
        [Point("2026-11-03", ("", ""), 4.0), Point("2026-11-01", ("", ""), 2.0)]
    )
    assert list(known.points) == [
        date(2026, 11, 1).toordinal(),
        date(2026, 11, 3).toordinal(),
    ]
    assert known.rhythm is Rhythm.DAY
