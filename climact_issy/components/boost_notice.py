"""What a measure has opened, on the home page; no box while nothing runs."""

import reflex as rx

from climact_issy.components.demo import demo_tag
from climact_issy.presenters.boosts import BoostsView, BoostView
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link


def boost_notices(
    t: Translator, boosts: BoostsView, *, rules_href: str
) -> rx.Component:
    """Draw one notice a boost, and say their names to who does not see them come.

    Args:
        t: the page's translator.
        boosts: what runs; a Var.
        rules_href: page of the rules.
    """
    return rx.fragment(
        rx.el.p(boosts.said, role="status", aria_live="polite", class_name="sr"),
        rx.cond(
            boosts.said != "",
            rx.el.section(
                rx.el.h2(t("La météo du climat"), id="weather", class_name="sr"),
                rx.foreach(boosts.boosts, lambda boost: _notice(t, boost, rules_href)),
                class_name="wrap stack boosts",
                aria_labelledby="weather",
            ),
            rx.fragment(),
        ),
    )


def _notice(t: Translator, boost: BoostView, rules_href: str) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.div(
                rx.el.span(icon(boost.icon), class_name="leaf o"),
                rx.el.div(
                    rx.el.p(
                        t("Défi du moment"),
                        " ",
                        rx.cond(boost.is_demo, demo_tag(t), rx.fragment()),
                        class_name="small b soft",
                    ),
                    rx.el.h3(boost.title),
                    class_name="grow",
                ),
                class_name="row",
            ),
            rx.el.p(boost.reason.text),
            rx.el.p(boost.reason.source, class_name="mini soft"),
            rx.el.p(boost.summary, class_name="small"),
            class_name="stack",
        ),
        rx.el.div(
            rx.el.p(
                rx.el.span(icon("mill", "s20"), boost.bonus, class_name="tag"),
                rx.el.span(
                    icon("clock", "s20"), boost.until, class_name="row g4 small b"
                ),
                class_name="row wraps",
            ),
            button(t("Je vois ce défi"), rank="two", href=boost.href),
            rx.el.p(
                rx.cond(
                    boost.reason.href != "",
                    link(t("Voir le chiffre"), href=boost.reason.href),
                    rx.fragment(),
                ),
                link(t("La règle"), href=rules_href),
                class_name="small links",
            ),
            class_name="stack",
        ),
        class_name="card in boost",
        key=boost.href,
    )
