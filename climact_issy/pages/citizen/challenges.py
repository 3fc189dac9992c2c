"""The challenges: under way, to come, over."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.challenge_card import challenge_card
from climact_issy.components.landscape import scene
from climact_issy.pages.framed import framed
from climact_issy.presenters.challenges import CardView
from climact_issy.routes import Language
from climact_issy.states.citizen.challenges import ChallengesState
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.link import link
from climact_issy.ui.waiting import skeleton


def challenges_page(language: Language) -> rx.Component:
    """Build the list of the challenges; the server fills it in."""
    t = texts.for_language(language)
    found = ChallengesState.challenges
    groups = rx.fragment(
        _group(t, t("En ce moment"), found.running, "running"),
        _group(t, t("Bientôt"), found.coming, "coming"),
        _group(t, t("Terminés"), found.over, "over"),
    )
    return framed(
        t,
        routes.CHALLENGES,
        rx.el.h1(t("Les défis")),
        rx.el.p(
            t(
                "À plusieurs, un geste va plus loin. Un défi ne retire jamais rien à "
                "personne."
            )
        ),
        rx.cond(
            ChallengesState.is_loaded,
            rx.cond(found.is_empty, _none(t), groups),
            _waiting(t),
        ),
        rx.el.p(
            link(
                t("Comment une mesure ouvre un défi\u00a0: la météo du climat"),
                href=routes.WEATHER.to(t.language),
            ),
            class_name="links",
        ),
        title=t("Les défis"),
        current="act",
        main_class="wrap pad stack g16 challenges",
    )


def _group(t: Translator, title: str, cards: list[CardView], name: str) -> rx.Component:
    return rx.cond(
        cards.length() > 0,  # pyright: ignore[reportAttributeAccessIssue] - a Var
        rx.el.section(
            rx.el.h2(title, id=name),
            rx.el.ul(
                rx.foreach(cards, lambda card: challenge_card(t, card)),
                class_name="challenge-list",
            ),
            class_name="stack",
            aria_labelledby=name,
        ),
        rx.fragment(),
    )


def _waiting(t: Translator) -> rx.Component:
    return rx.el.div(
        skeleton("150px", label=t("Les défis se chargent")),
        skeleton("150px"),
        class_name="stack",
    )


def _none(t: Translator) -> rx.Component:
    return rx.el.section(
        rx.el.div(scene("empty"), class_name="stage"),
        rx.el.h2(t("Aucun défi pour l’instant")),
        rx.el.p(t("Chaque geste compte déjà pour le but commun de la saison.")),
        rx.el.p(button(t("Je choisis un geste"), href=routes.ACT.to(t.language))),
        class_name="stack",
    )
