"""Links are the browser's own."""

from climact_issy.ui.link import link


def test_a_link_is_an_anchor_and_not_the_client_router() -> None:
    drawn = str(link("Agir", href="/agir", class_name="chip"))

    assert drawn.startswith('jsx("a"')
    assert 'href:"/agir"' in drawn
