"""Points follow effort and proof, under the repeats and the caps."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from climact_issy.domain.points import Earned, Rules, award, base_points, repeated
from climact_issy.domain.tiers import Tier
from tests.support.rules import RULES

efforts = st.integers(1, 5)
tiers = st.sampled_from(Tier)
points = st.integers(0, 500)
repeat_numbers = st.integers(1, 30)
nothing = Earned(0, 0, 0)


@st.composite
def rule_versions(draw: st.DrawFn) -> Rules:
    """Any version that could be scheduled, as far as an award reads it."""
    day = draw(st.integers(1, 100))
    falling = sorted(
        draw(st.lists(st.floats(0.01, 1, exclude_min=True), max_size=6)), reverse=True
    )
    return replace(
        RULES,
        points_per_effort=draw(st.integers(1, 20)),
        day_cap=day,
        week_cap=draw(st.integers(day, 7 * day)),
        declared_week_share=draw(st.floats(0, 1)),
        repeat_weights=(1.0, *falling),
    )


@st.composite
def earnings(draw: st.DrawFn) -> Earned:
    today, before, proven = draw(points), draw(points), draw(st.floats(0, 1))
    week = today + before
    return Earned(today, week, round(week * proven))


@given(efforts, tiers)
def test_more_effort_never_brings_less(effort: int, tier: Tier) -> None:
    found = [base_points(RULES, band, tier) for band in range(1, effort + 1)]

    assert found == sorted(found)
    assert found[0] > 0


@pytest.mark.parametrize("effort", [0, 6, -1])
def test_an_effort_outside_the_bands_is_refused(effort: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        base_points(RULES, effort, Tier.DECLARED)


@given(rule_versions(), efforts, tiers, earnings(), repeat_numbers)
def test_points_are_never_negative_and_never_beyond_a_cap(
    rules: Rules, effort: int, tier: Tier, earned: Earned, repeat: int
) -> None:
    base = base_points(rules, effort, tier)
    given_points = award(rules, base, earned, tier=tier, repeat=repeat)
    after = earned.plus(given_points.points, tier)

    assert 0 <= given_points.points <= base
    assert (given_points.lost_to is None) == (given_points.points == base)
    if given_points.points:
        assert after.today <= rules.day_cap
        assert after.week <= rules.week_cap
        if tier is Tier.DECLARED:
            assert after.week_declared <= rules.declared_week_cap


@given(rule_versions(), efforts, tiers, earnings(), repeat_numbers, points)
def test_who_earned_more_never_gets_more(
    rules: Rules, effort: int, tier: Tier, earned: Earned, repeat: int, more: int
) -> None:
    base = base_points(rules, effort, tier)

    def given_points(sofar: Earned) -> int:
        return award(rules, base, sofar, tier=tier, repeat=repeat).points

    for other in Tier:
        assert given_points(earned.plus(more, other)) <= given_points(earned)


@given(rule_versions(), efforts, tiers, earnings(), repeat_numbers)
def test_a_repeat_never_brings_more_and_never_nothing_by_itself(
    rules: Rules, effort: int, tier: Tier, earned: Earned, repeat: int
) -> None:
    base = base_points(rules, effort, tier)
    once = award(rules, base, earned, tier=tier, repeat=repeat).points
    again = award(rules, base, earned, tier=tier, repeat=repeat + 1).points

    assert again <= once
    assert 1 <= repeated(rules, base, repeat + 1) <= repeated(rules, base, repeat)
    assert repeated(rules, base, 1) == base


@given(
    rule_versions(),
    efforts,
    tiers.filter(lambda tier: tier is not Tier.DECLARED),
    earnings(),
    st.floats(0, 1),
)
def test_what_is_proven_is_never_squeezed_by_the_declared_share(
    rules: Rules, effort: int, tier: Tier, earned: Earned, share: float
) -> None:
    base = base_points(rules, effort, tier)
    other = replace(rules, declared_week_share=share)

    one, two = (award(each, base, earned, tier=tier) for each in (rules, other))

    assert one == two
    assert one.lost_to != "declared"


@given(
    rule_versions(),
    st.lists(st.tuples(efforts, tiers, repeat_numbers), max_size=40),
)
def test_after_any_declared_week_what_is_proven_finds_the_rest(
    rules: Rules, gestures: list[tuple[int, Tier, int]]
) -> None:
    earned = nothing
    for effort, _, repeat in gestures:
        base = base_points(rules, effort, Tier.DECLARED)
        found = award(rules, base, replace(earned, today=0), repeat=repeat)
        earned = earned.plus(found.points, Tier.DECLARED)
    rest = rules.week_cap - rules.declared_week_cap
    assume(rest > 0)
    tomorrow = replace(earned, today=0)

    proven = award(rules, 10_000, tomorrow, tier=Tier.CODE)

    assert proven.points >= min(rest, rules.day_cap)


@given(st.lists(st.tuples(efforts, tiers), max_size=40))
def test_a_day_of_gestures_stays_under_the_day_cap(
    gestures: list[tuple[int, Tier]],
) -> None:
    earned = nothing
    for effort, tier in gestures:
        found = award(RULES, base_points(RULES, effort, tier), earned, tier=tier)
        earned = earned.plus(found.points, tier)

    assert earned.today <= RULES.day_cap


def test_what_took_the_points_is_named() -> None:
    half = replace(RULES, declared_week_share=0.5, repeat_weights=(1.0, 0.6))

    assert award(half, 10, nothing).lost_to is None
    assert award(half, 10, Earned(25, 25, 0)).lost_to == "day"
    assert award(half, 10, Earned(0, 45, 0)).lost_to == "declared"
    assert award(half, 10, Earned(0, 45, 0), tier=Tier.CODE).lost_to is None
    assert award(half, 10, Earned(0, 95, 60)).lost_to == "week"
    assert award(half, 10, nothing, repeat=2).lost_to == "repeat"
    assert award(half, 10, Earned(28, 28, 0), repeat=2).lost_to == "day"


def test_declared_gestures_alone_fill_the_week_when_their_share_is_all() -> None:
    assert award(RULES, 10, Earned(0, 90, 0)).points == 10
    assert award(RULES, 10, Earned(0, 95, 0)).lost_to == "week"


def test_decimals_are_exact_and_rounded_towards_the_person() -> None:
    rules = replace(RULES, repeat_weights=(1.0, 0.6, 0.1))

    assert [repeated(rules, 20, n) for n in (1, 2, 3, 9)] == [20, 12, 2, 2]
    assert repeated(rules, 5, 3) == 1
    assert (
        replace(RULES, week_cap=100, declared_week_share=0.29).declared_week_cap == 29
    )


@given(st.integers(0, 75), tiers, st.integers(1, 5))
def test_a_pause_brings_no_points(base: int, tier: Tier, repeat: int) -> None:
    found = award(RULES, base, nothing, tier=tier, repeat=repeat, is_pause=True)

    assert (found.points, found.lost_to) == (0, "pause")
