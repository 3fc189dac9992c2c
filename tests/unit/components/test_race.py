"""Terraces, map and goal, drawn from values and from live vars alike."""

from datetime import date

from climact_issy import texts
from climact_issy.components.goal import goal
from climact_issy.components.island import TREES, island
from climact_issy.components.map import choice_map, neighbourhood_map
from climact_issy.components.terraces import terraces
from climact_issy.domain.gestures import Board, GoalProgress, Race, Standing
from climact_issy.domain.seasons import opening
from climact_issy.presenters.leaderboards import board_view

FRENCH = texts.for_language("fr")


def _view() -> str:
    standings = (
        Standing("la-ferme", 1, 45, is_ranked=True, gestures_today=7),
        Standing("les-iles", None, None, is_ranked=False, gestures_today=None),
    )
    race = Race(opening(date(2026, 10, 19), 8), standings, (("la-ferme",),), False)  # noqa: FBT003 - the field's own order
    board = Board(race, GoalProgress(1000, 812, date(2026, 12, 13), 118), 1)
    return str(terraces(FRENCH, board_view(FRENCH, board, "la-ferme")))


def test_terraces_are_an_ordered_list_of_links() -> None:
    drawn = _view()

    assert drawn.count('jsx("ol",{className:"terraces"}') == 1
    assert "/quartiers/la-ferme" in drawn


def test_the_map_is_a_list_of_links_for_who_does_not_see_it() -> None:
    drawn = str(neighbourhood_map(FRENCH, "les-iles"))

    assert drawn.count('href:"/quartiers/') == 7
    assert drawn.count('className:"region t1"') == 1


def test_the_map_of_the_choice_is_made_of_buttons() -> None:
    drawn = str(choice_map({}, chosen="la-ferme"))

    assert drawn.count('jsx("button"') == 7
    assert drawn.count('className:"pin you"') == 1


def test_the_goal_is_a_progress_bar_in_words() -> None:
    standing = GoalProgress(1000, 812, date(2026, 12, 13), 118)
    race = Race(opening(date(2026, 10, 19), 8), (), (), is_tied_at_top=False)
    view = board_view(FRENCH, Board(race, standing, 1), "")

    drawn = str(goal(FRENCH, view.goal))

    assert 'role:"progressbar"' in drawn
    assert '"aria-valuenow":81' in drawn


def test_every_tree_of_the_island_waits_for_its_week() -> None:
    drawn = str(island(3))

    assert all(f"island-tree-{n}" in drawn for n in range(1, TREES + 1))
    assert drawn.count("(true?") == 3
    assert drawn.count("(false?") == TREES - 3
