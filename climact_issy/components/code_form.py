"""One field for the code of an event, and the one tap that uses it."""

from dataclasses import dataclass

import reflex as rx
from reflex.experimental.client_state import ClientStateVar
from reflex.vars import FunctionStringVar

from climact_issy.components.demo import demo_mark
from climact_issy.components.landscape import scene
from climact_issy.presenters.codes import CodeView
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.field import field
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.values import Event, Flag, Text

FIELD = "code"
"""Name of the field: sent before the page is live, the form comes back by itself with
this parameter in its address."""

BUTTON = "redeem"
"""Id of the main button: who comes by a QR or back from sign-in lands on it."""

HEADING = "counted"
"""Id of the heading that takes the focus when the thank-you appears."""

MAX_TYPED = 60

_LETTERS = {
    "font_size": "1.5rem",
    "font_weight": "700",
    "letter_spacing": ".1em",
    "text_transform": "uppercase",
}
_encode = FunctionStringVar.create("encodeURIComponent")
_typed = ClientStateVar.create("typed_code", default="")
_sent = ClientStateVar.create("sent_code", default=False)


def has_sent() -> rx.Var[bool]:
    """Return the Var that says whether a code was sent from this very page.

    A page that loads is told first what the tab showed last: the thank-you of a page
    that is gone would push away the field that somebody is already typing into.
    """
    return _sent.value


def mark_sent() -> rx.Var[object]:
    """Return what sending a code does in the browser alone."""
    return _sent.set_value(True)


@dataclass(frozen=True, slots=True)
class CodeSight:
    """What the page knows live of the code about to be used.

    Attributes:
        text: the code of the address, "" when it is to be typed.
        refusal: why the last one did not count, "" when none was refused.
        is_busy: a tap is on its way.
        must_sign_in: nobody is signed in.
        sign_in_href: sign-in page that brings back here; the code comes behind it.
    """

    text: rx.Var[str]
    refusal: Text
    is_busy: Flag
    must_sign_in: Flag
    sign_in_href: str


def code_form(t: Translator, sight: CodeSight, on_submit: Event) -> rx.Component:
    """Ask for a code; signed out, the same button leads to sign-in and back."""
    return rx.el.form(
        field(
            t("Mon code"),
            FIELD,
            help_text=t("Huit signes. Majuscules, espaces et tirets ne changent rien."),
            error=sight.refusal,
            icon_name="ticket",
            key=sight.text,
            # What was typed outlives a field that is drawn again.
            default_value=rx.cond(_typed.value != "", _typed.value, sight.text),
            on_change=_typed.set,
            placeholder="XXXX-XXXX",
            required=True,
            max_length=MAX_TYPED,
            auto_capitalize="characters",
            auto_complete="off",
            input_mode="text",
            enter_key_hint="go",
            spell_check=False,
            aria_invalid=sight.refusal != "",
            style=_LETTERS,
        ),
        rx.cond(sight.must_sign_in, _sign_in(t, sight), _redeem(t, sight)),
        method="get",
        on_submit=on_submit,
        class_name="stack g16",
    )


def _redeem(t: Translator, sight: CodeSight) -> rx.Component:
    return live_controls(
        button(
            rx.cond(sight.is_busy, t("C’est en route…"), t("Je valide mon code")),
            type="submit",
            class_name="wide",
            is_busy=sight.is_busy,
            is_disabled=sight.is_busy,
            id=BUTTON,
        )
    )


def _sign_in(t: Translator, sight: CodeSight) -> rx.Component:
    written = rx.cond(_typed.value != "", _typed.value, sight.text)
    # Twice: the code is a parameter of the address that is itself a parameter.
    kept = _encode.call(_encode.call(written)).to(str)
    return rx.el.div(
        button(
            t("Je me connecte"),
            href=rx.Var.create(sight.sign_in_href) + kept,
            class_name="wide",
            id=BUTTON,
        ),
        rx.el.p(
            icon("lock", "s20"),
            rx.el.span(
                t("Le code demande une connexion. Vous revenez ici, il est gardé.")
            ),
            class_name="row small soft",
        ),
        class_name="stack",
    )


def code_thanks(
    t: Translator,
    outcome: CodeView,
    *,
    me_href: str,
    act_href: str,
    another: Event,
) -> rx.Component:
    """Say what a code brought; there is nothing to undo, somebody attested it."""
    words = rx.el.div(
        rx.el.h1(
            outcome.title, id=HEADING, tab_index=-1, on_mount=rx.set_focus(HEADING)
        ),
        rx.cond(
            outcome.points != "",
            rx.el.p(
                rx.el.span(outcome.points, class_name="plus num", aria_hidden="true"),
                rx.el.span(
                    rx.el.b(outcome.points_sentence, *demo_mark(t)),
                    rx.el.br(),
                    rx.el.span(outcome.beneficiary, class_name="small soft"),
                ),
                class_name="row",
            ),
            rx.el.p(outcome.points_sentence),
        ),
        rx.cond(
            outcome.note != "",
            rx.el.p(
                icon("info", "s20"), rx.el.span(outcome.note), class_name="box warm"
            ),
            rx.fragment(),
        ),
        rx.el.ul(
            rx.el.li(
                rx.el.span(icon("ticket"), class_name="leaf r"),
                rx.el.p(
                    link(outcome.event, href=outcome.href, class_name="b cover"),
                    rx.el.br(),
                    rx.el.span(outcome.event_line, class_name="small soft"),
                    class_name="grow",
                ),
            ),
            class_name="list card in",
        ),
        rx.el.p(
            button(t("Voir mon île"), href=me_href, class_name="grow"),
            button(t("Choisir un geste"), rank="two", href=act_href, class_name="grow"),
            class_name="row wraps",
        ),
        rx.el.p(
            button(
                t("J’ai un autre code"),
                rank="three",
                on_click=[_typed.set_value(""), another],
            )
        ),
        class_name="wrap narrow stack done-in",
    )
    return rx.el.div(
        rx.el.div(scene("logged"), class_name="sky"), words, class_name="done"
    )
