"""What the whole server, framework included, tells other sites."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.e2e, pytest.mark.beside]

ELSEWHERE = "https://elsewhere.example"
ASKED = {"Access-Control-Request-Method": "GET"}
ALLOWED = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
}


def told(url: str, origin: str, method: str = "GET", **headers: str) -> Message:
    asked = urllib.request.Request(
        url, method=method, headers={"Origin": origin, **headers}
    )
    try:
        with urllib.request.urlopen(asked) as answer:
            return answer.headers
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.headers


def cors(headers: Message) -> dict[str, str]:
    named = {name.lower(): value for name, value in headers.items()}
    return {n: v for n, v in named.items() if n.startswith("access-control")}


@pytest.mark.parametrize("is_ours", [True, False])
@pytest.mark.parametrize(
    "path", ["/api/v1/indicators", "/api/v1/openapi.json", "/api/v1/nowhere"]
)
def test_open_data_is_open_without_credentials(
    base_url: str, path: str, *, is_ours: bool
) -> None:
    origin = base_url if is_ours else ELSEWHERE
    headers = told(base_url + path, origin)
    assert cors(headers) == {"access-control-allow-origin": "*"}
    assert "Origin" not in (headers["vary"] or "")
    assert cors(told(base_url + path, origin, "OPTIONS", **ASKED)) == ALLOWED


@pytest.mark.parametrize("path", ["/", "/connexion", "/readyz", "/nulle-part"])
def test_nothing_else_is_open_to_other_sites(base_url: str, path: str) -> None:
    for origin in (base_url, ELSEWHERE):
        headers = told(base_url + path, origin)
        assert cors(headers) == {}
        assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in cors(
        told(base_url + path, ELSEWHERE, "OPTIONS", **ASKED)
    )


@pytest.fixture
def another_site() -> Iterator[str]:
    """A site on another port of this machine: to a browser, another origin."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Quiet) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def test_a_page_of_another_site_reads_open_data_and_nothing_else(
    desk: Page, base_url: str, another_site: str
) -> None:
    desk.goto(another_site)
    read = """async ([url, options]) => {
        try { return (await fetch(url, options)).status }
        catch { return 0 }
    }"""
    data = f"{base_url}/api/v1/indicators"
    assert desk.evaluate(read, [data, {}]) == 200
    conditional = {"headers": {"If-None-Match": '"x"'}, "cache": "no-store"}
    assert desk.evaluate(read, [data, conditional]) == 200
    assert desk.evaluate(read, [data, {"credentials": "include"}]) == 0
    assert desk.evaluate(read, [f"{base_url}/readyz", {}]) == 0
