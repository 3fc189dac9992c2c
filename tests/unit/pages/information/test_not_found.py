import pytest

from climact_issy.pages.information.not_found import (
    broken_page,
    error_boundary,
    not_found_page,
)
from climact_issy.routes import Language
from tests.support.rendered import rendered


@pytest.mark.parametrize(
    ("language", "title", "other", "links"),
    [
        (
            "fr",
            "Cette page n’existe pas",
            "This page does not exist",
            ["/", "/agir", "/quartiers", "/a-propos"],
        ),
        (
            "en",
            "This page does not exist",
            "Cette page n’existe pas",
            ["/en", "/en/act", "/en/neighbourhoods", "/en/about"],
        ),
    ],
)
def test_an_address_that_leads_nowhere_is_answered_in_one_language(
    language: Language, title: str, other: str, links: list[str]
) -> None:
    page = rendered(not_found_page(language))
    assert title in page
    assert other not in page
    for link in links:
        assert f'href:"{link}"' in page


def test_an_address_that_leads_nowhere_needs_no_script() -> None:
    page = rendered(not_found_page("fr"))
    assert "reflex___state" not in page
    assert "onClick" not in page


def test_both_languages_stand_on_the_view_of_a_page_that_broke() -> None:
    page = rendered(broken_page())
    assert "La panne vient de nous." in page
    assert "The fault is ours." in page
    assert 'lang:"fr"' in page
    assert 'lang:"en"' in page
    assert 'href:"/"' in page
    assert 'href:"/en"' in page


def test_a_page_that_breaks_shows_our_view_and_not_the_one_of_the_framework() -> None:
    shown = rendered(error_boundary())
    assert "La panne vient de nous." in shown
    assert "The fault is ours." in shown
    assert "error occurred" not in shown
    assert "reflex.dev" not in shown
