"""Thank-you notes: a quiet strip that says who thanks, and what it is worth."""

import reflex as rx
from reflex.vars import ArrayVar

from climact_issy.components.demo import demo_tag
from climact_issy.presenters.badges import NoteView
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon

Notes = list[NoteView] | ArrayVar[list[NoteView]]


def thanks(t: Translator, notes: Notes) -> rx.Component:
    """Draw the notes of these days; nothing at all when there is none."""
    return rx.foreach(
        notes,
        lambda note: rx.el.p(
            icon("mail", "s20"),
            rx.el.span(
                note.text,
                rx.el.br(),
                rx.el.span(note.signed_by, *_prototype(t), class_name="soft"),
                rx.cond(
                    note.is_demo,
                    rx.fragment("\u00a0", demo_tag(t)),
                    rx.fragment(),
                ),
            ),
            class_name="box small",
            key=note.text,
        ),
    )


def _prototype(t: Translator) -> list[str]:
    """Say that it is not the city that speaks, until it has adopted the site."""
    if get_settings().is_adopted_by_city:
        return []
    return [" · ", t("mot d’un prototype, pas encore de la Ville")]
