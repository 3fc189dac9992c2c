"""The one question of the first sign-in: which neighbourhood is yours?"""

from collections.abc import Callable, Iterable

import reflex as rx

from climact_issy.domain.people import OUTSIDE, UNKNOWN
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.icons import icon
from climact_issy.ui.values import Event, Text


def region_choice(
    t: Translator,
    places: Iterable[tuple[str, rx.Component]],
    *,
    chosen: Text,
    choose: Callable[[str], Event],
) -> rx.Component:
    """Draw one button a neighbourhood, then the two ways not to choose.

    Args:
        t: the page's translator.
        places: (slug, chip with the name and the shape) of each neighbourhood.
        chosen: slug in force, "outside", "unknown" or "".
        choose: makes the event that chooses a slug.
    """
    return live_controls(
        rx.el.div(
            rx.el.ul(
                *(
                    rx.el.li(_option(slug, label, chosen, choose))
                    for slug, label in places
                ),
                class_name="chips",
            ),
            rx.el.p(
                _way_out(t("Je ne sais pas"), UNKNOWN, chosen, choose),
                _way_out(t("Je n’habite pas à Issy"), OUTSIDE, chosen, choose),
                class_name="row wraps",
            ),
            rx.el.p(
                icon("info", "s20"),
                rx.el.span(
                    t(
                        "Dans ces deux cas, vos gestes comptent pour l’objectif "
                        "commun, pas dans la course. Vous pourrez changer d’avis "
                        "dans Moi."
                    )
                ),
                class_name="row small soft",
            ),
            class_name="stack g16",
        )
    )


def _option(
    slug: str,
    label: rx.Component,
    chosen: Text,
    choose: Callable[[str], Event],
) -> rx.Component:
    return rx.el.button(
        label,
        type="button",
        class_name="chip",
        aria_pressed=chosen == slug,
        on_click=choose(slug),
    )


def _way_out(
    words: str, slug: str, chosen: Text, choose: Callable[[str], Event]
) -> rx.Component:
    return button(
        words,
        rank="two",
        class_name="low",
        aria_pressed=chosen == slug,
        on_click=choose(slug),
    )
