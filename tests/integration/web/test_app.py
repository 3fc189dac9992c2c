from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import pytest
from fastapi.routing import APIRoute

from climact_issy import access, database, routes
from climact_issy.database import Database
from climact_issy.services import deployment, seasons
from climact_issy.web.app import PARTS, http_app


def our_routes() -> list[APIRoute]:
    listed = [*http_app().routes, *(r for part in PARTS for r in part.router.routes)]
    return [route for route in listed if isinstance(route, APIRoute)]


def test_every_route_says_who_may_call_it() -> None:
    assert len(our_routes()) > 15
    for route in our_routes():
        assert getattr(route.endpoint, access.MARK, None) == "public", route.path


def test_every_address_of_the_app_is_known_to_the_site() -> None:
    named = {value for value in vars(routes).values() if isinstance(value, str)}
    known = named | {routes.SIGN_IN.fr, routes.SIGN_IN.en, "/plain.css"}
    families = ("/api/{", "/auth/{", routes.API_INDICATORS, routes.EMBED_INDICATORS)
    paths = {route.path for route in our_routes()}
    assert {path for path in paths if not path.startswith(families)} <= known


async def test_a_living_process_says_so(browser: httpx.AsyncClient) -> None:
    answer = await browser.get(routes.HEALTH)
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


async def test_ready_means_database_migrations_and_the_right_kind(
    browser: httpx.AsyncClient, database: Database
) -> None:
    unclaimed = await browser.get(routes.READY)
    assert unclaimed.status_code == 503
    assert unclaimed.json()["checks"]["deployment"] == "unclaimed"
    now = datetime.now(UTC)
    database.run_here(lambda s: deployment.claim(s, "real", now=now))
    ready = await browser.get(routes.READY)
    assert ready.status_code == 200
    assert set(ready.json()["checks"].values()) == {"ok"}


async def test_a_demo_process_is_not_ready_on_a_real_database(
    browser: httpx.AsyncClient, database: Database, configured: Callable[..., None]
) -> None:
    now = datetime.now(UTC)
    database.run_here(lambda s: deployment.claim(s, "real", now=now))
    configured(mode="demo")
    answer = await browser.get(routes.READY)
    assert answer.status_code == 503
    assert answer.json()["checks"]["deployment"] == "real"


async def test_without_a_database_nothing_is_ready(browser: httpx.AsyncClient) -> None:
    database.close()
    answer = await browser.get(routes.READY)
    assert answer.status_code == 503
    assert answer.json()["checks"]["database"] == "unreachable"


async def test_the_race_is_open_data_and_hides_small_neighbourhoods(
    browser: httpx.AsyncClient, database: Database
) -> None:
    now = datetime.now(UTC)
    database.run_here(lambda s: seasons.ensure(s, now=now))
    answer = await browser.get(routes.API_NEIGHBOURHOODS)
    body = answer.json()
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert body["licence"]
    assert len(body["items"]) == 7
    for item in body["items"]:
        assert {"slug", "value", "unit", "period", "place", "source"} <= set(item)
        assert not item["is_ranked"]
        assert item["value"] is None
        assert item["terrace"] is None
        assert "people" not in item
    again = await browser.get(
        routes.API_NEIGHBOURHOODS, headers={"If-None-Match": answer.headers["etag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["/api/v1/nothing", "/api/nothing", "/api/v1/indicators/nothing"]
)
async def test_an_unknown_thing_of_the_api_is_a_problem_in_words(
    browser: httpx.AsyncClient, path: str
) -> None:
    answer = await browser.get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["code"], body["title"]) == (
        404,
        "not_found",
        "Not Found",
    )


async def test_a_wrong_method_says_which_are_right(browser: httpx.AsyncClient) -> None:
    answer = await browser.delete(routes.API_NEIGHBOURHOODS)
    assert answer.status_code in {404, 405}
    assert answer.headers["content-type"] == "application/problem+json"


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


async def test_a_fault_is_told_without_its_cause(
    browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        message = "secret cause"
        raise RuntimeError(message)

    monkeypatch.setattr("climact_issy.web.leaderboards.rules.current", broken)
    answer = await browser.get(routes.API_NEIGHBOURHOODS)
    assert answer.status_code == 500
    assert "secret cause" not in answer.text
    assert answer.json()["code"] == "fault"
