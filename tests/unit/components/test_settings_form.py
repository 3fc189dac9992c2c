"""Settings: every question may stay open, every field has its label."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.settings_form import (
    pseudonym_form,
    settings_links,
    sign_out_form,
    situation_form,
)
from climact_issy.presenters.me import MeView

T = texts.for_language("en")


def _save() -> rx.event.EventSpec:
    return rx.console_log("saved")


def test_each_question_can_be_left_unanswered() -> None:
    drawn = str(situation_form(T, MeView(), _save()))
    assert drawn.count('value:""') == 4
    assert drawn.count("htmlFor") == 4


def test_the_pseudonym_shows_what_is_in_force() -> None:
    drawn = str(pseudonym_form(T, MeView(pseudonym="Lina"), _save()))
    assert "Lina" in drawn
    assert 'htmlFor:"pseudonym"' in drawn


def test_the_other_language_is_a_plain_link_in_its_own_words() -> None:
    drawn = str(settings_links(T, welcome_href="/en/welcome"))
    assert 'lang:"fr"' in drawn
    assert 'href:"/moi"' in drawn


def test_signing_out_needs_no_script() -> None:
    assert 'action:"/auth/sign-out"' in str(sign_out_form(T))
