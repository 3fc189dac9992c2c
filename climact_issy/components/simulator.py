"""The simulator's pieces: what may be chosen, and what the choice could change."""

from collections.abc import Mapping
from dataclasses import dataclass

import reflex as rx

from climact_issy.presenters.simulation import (
    GroupView,
    OptionView,
    SimulationView,
)
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import shape
from climact_issy.ui.sheet import more
from climact_issy.ui.values import Event

OPTION = "pick-"
"""Start of the id of an action's button: the state gives it the focus back."""
FIRST_SHOWN = 5
"""Actions of a part that are shown at once; the others open on demand."""


@dataclass(frozen=True, slots=True)
class Hands:
    """What the buttons do.

    Attributes:
        swap: take the action that clashes.
        keep: leave the choice as it is.
        undo: go back one step.
        clear: put everything back.
    """

    swap: Event
    keep: Event
    undo: Event
    clear: Event


def choices(
    t: Translator,
    group: GroupView,
    view: SimulationView,
    is_here: rx.Var[bool],
    options: Mapping[str, Event],
) -> rx.Component:
    """Build the actions of one part of the accounts.

    Args:
        t: the page's translator.
        group: the part.
        view: the moment of the simulator; a Var.
        is_here: whether the server has answered in the page's language.
        options: the event of each action, by slug.
    """
    rows = [_row(o, view, is_here, options[o.slug]) for o in group.options]
    first, others = rows[:FIRST_SHOWN], rows[FIRST_SHOWN:]
    name = f"part-{group.name}"
    return rx.el.section(
        rx.el.h3(group.title, id=name),
        live_controls(rx.el.ul(*first, class_name="picks")),
        *(
            [
                more(
                    t.n("{n} autre geste", "{n} autres gestes", len(others)),
                    live_controls(rx.el.ul(*others, class_name="picks")),
                )
            ]
            if others
            else []
        ),
        aria_labelledby=name,
        class_name="stack",
    )


def _row(
    option: OptionView, view: SimulationView, is_here: rx.Var[bool], event: Event
) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(icon(option.icon), class_name=f"leaf sm {option.leaf}".rstrip()),
            rx.el.b(option.title),
            rx.el.span(
                shape(f"disc-{option.disc}"),
                f"{option.word}, {option.rhythm}",
                class_name="mini soft",
            ),
            rx.el.span(
                rx.cond(is_here, view.shares[option.at], option.share),
                class_name="num",
            ),
            rx.el.span(icon("check", "s20"), class_name="tick"),
            type="button",
            id=f"{OPTION}{option.slug}",
            on_click=event,
            aria_pressed=rx.cond(is_here & view.is_chosen[option.at], "true", "false"),
            class_name="pick",
        )
    )


def result(
    t: Translator,
    view: SimulationView,
    is_here: rx.Var[bool],
    hands: Hands,
    *,
    clash_id: str,
) -> rx.Component:
    """Build what the choice could change: words, a bar, and the way back.

    Args:
        t: the page's translator.
        view: the moment of the simulator; a Var.
        is_here: whether the server has answered in the page's language.
        hands: what the buttons do.
        clash_id: id of the question about an overlap, which takes the focus.
    """
    return rx.el.section(
        rx.el.h3(t("Ce que cela changerait"), class_name="sr"),
        rx.cond(
            is_here & (view.clash != ""),
            _clash(t, view, hands, clash_id),
            _outcome(t, view, is_here, hands),
        ),
        class_name="sim-result",
        aria_label=t("Résultat de la simulation"),
    )


def _outcome(
    t: Translator, view: SimulationView, is_here: rx.Var[bool], hands: Hands
) -> rx.Component:
    nothing = t("Choisissez un geste\u00a0: sa part s’affiche ici.")
    return rx.el.div(
        rx.el.p(
            rx.el.b(
                rx.cond(is_here, view.headline, nothing), class_name="num", id="share"
            ),
            rx.cond(
                is_here & (view.detail != ""),
                rx.el.span(view.detail, class_name="mini"),
                rx.fragment(),
            ),
            role="status",
        ),
        # The sentence above says the same.
        rx.el.div(
            rx.el.i(style={"left": f"{view.least}%", "right": f"{100 - view.most}%"}),
            rx.el.b(style={"width": f"{view.least}%"}),
            class_name="maybe",
            aria_hidden="true",
        ),
        rx.el.p(
            t("Simulation\u00a0: rien de tout cela n’a été économisé."),
            class_name="mini",
        ),
        rx.cond(
            is_here & view.is_touched,
            live_controls(
                button(
                    t("Annuler"),
                    rank="two",
                    icon_name="undo",
                    class_name="low",
                    on_click=hands.undo,
                    is_disabled=~view.can_undo,  # pyright: ignore[reportArgumentType] - a Var
                ),
                button(
                    t("Tout effacer"),
                    rank="three",
                    class_name="low",
                    on_click=hands.clear,
                    is_disabled=~view.can_clear,  # pyright: ignore[reportArgumentType] - a Var
                ),
                class_name="sim-ways",
            ),
            rx.fragment(),
        ),
        class_name="stack",
    )


def _clash(
    t: Translator, view: SimulationView, hands: Hands, clash_id: str
) -> rx.Component:
    return rx.el.div(
        rx.el.p(icon("notplus", "s20"), rx.el.span(view.clash), class_name="row small"),
        live_controls(
            button(
                t("J’échange"),
                rank="two",
                icon_name="swap",
                class_name="low",
                on_click=hands.swap,
            ),
            button(
                t("Je garde mon choix"),
                rank="three",
                class_name="low",
                on_click=hands.keep,
            ),
            class_name="sim-ways",
        ),
        id=clash_id,
        role="group",
        tab_index=-1,
        aria_label=t("Deux gestes se recouvrent"),
        class_name="stack",
    )


def further(t: Translator, view: SimulationView, is_here: rx.Var[bool]) -> rx.Component:
    """Lead from the choice to its actions, and to itself at another time."""
    return rx.cond(
        is_here & (view.chosen.length() > 0),  # pyright: ignore[reportAttributeAccessIssue] - a Var
        rx.el.div(
            rx.el.ul(
                rx.foreach(
                    view.chosen,
                    lambda found: rx.el.li(
                        link(found.label, href=found.href), key=found.href
                    ),
                ),
                class_name="pages",
                aria_label=t("Les gestes choisis"),
            ),
            rx.el.p(
                icon("share", "s20"),
                link(t("L’adresse de cette simulation"), href=view.address),
                class_name="row small",
            ),
            class_name="stack",
        ),
        rx.fragment(),
    )
