"""A simulation never counts twice, and never says more than its bounds."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.content import actions
from climact_issy.domain.actions import Action, Boundary
from climact_issy.domain.errors import BadInput
from climact_issy.domain.shares_of_cut import yearly_range
from climact_issy.domain.simulation import (
    USUAL_PEOPLE,
    Overlap,
    Sector,
    clash,
    crowds,
    estimate,
    nearest,
    overlap,
    read_actions,
    read_people,
    sector_of,
    sorted_out,
    swapped,
)

CATALOGUE = sorted_out(actions.catalogue())
NEEDED_T = 5925.0
any_action = st.sampled_from(actions.catalogue())
counted = st.sampled_from(CATALOGUE.counted)
people = st.integers(0, 70_000)
inhabitants = st.integers(1, 200_000)


def of(slug: str) -> Action:
    return actions.by_slug(slug)


@st.composite
def choices(draw: st.DrawFn) -> tuple[Action, ...]:
    """Actions that may be chosen together, as somebody would come to them."""
    chosen: tuple[Action, ...] = ()
    for action in draw(st.lists(counted, max_size=8)):
        chosen = swapped(action, chosen)
    return chosen


def test_every_action_stands_in_exactly_one_list() -> None:
    lists = (
        CATALOGUE.counted,
        CATALOGUE.without_figure,
        CATALOGUE.unclear,
        CATALOGUE.not_counted,
    )
    slugs = [action.slug for found in lists for action in found]
    assert sorted(slugs) == sorted(a.slug for a in actions.catalogue())
    assert all(a.boundary is Boundary.NO for a in CATALOGUE.not_counted)
    by_sector = [a for sector in Sector for a in CATALOGUE.of(sector)]
    assert sorted(a.slug for a in by_sector) == sorted(
        a.slug for a in CATALOGUE.counted
    )


@given(any_action, any_action)
def test_overlapping_goes_both_ways_and_never_with_oneself(
    one: Action, other: Action
) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, one) is None


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("pompe-a-chaleur", "isoler-son-logement", Overlap.CONTAINED),
        ("travail-sans-voiture", "teletravailler", Overlap.CONTAINED),
        ("sans-voiture-sous-5-km", "eco-conduite", Overlap.YEARLY),
        ("sans-voiture-sous-5-km", "prendre-le-velo", Overlap.SECTOR),
        ("marcher", "prendre-le-velo", Overlap.SECTOR),
        ("gaspiller-moins", "composter", Overlap.SECTOR),
        ("marcher", "composter", None),
        ("teletravailler", "pompe-a-chaleur", None),
        ("repair-cafe", "preter-un-objet", None),
    ],
)
def test_why_two_actions_are_not_added(
    one: str, other: str, why: Overlap | None
) -> None:
    assert overlap(of(one), of(other)) is why


@given(choices())
def test_a_choice_holds_at_most_one_action_of_a_sector(
    chosen: tuple[Action, ...],
) -> None:
    sectors = [sector_of(action) for action in chosen]
    assert len(set(sectors)) == len(sectors)
    assert not [pair for pair in combinations(chosen, 2) if overlap(*pair)]


@given(counted, choices())
def test_swapping_takes_the_new_one_and_only_what_it_overlaps_leaves(
    wanted: Action, chosen: tuple[Action, ...]
) -> None:
    after = swapped(wanted, chosen)
    assert after[-1] == wanted
    gone = [a for a in chosen if a not in after]
    assert all(overlap(wanted, a) for a in gone)
    assert clash(wanted, [a for a in after if a != wanted]) is None


@given(choices(), people)
def test_the_bounds_are_those_of_each_action_added_once(
    chosen: tuple[Action, ...], count: int
) -> None:
    found = estimate(chosen, count, NEEDED_T)
    ranges = [yearly_range(action, count) for action in chosen]
    most = sum(r.high_kgco2e for r in ranges if r) / 1000
    assert found.most_t == pytest.approx(most)
    assert 0 <= found.least_t <= found.most_t
    assert found.most_share == pytest.approx(found.most_t / NEEDED_T)


@given(choices(), people, people)
def test_more_people_never_change_less(
    chosen: tuple[Action, ...], one: int, other: int
) -> None:
    few, many = sorted((one, other))
    assert (
        estimate(chosen, few, NEEDED_T).most_t
        <= estimate(chosen, many, NEEDED_T).most_t
    )


@given(choices())
def test_nobody_changes_nothing(chosen: tuple[Action, ...]) -> None:
    found = estimate(chosen, 0, NEEDED_T)
    assert (found.least_t, found.most_t) == (0, 0)


@given(counted, counted, people)
def test_overlapping_actions_are_never_added(
    one: Action, other: Action, count: int
) -> None:
    if overlap(one, other):
        with pytest.raises(BadInput):
            estimate((one, other), count, NEEDED_T)
    else:
        estimate((one,) if one == other else (one, other), count, NEEDED_T)


@pytest.mark.parametrize("count", [-1, -70_000])
def test_fewer_than_no_people_are_refused(count: int) -> None:
    with pytest.raises(BadInput):
        estimate((), count, NEEDED_T)


def test_an_action_without_a_figure_is_refused() -> None:
    with pytest.raises(BadInput):
        estimate((of("chauffer-a-19"),), 10, NEEDED_T)


def test_where_nothing_is_needed_nothing_has_a_share() -> None:
    assert estimate((of("marcher"),), 10, 0).most_share == 0


def test_2000_people_who_work_from_home_are_at_most_28_percent_of_a_yearly_cut() -> (
    None
):
    found = estimate((of("teletravailler"),), USUAL_PEOPLE, NEEDED_T)
    assert (found.least_t, round(found.most_t)) == (0, 1661)
    assert round(found.most_share * 100) == 28


@given(inhabitants)
def test_the_steps_go_from_nobody_to_everybody(count: int) -> None:
    steps = crowds(count)
    assert steps[0] == 0
    assert steps[-1] == count
    assert list(steps) == sorted(set(steps))


@given(st.integers(-10, 300_000), inhabitants)
def test_the_nearest_step_is_the_nearest(asked: int, count: int) -> None:
    steps = crowds(count)
    at = nearest(asked, steps)
    assert abs(steps[at] - asked) == min(abs(step - asked) for step in steps)


@given(st.text())
def test_any_address_is_read_as_people_who_can_exist(text: str) -> None:
    assert read_people(text, crowds(67_669)) in crowds(67_669)


@pytest.mark.parametrize(
    ("text", "count"),
    [("0", 0), ("2000", 2000), ("99999999", 67_669), ("", 2000), ("-5", 2000)],
)
def test_people_of_an_address(text: str, count: int) -> None:
    assert read_people(text, crowds(67_669)) == count


@given(
    st.text()
    | st.lists(st.sampled_from([a.slug for a in actions.catalogue()])).map(".".join)
)
def test_any_address_is_read_as_a_choice_that_does_not_overlap(text: str) -> None:
    chosen = read_actions(text, CATALOGUE.counted)
    assert set(chosen) <= set(CATALOGUE.counted)
    estimate(chosen, 1, NEEDED_T)


def test_the_first_of_two_that_overlap_in_an_address_stays() -> None:
    chosen = read_actions(
        "marcher.nulle-part.teletravailler.composter", CATALOGUE.counted
    )
    assert [a.slug for a in chosen] == ["marcher", "composter"]
