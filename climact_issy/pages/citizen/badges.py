"""Badges: what I am recognised for, what comes next, and my own rhythm."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.demo import demo_mark
from climact_issy.components.medal import medal_list
from climact_issy.components.rhythm_form import goal_form, pause_form
from climact_issy.components.stranger import stranger
from climact_issy.pages.framed import framed
from climact_issy.routes import Language
from climact_issy.states.citizen.badges import GOAL, WEEKS, BadgesState
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.waiting import skeleton


def badges_page(language: Language) -> rx.Component:
    """Build the page of badges."""
    t = texts.for_language(language)
    known = rx.cond(BadgesState.mine.is_signed_in, _mine(t), _stranger(t))
    return framed(
        t,
        routes.BADGES,
        rx.cond(BadgesState.is_loaded, known, _waiting(t)),
        title=t("Mes badges"),
        current="me",
        main_class="wrap narrow pad",
    )


def _purpose(t: Translator) -> str:
    return t(
        "Un badge reconnaît ce que vous faites, pas à pas. Il ne rapporte pas de "
        "points, et le temps ne l’enlève pas."
    )


def _waiting(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.h1(t("Mes badges")),
        rx.el.p(_purpose(t)),
        skeleton("120px", label=t("Vos badges se chargent")),
        class_name="stack g16",
    )


def _stranger(t: Translator) -> rx.Component:
    return stranger(
        t,
        t("Mes badges"),
        _purpose(t),
        t("Connectez-vous pour voir les vôtres."),
        back=routes.BADGES.to(t.language),
    )


def _mine(t: Translator) -> rx.Component:
    mine = BadgesState.mine
    return rx.el.div(
        rx.el.h1(mine.headline, *demo_mark(t)),
        rx.el.p(_purpose(t)),
        rx.el.p(icon("cal", "s20"), rx.el.span(mine.weeks), class_name="box small"),
        rx.cond(
            mine.earned.length() > 0,  # pyright: ignore[reportAttributeAccessIssue] - a Var
            rx.fragment(
                rx.el.h2(t("Gagnés")),
                medal_list(t, mine.earned),
            ),
            rx.fragment(),
        ),
        rx.cond(
            mine.to_come.length() > 0,  # pyright: ignore[reportAttributeAccessIssue] - a Var
            rx.fragment(
                rx.el.h2(t("À venir")),
                medal_list(t, mine.to_come),
            ),
            rx.fragment(),
        ),
        *_rhythm(t),
        rx.el.p(link(t("Retour à Moi"), href=routes.ME.to(t.language))),
        class_name="stack g16",
    )


def _rhythm(t: Translator) -> list[rx.Component]:
    mine = BadgesState.mine
    return [
        rx.el.h2(t("Mon rythme"), id="rhythm"),
        rx.el.p(BadgesState.said, role="status", aria_live="polite", class_name="b"),
        rx.cond(mine.week != "", rx.el.p(mine.week), rx.fragment()),
        rx.cond(
            mine.pause != "",
            rx.el.p(mine.pause),
            goal_form(t, mine.goal, BadgesState.set_goal, name=GOAL),
        ),
        pause_form(t, mine.pause, BadgesState.pause, name=WEEKS),
    ]
