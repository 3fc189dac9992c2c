"""'I already do this': a quiet switch under the button that notes a gesture."""

import reflex as rx

from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.values import Event, Flag


def already(
    t: Translator, *, is_known: Flag, is_doing: rx.Var[bool], on_click: Event
) -> rx.Component:
    """Draw the switch; it stays away until we know whom we ask.

    Args:
        t: the page's translator.
        is_known: whether somebody is signed in and their answer was read.
        is_doing: their answer.
        on_click: turns it over.
    """
    return rx.cond(
        is_known,
        rx.el.div(
            live_controls(
                button(
                    t("Je le fais déjà"),
                    rank="two",
                    class_name="low",
                    icon_name="check",
                    on_click=on_click,
                    aria_pressed=is_doing,
                )
            ),
            rx.el.p(
                rx.cond(
                    is_doing,
                    t("Reconnu, sans CO₂e ni points. Un second appui l’enlève."),
                    "",
                ),
                role="status",
                class_name="small soft",
            ),
            class_name="stack g4",
        ),
        rx.fragment(),
    )
