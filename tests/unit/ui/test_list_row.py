"""The whole row is one link."""

from climact_issy.ui.list_row import list_row


def test_a_row_holds_exactly_one_link() -> None:
    drawn = str(list_row("Vélo", "5 km", href="/agir/velo", icon_name="bike", leaf="g"))

    assert drawn.count('jsx("a"') == 1
    assert 'className:"cover"' in drawn
    assert 'className:"leaf g"' in drawn


def test_a_row_without_an_address_is_no_link() -> None:
    assert 'jsx("a"' not in str(list_row("Vélo", aside="+10"))
