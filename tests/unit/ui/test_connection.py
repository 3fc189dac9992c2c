import reflex as rx

from climact_issy.ui.connection import live_controls, lost_banner
from tests.support.rendered import rendered


def test_the_banner_speaks_only_while_the_connection_is_lost() -> None:
    text = rendered(lost_banner("La connexion est perdue."))

    assert 'role:"status"' in text
    assert "La connexion est perdue." in text
    assert "connectErrors" in text


def test_the_controls_are_disabled_while_the_connection_is_lost() -> None:
    text = rendered(live_controls(rx.el.button("Je le note"), class_name="dock"))

    assert "fieldset" in text
    assert 'role:"none"' in text
    assert "connectErrors" in text
    assert "live dock" in text
    assert "Je le note" in text
