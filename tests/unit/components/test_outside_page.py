"""An outside page asks for nothing before the click, and cannot do much after it."""

from climact_issy import texts
from climact_issy.components.outside_page import outside_page
from tests.support.rendered import rendered

FRENCH = texts.for_language("fr")
ADDRESS = "https://lina.example/issy"


def test_without_an_address_nothing_is_shown() -> None:
    assert outside_page(FRENCH, "smartLINA", "") == []


def test_the_frame_is_empty_shut_in_and_filled_by_a_link() -> None:
    (part,) = outside_page(FRENCH, "smartLINA", ADDRESS)
    text = rendered(part)
    frame = text.partition('"iframe"')[2].partition("jsx")[0]
    assert "src:" not in frame
    assert 'sandbox:"allow-scripts"' in frame
    assert 'title:"Page de smartLINA"' in frame
    assert 'name:"outside"' in frame
    assert 'target:"outside"' in text
    assert text.count('"no-referrer"') == 3
    assert text.count(f'href:"{ADDRESS}"') == 2
    assert "Ouvrir smartLINA sur son propre site" in text
