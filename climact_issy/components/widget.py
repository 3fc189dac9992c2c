"""An indicator as a card: sentence, value with place and age, small chart."""

import reflex as rx

from climact_issy.components.charts import chart
from climact_issy.components.demo import demo_tag
from climact_issy.presenters.indicators import Group, IndicatorView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import level_tag

TONES: dict[Group, str] = {"issy": "o", "france": "", "world": "g"}
"""Colour of the icon by the place of the figure; it carries no other meaning."""


def widget(t: Translator, view: IndicatorView) -> rx.Component:
    """Build the card of an indicator; the whole card is one link."""
    return rx.el.article(
        rx.el.div(
            rx.el.span(icon(view.icon), class_name=f"leaf {TONES[view.group]}"),
            rx.el.div(
                rx.el.h3(link(view.title, href=view.href)),
                _where(t, view),
                class_name="grow",
            ),
            class_name="row fcard-top",
        ),
        rx.el.p(
            rx.el.span(view.value, class_name="num"),
            " ",
            rx.el.span(view.unit, class_name="small soft"),
        ),
        *_state(view),
        rx.el.p(view.text, class_name="small"),
        *([chart(view.chart, is_mini=True)] if view.chart else []),
        rx.el.p(
            rx.el.span(t("Source\u00a0: {source}", source=view.source)),
            icon("next", "s20"),
            class_name="mini soft fcard-foot",
        ),
        class_name="card fcard",
    )


def _where(t: Translator, view: IndicatorView) -> rx.Component:
    """Say the place and the age; what is made up has no age, it has the label."""
    if view.is_demo:
        return rx.el.p(view.place, "\u00a0", demo_tag(t), class_name="mini soft")
    return rx.el.p(f"{view.place}, {view.age}", class_name="mini soft")


def _state(view: IndicatorView) -> list[rx.Component]:
    marks: list[rx.Component] = []
    if view.level:
        marks.append(level_tag(view.level, view.level_word))
    if view.trend:
        marks.append(rx.el.span(view.trend, class_name="tag"))
    return [rx.el.p(*marks, class_name="row wraps")] if marks else []
