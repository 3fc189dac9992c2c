"""One's own rhythm and the steps of a place."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.errors import BadInput
from climact_issy.domain.recognition import (
    MOST_PAUSE_WEEKS,
    Rhythm,
    checked_goal,
    milestone,
    pause_until,
    running_pause,
)

TODAY = date(2026, 11, 25)
STEPS = (100, 250, 500)


def test_a_pause_is_silent_about_the_goal() -> None:
    assert Rhythm(goal=5, done=2).shows_goal
    assert not Rhythm(goal=0, done=2).shows_goal
    assert not Rhythm(goal=5, done=2, paused_until=TODAY).shows_goal


def test_a_pause_lasts_whole_weeks_and_eight_at_most() -> None:
    assert pause_until(TODAY, 2) == TODAY + timedelta(days=14)
    assert pause_until(TODAY, 0) is None
    assert pause_until(TODAY, MOST_PAUSE_WEEKS) == TODAY + timedelta(days=56)
    for weeks in (-1, MOST_PAUSE_WEEKS + 1):
        with pytest.raises(BadInput):
            pause_until(TODAY, weeks)


def test_a_pause_runs_to_the_end_of_its_last_day() -> None:
    assert running_pause(TODAY, TODAY) == TODAY
    assert running_pause(TODAY, TODAY + timedelta(days=1)) is None
    assert running_pause(None, TODAY) is None


@pytest.mark.parametrize("goal", [-1, 51])
def test_a_goal_has_its_bounds(goal: int) -> None:
    assert (checked_goal(0), checked_goal(50)) == (0, 50)
    with pytest.raises(BadInput):
        checked_goal(goal)


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_a_milestone_is_passed_once_and_for_all(gestures: int, added: int) -> None:
    before, after = milestone(gestures, STEPS), milestone(gestures + added, STEPS)

    assert before.reached <= gestures
    assert after.reached >= before.reached
    assert before.next_at is None or before.next_at > gestures


def test_the_steps_of_a_place_are_told_from_before_the_first_to_after_the_last() -> (
    None
):
    found = [milestone(n, STEPS) for n in (99, 100, 500)]

    assert [(m.reached, m.next_at) for m in found] == [
        (0, 100),
        (100, 250),
        (500, None),
    ]
