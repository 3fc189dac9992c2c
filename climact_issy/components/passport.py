"""The passport of a number: it opens in place, with or without the script."""

import reflex as rx

from climact_issy.presenters.passports import Fact, PassportView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import level_tag


def passport(
    t: Translator,
    view: PassportView,
    trigger_label: str,
    *more: rx.Component | rx.Var[rx.Component],
    live: str = "",
) -> rx.Component:
    """Build "D’où vient-il ?" and what it opens.

    Args:
        t: the page's translator.
        view: the number with its facts.
        trigger_label: words of what opens it.
        more: what is only known once the page is live, below the facts.
        live: the value of a figure that is only known then, a Var; "" for any other.
    """
    return rx.el.details(
        rx.el.summary(
            icon("passport", "s20"),
            rx.el.span(trigger_label),
            *([_stale(t)] if view.is_stale else []),
            icon("down", "s20 end"),
        ),
        rx.el.div(
            rx.el.p(view.title, class_name="mini b"),
            rx.el.p(
                _value(t, view, live),
                " ",
                rx.el.span(view.unit, class_name="small"),
                class_name="num",
            ),
            *([_range(t, view)] if view.mark_at else []),
            class_name="pass",
        ),
        *([rx.el.p(view.stale_note, class_name="box small")] if view.is_stale else []),
        rx.el.dl(
            *(part for fact in view.facts for part in _fact(fact)), class_name="facts"
        ),
        *more,
        class_name="pass-more",
    )


def _value(
    t: Translator, view: PassportView, live: str
) -> str | rx.Component | rx.Var[rx.Component]:
    missing = t("Chiffre pas encore publié")
    if isinstance(live, rx.Var):
        return rx.cond(live, rx.fragment(live), rx.fragment(missing))
    return view.value or missing


def _stale(t: Translator) -> rx.Component:
    return level_tag("act", t("à relire"))


def _range(t: Translator, view: PassportView) -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.b(custom_attrs={"style": {"left": view.mark_at}}),
            class_name="range",
            aria_hidden="true",
        ),
        rx.el.p(
            rx.el.span(t("bas {value}", value=view.low)),
            rx.el.span(t("haut {value}", value=view.high), class_name="end"),
            class_name="row mini",
        ),
    )


def _fact(fact: Fact) -> tuple[rx.Component, rx.Component]:
    value = link(fact.value, href=fact.href) if fact.href else fact.value
    return rx.el.dt(fact.label), rx.el.dd(value)
