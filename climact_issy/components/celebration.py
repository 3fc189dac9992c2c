"""The thank-you after a gesture: what was noted, what moved, and undo."""

from collections.abc import Callable

import reflex as rx

from climact_issy.components.landscape import scene
from climact_issy.presenters.actions import OutcomeView
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.icons import icon
from climact_issy.ui.values import Event, Text

HEADING = "done"
"""Id of the heading that takes the focus when the thank-you appears."""


def celebration(
    t: Translator,
    outcome: OutcomeView,
    *,
    demo_tag: rx.Component,
    act_href: str,
    undo: Callable[[int], Event],
    close: Event,
) -> rx.Component:
    """Draw the outcome of one gesture; its movement stops where asked to.

    Args:
        t: the page's translator.
        outcome: what the gesture did, or that it was undone.
        demo_tag: label of demo people's points, empty for real ones.
        act_href: address of the catalogue.
        undo: makes the event that undoes an entry.
        close: goes back to the action.
    """
    return rx.el.div(
        rx.el.div(
            rx.cond(outcome.is_undone, scene("empty"), scene("logged")),
            class_name="sky",
        ),
        rx.el.div(
            rx.el.h1(
                outcome.title,
                id=HEADING,
                tab_index=-1,
                on_mount=rx.set_focus(HEADING),
            ),
            rx.el.p(
                rx.el.span(
                    outcome.points,
                    class_name=rx.cond(outcome.is_undone, "plus num gone", "plus num"),
                ),
                rx.el.span(
                    rx.el.b(t("points")),
                    " ",
                    demo_tag,
                    rx.el.br(),
                    rx.el.span(outcome.beneficiary, class_name="small soft"),
                ),
                class_name="row",
            ),
            _sentence(outcome.cap_sentence, "info", "box warm"),
            _sentence(outcome.badge, "spark", "box"),
            _moved(t, outcome),
            rx.el.p(
                button(t("Un autre geste"), href=act_href, class_name="grow"),
                button(
                    t("Revenir"),
                    rx.el.span(t(" à ce geste"), class_name="sr"),
                    rank="two",
                    class_name="grow",
                    on_click=close,
                ),
                class_name="row wraps",
            ),
            class_name="wrap narrow stack done-in",
        ),
        _undo_bar(outcome, undo),
        class_name="done",
    )


def _sentence(text: Text, icon_name: str, class_name: str) -> rx.Component:
    return rx.cond(
        text != "",
        rx.el.p(icon(icon_name, "s20"), rx.el.span(text), class_name=class_name),
        rx.fragment(),
    )


def _moved(t: Translator, outcome: OutcomeView) -> rx.Component:
    """Say what the gesture moved: the shared goal, then the two banks in words."""
    goal = rx.cond(
        outcome.lines,
        rx.el.li(
            rx.el.span(icon("flag"), class_name="leaf"),
            rx.el.div(
                rx.foreach(
                    outcome.lines,
                    lambda line, at: rx.el.p(
                        line, class_name=rx.cond(at == 0, "b", "small soft")
                    ),
                ),
                class_name="grow",
            ),
        ),
        rx.fragment(),
    )
    return rx.el.ul(
        goal,
        _bank(t("Mon empreinte"), outcome.footprint_sentence, "foot", "g"),
        _bank(t("Budget climat de la ville"), outcome.city_sentence, "town", "n"),
        class_name="list card in",
    )


def _bank(name: str, sentence: Text, icon_name: str, leaf: str) -> rx.Component:
    return rx.cond(
        sentence != "",
        rx.el.li(
            rx.el.span(icon(icon_name), class_name=f"leaf {leaf}"),
            rx.el.p(
                rx.el.b(name),
                rx.el.br(),
                rx.el.span(sentence, class_name="small soft"),
                class_name="grow",
            ),
        ),
        rx.fragment(),
    )


def _undo_bar(outcome: OutcomeView, undo: Callable[[int], Event]) -> rx.Component:
    return rx.cond(
        outcome.is_undone,
        rx.fragment(),
        rx.el.div(
            rx.el.div(
                rx.el.span(
                    outcome.noted,
                    rx.el.br(),
                    rx.el.span(outcome.undo_until, class_name="mini"),
                    class_name="grow",
                ),
                live_controls(
                    button(
                        icon("undo", "s20"),
                        outcome.undo_label,
                        class_name="low",
                        on_click=undo(outcome.entry_id),
                    )
                ),
                class_name="toast",
            ),
            class_name="float",
        ),
    )
