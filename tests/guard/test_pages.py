"""The page table: one address a page, both languages, no Radix Themes."""

from collections import Counter

import pytest

from climact_issy import routes
from climact_issy.climact_issy import app
from climact_issy.pages.table import Page, pages
from climact_issy.web.app import http_app

RADIX_THEMES = "@radix-ui/themes"


@pytest.fixture(scope="module")
def table() -> list[Page]:
    return list(pages())


@pytest.fixture(scope="module")
def http_paths() -> set[str]:
    return {getattr(route, "path", "") for route in http_app().routes}


def test_every_address_is_registered_once(table: list[Page]) -> None:
    counted = Counter(page.route for page in table)

    assert not [route for route, times in counted.items() if times > 1]


def test_every_page_exists_in_both_languages(table: list[Page]) -> None:
    counted = Counter(page.language for page in table)

    assert set(counted) == set(routes.LANGUAGES)
    assert len(set(counted.values())) == 1


def test_the_language_of_a_page_is_that_of_its_address(table: list[Page]) -> None:
    wrong = [p.route for p in table if routes.language_of(p.route) != p.language]

    assert not wrong


def test_every_named_route_leads_somewhere(
    table: list[Page], http_paths: set[str]
) -> None:
    answered = {page.route for page in table} | http_paths
    named = {route.to(lang) for route in routes.PAGES.values() for lang in ("fr", "en")}

    assert not named - answered


def test_no_http_route_hides_a_page(table: list[Page], http_paths: set[str]) -> None:
    assert not {page.route for page in table} & http_paths


def test_the_app_serves_the_whole_table(table: list[Page]) -> None:
    served = {f"/{route}".rstrip("/") for route in app._unevaluated_pages}

    assert {p.route.rstrip("/") for p in table if p.route != "/"} <= served


def test_every_page_says_what_it_is(table: list[Page]) -> None:
    assert not [page.route for page in table if not page.title or not page.description]


def test_titles_are_unique_in_a_language(table: list[Page]) -> None:
    counted = Counter((page.language, page.title) for page in table)

    assert not [title for title, times in counted.items() if times > 1]


def test_no_page_loads_radix_themes(table: list[Page]) -> None:
    # The theme's style sheet alone weighs more than a whole page of ours.
    found = {
        page.route: library
        for page in table
        for library in page.build()._get_all_imports()
        if library.startswith(RADIX_THEMES)
    }

    assert not found
