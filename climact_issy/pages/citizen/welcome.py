"""The question of the first sign-in: which neighbourhood is yours?"""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.map import choice_map, map_legend
from climact_issy.components.region_choice import region_choice
from climact_issy.content import neighbourhoods
from climact_issy.pages.framed import framed
from climact_issy.routes import Language
from climact_issy.states.citizen.me import MeState
from climact_issy.states.citizen.session import SessionState
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls


def welcome_page(language: Language) -> rx.Component:
    """Build the question, on the map and as a list that needs no eyes."""
    t = texts.for_language(language)
    return framed(
        t,
        routes.WELCOME,
        rx.cond(
            SessionState.is_loaded & ~SessionState.viewer.is_signed_in,
            _stranger(t),
            _question(t),
        ),
        title=t("Votre quartier"),
        current="me",
        main_class="wrap narrow pad",
    )


def _question(t: Translator) -> rx.Component:
    places = neighbourhoods.neighbourhoods()
    chosen = MeState.me.neighbourhood
    return rx.el.div(
        rx.el.h1(t("Où habitez-vous\u00a0?")),
        rx.el.p(
            t(
                "Vos points comptent pour votre quartier. Seul le quartier est gardé, "
                "jamais votre adresse."
            )
        ),
        rx.el.p(
            t(
                "Après un premier geste de la saison, en changer vaut à partir de la "
                "saison suivante. Choisir à nouveau le vôtre annule ce changement."
            ),
            class_name="small soft",
        ),
        rx.cond(
            MeState.saved == "",
            rx.el.p(MeState.me.move, class_name="small"),
            rx.fragment(),
        ),
        live_controls(
            choice_map(
                {
                    place.slug: MeState.choose_neighbourhood(place.slug)
                    for place in places
                },
                chosen,
            )
        ),
        map_legend(t),
        region_choice(
            t,
            [(place.slug, rx.el.span(place.name)) for place in places],
            chosen=chosen,
            choose=MeState.choose_neighbourhood,
        ),
        rx.el.div(
            rx.cond(MeState.saved != "", _go_on(t), rx.fragment()),
            class_name=rx.cond(MeState.saved != "", "dock", ""),
            role="status",
        ),
        class_name="stack g16",
    )


def _go_on(t: Translator) -> rx.Component:
    """Confirm the choice, then lead back to where they were, or to a first gesture."""
    return rx.el.div(
        rx.el.p(MeState.saved, class_name="b"),
        rx.el.p(
            rx.cond(
                MeState.next_path != "",
                button(
                    t("Je reprends où j’étais"),
                    href=MeState.next_path,
                    class_name="grow",
                ),
                button(
                    t("Choisir un geste"),
                    href=routes.ACT.to(t.language),
                    class_name="grow",
                ),
            ),
            button(
                t("Voir la course"),
                rank="two",
                href=routes.NEIGHBOURHOODS.to(t.language),
                class_name="grow",
            ),
            class_name="row wraps",
        ),
        class_name="stack grow",
    )


def _stranger(t: Translator) -> rx.Component:
    sign_in = f"{routes.SIGN_IN.to(t.language)}?next={routes.WELCOME.to(t.language)}"
    return rx.el.div(
        rx.el.h1(t("Où habitez-vous\u00a0?")),
        rx.el.p(t("Connectez-vous d’abord, puis choisissez votre quartier.")),
        rx.el.p(button(t("Je me connecte"), href=sign_in)),
        class_name="stack g16",
    )
