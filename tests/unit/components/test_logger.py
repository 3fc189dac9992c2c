"""One tap: its button says the quantity, or why there is nothing to tap."""

from json import dumps

import reflex as rx

from climact_issy import texts
from climact_issy.components.logger import Sight, Taps, logger
from climact_issy.content import actions, rules
from climact_issy.presenters.actions import action_view

T = texts.for_language("fr")
TAPS = Taps(less=None, more=None, log=rx.console_log("log"), ask=None, cancel=None)


def _drawn(slug: str, *, can_log: bool = True, must_sign_in: bool = False) -> str:
    sight = Sight(
        quantity_text="5 km",
        is_busy=False,
        can_log=can_log,
        refusal="Demain",
        must_sign_in=must_sign_in,
        sign_in_href="/connexion?next=here",
        confirm_asked=False,
    )
    view = action_view(T, actions.by_slug(slug), rules.first())
    return str(logger(T, view, sight, TAPS))


def test_the_stepper_names_its_buttons() -> None:
    drawn = _drawn("prendre-le-velo")
    assert dumps("1\u00a0km de moins")[1:-1] in drawn
    assert dumps("1\u00a0km de plus")[1:-1] in drawn


def test_a_refusal_stands_beside_a_disabled_button() -> None:
    drawn = _drawn("prendre-le-velo", can_log=False)
    assert "Demain" in drawn
    assert "disabled:true" in drawn


def test_who_is_signed_out_finds_a_link_with_the_same_words() -> None:
    drawn = _drawn("prendre-le-velo", must_sign_in=True)
    assert "/connexion?next=here" in drawn


def test_only_a_quantity_is_promised_to_be_kept() -> None:
    kept = dumps("quantité")[1:-1]
    assert kept in _drawn("prendre-le-velo", must_sign_in=True)
    assert kept not in _drawn("chauffer-a-19", must_sign_in=True)


def test_an_action_without_quantity_has_no_stepper() -> None:
    assert 'className:"step"' not in _drawn("chauffer-a-19")
