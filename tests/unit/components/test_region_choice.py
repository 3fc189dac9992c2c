"""The neighbourhood question: what is chosen is said, not only coloured."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.region_choice import region_choice


def test_the_choice_in_force_is_pressed_and_two_ways_out_stand_beside() -> None:
    drawn = str(
        region_choice(
            texts.for_language("en"),
            [("la-ferme", rx.el.span("La Ferme"))],
            chosen="la-ferme",
            choose=rx.console_log,
        )
    )
    assert drawn.count('"aria-pressed":true') == 1
    assert drawn.count('"aria-pressed":false') == 2
    for slug in ("la-ferme", "unknown", "outside"):
        assert slug in drawn
