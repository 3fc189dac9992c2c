"""The goal is a progress bar in words."""

from datetime import date

import reflex as rx

from climact_issy import texts
from climact_issy.components.goal import goal
from climact_issy.domain.gestures import GoalProgress
from climact_issy.presenters.leaderboards import goal_view

FRENCH = texts.for_language("fr")


def test_the_goal_is_a_progress_bar_in_words() -> None:
    view = goal_view(FRENCH, GoalProgress(1000, 812, date(2026, 12, 13), 118))

    drawn = str(goal(FRENCH, view))

    assert 'role:"progressbar"' in drawn
    assert "behind it" not in drawn
    assert "behind it" in str(goal(FRENCH, view, detail=rx.el.p("behind it")))
    assert '"aria-valuenow":81' in drawn
    assert "812 gestes sur" in drawn
