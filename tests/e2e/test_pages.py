"""What every page must be, in both languages: accessible, quiet, light, ours alone."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from climact_issy.routes import LANGUAGES
from tests.e2e.conftest import DESK, NewPage
from tests.e2e.kinds import Kind, kinds
from tests.e2e.people import People, Person
from tests.e2e.walking import go, is_too_wide, painted

pytestmark = [pytest.mark.e2e, pytest.mark.beside]

NARROW = {"width": 320, "height": 700}
MOST_BYTES = 200 * 1024

Violations = Callable[[Page], list[str]]
each_page = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def somebody(people: People) -> Person:
    person = people.new()
    people.tap(person, "composter")
    return person


@each_language
@each_page
def test_a_page_is_accessible_quiet_and_narrow(
    new_page: NewPage,
    axe_violations: Violations,
    somebody: Person,
    base_url: str,
    kind: Kind,
    language: str,
) -> None:
    page = new_page()
    if kind.is_mine:
        somebody.enter(page)
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if _is_bad(line) else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asked: said.extend(_foreign(asked.url, base_url)))
    page.add_init_script(
        "addEventListener('securitypolicyviolation',"
        " event => console.error('policy: ' + event.violatedDirective))"
    )
    _open(page, kind, language)
    found = {"light": axe_violations(page)}
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found["dark"] = _contrast(page)
    if kind.is_main:
        page.set_viewport_size(DESK)  # pyright: ignore[reportArgumentType] - a ViewportSize is this dict
        found["desk"] = axe_violations(page)
    page.set_viewport_size(NARROW)  # pyright: ignore[reportArgumentType] - a ViewportSize is this dict
    painted(page)
    if is_too_wide(page):
        found["narrow"] = ["the page scrolls sideways at 320 px"]
    page.add_style_tag(content="html { font-size: 200% !important; }")
    painted(page)
    page.set_viewport_size(DESK)  # pyright: ignore[reportArgumentType] - a ViewportSize is this dict
    painted(page)
    if is_too_wide(page):
        found["large"] = ["the page scrolls sideways with text twice as large"]
    found["said"] = said
    assert {where: what for where, what in found.items() if what} == {}
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize(
    "path", ["/", "/agir", "/quartiers", "/chiffres", "/budget-climat"]
)
def test_a_main_page_weighs_little(new_page: NewPage, path: str) -> None:
    page = new_page()
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    weights: list[float] = []
    devtools.on(
        "Network.loadingFinished",
        lambda told: weights.append(told["encodedDataLength"]),
    )
    go(page, path)
    page.wait_for_load_state("networkidle")
    assert 0 < sum(weights) <= MOST_BYTES, f"{sum(weights) / 1024:.0f} KiB"


LOST = [
    ("/nulle-part", "fr", "Cette page n’existe pas"),
    ("/agir/nulle-part", "fr", "Cette page n’existe pas"),
    ("/de/nirgends", "fr", "Cette page n’existe pas"),
    ("/agir.html", "fr", "Cette page n’existe pas"),
    ("/introuvable", "fr", "Cette page n’existe pas"),
    ("/en/nowhere", "en", "This page does not exist"),
    ("/en/act/nowhere", "en", "This page does not exist"),
]


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize(("path", "language", "title"), LOST)
def test_an_address_that_leads_nowhere_says_so_in_its_language(
    new_page: NewPage, path: str, language: str, title: str, *, has_script: bool
) -> None:
    page = new_page(java_script_enabled=has_script)
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 404
    page.wait_for_load_state("networkidle")
    assert page.locator("html").get_attribute("lang") == language
    assert page.get_by_role("heading", level=1).all_inner_texts() == [title]
    assert page.locator("nav a:visible").count() >= 10
    home = "/en" if language == "en" else "/"
    page.locator(f'main a[href="{home}"]').click()
    assert page.url.endswith(home)


@pytest.mark.parametrize("path", ["/nulle-part", "/en/nowhere"])
def test_an_address_that_leads_nowhere_is_accessible_and_quiet(
    screen: Page, axe_violations: Violations, path: str
) -> None:
    said: list[str] = []
    screen.on("pageerror", lambda error: said.append(str(error)))
    screen.add_init_script(
        "addEventListener('securitypolicyviolation',"
        " event => console.error('policy: ' + event.violatedDirective))"
    )
    screen.on("console", lambda line: said.append(line.text) if _is_bad(line) else None)
    screen.goto(path)
    painted(screen)
    assert axe_violations(screen) == []
    assert [line for line in said if "404" not in line] == []
    screen.set_viewport_size(NARROW)  # pyright: ignore[reportArgumentType] - a ViewportSize is this dict
    painted(screen)
    assert not is_too_wide(screen)


def test_nothing_moves_for_who_asks_for_less_motion(
    new_page: NewPage, people: People
) -> None:
    page = new_page(reduced_motion="reduce")
    people.new().enter(page)
    for path in (
        "/",
        "/quartiers",
        "/moi",
        "/budget-climat",
        "/agir/prendre-le-velo",
    ):
        go(page, path)
        assert _moving(page) == [], path
    page.locator("#log").click()
    page.locator("#done").wait_for()
    assert _moving(page) == []


def _open(page: Page, kind: Kind, language: str) -> None:
    if kind.is_live:
        go(page, kind.route.to(language))
        return
    page.goto(kind.route.to(language))


def _is_bad(line: object) -> bool:
    return getattr(line, "type", "") in {"error", "warning"}


def _foreign(url: str, base_url: str) -> list[str]:
    ours = (base_url, base_url.replace("http", "ws", 1), "data:", "blob:")
    return [] if url.startswith(ours) else [f"asked elsewhere: {url}"]


def _contrast(page: Page) -> list[str]:
    """List what has too little contrast: all that colours can change."""
    answer = Axe().run(page, options={"runOnly": ["color-contrast"], "iframes": False})
    return [
        f"{found['id']}: {node['target']} {node['html'][:120]}"
        for found in answer.response["violations"]
        for node in found["nodes"]
    ]


def _moving(page: Page) -> list[str]:
    return page.evaluate(
        "() => document.getAnimations()"
        ".filter(a => a.effect.getComputedTiming().activeDuration > 50)"
        ".map(a => a.animationName || a.transitionProperty)"
    )
