"""One challenge of the list: a sentence, what is done, one bar, how long is left."""

import reflex as rx

from climact_issy.components.demo import demo_tag
from climact_issy.presenters.challenges import CardView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.progress import progress


def challenge_card(t: Translator, card: CardView) -> rx.Component:
    """Draw one card; the whole of it is one link.

    Args:
        t: the page's translator.
        card: the challenge; a Var on a live page.
    """
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                rx.el.span(icon(card.icon), class_name="leaf g"),
                rx.el.span(
                    rx.el.b(card.kind),
                    " ",
                    rx.cond(card.is_demo, demo_tag(t), rx.fragment()),
                    rx.el.br(),
                    rx.el.span(card.left, class_name="soft"),
                    class_name="small",
                ),
                class_name="row",
            ),
            rx.el.h3(link(card.title, href=card.href, class_name="cover")),
            rx.el.p(card.summary, class_name="small"),
            rx.cond(
                card.reason != "",
                rx.el.p(
                    icon("spark", "s20"), rx.el.span(card.reason), class_name="why"
                ),
                rx.fragment(),
            ),
            challenge_progress(card),
            class_name="in stack",
        ),
        class_name="card challenge",
        key=card.href,
    )


def challenge_progress(card: CardView) -> rx.Component:
    """Say what is done so far, and draw it."""
    return rx.cond(
        card.progress != "",
        rx.el.div(
            rx.el.p(
                card.progress,
                class_name=rx.cond(card.bar_label != "", "small b", "small soft"),
            ),
            rx.cond(
                card.bar_label != "",
                progress(card.bar_label, card.percent, card.progress),
                rx.fragment(),
            ),
            class_name="stack g4",
        ),
        rx.fragment(),
    )
