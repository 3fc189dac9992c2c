"""The top of the home page: three indicators in words, then their figures."""

import reflex as rx

from climact_issy.components.indicator_sentence import indicator_sentence
from climact_issy.content import indicators as catalogue
from climact_issy.presenters import indicators
from climact_issy.presenters.indicators import PebbleView
from climact_issy.texts import Translator
from climact_issy.ui.link import link


def hero(t: Translator, *, greeting: rx.Component | None = None) -> rx.Component:
    """Build the sentence of the home page and the three figures under it.

    Args:
        t: the page's translator.
        greeting: stands in place of the line above the sentence.
    """
    said = indicators.home(t, catalogue.indicators())
    return rx.fragment(
        greeting or rx.el.p(said.eyebrow, class_name="soft b small"),
        rx.el.h1(indicator_sentence(said.sentence), class_name="say"),
        pebbles(said.pebbles),
    )


def pebbles(views: tuple[PebbleView, ...]) -> rx.Component:
    """Build the figures, each a link to its indicator."""
    return rx.el.ul(
        *(
            rx.el.li(
                link(
                    view.title,
                    rx.el.b(view.value),
                    rx.el.span(view.detail, class_name="soft"),
                    href=view.href,
                )
            )
            for view in views
        ),
        class_name="pebbles",
    )
