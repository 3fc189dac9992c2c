"""The fairness of a catalogue: exact, and it names what breaks it."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from climact_issy.domain.actions import Action, Applicability, Cadence, Kind, Period
from climact_issy.domain.caps import times_a_week
from climact_issy.domain.fairness import (
    Month,
    Persona,
    Question,
    Slot,
    culprits,
    reachable,
    year,
)
from climact_issy.domain.people import Situation
from climact_issy.domain.points import base_points, repeated
from climact_issy.domain.tiers import Tier
from tests.support.gestures import BIKE, YEARLY
from tests.support.rules import RULES

RULE = replace(RULES, repeat_weights=(1.0, 0.6, 0.2))
TENANT = Persona("tenant", ("", ""), Situation(True, False, False, True))  # noqa: FBT003 - four answers
DRIVER = Persona("driver", ("", ""), Situation(False, True, True, False))  # noqa: FBT003 - four answers
ASKED = Question(RULE, minutes=30, spread=0.1)


def action(slug: str, effort: int = 1, minutes: int = 10, **changes: object) -> Action:
    found = replace(BIKE, slug=slug, effort=effort, minutes=minutes)
    return replace(found, **({"cadence": Cadence(2, Period.WEEK)} | changes))


@st.composite
def catalogues(draw: st.DrawFn) -> list[Action]:
    return [
        action(
            f"a{n}",
            draw(st.integers(1, 5)),
            draw(st.integers(0, 25)),
            cadence=Cadence(draw(st.integers(1, 3)), Period.WEEK),
        )
        for n in range(draw(st.integers(0, 4)))
    ]


@settings(max_examples=60)
@given(catalogues(), st.integers(0, 3), st.integers(0, 40))
def test_the_best_week_is_the_one_found_by_trying_all(
    catalogue: list[Action], shared: int, minutes: int
) -> None:
    slot = Slot(("", ""), 2, frozenset(a.slug for a in catalogue[:shared]))
    asked = Question(RULE, minutes, 0.1, (slot,))

    found = reachable(TENANT, catalogue, asked, 1)

    assert found == _by_trying_all(catalogue, asked, shared)


def _by_trying_all(catalogue: list[Action], asked: Question, shared: int) -> int:
    best = 0
    for counts in product(*(range(times_a_week(a) + 1) for a in catalogue)):
        spent = sum(n * a.minutes for n, a in zip(counts, catalogue, strict=True))
        if spent > asked.minutes or sum(counts[:shared]) > asked.slots[0].times:
            continue
        points = sum(
            repeated(RULE, base_points(RULE, a.effort, Tier.DECLARED), n)
            for count, a in zip(counts, catalogue, strict=True)
            for n in range(1, count + 1)
        )
        best = max(best, points)
    return best


@pytest.mark.parametrize(
    "closed",
    [
        action("x", kind=Kind.YEARLY, quantity=None),
        action("x", months=frozenset({7})),
        action("x", applicability=Applicability(car=True)),
        action("x", minutes=31),
        YEARLY,
    ],
    ids=["yearly", "out of season", "needs a car", "too long", "not noted"],
)
def test_what_one_cannot_do_brings_nothing(closed: Action) -> None:
    assert reachable(TENANT, [closed], ASKED, 1) == 0


def test_what_is_out_of_reach_brings_nothing() -> None:
    walker = replace(TENANT, cannot=frozenset({"x"}))

    assert reachable(TENANT, [action("x")], ASKED, 1) == 5 + 3
    assert reachable(walker, [action("x")], ASKED, 1) == 0


def test_a_rest_between_two_times_lowers_what_a_week_brings() -> None:
    daily = action("x", minutes=0, cadence=Cadence(1, Period.DAY))

    assert reachable(TENANT, [daily], ASKED, 1) == 5 + 3 + 5 * 1
    rested = replace(daily, cool_down_days=3)
    assert reachable(TENANT, [rested], ASKED, 1) == 5 + 3 + 1


def test_the_spread_is_a_share_of_the_lowest() -> None:
    assert Month(1, {"a": 100, "b": 110}).spread == pytest.approx(0.1)
    assert Month(1, {"a": 5, "b": 5}).spread == 0
    assert Month(1, {"a": 0, "b": 5}).spread == float("inf")
    assert Month(1, {"a": 0, "b": 0}).spread == 0


def test_each_month_has_its_own_catalogue() -> None:
    summer = action("x", months=frozenset({7}))

    found = year([TENANT, DRIVER], [summer, action("y")], ASKED)

    assert [month.month for month in found] == list(range(1, 13))
    assert found[6].points["tenant"] > found[0].points["tenant"]


def test_a_bad_catalogue_is_told_by_its_bad_action() -> None:
    shared = [action(f"s{n}", minutes=0) for n in range(5)]
    small = action("garden", applicability=Applicability(garden=True))
    bad = action("car", 5, 1, applicability=Applicability(car=True))
    people = [TENANT, DRIVER]

    assert not culprits(people, [*shared, replace(small, minutes=35)], ASKED)
    found = culprits(people, [*shared, small, bad], ASKED)

    assert {culprit.slug for culprit in found} == {"car"}
    assert len(found) == 12


def test_an_action_that_leaves_one_behind_may_be_opened_instead() -> None:
    # Without "heat" the tenant is ahead by "tram"; open to both, by less of a share.
    basis = action("basis", 4, 0)
    heat = action("heat", 5, 0, applicability=Applicability(shared_heating=False))
    tram = action("tram", 1, 0, applicability=Applicability(car=False))

    (found, *_) = culprits([TENANT, DRIVER], [basis, heat, tram], ASKED)

    assert (found.slug, found.remedy) == ("heat", "open")
    assert found.spread == pytest.approx(8 / (32 + 40))
