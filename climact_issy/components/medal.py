"""Badges: earned ones as medallions, those to come as outlines."""

import reflex as rx
from reflex.vars import ArrayVar

from climact_issy.presenters.badges import BadgeView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link

Badges = list[BadgeView] | ArrayVar[list[BadgeView]]

SPRITE = "/art-badge.svg"


def medal(badge: BadgeView) -> rx.Component:
    """Draw a badge; what it means stands in words beside it."""
    drawn = rx.el.svg(
        rx.el.svg.use(href=f"{SPRITE}#badge-{badge.slug}"),
        view_box="0 0 72 72",
        width="100%",
        aria_hidden="true",
    )
    return rx.cond(
        badge.is_earned,
        rx.el.span(drawn, class_name="medal"),
        rx.el.span(icon(badge.icon), class_name="medal off"),
    )


def medal_row(badges: Badges) -> rx.Component:
    """Draw a few badges side by side, name and level under each."""
    return rx.el.ul(
        rx.foreach(
            badges,
            lambda badge: rx.el.li(
                medal(badge),
                rx.el.b(badge.title),
                rx.el.span(badge.level, class_name="soft"),
                key=badge.slug,
            ),
        ),
        class_name="medals",
    )


def medal_list(t: Translator, badges: Badges) -> rx.Component:
    """Draw badges under each other: what each is for, the next step, where it leads."""
    return rx.el.ul(
        rx.foreach(
            badges,
            lambda badge: rx.el.li(
                medal(badge),
                rx.el.div(
                    rx.el.p(rx.el.b(badge.title), " · ", badge.level),
                    rx.el.p(badge.sentence, class_name="small soft"),
                    rx.el.p(badge.next_step, class_name="small"),
                    rx.cond(badge.is_earned, _lead(t, badge), rx.fragment()),
                    class_name="grow",
                ),
                key=badge.slug,
            ),
        ),
        class_name="list",
    )


def _lead(t: Translator, badge: BadgeView) -> rx.Component:
    """Link to where one sees what the gestures of a badge are good for."""
    return rx.el.p(
        t("Où cela se voit\u00a0: "),
        link(badge.lead, href=badge.href),
        class_name="small",
    )
