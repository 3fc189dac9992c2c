"""A list of noted gestures, each with its undo while the day lasts."""

from collections.abc import Callable

import reflex as rx
from reflex.vars import ArrayVar

from climact_issy.presenters.actions import GestureLineView
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.sheet import more
from climact_issy.ui.values import Event

Lines = list[GestureLineView] | ArrayVar[list[GestureLineView]]

SHOWN = 5
"""Gestures listed before the fold: what follows stays one swipe away."""


def history(
    t: Translator,
    lines: Lines,
    *,
    undo: Callable[[int], Event],
    with_titles: bool,
) -> rx.Component:
    """Draw the list, newest first; the older ones wait under a fold.

    Args:
        t: the page's translator.
        lines: the gestures.
        undo: makes the event that undoes an entry.
        with_titles: name the action of each line, with a link to it.
    """

    def _row(line: GestureLineView) -> rx.Component:
        name = (
            link(line.title, href=line.href, class_name="b cover")
            if with_titles
            else None
        )
        points = rx.el.span(
            line.points, rx.el.span(t(" points"), class_name="sr"), class_name="tag"
        )
        return rx.el.li(
            rx.el.span(icon(line.icon), class_name="leaf " + line.leaf),
            rx.el.p(
                *([name] if name else []),
                rx.el.span(
                    rx.cond(line.text != "", line.text + " · ", ""),
                    line.when,
                    rx.cond(line.can_undo, " · " + line.points + t(" points"), ""),
                    class_name="small soft",
                ),
                class_name="grow",
            ),
            rx.cond(
                line.can_undo,
                live_controls(
                    button(
                        t("Annuler"),
                        rx.el.span(t(" ce geste"), class_name="sr"),
                        rank="two",
                        class_name="low",
                        on_click=undo(line.entry_id),
                    )
                ),
                points,
            ),
            key=line.entry_id,
        )

    def _list(part: Lines) -> rx.Component:
        return rx.el.ul(rx.foreach(part, _row), class_name="list")

    older = lines[SHOWN:]
    has_older = older.length() > 0 if isinstance(older, rx.Var) else bool(older)
    return rx.fragment(
        _list(lines[:SHOWN]),
        rx.cond(
            has_older,
            more(t("Voir les gestes d’avant"), _list(older)),
            rx.fragment(),
        ),
    )
