"""One figure that sources renew: its words are built in, its values are read live."""

from dataclasses import replace

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.live_figure import live_chart, live_head
from climact_issy.components.passport import passport
from climact_issy.domain.indicators import Indicator
from climact_issy.pages.citizen import indicator as pages
from climact_issy.pages.framed import framed
from climact_issy.presenters import indicators
from climact_issy.presenters.live import terms
from climact_issy.routes import Language
from climact_issy.states.citizen.live_figures import LiveState


def live_indicator_page(language: Language, indicator: Indicator) -> rx.Component:
    """Build the page of one live figure."""
    t = texts.for_language(language)
    view = replace(indicators.view(t, indicator), terms=terms(t, indicator))
    # When a value was read is said beside it, not where pages compile.
    facts = tuple(f for f in view.passport.facts if f.label != t("Relevé le"))
    return framed(
        t,
        routes.indicator(indicator.slug),
        rx.el.div(
            pages.neighbours(t, view),
            rx.el.section(
                live_head(t, LiveState.figure, view),
                live_chart(t, LiveState.figure, view),
                *pages.explained(t, view),
                *pages.terms(t, view),
                class_name="fig-main stack",
            ),
            rx.el.section(
                *pages.actions(t, view.slug),
                passport(
                    t,
                    replace(view.passport, facts=facts, value=""),
                    t("D’où vient ce chiffre\u00a0?"),
                ),
                pages.share(t, view),
                class_name="fig-side stack g16",
            ),
            class_name="wrap fig",
        ),
        title=view.title,
        current="indicators",
    )
