"""What one ledger row does to the totals, as numbers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.civic import week_of
from climact_issy.domain.tiers import Tier
from climact_issy.services.sums import Share, Spot, Sums
from climact_issy.services.totals import (
    NEIGHBOURHOOD,
    Change,
    added_columns,
    tier_columns,
)
from tests.support.gestures import NOON

MONDAY = week_of(NOON.date())
NOTHING = Share(0, 0, MONDAY)
FIRST = Change(
    spot=Spot("aa", 1, NOON.date(), "la-ferme"),
    gestures=1,
    points=10,
    tier=Tier.DECLARED,
    saving_gco2e=500,
    before=Sums(0, 0, 0, 0, 0, 0, 0, NOTHING),
)


def numbers(change: Change) -> dict[str, int]:
    """Return every number that a change adds to something."""
    here = change.in_group(NEIGHBOURHOOD, "la-ferme", change.before.here)
    found = change.values() | here
    left_out = {"bound_season_id", "bound_version"}
    return {n: v for n, v in found.items() if isinstance(v, int) and n not in left_out}


def test_a_first_gesture_makes_a_person_active_in_season_and_day() -> None:
    found = numbers(FIRST)

    assert (found["bound_people"], found["bound_people_today"]) == (1, 1)
    assert found["bound_points_squares"] == 100


def test_a_further_gesture_makes_nobody_new() -> None:
    before = Sums(30, 30, 0, 30, 3, 3, 1, Share(30, 3, MONDAY))
    further = numbers(replace(FIRST, before=before))

    assert (further["bound_people"], further["bound_people_today"]) == (0, 0)
    assert further["bound_points_squares"] == 40**2 - 30**2


def test_taking_back_the_last_gesture_makes_them_leave() -> None:
    before = Sums(10, 10, 0, 10, 1, 1, 1, Share(10, 1, MONDAY))
    back = replace(FIRST, gestures=-1, points=-10, saving_gco2e=-500, before=before)
    found = numbers(back)

    assert back.is_taken_back
    assert (found["bound_people"], found["bound_people_today"]) == (-1, -1)
    assert (found["bound_points"], found["bound_saving_gco2e"]) == (-10, -500)


def test_points_of_evidence_make_nobody_active_and_no_gesture() -> None:
    before = Sums(10, 10, 0, 10, 1, 1, 1, Share(10, 1, MONDAY))
    bonus = replace(
        FIRST,
        gestures=0,
        points=5,
        tier=Tier.EVIDENCE,
        saving_gco2e=None,
        before=before,
    )
    found = numbers(bonus)

    assert (found["bound_gestures"], found["bound_people"]) == (0, 0)
    assert (found["bound_points_evidence"], found["bound_points_proven"]) == (5, 5)


@pytest.mark.parametrize("tier", Tier)
@given(points=st.integers(-200, 200))
def test_the_columns_by_tier_and_the_declared_rest_are_the_points(
    tier: Tier, points: int
) -> None:
    columns = tier_columns(tier, points)
    declared = points - sum(columns)

    assert declared == (points if tier is Tier.DECLARED else 0)
    assert len(columns) == sum(
        name.startswith("points_") and name != "points_squares"
        for name in added_columns("group_total")
    )


@given(
    st.integers(0, 60),
    st.integers(0, 700),
    st.integers(0, 40),
    st.integers(0, 40),
    st.sampled_from(Tier),
)
def test_a_reversal_undoes_every_number_of_its_gesture(
    points: int, before: int, gestures: int, today: int, tier: Tier
) -> None:
    there = replace(
        FIRST,
        points=points,
        tier=tier,
        before=Sums(0, 0, 0, 0, 0, 0, today, Share(before, gestures, MONDAY)),
    )
    afterwards = Sums(
        0, 0, 0, 0, 0, 0, today + 1, Share(before + points, gestures + 1, MONDAY)
    )
    back = replace(
        there, gestures=-1, points=-points, saving_gco2e=-500, before=afterwards
    )
    forth, return_ = numbers(there), numbers(back)

    assert {name: forth[name] + return_[name] for name in forth} == dict.fromkeys(
        forth, 0
    )
