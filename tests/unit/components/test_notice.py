"""The notice is a live region with a way to close it."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.notice import notice

FRENCH = texts.for_language("fr")


def test_the_notice_speaks_politely_and_can_be_closed() -> None:
    event = rx.console_log("closed")

    drawn = str(notice(FRENCH, "Noté", "info", on_close=event))

    assert '"aria-live":"polite"' in drawn
    assert '"aria-label":"Fermer"' in drawn
    assert 'className:"notice info"' in drawn
