"""The page table: one address a page, both languages, no Radix Themes."""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
import reflex as rx
from reflex_components_radix.themes.base import RadixThemesComponent
from starlette.routing import Match

from climact_issy import routes
from climact_issy.climact_issy import app
from climact_issy.pages.entry import Page
from climact_issy.pages.table import pages
from climact_issy.web.app import http_app
from tests.support.sources import PACKAGE, modules, place, tree

RADIX_THEMES = "@radix-ui/themes"


@pytest.fixture(scope="module")
def table() -> list[Page]:
    return list(pages())


@pytest.fixture(scope="module")
def built(table: list[Page]) -> dict[str, rx.Component]:
    """Every main page and one page a family: building all takes too long."""
    families = {page.route.rpartition("/")[0]: page for page in table}
    mains = [page for page in table if page.route.count("/") == 1]
    return {page.route: page.build() for page in [*families.values(), *mains]}


Answers = Callable[[str], bool]


@pytest.fixture(scope="module")
def http_answers() -> Answers:
    """Whether an address is one of our own HTTP routes, and not a page."""
    http = http_app()

    def check(path: str) -> bool:
        scope = {"type": "http", "method": "GET", "path": path, "headers": []}
        return any(route.matches(scope)[0] is Match.FULL for route in http.routes)

    return check


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
    table: list[Page], http_answers: Answers
) -> None:
    pages = {page.route for page in table}
    named = {route.to(lang) for route in routes.PAGES.values() for lang in ("fr", "en")}

    assert not {path for path in named - pages if not http_answers(path)}


def test_no_http_route_hides_a_page(table: list[Page], http_answers: Answers) -> None:
    assert not [page.route for page in table if http_answers(page.route)]


def test_the_app_serves_the_whole_table(table: list[Page]) -> None:
    served = {f"/{route}".rstrip("/") for route in app._unevaluated_pages}

    assert {p.route.rstrip("/") for p in table if p.route != "/"} <= served


def test_every_page_says_what_it_is(table: list[Page]) -> None:
    assert not [page.route for page in table if not page.title or not page.description]


def test_titles_are_unique_in_a_language(table: list[Page]) -> None:
    counted = Counter((page.language, page.title) for page in table)

    assert not [title for title, times in counted.items() if times > 1]


def test_no_page_uses_a_component_of_radix_themes() -> None:
    found = []
    for face in ("pages", "components", "ui", "states"):
        for path in modules(PACKAGE / face):
            for node in ast.walk(tree(path)):
                used = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
                if re.fullmatch(r"rx\.[a-z_]+", used) and is_radix_theme(used[3:]):
                    found.append(f"{place(path, node)} {used}")

    assert not found


def is_radix_theme(name: str) -> bool:
    """Whether rx.<name> makes a component of Radix Themes."""
    made = getattr(rx, name, None)
    kind = made if isinstance(made, type) else getattr(made, "__self__", None)
    return isinstance(kind, type) and issubclass(kind, RadixThemesComponent)


def test_no_kind_of_page_loads_radix_themes(built: dict[str, rx.Component]) -> None:
    # The theme's style sheet alone weighs more than a whole page of ours.
    found = {
        route: library
        for route, page in built.items()
        for library in page._get_all_imports()
        if library.startswith(RADIX_THEMES)
    }

    assert not found


def test_every_link_is_a_plain_one(built: dict[str, rx.Component]) -> None:
    # The client router's link keeps <html lang> and the state of the last page,
    # and does nothing without the script: ui.link.link is an <a>.
    found = [route for route, page in built.items() if has_client_link(page)]

    assert not found


def has_client_link(component: rx.Component) -> bool:
    """Whether something in a component is a link of the client router."""
    return any(
        "Link" in (imported.tag or "")
        for library, names in component._get_all_imports().items()
        if library.startswith("react-router")
        for imported in names
    )


def test_no_attribute_of_an_element_became_a_style(
    built: dict[str, rx.Component],
) -> None:
    # Reflex takes any name it does not know for a style, without a word.
    unknown = {"role", "href", "for", "html_for", "tabindex", "type", "value", "name"}
    found = [
        (route, part.tag, sorted(set(part.style) & unknown))
        for route, page in built.items()
        for part in parts(page)
        if set(part.style) & unknown
        or any(key.startswith(("aria", "data")) for key in part.style)
    ]

    assert not found


def parts(component: rx.Component) -> Iterator[rx.Component]:
    """A component and everything below it."""
    yield component
    for child in component.children:
        if isinstance(child, rx.Component):
            yield from parts(child)


def test_the_guard_knows_the_link_of_the_client_router() -> None:
    assert has_client_link(rx.el.div(rx.el.a("Agir", href="/agir")))


def test_the_guard_knows_radix_themes() -> None:
    assert is_radix_theme("box")
    assert not is_radix_theme("fragment")
