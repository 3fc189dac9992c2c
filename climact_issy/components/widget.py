"""An indicator as a card: sentence, value with place and age, chart; three sizes."""

from typing import Final, Literal

import reflex as rx

from climact_issy.components.charts import chart
from climact_issy.components.demo import demo_tag
from climact_issy.components.indicator_sentence import indicator_sentence
from climact_issy.presenters.indicators import Group, IndicatorView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import level_tag

Size = Literal["small", "medium", "large"]

TONES: Final[dict[Group, str]] = {"issy": "o", "france": "", "world": "g"}
"""Colour of the icon by the place of the figure; it carries no other meaning."""


def widget(t: Translator, view: IndicatorView, size: Size = "medium") -> rx.Component:
    """Build the card of an indicator; the whole card is one link.

    Args:
        t: translator of the page.
        view: the indicator.
        size: "small" is a line with the value, "medium" adds the sentence and a small
            chart, "large" says the sentence first, above the whole chart.
    """
    return {"small": _small, "medium": _medium, "large": _large}[size](t, view)


def live_line(t: Translator, view: IndicatorView) -> rx.Component:
    """Build the small card of a live figure: its page has the value of the moment."""
    return rx.el.article(
        rx.el.div(
            rx.el.span(icon(view.icon), class_name=f"leaf {TONES[view.group]}"),
            rx.el.div(
                rx.el.h3(link(view.title, href=view.href)),
                rx.el.p(
                    f"{view.place}. {t('Sa valeur change chaque jour.')}",
                    class_name="mini soft",
                ),
                class_name="grow",
            ),
            icon("next", "s20"),
            class_name="row fcard-top",
        ),
        class_name="card fcard fcard-s",
    )


def _small(t: Translator, view: IndicatorView) -> rx.Component:
    return rx.el.article(
        _head(t, view),
        rx.el.p(_value(view), *_level(view), class_name="row wraps"),
        class_name="card fcard fcard-s",
    )


def _medium(t: Translator, view: IndicatorView) -> rx.Component:
    return rx.el.article(
        _head(t, view),
        rx.el.p(_value(view)),
        *_state(view),
        rx.el.p(view.text, class_name="small"),
        *([chart(view.chart, is_mini=True)] if view.chart else []),
        _foot(t, view),
        class_name="card fcard",
    )


def _large(t: Translator, view: IndicatorView) -> rx.Component:
    return rx.el.article(
        _head(t, view),
        rx.el.p(indicator_sentence(view.sentence), class_name="fcard-say"),
        *([chart(view.chart)] if view.chart else []),
        _foot(t, view),
        class_name="card fcard fcard-l",
    )


def _head(t: Translator, view: IndicatorView) -> rx.Component:
    return rx.el.div(
        rx.el.span(icon(view.icon), class_name=f"leaf {TONES[view.group]}"),
        rx.el.div(
            rx.el.h3(link(view.title, href=view.href)),
            _where(t, view),
            class_name="grow",
        ),
        class_name="row fcard-top",
    )


def _value(view: IndicatorView) -> rx.Component:
    return rx.el.span(
        rx.el.span(view.value, class_name="num"),
        " ",
        rx.el.span(view.unit, class_name="small soft"),
    )


def _foot(t: Translator, view: IndicatorView) -> rx.Component:
    return rx.el.p(
        rx.el.span(t("Source\u00a0: {source}", source=view.source)),
        icon("next", "s20"),
        class_name="mini soft fcard-foot",
    )


def _where(t: Translator, view: IndicatorView) -> rx.Component:
    """Say the place and the age; what is made up has no age, it has the label."""
    if view.is_demo:
        return rx.el.p(view.place, "\u00a0", demo_tag(t), class_name="mini soft")
    return rx.el.p(f"{view.place}, {view.age}", class_name="mini soft")


def _level(view: IndicatorView) -> list[rx.Component]:
    return [level_tag(view.level, view.level_word)] if view.level else []


def _state(view: IndicatorView) -> list[rx.Component]:
    marks = _level(view)
    if view.trend:
        marks.append(rx.el.span(view.trend, class_name="tag"))
    return [rx.el.p(*marks, class_name="row wraps")] if marks else []
