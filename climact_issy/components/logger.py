"""How much, and the one tap that notes it."""

from dataclasses import dataclass

import reflex as rx

from climact_issy.presenters.actions import ActionView
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.icons import icon
from climact_issy.ui.stepper import stepper
from climact_issy.ui.values import Content, Event, Flag, Text

BUTTON = "log"
"""Id of the main button: a person who comes back from sign-in lands on it."""

WHY = "log-why"


@dataclass(frozen=True, slots=True)
class Sight:
    """What the page knows live of the gesture about to be noted.

    Attributes:
        quantity_text: the quantity with its unit.
        is_busy: a tap is on its way.
        can_log: the rhythm of the action allows one more.
        refusal: why it does not.
        must_sign_in: nobody is signed in.
        sign_in_href: sign-in page that brings back here, quantity kept.
        confirm_asked: the second question of a one-off action is open.
        is_least: the quantity cannot be smaller.
        is_most: the quantity cannot be greater.
        pause: that this is a pause and until when, "" inside a season.
    """

    quantity_text: Text
    is_busy: Flag
    can_log: Flag
    refusal: Text
    must_sign_in: Flag
    sign_in_href: Text
    confirm_asked: Flag
    is_least: Flag = False
    is_most: Flag = False
    pause: Text = ""


@dataclass(frozen=True, slots=True)
class Taps:
    """What each tap calls."""

    less: Event
    more: Event
    log: Event
    ask: Event
    cancel: Event


def logger(t: Translator, action: ActionView, sight: Sight, taps: Taps) -> rx.Component:
    """Draw the stepper and the main button, or say why there is none."""
    if not action.is_loggable:
        return _not_yet(t)
    return rx.fragment(
        rx.cond(
            sight.can_log,
            rx.el.p(
                icon("clock", "s20"),
                rx.el.span(action.cadence),
                id=WHY,
                class_name="row small soft",
            ),
            rx.fragment(),
        ),
        rx.cond(
            sight.must_sign_in,
            rx.el.p(
                icon("lock", "s20"),
                rx.el.span(_why_sign_in(t, action)),
                class_name="row small soft",
            ),
            rx.fragment(),
        ),
        rx.el.div(
            rx.cond(
                sight.pause, rx.el.p(sight.pause, class_name="small b"), rx.fragment()
            ),
            live_controls(
                rx.cond(sight.can_log, _stepper(action, sight, taps), rx.fragment()),
                _main(t, action, sight, taps),
            ),
            class_name="dock",
        ),
    )


def _why_sign_in(t: Translator, action: ActionView) -> str:
    if action.stepper is None:
        return t("Noter demande une connexion. Vous revenez ensuite ici.")
    return t(
        "Noter demande une connexion. Vous revenez ensuite ici, "
        "votre quantité est gardée."
    )


def _stepper(action: ActionView, sight: Sight, taps: Taps) -> rx.Component:
    found = action.stepper
    if found is None:
        return rx.fragment()
    return stepper(
        found.group,
        sight.quantity_text,
        less_label=found.less,
        more_label=found.more,
        on_less=taps.less,
        on_more=taps.more,
        is_at_minimum=sight.is_least,
        is_at_maximum=sight.is_most,
    )


def _main(t: Translator, action: ActionView, sight: Sight, taps: Taps) -> rx.Component:
    label = _label(t, action, sight)
    if action.kind == "one_off":
        go = rx.cond(
            sight.confirm_asked,
            _second_question(t, sight, taps),
            _tap(t, label, sight, taps.ask),
        )
    else:
        go = _tap(t, label, sight, taps.log)
    closed = rx.fragment(
        rx.el.p(
            icon("clock", "s20"),
            rx.el.span(sight.refusal),
            id=WHY,
            class_name="small b",
            role="status",
        ),
        button(
            t("C’est noté"),
            icon_name="check",
            class_name="grow",
            is_disabled=True,
            id=BUTTON,
            aria_describedby=WHY,
        ),
    )
    signed_out = button(*label, href=sight.sign_in_href, class_name="grow", id=BUTTON)
    return rx.cond(sight.must_sign_in, signed_out, rx.cond(sight.can_log, go, closed))


def _tap(
    t: Translator, label: list[Content], sight: Sight, on_click: Event
) -> rx.Component:
    return button(
        rx.cond(sight.is_busy, t("C’est en route…"), rx.fragment(*label)),
        on_click=on_click,
        class_name="grow",
        is_busy=sight.is_busy,
        is_disabled=sight.is_busy,
        id=BUTTON,
    )


def _label(t: Translator, action: ActionView, sight: Sight) -> list[Content]:
    if action.stepper is None:
        return [t("Je l’ai fait")]
    before, after = t("Je note {quantity}").split("{quantity}")
    return [before, sight.quantity_text, after]


def _second_question(t: Translator, sight: Sight, taps: Taps) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            t("Vraiment fait\u00a0? Ce geste se note une seule fois par saison."),
            class_name="small b",
        ),
        rx.el.p(
            _tap(t, [t("Oui, je le note")], sight, taps.log),
            button(t("Pas encore"), rank="two", on_click=taps.cancel),
            class_name="row wraps",
        ),
        class_name="stack grow",
        role="group",
    )


def _not_yet(t: Translator) -> rx.Component:
    return rx.el.p(
        icon("info", "s20"),
        rx.el.span(
            rx.el.b(t("Un choix à l’année ne se note pas d’un tap.")),
            " ",
            t(
                "Son effet se compte sur douze mois et recoupe d’autres choix\u00a0: "
                "nous le montrons, sans points, et sans jamais additionner."
            ),
        ),
        class_name="box small",
    )
