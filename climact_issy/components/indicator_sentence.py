"""The plain sentence of an indicator, with its level or its trend marked."""

from collections.abc import Sequence

import reflex as rx

from climact_issy.presenters.indicator_words import Phrase
from climact_issy.ui.mark import shape

ARROWS = {
    "fall": "M8 15 2 8h4V1h4v7h4z",
    "rise": "M8 1l6 7h-4v7H6V8H2z",
    "steady": "M1 6h9V2l6 6-6 6v-4H1z",
}
LEVELS = ("good", "watch", "act", "none")


def indicator_sentence(phrases: Sequence[Phrase]) -> rx.Component:
    """Write the pieces of a sentence; a mark has a word, a shape and a colour."""
    return rx.fragment(*(_piece(phrase) for phrase in phrases))


def arrow(direction: str) -> rx.Component:
    """Draw the arrow of a trend: "fall", "rise" or "steady"."""
    return rx.el.svg(
        rx.el.svg.path(d=ARROWS[direction]),
        view_box="0 0 16 16",
        class_name="sh",
        aria_hidden="true",
    )


def _piece(phrase: Phrase) -> rx.Component:
    if phrase.mark in LEVELS:
        return _marked(shape(f"level-{phrase.mark}"), phrase)
    if phrase.mark in ARROWS:
        return _marked(arrow(phrase.mark), phrase)
    return rx.fragment(phrase.text)


def _marked(drawn: rx.Component, phrase: Phrase) -> rx.Component:
    """Mark words; their shape never ends a line without the first of them."""
    first, space, rest = phrase.text.partition(" ")
    return rx.el.mark(
        rx.el.span(drawn, first, class_name="nw"),
        space + rest,
        class_name=f"lv {phrase.mark}",
    )
