"""Whether the figures that change still arrive."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.pages.framed import framed
from climact_issy.presenters.source_health import SourceView
from climact_issy.routes import Language
from climact_issy.states.citizen.source_health import SourceHealthState
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.waiting import skeleton


def source_health_page(language: Language) -> rx.Component:
    """Build the page: one card a source."""
    t = texts.for_language(language)
    found = SourceHealthState.view.sources
    return framed(
        t,
        routes.SOURCE_HEALTH,
        rx.el.h1(t("État des sources")),
        rx.el.p(t("Ces chiffres nous viennent d’autres. Voici s’ils arrivent bien.")),
        rx.cond(
            found,
            rx.el.div(
                rx.foreach(found, lambda source: _source(t, source)),
                class_name="stack g16",
            ),
            skeleton("260px", label=t("Les sources se chargent")),
        ),
        rx.el.p(
            link(t("Retour aux chiffres"), href=routes.INDICATORS.to(t.language)),
            class_name="taps",
        ),
        title=t("État des sources"),
        current="indicators",
        main_class="wrap narrow pad stack g16",
    )


def _source(t: Translator, source: SourceView) -> rx.Component:
    def fact(name: str, value: rx.Component | str) -> list[rx.Component]:
        return [rx.el.dt(name), rx.el.dd(value)]

    return rx.el.article(
        rx.el.h2(source.title),
        rx.el.p(
            rx.cond(source.is_well, icon("check", "s20"), icon("info", "s20")),
            rx.el.b(source.health),
            class_name="row",
        ),
        rx.el.dl(
            *fact(t("Valeur la plus récente"), source.newest),
            *fact(t("Rythme"), source.pace),
            *fact(t("Source"), source.producer),
            *fact(t("Licence"), source.licence),
            class_name="facts",
        ),
        rx.cond(
            source.href,
            rx.el.p(
                link(t("Vérifier à la source"), href=source.href), class_name="taps"
            ),
            rx.fragment(),
        ),
        class_name="card in stack",
    )
