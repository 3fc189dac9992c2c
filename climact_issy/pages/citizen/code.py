"""The page of a code: typed, or brought by the camera; counted by one tap."""

from urllib.parse import quote

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.code_form import (
    CodeSight,
    code_form,
    code_thanks,
    has_sent,
    mark_sent,
)
from climact_issy.pages.framed import framed
from climact_issy.routes import Language
from climact_issy.states.citizen.codes import FIELD, CodeState
from climact_issy.states.citizen.session import SessionState
from climact_issy.texts import Translator
from climact_issy.ui import pending


def code_page(language: Language) -> rx.Component:
    """Build the question and its answer; loading the page never counts anything."""
    t = texts.for_language(language)
    return framed(
        t,
        routes.CODE,
        rx.cond(
            has_sent() & CodeState.outcome.has_outcome,
            code_thanks(
                t,
                CodeState.outcome,
                me_href=routes.ME.to(language),
                act_href=routes.ACT.to(language),
                another=CodeState.another,
            ),
            _question(t),
        ),
        title=t("J’ai un code"),
        current="me",
    )


def _question(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.h1(t("J’ai un code")),
        rx.el.p(
            t(
                "Un évènement vous a remis un code, sur une carte ou une affiche. "
                "Il compte une fois par personne."
            )
        ),
        code_form(
            t,
            _sight(t),
            [mark_sent(), pending.mark(SessionState.answers), CodeState.redeem],
        ),
        rx.el.div(
            rx.el.noscript(
                rx.el.p(
                    t(
                        "Valider un code demande JavaScript. Sans lui, donnez votre "
                        "e-mail sur la liste papier de l’évènement\u00a0: elle compte "
                        "pareil."
                    ),
                    class_name="box small",
                )
            )
        ),
        class_name="wrap narrow pad stack g16",
    )


def _sight(t: Translator) -> CodeSight:
    back = quote(f"{routes.CODE.to(t.language)}?{FIELD}=", safe="")
    return CodeSight(
        # Until this page's load is over, it is still the code of the page before.
        text=rx.cond(rx.State.is_hydrated, CodeState.text, ""),
        refusal=CodeState.refusal,
        is_busy=pending.since(SessionState.answers),
        must_sign_in=SessionState.is_loaded  # pyright: ignore[reportArgumentType] - Vars at compile time
        & ~SessionState.viewer.is_signed_in,
        sign_in_href=f"{routes.SIGN_IN.to(t.language)}?next={back}",
    )
