"""The one message a page can show, in its live region."""

import reflex as rx

from climact_issy.texts import Translator
from climact_issy.ui.button import icon_button
from climact_issy.ui.toast import live_region
from climact_issy.ui.values import Event, Text


def notice(t: Translator, words: Text, kind: Text, *, on_close: Event) -> rx.Component:
    """Build the live region; it is silent while there is nothing to say.

    Args:
        t: the page's translator.
        words: the message, "" when there is none.
        kind: "info" or "error".
        on_close: closes it.
    """
    strip = rx.el.div(
        rx.el.span(words, class_name="grow"),
        icon_button("close", t("Fermer"), on_click=on_close),
        class_name="toast",
    )
    return rx.el.div(
        live_region(rx.cond(words, strip, rx.fragment())),
        class_name=f"notice {kind}",
    )
