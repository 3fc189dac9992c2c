import httpx
import pytest
from fastapi.routing import APIRoute

from climact_issy import access, routes
from climact_issy.web import embed
from climact_issy.web.app import PARTS, http_app

PRINTED = (routes.PRINT_CODES, routes.PRINT_LIST)
"""Families of addresses that are for who holds an event."""


def our_routes() -> list[APIRoute]:
    listed = [*http_app().routes, *(r for part in PARTS for r in part.router.routes)]
    return [route for route in listed if isinstance(route, APIRoute)]


def test_every_route_says_who_may_call_it() -> None:
    assert len(our_routes()) > 15
    for route in our_routes():
        mark = getattr(route.endpoint, access.MARK, None)
        is_for_holders = route.path.startswith(PRINTED)
        assert mark == ("citizen" if is_for_holders else "public"), route.path


def test_every_address_of_the_app_is_known_to_the_site() -> None:
    named = {value for value in vars(routes).values() if isinstance(value, str)}
    known = named | {routes.SIGN_IN.fr, routes.SIGN_IN.en, "/plain.css"}
    families = ("/api/{", "/auth/{", "/print/{", "/open-data/{", *PRINTED)
    families += ("/embed/{", "/share/{", routes.SHARE_NEIGHBOURHOODS)
    families += (routes.API_INDICATORS, routes.EMBED_INDICATORS)
    paths = {route.path for route in our_routes()}
    assert {path for path in paths if not path.startswith(families)} <= known


async def test_the_api_describes_itself_and_has_no_try_out_page(
    browser: httpx.AsyncClient,
) -> None:
    described = (await browser.get("/api/v1/openapi.json")).json()
    assert routes.API_NEIGHBOURHOODS in described["paths"]
    assert not [path for path in described["paths"] if path.startswith("/auth")]
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert (await browser.get(path)).status_code == 404


async def test_the_style_sheet_comes_zipped_to_who_can_read_it(
    browser: httpx.AsyncClient,
) -> None:
    zipped = await browser.get("/plain.css")
    plain = await browser.get("/plain.css", headers={"Accept-Encoding": "identity"})
    assert zipped.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert zipped.text == plain.text
    assert plain.headers["content-type"].startswith("text/css")


EMBED = f"{routes.EMBED_INDICATORS}/budget-climat"


async def test_an_embed_has_its_policy_and_is_not_sent_again(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get(f"{EMBED}?size=large")
    assert answer.status_code == 200
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "public, max-age=3600"
    assert "x-frame-options" not in answer.headers
    head = await browser.head(f"{EMBED}?size=large")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == answer.headers["etag"]
    known = {"If-None-Match": answer.headers["etag"]}
    again = await browser.get(f"{EMBED}?size=large", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert (await browser.post(EMBED)).status_code == 404


async def test_an_embed_that_fails_is_a_fault_like_any_other(
    browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        message = "no chart today"
        raise RuntimeError(message)

    monkeypatch.setattr(embed, "written", fail)
    answer = await browser.get(EMBED)
    assert answer.status_code == 500
    assert "no chart today" not in answer.text
    assert "incident" in answer.text


async def test_the_figures_of_the_api_are_kept_and_asked_for_again(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get(routes.API_INDICATORS)
    assert answer.headers["cache-control"] == "public, max-age=60"
    known = {"If-None-Match": answer.headers["etag"]}
    again = await browser.get(routes.API_INDICATORS, headers=known)
    assert again.status_code == 304
