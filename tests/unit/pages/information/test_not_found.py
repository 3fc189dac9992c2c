from collections.abc import Callable

import pytest
import reflex as rx

from climact_issy.pages.information.not_found import (
    broken_page,
    error_boundary,
    not_found_page,
)
from tests.support.rendered import rendered


@pytest.mark.parametrize(
    ("build", "french", "english"),
    [
        (not_found_page, "Cette page n’existe pas", "This page does not exist"),
        (broken_page, "La panne vient de nous.", "The fault is ours."),
    ],
)
def test_both_languages_stand_on_one_page(
    build: Callable[[], rx.Component], french: str, english: str
) -> None:
    page = rendered(build())
    assert french in page
    assert english in page
    assert 'lang:"fr"' in page
    assert 'lang:"en"' in page


def test_each_language_leads_to_its_own_start() -> None:
    page = rendered(not_found_page())
    assert 'href:"/"' in page
    assert 'href:"/en"' in page


def test_a_page_that_breaks_shows_our_view_and_not_the_one_of_the_framework() -> None:
    shown = rendered(error_boundary())
    assert "La panne vient de nous." in shown
    assert "The fault is ours." in shown
    assert "error occurred" not in shown
    assert "reflex.dev" not in shown
