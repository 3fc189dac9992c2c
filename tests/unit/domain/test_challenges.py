"""What each kind of challenge needs, and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.challenges import (
    BOUNDS,
    JOINED,
    MOST_DAYS,
    Draft,
    Kind,
    Scope,
    checked,
)
from climact_issy.domain.errors import BadInput
from tests.support.challenges import EVENT, GOAL, HABIT, KNOWN, PLEDGE, RACE

GOOD = (GOAL, RACE, HABIT, PLEDGE, EVENT)


def wrong(draft: Draft) -> object:
    with pytest.raises(BadInput) as caught:
        checked(draft, KNOWN)
    assert caught.value.code == "challenge_field"
    return caught.value.values["field"]


@pytest.mark.parametrize("draft", GOOD, ids=lambda draft: draft.kind)
def test_a_complete_draft_of_every_kind_passes(draft: Draft) -> None:
    assert checked(draft, KNOWN) is draft


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_bounds(kind: Kind) -> None:
    assert BOUNDS[kind].scopes
    # Whoever completes a challenge alone is awarded by its effort.
    assert BOUNDS[kind].has_effort or kind not in JOINED


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(GOAL, slug="Mille Trajets"), "slug"),
        (replace(GOAL, slug="a" * 81), "slug"),
        (replace(GOAL, title=("Mille trajets", "")), "title"),
        (replace(GOAL, title=("Mille\ntrajets", "A thousand")), "title"),
        (replace(GOAL, summary=("court", "short")), "summary"),
        (replace(GOAL, scope=Scope.NEIGHBOURHOOD), "scope"),
        (replace(RACE, scope=Scope.EVERYONE), "scope"),
        (replace(GOAL, scope=Scope.TEAM), "team"),
        (replace(GOAL, ends_on=GOAL.starts_on - timedelta(days=1)), "dates"),
        (replace(RACE, ends_on=RACE.starts_on + timedelta(days=19)), "dates"),
        (replace(GOAL, ends_on=GOAL.starts_on + timedelta(days=MOST_DAYS)), "dates"),
        (replace(GOAL, target=0), "target"),
        (replace(RACE, target=5), "target"),
        (replace(HABIT, target=HABIT.days + 1), "target"),
        (replace(HABIT, effort=0), "effort"),
        (replace(GOAL, effort=2), "effort"),
        (replace(GOAL, actions=()), "actions"),
        (replace(GOAL, actions=("velo", "velo")), "actions"),
        (replace(GOAL, actions=("voler",)), "actions"),
        (replace(EVENT, place=""), "place"),
    ],
)
def test_the_first_wrong_field_is_named(draft: Draft, field: str) -> None:
    assert wrong(draft) == field


def test_a_race_of_teams_has_no_owner_and_a_goal_of_a_team_has_one() -> None:
    assert checked(replace(RACE, scope=Scope.TEAM), KNOWN)
    assert checked(replace(GOAL, scope=Scope.TEAM, owner_team="velo"), KNOWN)


def test_french_spaces_are_text_like_any_other() -> None:
    assert checked(replace(GOAL, title=("Qui\u00a0?", "Who?")), KNOWN)


@given(
    draft=st.sampled_from(GOOD),
    kind=st.sampled_from(Kind),
    scope=st.sampled_from(Scope),
    target=st.integers(-2, 40),
    effort=st.integers(-1, 7),
    days=st.integers(-3, 200),
)
def test_what_passes_can_always_be_completed(
    draft: Draft, kind: Kind, scope: Scope, target: int, effort: int, days: int
) -> None:
    made = replace(
        draft,
        kind=kind,
        scope=scope,
        target=target,
        effort=effort,
        ends_on=draft.starts_on + timedelta(days=days),
    )
    try:
        checked(made, KNOWN)
    except BadInput:
        return
    assert made.days >= 1
    if kind in JOINED:
        assert 1 <= target <= made.days
        assert 1 <= effort <= 5
