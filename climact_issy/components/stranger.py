"""What stands on a page of one's own for somebody who is not signed in."""

import reflex as rx

from climact_issy import routes
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.values import Text


def stranger(t: Translator, title: Text, *words: Text, back: Text) -> rx.Component:
    """Say what the page is for, and lead to the sign-in and back.

    Args:
        t: the page's translator.
        title: heading of the page.
        words: a sentence each.
        back: address to come back to.
    """
    sign_in = f"{routes.SIGN_IN.to(t.language)}?next={back}"
    return rx.el.div(
        rx.el.h1(title),
        *(rx.el.p(sentence) for sentence in words),
        rx.el.p(button(t("Je me connecte"), href=sign_in)),
        class_name="stack g16",
    )
