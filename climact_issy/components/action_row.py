"""One action in the catalogue: the whole row is one link."""

import reflex as rx

from climact_issy.presenters.actions import ActionView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import shape


def action_row(t: Translator, action: ActionView) -> rx.Component:
    """Draw one row; its data attributes are what assets/catalogue.js filters on."""
    return rx.el.li(
        rx.el.span(icon(action.icon), class_name=f"leaf {action.leaf}".rstrip()),
        rx.el.div(
            rx.el.h3(link(action.title, href=action.href, class_name="cover")),
            two_ways(t, action),
            class_name="grow",
        ),
        _worth(t, action),
        custom_attrs={
            "data-effort": str(action.effort),
            "data-city": "yes" if action.counts_for_city else "no",
            "data-needs": action.needs,
            "data-words": action.search,
        },
    )


def two_ways(t: Translator, action: ActionView) -> rx.Component:
    """Say in two short lines what the action does for the city and for oneself."""
    own = action.impact.footprint
    return rx.el.p(
        rx.el.span(
            t("Ville\u00a0:"),
            rx.el.b(action.impact.city.word),
            shape(f"disc-{action.impact.city.shape}"),
        ),
        rx.el.span(
            t("Moi\u00a0:"),
            rx.el.b(own.unit_value or t("pas de chiffre connu")),
            own.unit_label if own.unit_value else "",
        ),
        class_name="mini two-ways",
    )


def _worth(t: Translator, action: ActionView) -> rx.Component:
    if not action.is_loggable:
        return rx.el.span(t("à l’année"), class_name="tag")
    return rx.el.span(
        icon("mill", "s20"),
        action.points,
        rx.el.span(t("points"), class_name="sr"),
        class_name="tag",
    )
