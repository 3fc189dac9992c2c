"""An indicator as a card: sentence, value with place and age, small chart."""

import reflex as rx

from climact_issy.components.charts import chart
from climact_issy.components.demo import demo_tag
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import level_tag


def widget(t: Translator, view: IndicatorView) -> rx.Component:
    """Build the card of an indicator; the whole card is one link."""
    return rx.el.article(
        rx.el.p(
            rx.el.span(icon(view.icon, "s20"), class_name="leaf sm"),
            rx.el.span(f"{view.place}, {view.age}", class_name="mini soft"),
            *([demo_tag(t)] if view.is_demo else []),
            class_name="row",
        ),
        rx.el.h3(link(view.title, href=view.href)),
        rx.el.p(
            rx.el.span(view.value, class_name="num"),
            " ",
            rx.el.span(view.unit, class_name="small soft"),
        ),
        *_state(view),
        rx.el.p(view.text, class_name="small"),
        *([chart(view.chart, is_mini=True)] if view.chart else []),
        class_name="card fcard",
    )


def _state(view: IndicatorView) -> list[rx.Component]:
    marks: list[rx.Component] = []
    if view.level:
        marks.append(level_tag(view.level, view.level_word))
    if view.trend:
        marks.append(rx.el.span(view.trend, class_name="tag"))
    return [rx.el.p(*marks, class_name="row wraps")] if marks else []
