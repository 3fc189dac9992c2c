from collections.abc import Callable
from datetime import UTC, datetime

import httpx

from climact_issy import database, routes
from climact_issy.database import Database
from climact_issy.services import deployment


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
