import httpx
from fastapi.routing import APIRoute

from climact_issy import access, routes
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
