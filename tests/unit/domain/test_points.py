"""Points follow effort and proof, under two caps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.points import award, base_points
from climact_issy.domain.tiers import Tier
from tests.support.rules import RULES

efforts = st.integers(1, 5)
tiers = st.sampled_from(Tier)
earned = st.integers(0, 500)


@given(efforts, tiers)
def test_more_effort_never_brings_less(effort: int, tier: Tier) -> None:
    points = [base_points(RULES, band, tier) for band in range(1, effort + 1)]

    assert points == sorted(points)
    assert points[0] > 0


@pytest.mark.parametrize("effort", [0, 6, -1])
def test_an_effort_outside_the_bands_is_refused(effort: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        base_points(RULES, effort, Tier.DECLARED)


@given(efforts, tiers, earned, earned)
def test_points_are_never_negative_and_never_beyond_a_cap(
    effort: int, tier: Tier, today: int, more_this_week: int
) -> None:
    week = today + more_this_week
    base = base_points(RULES, effort, tier)
    given_points = award(RULES, base, today, week)

    assert 0 <= given_points.points <= base
    assert given_points.points == 0 or today + given_points.points <= RULES.day_cap
    assert given_points.points == 0 or week + given_points.points <= RULES.week_cap
    assert (given_points.lost_to is None) == (given_points.points == base)


@given(st.lists(st.tuples(efforts, tiers), max_size=40))
def test_a_day_of_gestures_stays_under_the_day_cap(
    gestures: list[tuple[int, Tier]],
) -> None:
    total = 0
    for effort, tier in gestures:
        total += award(RULES, base_points(RULES, effort, tier), total, total).points

    assert total <= RULES.day_cap


def test_the_cap_that_took_the_points_is_named() -> None:
    assert award(RULES, 10, 25, 25).lost_to == "day"
    assert award(RULES, 10, 0, 95).lost_to == "week"
    assert award(RULES, 10, 0, 0).lost_to is None
