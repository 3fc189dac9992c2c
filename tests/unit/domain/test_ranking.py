"""The race: nobody lowers their own neighbourhood by acting or by inviting."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.ranking import (
    Group,
    Score,
    Tally,
    beats,
    is_established,
    scores,
    terraces,
)
from tests.support.rules import RULES

WEEK = date(2026, 11, 23)
points = st.integers(0, 800)
people = st.lists(points, max_size=25)


def tally(members: Sequence[int]) -> Tally:
    return Tally(len(members), sum(members), sum(p * p for p in members))


def group(name: str, established: Sequence[int], newcomers: Sequence[int]) -> Group:
    return Group(name, tally(established), Counter(newcomers))


def score_of(groups: Sequence[Group], name: str) -> float | None:
    found: Mapping[str, Score] = {s.group_id: s for s in scores(RULES, groups)}
    return found[name].value if name in found else None


def is_no_lower(before: float | None, after: float | None) -> bool:
    return before is None or (after is not None and after >= before - 1e-9)


@given(people, people, people, st.data())
def test_no_gesture_lowers_the_score_of_its_own_neighbourhood(
    established: list[int], newcomers: list[int], others: list[int], data: st.DataObject
) -> None:
    if not established and not newcomers:
        established = [0]
    other = group("other", others, [])
    before = score_of([group("own", established, newcomers), other], "own")
    who = data.draw(st.integers(0, len(established) + len(newcomers) - 1))
    gained = data.draw(st.integers(0, 60))
    old, new = list(established), list(newcomers)
    if who < len(old):
        old[who] += gained
    else:
        new[who - len(old)] += gained

    after = score_of([group("own", old, new), other], "own")

    assert is_no_lower(before, after)


@given(people, people, people, points)
def test_no_newcomer_lowers_the_score_of_their_neighbourhood(
    established: list[int], newcomers: list[int], others: list[int], first: int
) -> None:
    other = group("other", others, [])
    before = score_of([group("own", established, newcomers), other], "own")
    after = score_of([group("own", established, [*newcomers, first]), other], "own")

    assert is_no_lower(before, after)


@given(people, people, people, points)
def test_no_newcomer_elsewhere_changes_a_score(
    established: list[int], newcomers: list[int], others: list[int], first: int
) -> None:
    own = group("own", established, newcomers)
    before = score_of([own, group("other", others, [])], "own")
    after = score_of([own, group("other", others, [first])], "own")

    assert before == after


@given(st.lists(points, min_size=10, max_size=40))
def test_a_score_lies_between_its_mean_and_the_centre(members: list[int]) -> None:
    crowd = group("other", [100] * 50, [])
    own = score_of([group("own", members, []), crowd], "own")
    mean = sum(members) / len(members)
    centre = (sum(members) + 100 * 50) / (len(members) + 50)

    assert own is not None
    assert min(mean, centre) - 1e-6 <= own <= max(mean, centre) + 1e-6


def test_newcomers_count_only_while_they_raise_the_score() -> None:
    without = score_of([group("own", [60] * 12, [])], "own")
    weak = score_of([group("own", [60] * 12, [5] * 30)], "own")
    strong = score_of([group("own", [60] * 12, [5] * 30 + [300])], "own")

    assert weak == without == pytest.approx(60)
    assert strong == pytest.approx((60 * 12 + 300 + 36 * 60) / (13 + 36))


def test_under_ten_active_people_there_is_no_score() -> None:
    assert score_of([group("own", [100] * 9, [])], "own") is None
    assert score_of([group("own", [100] * 9, [5])], "own") is not None


def test_two_weeks_after_the_first_gesture_a_person_counts_fully() -> None:
    assert is_established(date(2026, 11, 9), WEEK, RULES)
    assert not is_established(date(2026, 11, 16), WEEK, RULES)


def test_groups_that_chance_could_have_swapped_share_a_terrace() -> None:
    near = [Score("a", 101, 25), Score("b", 100, 25), Score("c", 60, 25)]

    found = [[s.group_id for s in step] for step in terraces(RULES, near)]

    assert found == [["a", "b"], ["c"]]


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0.1, 900)), max_size=7))
def test_terraces_hold_every_group_once_and_in_order(
    drawn: list[tuple[float, float]],
) -> None:
    ranked = sorted(
        (Score(str(i), value, variance) for i, (value, variance) in enumerate(drawn)),
        key=lambda score: -score.value,
    )
    steps = terraces(RULES, ranked)

    assert [score for step in steps for score in step] == ranked
    for above, below in pairwise(steps):
        assert beats(above[0], below[0]) >= RULES.name_winner_at


def test_a_certain_difference_is_certain() -> None:
    assert beats(Score("a", 2, 0), Score("b", 1, 0)) == 1
    assert beats(Score("a", 1, 0), Score("b", 1, 0)) == 0.5


def season_of(dice: random.Random, sizes: Mapping[str, int]) -> list[Group]:
    """Seven groups whose people are equally active, as seen at the season's end."""
    return [
        group(name, [round(dice.gammavariate(1.23, 80)) for _ in range(size)], [])
        for name, size in sizes.items()
    ]


def test_size_and_recruiting_do_not_decide_the_race() -> None:
    """1,000 seasons of equals: the big group must not win because it is big."""
    sizes = {"a": 90, "b": 60, "c": 45, "d": 40, "e": 30, "f": 20, "g": 12}
    dice = random.Random(7)  # noqa: S311 - a simulation, repeatable
    first: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for _ in range(1000):
        steps = terraces(RULES, scores(RULES, season_of(dice, sizes)))
        first[steps[0][0].group_id] += 1
        if len(steps[0]) == 1:
            alone[steps[0][0].group_id] += 1

    assert max(first.values()) < 300
    assert sum(alone.values()) < 300


def test_recruiting_idle_newcomers_does_not_help_either() -> None:
    sizes = dict.fromkeys("abcdefg", 30)
    dice = random.Random(11)  # noqa: S311 - a simulation, repeatable
    first: Counter[str] = Counter()
    for _ in range(1000):
        groups = season_of(dice, sizes)
        recruited = replace(groups[0], newcomers=Counter([5] * 200))
        first[scores(RULES, [recruited, *groups[1:]])[0].group_id] += 1

    assert 90 < first["a"] < 200
