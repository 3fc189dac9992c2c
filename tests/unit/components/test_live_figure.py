"""The pieces of a live figure are drawn from a State, with its words built in."""

from climact_issy import texts
from climact_issy.components.live_figure import live_card, live_chart, live_head
from climact_issy.content import live_indicators
from climact_issy.presenters import indicators
from climact_issy.states.citizen.live_figures import LiveState
from tests.support.rendered import rendered

FRENCH = texts.for_language("fr")
VIEW = indicators.view(FRENCH, live_indicators.by_slug("electricite-maintenant"))


def test_until_the_value_is_read_the_title_stands_there() -> None:
    told = rendered(live_head(FRENCH, LiveState.figure, VIEW))

    assert VIEW.title in told
    assert "Le chiffre se charge" in told
    assert "sentence" in told


def test_the_chart_has_its_description_and_its_table() -> None:
    told = rendered(live_chart(FRENCH, LiveState.figure, VIEW, "Le jour"))

    assert "Voir le tableau" in told
    assert "Le jour" in told
    assert "description" in told
    assert '"img"' in told


def test_the_card_leads_to_the_page() -> None:
    told = rendered(live_card(FRENCH, LiveState.figure, VIEW))

    assert "/chiffres/electricite-maintenant" in told
    assert "RTE" in told
