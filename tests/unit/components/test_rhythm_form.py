"""A goal and a pause: labelled questions, and a way back from the pause."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.rhythm_form import GOALS, PAUSES, goal_form, pause_form
from climact_issy.domain.recognition import (
    MOST_PAUSE_WEEKS,
    MOST_WEEKLY,
    checked_goal,
    pause_until,
)
from tests.support.gestures import NOON

T = texts.for_language("en")
SAVE = rx.console_log("saved")


def test_every_choice_may_be_made() -> None:
    assert all(checked_goal(goal) for goal in GOALS)
    assert all(pause_until(NOON.date(), weeks) for weeks in PAUSES)
    assert (max(GOALS), max(PAUSES)) == (MOST_WEEKLY, MOST_PAUSE_WEEKS)


def test_no_goal_is_a_choice_too() -> None:
    drawn = str(goal_form(T, "5", SAVE, name="goal"))

    assert "no goal" in drawn
    assert drawn.count('jsx("option"') == len(GOALS) + 1
    assert 'htmlFor:"goal"' in drawn


def test_a_pause_is_asked_for_or_ended() -> None:
    pause = rx.Var("pause", _var_type=str)
    drawn = str(pause_form(T, pause, SAVE, name="weeks"))

    assert "Take a break" in drawn
    assert "I am back" in drawn
    assert 'htmlFor:"weeks"' in drawn
