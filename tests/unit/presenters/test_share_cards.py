"""Cards say what the pages publish, and nothing of a group that is too small."""

from datetime import date

import pytest

from climact_issy import texts
from climact_issy.domain.errors import NotFound
from climact_issy.domain.gestures import Board, GoalProgress, Race, Standing
from climact_issy.domain.seasons import opening
from climact_issy.presenters.share_cards import city_card, neighbourhood_card

FRENCH = texts.for_language("fr")
ENGLISH = texts.for_language("en")
RANKED = Standing(
    "la-ferme", 1, 124, is_ranked=True, gestures_today=12, people=31, previous=149
)
SMALL = Standing("les-iles", None, None, is_ranked=False, gestures_today=None)
BOARD = Board(
    Race(
        opening(date(2026, 10, 19), 8),
        (RANKED, SMALL),
        (("la-ferme",),),
        is_tied_at_top=False,
    ),
    GoalProgress(5000, 2588, date(2026, 12, 13), 412, 37),
    9,
)


def test_the_city_card_is_the_shared_goal() -> None:
    card = city_card(ENGLISH, BOARD, is_demo=False)
    assert card.percent == 51
    assert card.number == "2,588"
    assert "5,000" in card.unit
    assert "2,412" in card.headline
    assert card.demo == ""
    assert len(card.lines) == 2


def test_a_ranked_neighbourhood_shows_its_progress_and_never_its_people() -> None:
    card = neighbourhood_card(FRENCH, BOARD, "la-ferme", is_demo=True)
    assert (card.headline, card.number, card.demo) == ("La Ferme", "124", "démo")
    assert "83" in card.lines[0]
    assert "12 gestes" in card.lines[1]
    assert "31" not in " ".join((card.headline, card.number, card.unit, *card.lines))


def test_a_small_neighbourhood_has_no_number() -> None:
    card = neighbourhood_card(FRENCH, BOARD, "les-iles", is_demo=False)
    assert (card.number, card.unit, card.percent) == ("", "", None)
    assert card.lines == ("Pas encore classé\u00a0: il faut 10 participants.",)


def test_an_unknown_neighbourhood_is_not_found() -> None:
    with pytest.raises(NotFound):
        neighbourhood_card(FRENCH, BOARD, "nulle-part", is_demo=False)
