"""The map of the seven neighbourhoods."""

from climact_issy import texts
from climact_issy.components.map import choice_map, map_legend, neighbourhood_map

FRENCH = texts.for_language("fr")


def test_the_map_is_a_list_of_links_for_who_does_not_see_it() -> None:
    drawn = str(neighbourhood_map(FRENCH, "les-iles"))

    assert drawn.count('href:"/quartiers/') == 7
    assert drawn.count('className:"region t1"') == 1


def test_the_map_of_the_choice_is_made_of_buttons() -> None:
    drawn = str(choice_map({}, chosen="la-ferme"))

    assert drawn.count('jsx("button"') == 7
    assert drawn.count('className:"pin you"') == 1


def test_the_legend_says_that_outlines_are_not_official() -> None:
    assert "Contours indicatifs" in str(map_legend(FRENCH))
