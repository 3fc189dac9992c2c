"""The race: nobody lowers their own neighbourhood by acting or by inviting."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.ranking import (
    Group,
    Newcomer,
    Score,
    Tally,
    beats,
    cohort,
    is_established,
    p_best,
    part_of,
    scores,
    terraces,
    winner,
)
from tests.support.rules import RULES

WEEK = date(2026, 11, 23)
points = st.integers(0, 800)
Person = tuple[int, float]
"""Points, and the part of the season so far that they were there."""
somebody = st.tuples(points, st.sampled_from([n / 8 for n in range(1, 9)]))
people = st.lists(somebody, max_size=25)
drawn_scores = st.lists(
    st.tuples(st.floats(0, 500), st.floats(0.1, 900)), max_size=7
).map(
    lambda drawn: sorted(
        (Score(str(i), value, variance) for i, (value, variance) in enumerate(drawn)),
        key=lambda score: -score.value,
    )
)


def tally(members: Sequence[Person]) -> Tally:
    found = Tally()
    for earned, part in members:
        found = found.plus(cohort(1, earned, earned**2, part))
    return found


def group(
    name: str, established: Sequence[Person], newcomers: Sequence[Person]
) -> Group:
    return Group(name, tally(established), Counter(Newcomer(*who) for who in newcomers))


def full(earned: Sequence[int]) -> list[Person]:
    """People who were there from the first week on."""
    return [(each, 1) for each in earned]


def score_of(groups: Sequence[Group], name: str) -> float | None:
    found: Mapping[str, Score] = {s.group_id: s for s in scores(RULES, groups)}
    return found[name].value if name in found else None


def is_no_lower(before: float | None, after: float | None) -> bool:
    return before is None or (after is not None and after >= before - 1e-9)


@given(people, people, people, st.data())
def test_no_gesture_lowers_the_score_of_its_own_neighbourhood(
    established: list[Person],
    newcomers: list[Person],
    others: list[Person],
    data: st.DataObject,
) -> None:
    if not established and not newcomers:
        established = [(0, 1)]
    other = group("other", others, [])
    before = score_of([group("own", established, newcomers), other], "own")
    who = data.draw(st.integers(0, len(established) + len(newcomers) - 1))
    gained = data.draw(st.integers(0, 60))
    everybody = [*established, *newcomers]
    everybody[who] = (everybody[who][0] + gained, everybody[who][1])
    old, new = everybody[: len(established)], everybody[len(established) :]

    after = score_of([group("own", old, new), other], "own")

    assert is_no_lower(before, after)


@given(people, people, people, somebody)
def test_no_newcomer_lowers_the_score_of_their_neighbourhood(
    established: list[Person],
    newcomers: list[Person],
    others: list[Person],
    first: Person,
) -> None:
    other = group("other", others, [])
    before = score_of([group("own", established, newcomers), other], "own")
    after = score_of([group("own", established, [*newcomers, first]), other], "own")

    assert is_no_lower(before, after)


@given(people, people, people, somebody)
def test_no_newcomer_elsewhere_changes_a_score(
    established: list[Person],
    newcomers: list[Person],
    others: list[Person],
    first: Person,
) -> None:
    own = group("own", established, newcomers)
    before = score_of([own, group("other", others, [])], "own")
    after = score_of([own, group("other", others, [first])], "own")

    assert before == after


@given(st.lists(points, min_size=10, max_size=40))
def test_a_score_lies_between_its_mean_and_the_centre(members: list[int]) -> None:
    crowd = group("other", full([100] * 50), [])
    own = score_of([group("own", full(members), []), crowd], "own")
    mean = sum(members) / len(members)
    centre = (sum(members) + 100 * 50) / (len(members) + 50)

    assert own is not None
    assert min(mean, centre) - 1e-6 <= own <= max(mean, centre) + 1e-6


@given(st.lists(st.integers(1, 8), min_size=10, max_size=40), st.integers(0, 100))
def test_inviting_people_of_the_same_pace_changes_no_score(
    weeks: list[int], a_week: int
) -> None:
    """Whoever came later has fewer points and counts for less: the pace decides."""
    late = [(a_week * lived, lived / 8) for lived in weeks]
    crowd = group("other", full([a_week * 8] * 50), [])

    found = score_of([group("own", late, []), crowd], "own")

    assert found == pytest.approx(a_week * 8)


def test_newcomers_count_only_while_they_raise_the_score() -> None:
    few, many = full([5] * 30), full([5] * 30 + [300])
    without = score_of([group("own", full([60] * 12), [])], "own")
    weak = score_of([group("own", full([60] * 12), few)], "own")
    strong = score_of([group("own", full([60] * 12), many)], "own")

    assert weak == without == pytest.approx(60)
    assert strong == pytest.approx((60 * 12 + 300 + 36 * 60) / (13 + 36))


def test_who_was_there_for_half_a_season_counts_as_half_a_person() -> None:
    members = [*full([60] * 12), (40, 0.5), (40, 0.5)]
    crowd = group("other", full([60] * 40), [])
    found = score_of([group("own", members, []), crowd], "own")
    mean = (60 * 12 + 80 + 60 * 40) / (12 + 1 + 40)

    assert found == pytest.approx((60 * 12 + 80 + 36 * mean) / (13 + 36))


def test_under_ten_active_people_there_is_no_score() -> None:
    assert score_of([group("own", full([100] * 9), [])], "own") is None
    assert score_of([group("own", full([100] * 9), [(5, 1)])], "own") is not None


def test_two_weeks_after_the_first_gesture_a_person_counts_fully() -> None:
    assert is_established(date(2026, 11, 9), WEEK, RULES)
    assert not is_established(date(2026, 11, 16), WEEK, RULES)


@given(st.integers(0, 7), st.integers(0, 7))
def test_the_part_of_a_season_is_counted_in_weeks_with_this_one(
    entered: int, gone: int
) -> None:
    week, now = (WEEK + timedelta(weeks=n) for n in (entered, entered + gone))

    assert part_of(week, now, WEEK) == (gone + 1) / (entered + gone + 1)
    assert part_of(WEEK - timedelta(weeks=3), now, WEEK) == 1
    assert part_of(now + timedelta(weeks=1), now, WEEK) == 1 / (entered + gone + 1)


def test_groups_that_chance_could_have_swapped_share_a_terrace() -> None:
    near = [Score("a", 101, 25), Score("b", 100, 25), Score("c", 60, 25)]

    found = [[s.group_id for s in step] for step in terraces(RULES, near)]

    assert found == [["a", "b"], ["c"]]


def test_ahead_of_each_other_one_is_not_yet_the_best_of_all() -> None:
    """One against one the first wins at 0.84; against six at once it does not."""
    first, others = Score("a", 107, 25), [Score(n, 100, 25) for n in "bcdefg"]
    assert beats(first, others[0]) > RULES.name_winner_at
    assert p_best((first, *others), "s")["a"] < RULES.name_winner_at

    steps = terraces(RULES, [first, *others], "s")

    assert [len(step) for step in steps] == [7]
    assert winner(steps) is None


def test_a_winner_stands_alone_above_somebody() -> None:
    far = [Score("a", 200, 25), Score("b", 100, 25)]

    assert winner(terraces(RULES, far, "s")) == "a"
    assert winner(terraces(RULES, far[:1], "s")) is None
    assert winner([]) is None


@given(drawn_scores)
def test_terraces_hold_every_group_once_and_in_order(ranked: list[Score]) -> None:
    steps = terraces(RULES, ranked)

    assert [score for step in steps for score in step] == ranked
    for above, below in pairwise(steps):
        assert beats(above[0], below[0]) >= RULES.name_winner_at


@given(drawn_scores)
def test_the_chances_to_be_best_are_shares_of_one(ranked: list[Score]) -> None:
    found = p_best(tuple(ranked), "2026-s48", 200)

    assert sum(found.values()) == pytest.approx(1 if ranked else 0)
    assert p_best(tuple(reversed(ranked)), "2026-s48", 200) == found


@given(drawn_scores.filter(bool), st.floats(0, 100))
def test_who_gains_is_never_less_likely_to_be_the_best(
    ranked: list[Score], gain: float
) -> None:
    own, *others = ranked
    raised = Score(own.group_id, own.value + gain, own.variance)
    before = p_best((own, *others), "2026-s48", 200)
    after = p_best((raised, *others), "2026-s48", 200)

    assert after[own.group_id] >= before[own.group_id]


def test_the_simulation_finds_what_can_be_computed() -> None:
    ranked = (Score("a", 110, 64), Score("b", 100, 100), Score("c", 95, 36))
    expected = by_quadrature(ranked, "a")

    for seed in ("2026-s48", "2027-s05", "x"):
        assert p_best(ranked, seed)["a"] == pytest.approx(expected, abs=0.02)
    two = ranked[:2]
    assert p_best(two, "x")["a"] == pytest.approx(beats(*two), abs=0.02)


def by_quadrature(ranked: Sequence[Score], name: str) -> float:
    """Return the probability that a group is the best, summed over its values."""
    curves = {s.group_id: NormalDist(s.value, math.sqrt(s.variance)) for s in ranked}
    own = curves.pop(name)
    step = own.stdev / 200
    grid = [own.mean + step * n for n in range(-1200, 1201)]
    return sum(
        own.pdf(x) * step * math.prod(curve.cdf(x) for curve in curves.values())
        for x in grid
    )


def test_a_certain_difference_is_certain() -> None:
    assert beats(Score("a", 2, 0), Score("b", 1, 0)) == 1
    assert beats(Score("a", 1, 0), Score("b", 1, 0)) == 0.5
