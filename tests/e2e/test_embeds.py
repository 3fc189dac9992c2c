"""Our figures on another site: they fit their frame, and nobody else can say so."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page, Route

from climact_issy.content import indicators, live_indicators
from climact_issy.presenters import embeds
from climact_issy.presenters.embeds import FRAMES, SIZES, Options, Size
from climact_issy.routes import LANGUAGES, Language
from tests.e2e.conftest import DESK, OUTSIDE, NewPage

pytestmark = [pytest.mark.e2e, pytest.mark.beside]

Show = Callable[[str], str]
HEIGHT = "document.querySelector('iframe').getBoundingClientRect().height"
TITLE = "Budget climat"
READY = "[data-embedding][data-ready]"
"""The page for associations, once its script answers to the choices."""


@pytest.fixture
def another_site() -> Iterator[Show]:
    """Put a page on another origin, and return its address."""
    pages: dict[str, str] = {}

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages[self.path].encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever).start()

        def show(body: str) -> str:
            pages["/"] = f"<!doctype html><title>Une association</title>{body}"
            return f"http://127.0.0.1:{server.server_port}/"

        yield show
        server.shutdown()


def every_slug() -> list[str]:
    bundled = [one.slug for one in indicators.shown(is_demo=True)]
    return [*bundled, *live_indicators.slugs()]


def code(base_url: str, size: Size) -> str:
    return embeds.snippet(base_url, "budget-climat", TITLE, Options(size=size)).code


@pytest.mark.parametrize("size", SIZES)
def test_the_frame_takes_the_height_of_the_figure(
    desk: Page, base_url: str, another_site: Show, size: Size
) -> None:
    desk.goto(another_site(code(base_url, size)))
    before = FRAMES[size][1]
    desk.wait_for_function(f"{HEIGHT} !== {before}")
    inside = desk.frames[1]
    needed = inside.evaluate("document.querySelector('main').offsetHeight")
    assert needed <= desk.evaluate(HEIGHT) <= needed + 4
    assert inside.evaluate("document.documentElement.scrollHeight") <= needed + 4


def test_a_narrower_frame_becomes_higher(
    desk: Page, base_url: str, another_site: Show
) -> None:
    desk.goto(another_site(code(base_url, "large")))
    desk.wait_for_function(f"{HEIGHT} !== {FRAMES['large'][1]}")
    before = desk.evaluate(HEIGHT)
    desk.set_viewport_size({"width": 320, "height": 800})
    desk.wait_for_function(f"{HEIGHT} > {before}")


def test_without_the_script_the_figure_is_there_all_the_same(
    desk: Page, base_url: str, another_site: Show
) -> None:
    desk.goto(another_site(code(base_url, "medium").partition("\n")[0]))
    inside = desk.frame_locator("iframe")
    inside.get_by_role("heading", level=1).wait_for()
    assert desk.evaluate(HEIGHT) == FRAMES["medium"][1]


@pytest.mark.parametrize("told", ["9000", "-1", "'120'", "NaN", "{}"])
def test_a_height_in_another_form_is_ignored(
    desk: Page, base_url: str, another_site: Show, told: str
) -> None:
    desk.goto(another_site(code(base_url, "medium")))
    desk.wait_for_function(f"{HEIGHT} !== {FRAMES['medium'][1]}")
    before = desk.evaluate(HEIGHT)
    say = "(h) => parent.postMessage({ type: 'climact:height', h }, '*')"
    desk.frames[1].evaluate(f"({say})({told})")
    desk.evaluate("new Promise((done) => setTimeout(done, 100))")
    assert desk.evaluate(HEIGHT) == before
    # The same words in the right form are heard: the test above can fail.
    desk.frames[1].evaluate(f"({say})(123)")
    desk.wait_for_function(f"{HEIGHT} === 123")


def test_nobody_else_can_give_our_frame_a_height(
    desk: Page, base_url: str, another_site: Show
) -> None:
    stranger = (
        "<iframe srcdoc=\"<script>parent.postMessage({type:'climact:height',h:77},"
        "'*')</script>\"></iframe>"
    )
    desk.goto(another_site(code(base_url, "medium") + stranger))
    desk.wait_for_function(f"{HEIGHT} !== {FRAMES['medium'][1]}")
    desk.evaluate("postMessage({ type: 'climact:height', h: 88 }, '*')")
    desk.evaluate("new Promise((done) => setTimeout(done, 200))")
    heights = desk.evaluate(
        "[...document.querySelectorAll('iframe')].map((one) => one.offsetHeight)"
    )
    assert not {77, 88} & set(heights)


def test_the_height_is_told_to_the_page_around_alone(
    desk: Page, base_url: str, another_site: Show
) -> None:
    desk.add_init_script(
        "window.said = [];"
        " addEventListener('message', (event) => said.push(event.data));"
    )
    address = another_site(code(base_url, "small"))
    desk.goto(address)
    desk.wait_for_function("window.said.length > 0")
    assert {tuple(sorted(one)) for one in desk.evaluate("said")} == {("h", "type")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_fits_its_frame_without_the_script(
    new_page: NewPage, base_url: str, language: Language
) -> None:
    page = new_page(DESK)
    cut = []
    for size, (width, height) in FRAMES.items():
        page.set_viewport_size({"width": width, "height": height})
        for slug in every_slug():
            page.goto(base_url + embeds.path(slug, Options(language, size)))
            needed = page.evaluate("document.documentElement.scrollHeight")
            if needed > height:
                cut.append((slug, size, needed))
    assert cut == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_an_embed_is_accessible(
    new_page: NewPage,
    axe_violations: Callable[[Page], list[str]],
    size: Size,
    theme: embeds.Theme,
) -> None:
    page = new_page({"width": 360, "height": 640}, dark=theme == "light")
    found = {}
    for slug in every_slug():
        page.goto(embeds.path(slug, Options("fr", size, theme)))
        if wrong := axe_violations(page):
            found[slug] = wrong
    assert found == {}


def test_the_page_for_associations_writes_the_code_and_copies_it(
    desk: Page, base_url: str
) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.goto("/integrer")
    desk.locator(READY).wait_for()
    desk.get_by_label("Le chiffre").select_option("co2-mauna-loa")
    desk.get_by_label("La taille").select_option("large")
    desk.get_by_label("Les couleurs").select_option("dark")
    desk.get_by_label("La langue").select_option("en")
    wanted = embeds.snippet(
        base_url,
        "co2-mauna-loa",
        indicators.by_slug("co2-mauna-loa").title[1],
        Options("en", "large", "dark"),
    )
    assert desk.locator("#embed-code").text_content() == wanted.code
    inside = desk.frame_locator("#embed-preview")
    inside.get_by_text("In 2020").wait_for()
    desk.wait_for_function(f"{HEIGHT} !== {FRAMES['large'][1]}")
    said = desk.get_by_role("status").filter(has_text="copié")
    desk.get_by_role("button", name="Je copie le code").click()
    said.wait_for()
    assert desk.evaluate("navigator.clipboard.readText()") == wanted.code
    links = desk.get_by_role("link", name="image")
    for link in links.all():
        answer = desk.request.get(str(link.get_attribute("href")))
        assert answer.headers["content-type"].startswith("image/")


def test_the_preview_fits_a_narrow_phone(new_page: NewPage) -> None:
    page = new_page({"width": 320, "height": 700})
    page.goto("/integrer")
    page.wait_for_function(f"{HEIGHT} !== {FRAMES['medium'][1]}")
    page.reload()
    page.wait_for_function(f"{HEIGHT} !== {FRAMES['medium'][1]}")
    inside = page.frames[1]
    # The frame says its height again when its letters come in: the last word counts.
    # It lets no script be made from text, so nothing inside can wait for us.
    fits = (
        "document.documentElement.scrollHeight <= document.documentElement.clientHeight"
    )
    for _ in range(50):
        if inside.evaluate(fits):
            return
        page.wait_for_timeout(100)
    pytest.fail("what is in the frame is higher than the frame")


def test_a_closed_clipboard_is_told_and_the_code_selected(desk: Page) -> None:
    desk.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )
    desk.goto("/en/embed")
    desk.locator(READY).wait_for()
    desk.get_by_role("button", name="Copy the code").click()
    desk.get_by_text("Copy it with your keyboard.").wait_for()
    chosen = desk.evaluate("getSelection().toString()")
    assert chosen.startswith("<iframe")


def test_the_page_of_a_figure_says_how_to_embed_it(desk: Page, base_url: str) -> None:
    desk.goto("/en/figures/budget-climat")
    found = desk.locator('head link[type="application/json+oembed"]')
    assert found.count() == 1
    told = desk.request.get(str(found.get_attribute("href"))).json()
    assert told["type"] == "rich"
    assert f"{base_url}/embed/indicators/budget-climat?lang=en" in told["html"]


@pytest.mark.parametrize(
    ("path", "card"),
    [
        ("/", "/share/issy.png?lang=fr"),
        ("/en/neighbourhoods/la-ferme", "/share/neighbourhoods/la-ferme.png?lang=en"),
        ("/agir", "/share.png"),
    ],
)
def test_a_shared_page_has_its_card(
    desk: Page, base_url: str, path: str, card: str
) -> None:
    desk.goto(path)
    image = desk.locator('meta[property="og:image"]').first
    assert image.get_attribute("content") == base_url + card
    answer = desk.request.get(base_url + card)
    assert answer.headers["content-type"] == "image/png"
    assert answer.body().startswith(b"\x89PNG")


def test_an_outside_page_is_asked_for_by_a_click_and_is_shut_in(
    desk: Page, base_url: str
) -> None:
    asked: list[dict[str, str]] = []

    def stand_in(route: Route) -> None:
        asked.append(route.request.headers)
        route.fulfill(
            content_type="text/html",
            body="<p>smartLINA</p><script>try{localStorage.a=1}"
            "catch{document.body.append('shut in')}</script>",
        )

    desk.route("http://127.0.0.1:9/**", stand_in)
    said: list[str] = []
    desk.on("request", lambda one: said.append(one.url))
    desk.goto("/chiffres")
    desk.wait_for_load_state("networkidle")
    assert asked == []
    assert [url for url in said if not url.startswith(base_url)] == []
    opener = desk.get_by_role("link", name="J’affiche la page de smartLINA ici")
    assert opener.get_attribute("href") == OUTSIDE
    opener.focus()
    desk.keyboard.press("Enter")
    frame = desk.frame_locator('iframe[title="Page de smartLINA"]')
    frame.get_by_text("shut in").wait_for()
    assert len(asked) == 1
    assert "referer" not in asked[0]
    assert "cookie" not in asked[0]
    assert desk.url == f"{base_url}/chiffres"
