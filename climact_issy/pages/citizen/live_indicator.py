"""One figure that sources renew: its words are built in, its values are read live."""

from dataclasses import replace

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.embed_code import embed_code
from climact_issy.components.figure_meaning import figure_meaning
from climact_issy.components.live_figure import live_chart, live_head
from climact_issy.components.live_record import live_parts
from climact_issy.components.passport import passport
from climact_issy.content import actions as actions_catalogue
from climact_issy.domain.indicators import Indicator
from climact_issy.pages.citizen import indicator as pages
from climact_issy.pages.framed import framed
from climact_issy.presenters import indicators
from climact_issy.presenters.indicator_depth import depth
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.presenters.live import span_name, terms
from climact_issy.presenters.weather import watched
from climact_issy.routes import Language
from climact_issy.states.citizen.live_figures import LiveState
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link


def live_indicator_page(language: Language, indicator: Indicator) -> rx.Component:
    """Build the page of one live figure."""
    t = texts.for_language(language)
    view = replace(indicators.view(t, indicator), terms=terms(t, indicator))
    deep = depth(t, indicator, actions_catalogue.catalogue())
    # When a value was read is said beside it, not where pages compile.
    facts = tuple(f for f in view.passport.facts if f.label != t("Relevé le"))
    return framed(
        t,
        routes.indicator(indicator.slug),
        rx.el.div(
            rx.el.section(
                live_head(t, LiveState.figure, view),
                live_chart(t, LiveState.figure, view, span_name(t, indicator)),
                _file(t, view),
                *pages.compare_with(t, view),
                *figure_meaning(t, view, deep, live_parts(t, LiveState.figure)),
                *_opens(t, view),
                class_name="fig-main stack",
            ),
            rx.el.section(
                *pages.moving_actions(t, deep),
                passport(
                    t,
                    replace(view.passport, facts=facts, value=""),
                    t("D’où vient ce chiffre\u00a0?"),
                    _origin(),
                    live=LiveState.figure.value,
                ),
                embed_code(t, view),
                class_name="fig-side stack g16",
            ),
            pages.neighbours(t, view),
            class_name="wrap fig",
        ),
        title=view.title,
        current="indicators",
    )


def _file(t: Translator, view: IndicatorView) -> rx.Component:
    """Offer the last known day as a file, with licence and source on top."""
    return rx.el.p(
        link(
            t("Télécharger les données (CSV)"),
            href=routes.indicator_csv(view.slug),
            class_name="file",
            download=f"{view.slug}.csv",
        )
    )


def _origin() -> rx.Component | rx.Var[rx.Component]:
    """Say who made the newest value: not always the source that the passport names."""
    origin = LiveState.figure.origin
    return rx.cond(origin, rx.el.p(origin, class_name="small"), rx.fragment())


def _opens(t: Translator, view: IndicatorView) -> list[rx.Component]:
    """Say that the figure may open a challenge, where a rule watches it."""
    names = ", ".join(watched(t, view.slug))
    if not names:
        return []
    return [
        rx.el.p(
            icon("flag", "s20"),
            rx.el.span(
                t("Ce chiffre peut ouvrir un défi\u00a0: {names}.", names=names),
                rx.el.br(),
                link(t("La météo du climat"), href=routes.WEATHER.to(t.language)),
                class_name="links",
            ),
            class_name="box small",
        )
    ]
