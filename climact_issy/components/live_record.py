"""What the record of a live figure says, drawn from what its State read."""

import reflex as rx

from climact_issy.components.figure_meaning import LiveParts, fold
from climact_issy.presenters.live import LiveView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon


def live_parts(t: Translator, live: LiveView) -> LiveParts:
    """Build what a page tells of a live figure once its value is read.

    Args:
        t: the page's translator.
        live: a Var with what the State read.
    """
    return LiveParts(
        usual=_shown(
            live.usual,
            rx.el.p(
                rx.el.span(icon("figures"), class_name="leaf"),
                rx.el.span(live.usual),
                class_name="row",
            ),
        ),
        beside=rx.foreach(live.beside, rx.el.li),
        rests=_shown(live.rests, rx.el.p(live.rests, class_name="mini soft")),
        easy=_shown(
            live.easy, fold("info", t("Facile à lire"), _each_in_a_line(live.easy))
        ),
    )


def _shown(told: str | list[str], part: rx.Component) -> rx.Component:
    """Show a part once there is something to tell."""
    return rx.cond(told, part, rx.fragment())


def _each_in_a_line(lines: list[str]) -> rx.Component:
    return rx.el.div(rx.foreach(lines, rx.el.p))
