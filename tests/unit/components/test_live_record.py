"""What the record says is drawn from a State, and nothing stands where it is silent."""

from climact_issy import texts
from climact_issy.components.figure_meaning import figure_meaning
from climact_issy.components.live_record import live_parts
from climact_issy.content import actions as actions_catalogue
from climact_issy.content import live_indicators
from climact_issy.presenters import indicators
from climact_issy.presenters.indicator_depth import depth
from climact_issy.states.citizen.live_figures import LiveState
from tests.support.rendered import rendered

FRENCH = texts.for_language("fr")


def test_each_part_waits_for_its_words() -> None:
    parts = live_parts(FRENCH, LiveState.figure)

    for part, name in (
        (parts.usual, "usual"),
        (parts.beside, "beside"),
        (parts.rests, "rests"),
        (parts.easy, "easy"),
    ):
        assert f'["{name}"]' in rendered(part)
    assert "Facile à lire" in rendered(parts.easy)


def test_they_stand_in_the_sections_of_every_figure() -> None:
    indicator = live_indicators.by_slug("nitrates-eau-du-robinet")
    deep = depth(FRENCH, indicator, actions_catalogue.catalogue())
    view = indicators.view(FRENCH, indicator)
    parts = figure_meaning(FRENCH, view, deep, live_parts(FRENCH, LiveState.figure))
    said = "".join(map(rendered, parts))

    order = ["Beaucoup ou peu", '["usual"]', "Le seuil.", '["beside"]', '["rests"]']
    places = [said.index(words) for words in [*order, "Facile à lire", "Qui peut agir"]]
    assert places == sorted(places)
    assert "50\u00a0mg/L" in said
