"""The page of an action: readable before any account, one orange button."""

from json import dumps

import pytest

from climact_issy.content import actions
from climact_issy.domain.actions import Kind
from climact_issy.pages.citizen.action import action_page


def _written(text: str) -> str:
    """Return a text the way the compiled page writes it."""
    return dumps(text)[1:-1]


def _first(kind: Kind) -> str:
    action = next(a for a in actions.catalogue() if a.kind is kind)
    return str(action_page("fr", action))


def test_the_main_button_names_the_quantity_and_waits_for_who_comes_back() -> None:
    page = str(action_page("fr", actions.by_slug("prendre-le-velo")))
    assert "Je note " in page
    assert 'id:"log"' in page
    assert "%2Fagir%2Fprendre-le-velo%3Fq%3D" in page


def test_a_one_off_action_asks_twice() -> None:
    page = _first(Kind.ONE_OFF)
    assert _written("Vraiment fait") in page
    assert _written("Je l’ai fait") in page


def test_a_yearly_action_has_no_button() -> None:
    page = _first(Kind.YEARLY)
    assert 'id:"log"' not in page
    assert "ne se note pas" in page


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_action_has_its_page_in_both_languages(language: str) -> None:
    at = 1 if language == "en" else 0
    for action in actions.catalogue():
        page = str(action_page("en" if at else "fr", action))
        assert _written(action.title[at]) in page
        assert _written(action.how[at]) in page


def test_an_action_shows_the_figures_it_moves_after_its_button() -> None:
    page = str(action_page("fr", actions.by_slug("composter")))
    assert page.index('id:"log"') < page.index("/chiffres/dechets-menagers")


def test_an_action_that_moves_no_known_figure_says_nothing_of_figures() -> None:
    action = next(a for a in actions.catalogue() if not a.indicators)
    assert "moves" not in str(action_page("fr", action))
