"""Buttons are native buttons, links are native links."""

from climact_issy.ui.button import button, icon_button


def test_a_button_never_submits_by_accident() -> None:
    assert 'type:"button"' in str(button("Je note"))


def test_a_button_with_an_address_is_a_plain_link() -> None:
    drawn = str(button("Agir", href="/agir", rank="two"))

    assert drawn.startswith('jsx("a"')
    assert 'className:"btn two"' in drawn
    assert 'href:"/agir"' in drawn


def test_a_busy_button_says_so() -> None:
    drawn = str(button("Je note", is_busy=True, is_disabled=True))

    assert '"aria-busy":true' in drawn
    assert "disabled:true" in drawn


def test_an_icon_button_has_a_name() -> None:
    assert '"aria-label":"Fermer"' in str(icon_button("close", "Fermer"))
