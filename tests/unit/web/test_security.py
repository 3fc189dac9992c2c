from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message

from climact_issy.web.built import Build
from climact_issy.web.security import MAX_BODY, Wrapper, secure


@pytest.fixture
def app(tmp_path: Path) -> ASGIApp:
    client = tmp_path / "build" / "client"
    (client / "agir").mkdir(parents=True)
    (client / "agir" / "index.html").write_text("<html>agir")
    (client / "404.html").write_text("<html>404")
    inner = FastAPI(redirect_slashes=False)

    @inner.get("/connexion")
    async def connexion() -> HTMLResponse:
        return HTMLResponse("<p>bonjour")

    @inner.get("/api/v1/things")
    async def things() -> JSONResponse:
        return JSONResponse({"items": [1]})

    @inner.post("/auth/link")
    async def link(request: Request) -> Response:
        return Response(str(len(await request.body())))

    inner.mount("", StaticFiles(directory=client, html=True))
    return secure(inner, Build(client))


@pytest.fixture
def browser(app: ASGIApp) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=app)
    return httpx.AsyncClient(transport=transport, base_url="http://localhost:3000")


@pytest.mark.parametrize("path", ["/agir", "/agir/", "/connexion", "/connexion/"])
async def test_a_page_answers_with_and_without_the_last_slash(
    browser: httpx.AsyncClient, path: str
) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/agir", "/connexion", "/api/v1/things"])
async def test_head_says_what_get_says_without_the_body(
    browser: httpx.AsyncClient, path: str
) -> None:
    head, get = await browser.head(path), await browser.get(path)
    assert head.status_code == get.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]


async def test_an_unchanged_answer_of_the_api_is_not_sent_again(
    browser: httpx.AsyncClient,
) -> None:
    first = await browser.get("/api/v1/things")
    again = await browser.get(
        "/api/v1/things", headers={"If-None-Match": first.headers["etag"]}
    )
    other = await browser.get("/api/v1/things", headers={"If-None-Match": '"x"'})
    assert (again.status_code, again.content) == (304, b"")
    assert (other.status_code, other.json()) == (200, {"items": [1]})


@pytest.fixture
def other_site(app: ASGIApp) -> httpx.AsyncClient:
    """Stand for another site, in front of what Reflex puts around every app."""
    assert isinstance(app, Wrapper)
    framework = CORSMiddleware(
        app._asgi,
        allow_credentials=True,
        allow_methods=["*"],
        allow_headers=["*"],
        allow_origins=["https://other.example"],
    )
    transport = httpx.ASGITransport(app=secure(framework, app._build))
    return httpx.AsyncClient(
        transport=transport,
        base_url="http://localhost:3000",
        headers={"Origin": "https://other.example"},
    )


async def test_open_data_is_open_to_every_site_and_without_credentials(
    other_site: httpx.AsyncClient,
) -> None:
    answer = await other_site.get("/api/v1/things")
    told = {n: v for n, v in answer.headers.items() if "access-control" in n}
    assert told == {"access-control-allow-origin": "*"}
    assert "vary" not in answer.headers


@pytest.mark.parametrize("path", ["/agir", "/connexion", "/nulle-part"])
async def test_a_page_is_open_to_no_other_site(
    other_site: httpx.AsyncClient, path: str
) -> None:
    answer = await other_site.get(path)
    assert not [name for name in answer.headers if "access-control" in name]


async def test_another_site_may_ask_whether_its_copy_is_the_newest(
    other_site: httpx.AsyncClient,
) -> None:
    asked = {
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    answer = await other_site.options("/api/v1/things", headers=asked)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-headers"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


async def test_a_body_up_to_the_limit_is_taken(browser: httpx.AsyncClient) -> None:
    answer = await browser.post("/auth/link", content=b"x" * MAX_BODY)
    assert answer.text == str(MAX_BODY)


async def test_a_body_over_the_limit_is_refused(browser: httpx.AsyncClient) -> None:
    async def pieces():  # noqa: ANN202 - an async generator of bytes
        for _ in range(10):
            yield b"x" * (MAX_BODY // 8)

    said = await browser.post("/auth/link", content=b"x" * (MAX_BODY + 1))
    hidden = await browser.post("/auth/link", content=pieces())
    assert said.status_code == hidden.status_code == 413
    assert said.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/_upload", "/_upload/a.png"])
async def test_the_upload_route_of_the_framework_does_not_exist(
    browser: httpx.AsyncClient, path: str
) -> None:
    assert (await browser.post(path, content=b"x")).status_code == 404


async def _shake_hands(app: ASGIApp, origin: str | None) -> list[Message]:
    sent: list[Message] = []
    headers = [] if origin is None else [(b"origin", origin.encode())]

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/_event", "headers": headers}
    await app(scope, receive, send)
    return sent


async def _accepting(_scope: object, _receive: object, send: ASGIApp) -> None:
    await send({"type": "websocket.accept"})  # pyright: ignore[reportCallIssue] - the send of ASGI


@pytest.mark.parametrize("origin", ["http://localhost:3000", None])
async def test_the_socket_of_our_own_pages_opens(
    tmp_path: Path, origin: str | None
) -> None:
    app = secure(_accepting, Build(tmp_path))  # pyright: ignore[reportArgumentType] - a bare ASGI app
    assert (await _shake_hands(app, origin))[0]["type"] == "websocket.accept"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
async def test_the_socket_of_another_site_is_refused(
    tmp_path: Path, origin: str
) -> None:
    app = secure(_accepting, Build(tmp_path))  # pyright: ignore[reportArgumentType] - a bare ASGI app
    assert (await _shake_hands(app, origin))[0]["type"] == "websocket.close"
