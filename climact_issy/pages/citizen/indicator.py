"""One indicator: sentence, chart, table, aim, passport, and what moves it."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.charts import chart, table_twin
from climact_issy.components.demo import demo_tag
from climact_issy.components.indicator_sentence import indicator_sentence
from climact_issy.components.passport import passport
from climact_issy.content import actions as actions_catalogue
from climact_issy.content import indicators as catalogue
from climact_issy.domain.indicators import Indicator
from climact_issy.pages.framed import framed
from climact_issy.presenters import indicators
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.routes import Language
from climact_issy.settings import get_settings
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
    return framed(
        t,
        routes.indicator(indicator.slug),
        rx.el.div(
            _neighbours(t, view),
            rx.el.section(
                _head(t, view),
                *_easy(t, view),
                *([rx.el.figure(chart(view.chart))] if view.chart else []),
                table_twin(t, view.table),
                *_target(t, view),
                *_explained(t, view),
                *_terms(t, view),
                class_name="fig-main stack",
            ),
            rx.el.section(
                *_actions(t, view.slug),
                passport(t, view.passport, t("D’où vient ce chiffre\u00a0?")),
                _share(t, view),
                class_name="fig-side stack g16",
            ),
            class_name="wrap fig",
        ),
        title=view.title,
        current="indicators",
    )


def _neighbours(t: Translator, shown: IndicatorView) -> rx.Component:
    """Link to the indicators of the same place, so that one leads to the next."""
    known = catalogue.shown(is_demo=get_settings().is_demo)
    beside = [v for v in indicators.views(t, known) if v.group == shown.group]
    # The one shown comes first: a row that scrolls sideways must not hide it.
    beside.sort(key=lambda view: view.slug != shown.slug)
    chips = [
        link(
            icon(view.icon, "s20"),
            view.title,
            href=view.href,
            class_name="chip",
            **({"aria_current": "page"} if view.slug == shown.slug else {}),
        )
        for view in beside
    ]
    return rx.el.nav(
        rx.el.div(*chips, class_name="chips reel"),
        aria_label=t("Autres chiffres"),
        class_name="fig-nav",
    )


def _head(t: Translator, view: IndicatorView) -> rx.Component:
    return rx.el.header(
        rx.el.p(
            f"{view.place}, {view.age}",
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
        class_name="stack",
    )


def _easy(t: Translator, view: IndicatorView) -> list[rx.Component]:
    """Offer the same figure in short lines, one idea each."""
    if not view.easy:
        return []
    return [
        rx.el.details(
            rx.el.summary(
                icon("info", "s20"), t("Facile à lire"), icon("down", "s20 end")
            ),
            *(rx.el.p(line) for line in view.easy),
        )
    ]


def _target(t: Translator, view: IndicatorView) -> list[rx.Component]:
    if not view.target:
        return []
    return [
        rx.el.p(
            rx.el.span(icon("flag"), class_name="leaf o"),
            rx.el.span(rx.el.b(t("L’objectif.")), " ", view.target),
            class_name="row",
        )
    ]


def _explained(t: Translator, view: IndicatorView) -> list[rx.Component]:
    told: list[rx.Component] = [
        rx.el.h2(t("Ce que dit ce chiffre")),
        rx.el.p(view.explanation),
    ]
    if not view.caveat:
        return told
    return [
        *told,
        rx.el.p(
            icon("info", "s20"),
            rx.el.span(rx.el.b(t("À savoir.")), " ", view.caveat),
            class_name="box warm small",
        ),
    ]


def _terms(t: Translator, view: IndicatorView) -> list[rx.Component]:
    """Explain the words of the sentence and of the unit, open to all."""
    if not view.terms:
        return []
    told = [
        part
        for term in view.terms
        for part in (rx.el.dt(term.name), rx.el.dd(term.meaning))
    ]
    return [
        rx.el.h2(t("Les mots de ce chiffre")),
        rx.el.div(rx.el.dl(*told, class_name="facts"), class_name="prose"),
    ]


def _actions(t: Translator, slug: str) -> list[rx.Component]:
    side = routes.LANGUAGES.index("en" if t.language == "en" else "fr")
    moving = indicators.moving(slug, actions_catalogue.catalogue())
    if not moving:
        return []
    rows = [
        rx.el.li(
            rx.el.span(icon(action.icon), class_name="leaf g"),
            rx.el.h3(
                link(
                    action.title[side],
                    href=routes.action(action.slug).to(t.language),
                    class_name="cover",
                ),
                class_name="grow",
            ),
            icon("next", "s20"),
        )
        for action in moving[:MOST_ACTIONS]
    ]
    return [
        rx.el.h2(t("Ces gestes font bouger ce chiffre")),
        rx.el.ul(*rows, class_name="list"),
        button(
            t("Je cherche un autre geste"), rank="two", href=routes.ACT.to(t.language)
        ),
    ]


def _share(t: Translator, view: IndicatorView) -> rx.Component:
    """Offer the code that shows this indicator on another site."""
    address = f"{get_settings().address}{routes.EMBED_INDICATORS}/{view.slug}"
    code = (
        f'<iframe src="{address}?lang={t.language}&amp;size=m" '
        f'title="{view.title}" width="320" height="420" loading="lazy" '
        'style="border:0"></iframe>'
    )
    return rx.el.details(
        rx.el.summary(
            icon("share", "s20"),
            t("Montrer ce chiffre sur un autre site"),
            icon("down", "s20 end"),
        ),
        rx.el.p(
            t("Collez ce code dans votre page. Sans suivi, sans JavaScript."),
            class_name="small",
        ),
        rx.el.pre(
            rx.el.code(code),
            class_name="code",
            role="region",
            aria_label=t("Code à coller"),
            tab_index=0,
        ),
        rx.el.p(link(t("Voir le résultat"), href=f"{address}?lang={t.language}")),
    )
