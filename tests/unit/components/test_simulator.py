"""The simulator's pieces: buttons that say they are pressed, words beside the bar."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.simulator import (
    FIRST_SHOWN,
    Hands,
    choices,
    further,
    result,
)
from climact_issy.content import budget as content
from climact_issy.presenters.simulation import SimulationView, groups
from tests.support.rendered import rendered

FRENCH = texts.for_language("fr")
HERE = rx.Var.create(value=True)
NO_HANDS = Hands(swap=None, keep=None, undo=None, clear=None)
CATALOGUE = content.simulated()


def live(view: SimulationView) -> SimulationView:
    """A view as a page holds it: a Var."""
    found: object = rx.Var.create(view)
    return found  # pyright: ignore[reportReturnType] - a Var stands for its value


def test_every_action_of_a_part_is_a_button_and_only_the_first_are_open() -> None:
    group = groups(FRENCH, CATALOGUE, 2000, 5925)[0]
    events = {option.slug: None for option in group.options}
    drawn = rendered(choices(FRENCH, group, live(SimulationView()), HERE, events))
    assert drawn.count('"aria-pressed"') == len(group.options)
    assert f"{len(group.options) - FIRST_SHOWN} autres gestes" in drawn
    assert all(option.title in drawn for option in group.options)


def test_a_short_part_has_nothing_to_open() -> None:
    group = groups(FRENCH, CATALOGUE, 2000, 5925)[2]
    events = {option.slug: None for option in group.options}
    drawn = rendered(choices(FRENCH, group, live(SimulationView()), HERE, events))
    assert len(group.options) == FIRST_SHOWN
    assert "details" not in drawn


def test_the_result_says_that_nothing_was_saved_and_the_bar_is_silent() -> None:
    drawn = rendered(
        result(FRENCH, live(SimulationView()), HERE, NO_HANDS, clash_id="clash")
    )
    assert "rien de tout cela n’a été économisé" in drawn
    assert 'role:"status"' in drawn
    assert 'id:"clash"' in drawn
    assert '"aria-hidden":"true"' in drawn


def test_the_choice_leads_to_its_actions_and_to_itself() -> None:
    drawn = rendered(further(FRENCH, live(SimulationView()), HERE))
    assert "L’adresse de cette simulation" in drawn
