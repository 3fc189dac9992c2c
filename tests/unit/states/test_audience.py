"""The audience of the live board knows the open tabs, and forgets the others."""

from climact_issy.states.audience import Audience, Face

FACE = Face("fr", "les-hauts-d-issy")


def test_a_tab_that_registers_is_told() -> None:
    audience = Audience()

    audience.register("tab", FACE)

    assert audience.tabs == {"tab": FACE}


def test_a_tab_that_registers_again_has_its_newest_face() -> None:
    audience = Audience({"tab": FACE})

    audience.register("tab", Face("en", ""))

    assert audience.tabs == {"tab": Face("en", "")}


def test_fifty_closed_tabs_leave_nobody() -> None:
    audience = Audience()
    for number in range(50):
        audience.register(f"tab-{number}", FACE)

    audience.forget_all_but([])

    assert audience.tabs == {}


def test_an_open_tab_stays() -> None:
    audience = Audience({"open": FACE, "closed": FACE})

    audience.forget_all_but(["open", "another worker's"])

    assert audience.tabs == {"open": FACE}
