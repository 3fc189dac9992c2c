"""One indicator at three depths, what it means, and who and what moves it."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.charts import chart, table_twin
from climact_issy.components.demo import demo_tag
from climact_issy.components.embed_code import embed_code
from climact_issy.components.figure_meaning import figure_meaning
from climact_issy.components.indicator_sentence import indicator_sentence
from climact_issy.components.passport import passport
from climact_issy.content import actions as actions_catalogue
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Indicator
from climact_issy.pages.framed import framed
from climact_issy.presenters import indicators
from climact_issy.presenters.indicator_depth import DepthView, depth
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.presenters.moving_shares import MovingView
from climact_issy.routes import Language
from climact_issy.settings import get_settings
from climact_issy.states.citizen.live_figures import LiveState
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import level_tag

MOST_ACTIONS = 5


def indicator_page(language: Language, indicator: Indicator) -> rx.Component:
    """Build the page of one indicator."""
    t = texts.for_language(language)
    view = indicators.view(t, indicator)
    deep = depth(t, indicator, actions_catalogue.catalogue())
    return framed(
        t,
        routes.indicator(indicator.slug),
        rx.el.div(
            rx.el.section(
                _head(t, view, deep),
                *_picture(t, view),
                *_data(t, view),
                *compare_with(t, view),
                *figure_meaning(t, view, deep),
                class_name="fig-main stack",
            ),
            rx.el.section(
                *moving_actions(t, deep),
                *_footprint(t, view),
                passport(t, view.passport, t("D’où vient ce chiffre\u00a0?")),
                *_budget(t, view),
                embed_code(t, view),
                class_name="fig-side stack g16",
            ),
            neighbours(t, view),
            class_name="wrap fig",
        ),
        title=view.title,
        current="indicators",
    )


def neighbours(t: Translator, shown: IndicatorView) -> rx.Component:
    """Link to the other figures of the same place, so that one leads to the next.

    A live figure is among them once it has a value.
    """
    bundled = catalogue.shown(is_demo=get_settings().is_demo)
    live = live_indicators.live_indicators()
    views = indicators.views(t, (*live, *bundled))
    beside = [v for v in views if v.group == shown.group and v.slug != shown.slug]
    return rx.el.nav(
        rx.el.h2(t("Autres chiffres"), custom_attrs={"id": "others"}),
        rx.el.div(*map(_chip, beside), class_name="chips"),
        aria_labelledby="others",
        class_name="fig-nav stack",
    )


def _chip(view: IndicatorView) -> rx.Component:
    chip = link(icon(view.icon, "s20"), view.title, href=view.href, class_name="chip")
    if not live_indicators.is_live(view.slug):
        return chip
    return rx.cond(LiveState.known[view.slug], chip, rx.fragment())


def _head(t: Translator, view: IndicatorView, deep: DepthView) -> rx.Component:
    return rx.el.header(
        rx.el.p(
            f"{t('En une phrase.')} {view.place}, {view.age}",
            *(["\u00a0", demo_tag(t)] if view.is_demo else []),
            class_name="soft b small",
        ),
        rx.el.h1(indicator_sentence(view.sentence), class_name="say"),
        rx.el.p(
            rx.el.span(
                rx.el.b(view.value, class_name="num"), " ", view.unit, class_name="tag"
            ),
            *([level_tag(view.level, view.level_word)] if view.level else []),
            *([rx.el.span(view.trend, class_name="tag")] if view.trend else []),
            class_name="row wraps",
        ),
        *([rx.el.p(deep.certainty, class_name="small soft")] if deep.certainty else []),
        class_name="stack",
    )


def _picture(t: Translator, view: IndicatorView) -> list[rx.Component]:
    if view.chart is None:
        return []
    return [
        rx.el.h2(t("En image"), class_name="depth"),
        rx.el.figure(chart(view.chart)),
    ]


def _data(t: Translator, view: IndicatorView) -> list[rx.Component]:
    """Offer every value: as a table, and as a file with licence and source on top."""
    return [
        rx.el.h2(t("En données"), class_name="depth"),
        table_twin(t, view.table),
        rx.el.p(
            link(
                t("Télécharger les données (CSV)"),
                href=routes.indicator_csv(view.slug),
                class_name="file",
                download=f"{view.slug}.csv",
            ),
        ),
    ]


def compare_with(t: Translator, view: IndicatorView) -> list[rx.Component]:
    """Lead to the page that puts another figure beside this one.

    Neither a made-up one nor one in classes is compared.
    """
    if view.is_demo or view.is_in_classes:
        return []
    return [
        rx.el.p(
            link(
                icon("swap", "s20"),
                t("Comparer avec un autre chiffre"),
                href=routes.comparison(view.slug).to(t.language),
                class_name="file",
            ),
        )
    ]


def moving_actions(t: Translator, deep: DepthView) -> list[rx.Component]:
    """List the actions that move a figure, and how to read their shares."""
    said = rx.el.p(deep.scale, class_name="box warm small")
    told: list[rx.Component] = [said] if deep.scale else []
    if not deep.moving:
        return told
    return [
        rx.el.h2(t("Ces gestes font bouger ce chiffre")),
        *told,
        rx.el.ul(*map(_action, deep.moving[:MOST_ACTIONS]), class_name="list"),
        button(
            t("Je cherche un autre geste"), rank="two", href=routes.ACT.to(t.language)
        ),
    ]


def _footprint(t: Translator, view: IndicatorView) -> list[rx.Component]:
    """Lead from a figure of the whole planet to one that a person can change."""
    if view.group != "world":
        return []
    return [
        button(
            t("Voir l’empreinte d’une personne"),
            rank="two",
            href=routes.indicator(indicators.FOOTPRINT).to(t.language),
        )
    ]


def _action(moving: MovingView) -> rx.Component:
    """Build one row: the action, and its share of what is needed where it is known."""
    return rx.el.li(
        rx.el.span(icon(moving.icon), class_name="leaf g"),
        rx.el.div(
            rx.el.h3(link(moving.title, href=moving.href, class_name="cover")),
            *([rx.el.p(moving.share, class_name="small")] if moving.share else []),
            *(
                [rx.el.p(moving.detail, class_name="mini soft")]
                if moving.detail
                else []
            ),
            class_name="grow",
        ),
        icon("next", "s20"),
    )


def _budget(t: Translator, view: IndicatorView) -> list[rx.Component]:
    """Lead from the city's accounts to their own page."""
    if view.slug not in indicators.CITY_ACCOUNTS:
        return []
    return [
        button(
            t("Le budget climat de la ville et son simulateur"),
            rank="two",
            href=routes.CLIMATE_BUDGET.to(t.language),
        )
    ]
