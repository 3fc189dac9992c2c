"""'I already do this' is a switch that says what it is worth."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.already import already


def test_the_switch_says_that_it_brings_neither_carbon_nor_points() -> None:
    drawn = str(
        already(
            texts.for_language("en"),
            is_known=rx.Var("known", _var_type=bool),
            is_doing=rx.Var("doing", _var_type=bool),
            on_click=rx.console_log("said"),
        )
    )

    assert '"aria-pressed":doing' in drawn
    assert "I already do this" in drawn
    assert "or points. Press again" in drawn
    assert 'role:"status"' in drawn
