"""What happened is said politely."""

import reflex as rx

from climact_issy.ui.toast import live_region, offline_banner, toast


def test_a_live_region_waits_in_the_page_before_it_speaks() -> None:
    assert '"aria-live":"polite"' in str(live_region())


def test_a_toast_has_at_most_one_button() -> None:
    assert str(toast("Noté")).count('jsx("button"') == 0
    event = rx.console_log("x")
    assert (
        str(toast("Noté", action_label="Annuler", on_action=event)).count(
            'jsx("button"'
        )
        == 1
    )


def test_the_offline_banner_has_a_shape_and_words() -> None:
    assert "icons.svg#off" in str(offline_banner("Hors ligne"))
