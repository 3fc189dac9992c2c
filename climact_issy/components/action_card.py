"""The action of the day: one card, its true reason, one orange button."""

import reflex as rx

from climact_issy.presenters.daily import DailyView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.waiting import skeleton


def action_card(
    t: Translator,
    daily: DailyView,
    *,
    catalogue_href: str,
    demo_tag: rx.Component,
) -> rx.Component:
    """Draw the card, or its skeleton until the day's choice is known.

    Args:
        t: the page's translator.
        daily: the choice of the day; its `is_ready` tells whether it is known.
        catalogue_href: address of the whole catalogue.
        demo_tag: shown beside a reason that rests on a demo series.
    """
    return rx.el.article(
        rx.cond(
            daily.is_ready,
            _chosen(t, daily, catalogue_href, demo_tag),
            _waiting(t, catalogue_href),
        ),
        class_name="card",
    )


def _chosen(
    t: Translator, daily: DailyView, catalogue_href: str, demo_tag: rx.Component
) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            icon(daily.icon, "s20"),
            t("Le geste du jour"),
            rx.el.span(
                icon("mill", "s20"),
                daily.points,
                rx.el.span(t("points"), class_name="sr"),
                class_name="tag end",
            ),
            class_name="row small b soft",
        ),
        rx.el.h2(daily.title, id="day"),
        rx.el.p(
            icon("spark"),
            rx.el.span(
                rx.el.b(t("Pourquoi aujourd’hui\u00a0?")),
                " ",
                daily.reason,
                " ",
                rx.cond(daily.is_demo, demo_tag, rx.fragment()),
            ),
            class_name="why",
        ),
        rx.el.p(
            link(
                icon("check"),
                t("Je m’y mets"),
                href=daily.href,
                class_name="btn grow",
            ),
            link(
                t("Voir tout"),
                rx.el.span(t(" le catalogue"), class_name="sr"),
                href=catalogue_href,
                class_name="btn two grow",
            ),
            class_name="row wraps",
        ),
        class_name="in stack",
    )


def _waiting(t: Translator, catalogue_href: str) -> rx.Component:
    """Keep the card's shape; without JavaScript the catalogue is one tap away."""
    return rx.el.div(
        rx.el.p(
            icon("act", "s20"), t("Le geste du jour"), class_name="row small b soft"
        ),
        rx.el.h2(t("Un geste à votre portée"), id="day"),
        rx.el.div(
            # As tall as a title of two lines and its reason: a button that jumps
            # away is tapped beside.
            skeleton("1.2rem"),
            skeleton("1.2rem"),
            skeleton("1.8rem"),
            aria_hidden="true",
            class_name="stack",
        ),
        rx.el.p(
            link(
                icon("check"),
                t("Choisir un geste"),
                href=catalogue_href,
                class_name="btn grow",
            ),
            class_name="row wraps",
        ),
        class_name="in stack",
    )
