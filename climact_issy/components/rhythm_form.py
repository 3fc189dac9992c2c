"""My weekly goal and my pause: two small questions, each with its own button."""

import reflex as rx

from climact_issy.domain.recognition import MOST_PAUSE_WEEKS, MOST_WEEKLY
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.field import choice
from climact_issy.ui.values import Event, Text

GOALS = (1, 2, 3, 5, 7, 10, 14, 20, 30, MOST_WEEKLY)
PAUSES = (1, 2, 4, MOST_PAUSE_WEEKS)


def goal_form(
    t: Translator, goal: Text, on_submit: Event, *, name: str
) -> rx.Component:
    """Ask how many gestures a week the person sets out to do."""
    options = [
        ("0", t("sans objectif")),
        *((str(n), t.n("{n} geste", "{n} gestes", n)) for n in GOALS),
    ]
    return rx.el.form(
        choice(t("Mon objectif de la semaine"), name, goal, options),
        live_controls(button(t("Je note mon objectif"), rank="two", type="submit")),
        on_submit=on_submit,
        class_name="stack",
    )


def pause_form(
    t: Translator, pause: Text, on_submit: Event, *, name: str
) -> rx.Component:
    """Ask how long the person rests, or let them come back."""
    options = [(str(n), t.n("{n} semaine", "{n} semaines", n)) for n in PAUSES]
    # Two forms, not two contents of one: Reflex reads a form by the ids it was
    # compiled with, and the question that is not there would answer for the other.
    rest = rx.el.form(
        choice(t("Faire une pause de"), name, str(PAUSES[0]), options),
        live_controls(button(t("Je fais une pause"), rank="two", type="submit")),
        on_submit=on_submit,
        class_name="stack",
    )
    back = rx.el.form(
        rx.el.input(type="hidden", name=name, default_value="0"),
        live_controls(button(t("Je reprends"), rank="two", type="submit")),
        on_submit=on_submit,
    )
    return rx.cond(pause != "", back, rest)
