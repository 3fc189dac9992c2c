"""Terraces, drawn from values as from live vars."""

from datetime import date

from climact_issy import texts
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


def test_terraces_that_wait_say_so() -> None:
    assert "La course se charge" in _view()
