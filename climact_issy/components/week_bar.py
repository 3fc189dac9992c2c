"""The week of a person as one bar with two parts, said in words and in figures."""

import reflex as rx

from climact_issy.presenters.week import WeekView
from climact_issy.texts import Translator


def week_bar(t: Translator, week: WeekView) -> rx.Component:
    """Build the bar of the week; its figures stand below it.

    Args:
        t: the page's translator.
        week: this week; a Var on a live page.
    """
    return rx.el.div(
        rx.el.h2(t("Cette semaine"), class_name="small soft"),
        rx.el.p(
            rx.el.b(week.total, class_name="num big"),
            rx.el.span(week.out_of, class_name="soft"),
            class_name="row base",
        ),
        rx.el.div(
            _part("", week.declared_percent),
            _part("hatch", week.proven_percent),
            role="img",
            aria_label=week.value_text,
            class_name="bar two",
        ),
        rx.el.dl(
            _figure(t("gestes notés"), "", week.declared),
            _figure(t("rencontres et preuves"), "hatch", week.proven),
            class_name="parts small",
        ),
        rx.cond(
            week.sentence,
            rx.el.p(week.sentence, class_name=rx.cond(week.is_full, "b", "small")),
            rx.fragment(),
        ),
        class_name="stack week",
    )


def _part(css: str, percent: int | rx.Var[int]) -> rx.Component:
    # As one Var: Reflex does not look for vars inside a dict of custom attributes.
    width = rx.Var.create({"width": f"{percent}%"})
    return rx.el.i(class_name=css, custom_attrs={"style": width})


def _figure(name: str, css: str, points: str) -> rx.Component:
    return rx.el.div(
        rx.el.dt(rx.el.i(class_name=css, aria_hidden="true"), name),
        rx.el.dd(points, class_name="num"),
    )
