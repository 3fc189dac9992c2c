"""Chiffres: every indicator as a readable card, by theme."""

from collections.abc import Iterator, Sequence

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.live_figure import live_card
from climact_issy.components.outside_page import outside_page
from climact_issy.components.widget import widget
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import FigureTheme, Indicator
from climact_issy.pages.framed import framed
from climact_issy.presenters import indicators
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.routes import Language
from climact_issy.settings import get_settings
from climact_issy.states.citizen.live_figures import LiveState
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.waiting import skeleton

SMARTLINA = "smartLINA"

EVEN_ROWS = (2, 4)
"""So many cards stand two by two; others three by three."""


def indicators_page(language: Language) -> rx.Component:
    """Build the page of all indicators."""
    t = texts.for_language(language)
    shown = catalogue.shown(is_demo=get_settings().is_demo)
    title = t("Les chiffres du climat, en clair")
    return framed(
        t,
        routes.INDICATORS,
        rx.el.div(
            rx.el.header(
                rx.el.h1(title),
                rx.el.p(
                    t(
                        "Les plus récents que nous ayons trouvés. Chacun dit son lieu, "
                        "son âge et sa source."
                    ),
                    class_name="soft",
                ),
                rx.el.p(
                    icon("swap", "s20"),
                    link(
                        t("Comparer deux chiffres"),
                        href=routes.COMPARE.to(t.language),
                        class_name="tap",
                    ),
                    class_name="row b",
                ),
                class_name="stack",
            ),
            _live(t),
            *_themes(t, shown),
            *outside_page(t, SMARTLINA, get_settings().smartlina_url),
            rx.el.p(
                link(
                    t("Montrer un chiffre sur votre site"),
                    href=routes.EMBEDDING.to(language),
                ),
                class_name="small taps",
            ),
            class_name="wrap pad figure-groups",
        ),
        title=title,
        current="indicators",
    )


def _live(t: Translator) -> rx.Component:
    """Show the live figures with the value they have when the page loads.

    One that never had a value has a page that says so, and no card.
    """
    themes = list(FigureTheme)
    by_theme = sorted(
        live_indicators.live_indicators(), key=lambda one: themes.index(one.theme)
    )
    cards = [
        rx.cond(
            LiveState.cards.by_slug[view.slug].has_value,
            rx.el.li(live_card(t, LiveState.cards.by_slug[view.slug], view)),
            rx.fragment(),
        )
        for view in indicators.views(t, by_theme)
    ]
    return rx.el.section(
        rx.el.h2(
            t("Des chiffres qui changent chaque jour"),
            custom_attrs={"id": "group-live"},
        ),
        rx.cond(
            LiveState.cards.by_slug,
            rx.el.ul(*cards, class_name="figures duo"),
            skeleton("150px", label=t("Le chiffre se charge")),
        ),
        rx.el.p(
            link(t("État des sources"), href=routes.SOURCE_HEALTH.to(t.language)),
            class_name="taps",
        ),
        aria_labelledby="group-live",
    )


def _themes(t: Translator, shown: Sequence[Indicator]) -> Iterator[rx.Component]:
    """Show the figures by what they are about; a card says the place of each."""
    themes = (
        (t("Climat"), {FigureTheme.CLIMATE}),
        (t("Énergie"), {FigureTheme.ENERGY}),
        (t("Déplacements et air"), {FigureTheme.TRAVEL, FigureTheme.AIR}),
        (t("Eau et déchets"), {FigureTheme.WATER, FigureTheme.WASTE}),
        (t("Autres chiffres"), {FigureTheme.OTHER}),
    )
    for title, about in themes:
        found = [indicator for indicator in shown if indicator.theme in about]
        if found:
            yield _theme(t, title, min(about), indicators.views(t, found))
        if FigureTheme.CLIMATE in about:
            yield _budget(t)


def _theme(
    t: Translator, title: str, name: str, views: Sequence[IndicatorView]
) -> rx.Component:
    cards = [rx.el.li(widget(t, view)) for view in views]
    size = "figures duo" if len(cards) in EVEN_ROWS else "figures"
    return rx.el.section(
        rx.el.h2(title, custom_attrs={"id": f"group-{name}"}),
        rx.el.ul(*cards, class_name=size),
        aria_labelledby=f"group-{name}",
    )


def _budget(t: Translator) -> rx.Component:
    return rx.el.p(
        icon("stairs", "s20"),
        link(
            t("Le budget climat de la ville et son simulateur"),
            href=routes.CLIMATE_BUDGET.to(t.language),
            class_name="tap",
        ),
        class_name="row b",
    )
