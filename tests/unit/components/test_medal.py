"""Medals: earned ones are drawn, those to come are outlines, words beside both."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.medal import SPRITE, medal_list, medal_row
from climact_issy.presenters.badges import BadgeView
from tests.support.drawings import ASSETS

T = texts.for_language("en")
BADGES = rx.Var("badges", _var_type=list[BadgeView]).to(list[BadgeView])


def test_a_medal_is_a_drawing_of_its_own_or_a_dashed_outline() -> None:
    drawn = str(medal_row(BADGES))

    assert (ASSETS / SPRITE.removeprefix("/")).is_file()
    assert f"{SPRITE}#badge-" in drawn
    assert '"medal off"' in drawn
    assert '"aria-hidden":"true"' in drawn


def test_the_list_says_the_next_step_and_links_what_was_earned() -> None:
    drawn = str(medal_list(T, BADGES))

    for name in ("next_step", "sentence", "level", "href", "lead"):
        assert f'?.["{name}"]' in drawn
    assert "Where it shows: " in drawn
