"""Badges: levels only grow with what is counted, and the next step is always ahead."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.badges import (
    Badge,
    Lead,
    Measure,
    Measures,
    every,
    progress,
    reached,
)

ACTIONS = ("velo", "marche", "tri")
LEAD = Lead("me", "", ("Moi", "Me"))
BIKE = Badge(
    slug="roues",
    title=("À vélo", "By bike"),
    sentence=("Vos trajets.", "Your trips."),
    icon="bike",
    measure=Measure.GESTURES,
    levels=(1, 10, 20),
    lead=LEAD,
    actions=frozenset({"velo", "marche"}),
)
COUNTS = st.integers(0, 60)
MEASURES = st.builds(
    Measures,
    gestures=st.dictionaries(st.sampled_from(ACTIONS), COUNTS),
    weeks=COUNTS,
    events=COUNTS,
    challenges=COUNTS,
    already=COUNTS,
)
BADGES = st.builds(
    Badge,
    slug=st.just("x"),
    title=st.just(("x", "x")),
    sentence=st.just(("x", "x")),
    icon=st.just("x"),
    measure=st.sampled_from(Measure),
    levels=st.sets(st.integers(1, 50), min_size=1, max_size=5).map(
        lambda steps: tuple(sorted(steps))
    ),
    lead=st.just(LEAD),
    actions=st.frozensets(st.sampled_from(ACTIONS)),
)


def more(one: Measures, other: Measures) -> Measures:
    """Return what is counted after doing all of both."""
    actions = {*one.gestures, *other.gestures}
    return Measures(
        {a: one.gestures.get(a, 0) + other.gestures.get(a, 0) for a in actions},
        one.weeks + other.weeks,
        one.events + other.events,
        one.challenges + other.challenges,
        one.already + other.already,
    )


@given(BADGES, MEASURES, MEASURES)
def test_a_level_never_goes_down_when_counts_grow(
    badge: Badge, before: Measures, added: Measures
) -> None:
    after = more(before, added)

    assert progress(badge, after).level >= progress(badge, before).level


@given(BADGES, MEASURES)
def test_the_next_step_is_ahead_and_leads_to_the_next_level(
    badge: Badge, measures: Measures
) -> None:
    found = progress(badge, measures)

    assert 0 <= found.level <= len(badge.levels)
    assert (found.next_at is None) == (found.level == len(badge.levels))
    if found.next_at is not None:
        assert found.left > 0
        assert badge.levels[found.level] == found.count + found.left


@given(st.lists(BADGES, max_size=4), MEASURES, MEASURES)
def test_what_is_reached_is_what_grew(
    badges: list[Badge], before: Measures, added: Measures
) -> None:
    after = more(before, added)
    found = reached(badges, before, after)

    assert set(found) <= set(every(badges, after))
    assert reached(badges, after, after) == ()


def test_a_badge_counts_its_own_actions_only() -> None:
    found = progress(BIKE, Measures(gestures={"velo": 7, "marche": 2, "tri": 40}))

    assert (found.count, found.level, found.next_at, found.left) == (9, 1, 10, 1)
    last = progress(BIKE, Measures(gestures={"velo": 20}))
    assert (last.level, last.next_at, last.left) == (3, None, 0)


def test_each_measure_counts_its_own_thing() -> None:
    measures = Measures({"velo": 2, "tri": 1, "marche": 0}, 5, 6, 7, 8)
    wanted = {
        Measure.GESTURES: 2,
        Measure.ACTIONS: 2,
        Measure.WEEKS: 5,
        Measure.EVENTS: 6,
        Measure.CHALLENGES: 7,
        Measure.ALREADY: 8,
    }

    for measure, count in wanted.items():
        assert measures.of(replace(BIKE, measure=measure)) == count


def test_one_more_gesture_can_reach_a_level_of_several_badges() -> None:
    before = Measures({"velo": 9}, weeks=0)
    weeks = replace(BIKE, measure=Measure.WEEKS)
    old, new = (before.after("velo", is_new_week=is_new) for is_new in (False, True))

    assert [p.level for p in reached([BIKE, weeks], before, old)] == [2]
    assert [p.level for p in reached([BIKE, weeks], before, new)] == [2, 1]
    assert before.after("tri", is_new_week=False).gestures == {"velo": 9, "tri": 1}
    assert before.after("velo", is_new_week=False, challenges=2).challenges == 2
