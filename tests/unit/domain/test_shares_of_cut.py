"""What people who keep an action for a year could change."""

import math
import operator
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.content import actions
from climact_issy.domain.actions import Action, Boundary, Kind
from climact_issy.domain.caps import times_a_week
from climact_issy.domain.errors import BadInput
from climact_issy.domain.footprint import impact
from climact_issy.domain.shares_of_cut import (
    Range,
    share_of,
    times_a_year,
    yearly_footprint,
    yearly_range,
)

CATALOGUE = actions.catalogue()
BIKE = actions.by_slug("prendre-le-velo")
any_action = st.sampled_from(CATALOGUE)
crowd = st.integers(0, 100_000)


@given(any_action, crowd)
def test_a_range_is_0_to_the_whole_of_what_the_budget_may_see(
    action: Action, people: int
) -> None:
    found = yearly_range(action, people)
    once = impact(action).territorial
    if once.most_kgco2e is None:
        assert found is None
        return
    assert found is not None
    assert found.low_kgco2e == 0
    whole = once.most_kgco2e * times_a_year(action) * people
    assert found.high_kgco2e == pytest.approx(whole)


@given(any_action, crowd)
def test_what_the_budget_does_not_see_is_nothing(action: Action, people: int) -> None:
    unseen = replace(action, boundary=Boundary.NO)
    assert yearly_range(unseen, people) == Range(0, 0)
    assert yearly_range(replace(action, boundary=Boundary.UNCLEAR), people) is None


@given(any_action, crowd, st.integers(0, 9))
def test_more_people_change_as_many_times_more(
    action: Action, people: int, times: int
) -> None:
    few, many = yearly_range(action, people), yearly_range(action, people * times)
    if few is None or many is None:
        assert few is many
        return
    assert many.high_kgco2e == pytest.approx(few.high_kgco2e * times)


@given(any_action)
def test_nobody_is_imagined_beyond_the_rhythm_of_an_action(action: Action) -> None:
    if action.kind is Kind.PER_USE:
        assert 1 <= times_a_year(action) <= 52 * times_a_week(action)
    else:
        assert times_a_year(action) == 1


@given(any_action)
def test_a_year_spares_a_footprint_as_often_as_the_action_is_done(
    action: Action,
) -> None:
    once, year = impact(action).footprint, yearly_footprint(action)
    if once is None or year is None:
        assert once is year
        return
    times = times_a_year(action)
    assert year.central_kgco2e == pytest.approx(once.central_kgco2e * times)
    for part, whole in (
        (once.low_kgco2e, year.low_kgco2e),
        (once.high_kgco2e, year.high_kgco2e),
    ):
        assert (part is None) == (whole is None)
        assert (whole or 0) == pytest.approx((part or 0) * times)


@given(
    st.floats(0, 1e9), st.floats(0, 1e9), st.floats(1e-3, 1e9), st.floats(0.001, 1000)
)
def test_a_share_has_no_unit(low: float, more: float, needed: float, k: float) -> None:
    plain = share_of(Range(low, low + more), needed)
    assert plain[0] <= plain[1]
    scaled = share_of(Range(low * k, (low + more) * k), needed * k)
    assert scaled == pytest.approx(plain)


@pytest.mark.parametrize("needed", [0.0, -1.0, math.nan])
def test_there_is_no_share_of_nothing(needed: float) -> None:
    with pytest.raises(BadInput):
        share_of(Range(0, 1), needed)


def test_fewer_than_nobody_is_refused() -> None:
    with pytest.raises(BadInput):
        yearly_range(BIKE, -1)


def test_ranges_are_never_added_up() -> None:
    with pytest.raises(TypeError):
        operator.add(cast("Any", Range(0, 1)), cast("Any", Range(0, 1)))


def test_two_thousand_cyclists_by_hand() -> None:
    # 5 km x 0.271363 kg/km x 52 weeks x 2,000 people = 141,109 kg.
    found = yearly_range(BIKE, 2000)
    assert found is not None
    assert found.high_kgco2e == pytest.approx(141_109, abs=1)
    low, high = share_of(found, 5_924_667)
    assert low == 0
    assert high == pytest.approx(0.0238, abs=0.0001)


def test_an_action_of_some_months_is_done_in_these() -> None:
    heat = actions.by_slug("economiser-de-la-chaleur")
    assert times_a_year(heat) == 30  # 7 of 12 months
    assert times_a_year(actions.by_slug("partir-en-train-regional")) == 12


def test_what_has_no_figure_has_no_range() -> None:
    assert yearly_range(actions.by_slug("chauffer-a-19"), 2000) is None
    assert yearly_footprint(actions.by_slug("chauffer-a-19")) is None
