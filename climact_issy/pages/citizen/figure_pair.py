"""Two figures side by side: each in its unit, on one axis of time."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.figure_pair import (
    Hands,
    beginning,
    choices,
    comparison,
    waiting,
)
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Indicator
from climact_issy.pages.framed import framed
from climact_issy.presenters.pair_choices import options, ready_pairs
from climact_issy.routes import Language
from climact_issy.states.citizen.figure_pairs import PairState
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link

SCRIPT = "/address.js"


def figure_pair_page(language: Language) -> rx.Component:
    """Build the page; without script it leads to each figure and to the table."""
    t = texts.for_language(language)
    shown = (*catalogue.indicators(), *live_indicators.live_indicators())
    view, title = PairState.view, t("Comparer deux chiffres")
    hands = Hands(
        choose_first=PairState.choose_first,
        choose_second=PairState.choose_second,
        swap=PairState.swap,
        draw_values=PairState.draw_values,
        draw_index=PairState.draw_index,
    )
    return framed(
        t,
        routes.COMPARE,
        rx.el.div(
            rx.el.header(
                rx.el.h1(title),
                rx.el.p(
                    t(
                        "Choisissez deux chiffres\u00a0: chacun garde son unité, et "
                        "les deux se lisent sur le même temps."
                    ),
                    class_name="soft",
                ),
                class_name="stack",
            ),
            choices(t, view, options(t, shown), hands, file=routes.API_PAIR),
            _pages_without_script(t, shown),
            rx.cond(
                view.language == t.language,
                rx.cond(
                    view.problem != "",
                    _problem(view.problem),
                    rx.fragment(
                        comparison(t, view, hands),
                        rx.cond(
                            (view.first == "") | (view.second == ""),
                            beginning(t, view, ready_pairs(t, shown)),
                            rx.fragment(),
                        ),
                    ),
                ),
                waiting(t),
            ),
            rx.el.p(
                link(t("Tous les chiffres"), href=routes.INDICATORS.to(language)),
                class_name="small taps",
            ),
            class_name="wrap pad stack g16 pair",
            custom_attrs={"data-address": view.address},
        ),
        rx.script(src=SCRIPT, defer=True),
        title=title,
        current="indicators",
    )


def _problem(words: str) -> rx.Component:
    return rx.el.p(
        icon("info", "s20"), rx.el.span(words), class_name="box warm", role="status"
    )


def _pages_without_script(t: Translator, shown: tuple[Indicator, ...]) -> rx.Component:
    """Lead to the page of each figure: they read without any script."""
    side = t.language == "en"
    return rx.el.noscript(
        rx.el.p(t("Chaque chiffre a aussi sa page, qui se lit sans JavaScript\u00a0:")),
        rx.el.ul(
            *(
                rx.el.li(
                    link(
                        f"{one.title[side]} ({one.place[side]})",
                        href=routes.indicator(one.slug).to(t.language),
                    )
                )
                for one in shown
            ),
            class_name="pages",
        ),
    )
