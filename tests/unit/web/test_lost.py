from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from climact_issy.web.built import Build
from climact_issy.web.lost import Lost
from climact_issy.web.security import secure

FRENCH, ENGLISH = "<html>introuvable", "<html>not found"
SHELL = "<html>shell of the app"


@pytest.fixture
def client(tmp_path: Path) -> Path:
    client = tmp_path / "build" / "client"
    pages = {"agir": "agir", "introuvable": FRENCH, "en/not-found": ENGLISH}
    for name, text in pages.items():
        (client / name).mkdir(parents=True)
        (client / name / "index.html").write_text(text)
        (client / f"{name}.html").write_text(text)
    (client / "404.html").write_text(SHELL)
    return client


async def dynamic(_request: Request) -> Response:
    return HTMLResponse(SHELL)


async def refuse(_request: Request) -> Response:
    return JSONResponse({"status": 404}, 404)


def browser_of(client: Path, *, is_whole: bool = False) -> httpx.AsyncClient:
    pages = Starlette(
        routes=[
            Route("/equipes/velo", dynamic),
            Route("/api/v1/nowhere", refuse),
            Route("/data", refuse),
            Mount("", StaticFiles(directory=client, html=True)),
        ]
    )
    build = Build(client)
    app = secure(pages, build) if is_whole else Lost(pages, build)
    transport = httpx.ASGITransport(app=app)
    return httpx.AsyncClient(transport=transport, base_url="http://localhost:3000")


@pytest.mark.parametrize("is_whole", [False, True])
@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/nulle-part", FRENCH),
        ("/nulle-part/", FRENCH),
        ("/agir/nulle-part", FRENCH),
        ("/de/nirgends", FRENCH),
        ("/english", FRENCH),
        ("/en/nowhere", ENGLISH),
        ("/en/act/nowhere/at/all", ENGLISH),
        ("/introuvable", FRENCH),
        ("/introuvable/", FRENCH),
        ("/en/not-found", ENGLISH),
        ("/agir.html", FRENCH),
        ("/agir/index.html", FRENCH),
        ("/404.html", FRENCH),
        ("/en/not-found.html", ENGLISH),
        ("/icons/none.svg", FRENCH),
    ],
)
async def test_an_address_that_leads_nowhere_says_so_in_its_language(
    client: Path, path: str, page: str, *, is_whole: bool
) -> None:
    answer = await browser_of(client, is_whole=is_whole).get(path)
    assert (answer.status_code, answer.text) == (404, page)
    assert answer.headers["content-type"].startswith("text/html")


async def test_a_browser_that_knows_the_page_gets_it_whole_all_the_same(
    client: Path,
) -> None:
    browser = browser_of(client)
    tag = (await browser.get("/nulle-part")).headers["etag"]
    for headers in ({"If-None-Match": tag}, {"Range": "bytes=0-3"}):
        answer = await browser.get("/ailleurs", headers=headers)
        assert (answer.status_code, answer.text) == (404, FRENCH)


async def test_head_says_the_same_without_the_body(client: Path) -> None:
    answer = await browser_of(client).head("/en/nowhere")
    assert (answer.status_code, answer.content) == (404, b"")
    assert answer.headers["content-length"] == str(len(ENGLISH))


async def test_what_exists_is_answered_as_it_is(client: Path) -> None:
    browser = browser_of(client)
    assert (await browser.get("/agir/")).text == "agir"
    # A page that people made has no file: it is the shell of the app, found.
    shell = await browser.get("/equipes/velo")
    assert (shell.status_code, shell.text) == (200, SHELL)


async def test_what_is_not_a_page_keeps_its_own_refusal(client: Path) -> None:
    assert (await browser_of(client).get("/data")).json() == {"status": 404}
    whole = browser_of(client, is_whole=True)
    assert (await whole.get("/api/v1/nowhere")).json() == {"status": 404}
    assert (await browser_of(client).post("/nulle-part")).status_code == 405


async def test_before_a_build_the_refusal_of_the_framework_stands(
    tmp_path: Path,
) -> None:
    (tmp_path / "404.html").write_text(SHELL)
    answer = await browser_of(tmp_path).get("/nulle-part")
    assert (answer.status_code, answer.text) == (404, SHELL)
