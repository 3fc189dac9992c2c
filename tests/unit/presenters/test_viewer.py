"""The top bar shows who is signed in, and nothing more."""

import pytest

from climact_issy.domain.people import OUTSIDE, UNKNOWN, Actor
from climact_issy.presenters.viewer import ViewerView, neighbourhood_name, viewer
from climact_issy.texts import for_language

FR = for_language("fr")


def test_nobody_is_an_empty_view() -> None:
    assert viewer(FR, None, 0) == ViewerView()


def test_a_person_has_initials_points_and_place() -> None:
    actor = Actor(7, "m", pseudonym="lina mouette", neighbourhood="la-ferme")

    view = viewer(FR, actor, 1240)

    assert view.initials == "LM"
    assert view.points == "1\u202f240"
    assert view.neighbourhood_name == "La Ferme"
    assert not view.needs_neighbourhood


def test_a_new_person_is_asked_for_their_neighbourhood() -> None:
    view = viewer(FR, Actor(7, "m", pseudonym="Awa"), 0)

    assert view.needs_neighbourhood
    assert view.neighbourhood_name == ""


@pytest.mark.parametrize(
    ("slug", "french", "english"),
    [
        (OUTSIDE, "hors d’Issy", "outside Issy"),
        (UNKNOWN, "quartier à préciser", "neighbourhood to be chosen"),
        ("atlantis", "", ""),
    ],
)
def test_every_place_has_its_words(slug: str, french: str, english: str) -> None:
    assert neighbourhood_name(FR, slug) == french
    assert neighbourhood_name(for_language("en"), slug) == english
