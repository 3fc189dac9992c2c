"""A tap shows at once, and stops waiting with the next answer."""

from climact_issy.states.citizen.session import SessionState
from climact_issy.ui import pending


def test_the_tap_is_remembered_in_the_browser_only() -> None:
    marked = str(pending.mark(SessionState.answers))

    assert "setTapped_after" in marked
    assert "answers" in marked


def test_a_page_waits_while_the_number_of_answers_stands() -> None:
    waits = str(pending.since(SessionState.answers))

    assert "tapped_after" in waits
    assert "===" in waits
