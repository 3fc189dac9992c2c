"""The door of the feed: signed, small, of now; and its schema for everybody."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import text

from climact_issy.connectors import smartlina_feed
from climact_issy.database import Database
from climact_issy.domain import signatures
from tests.unit.connectors.test_smartlina_feed import GOOD, feed

DOOR = "/api/v1/feeds/smartlina"
SCHEMA = "/open-data/smartlina-feed-1.json"
SECRET = "shared"


def signed(body: bytes, late: timedelta = timedelta(0)) -> dict[str, str]:
    seconds = signatures.seconds_of(datetime.now(UTC) - late)
    return {
        "X-Climact-Timestamp": seconds,
        "X-Climact-Signature": signatures.signature(SECRET.encode(), seconds, body),
    }


def kept(database: Database) -> int:
    return database.read_here(
        lambda s: s.connection().scalar(text("SELECT count(*) FROM raw_payload"))
    )


@pytest.fixture
def _secret(configured: Callable[..., None]) -> None:
    configured(feed_secret=SECRET)


@pytest.mark.usefixtures("_secret")
async def test_a_signed_feed_is_kept_once(
    browser: httpx.AsyncClient, database: Database
) -> None:
    body = feed(GOOD)

    first = await browser.post(DOOR, content=body, headers=signed(body))
    again = await browser.post(DOOR, content=body, headers=signed(body))

    assert (first.status_code, again.status_code) == (202, 200)
    assert first.json()["values"] == 1
    assert (first.json()["is_new"], again.json()["is_new"]) == (True, False)
    assert first.json()["sha256"] == again.json()["sha256"]
    assert kept(database) == 1


@pytest.mark.usefixtures("_secret")
@pytest.mark.parametrize(
    ("body", "late", "status", "code"),
    [
        (feed(GOOD), timedelta(minutes=6), 403, "push_expired"),
        (b"{", timedelta(0), 422, "feed_invalid"),
        (feed(GOOD | {"value": "x"}), timedelta(0), 422, "feed_invalid"),
        (b" " * 65_537, timedelta(0), 413, "too_large"),
    ],
)
async def test_a_refusal_is_a_problem_document_and_keeps_nothing(
    browser: httpx.AsyncClient,
    database: Database,
    body: bytes,
    late: timedelta,
    status: int,
    code: str,
) -> None:
    answer = await browser.post(DOOR, content=body, headers=signed(body, late))

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == code
    assert kept(database) == 0


@pytest.mark.usefixtures("_secret")
async def test_a_sender_learns_where_its_feed_is_wrong(
    browser: httpx.AsyncClient,
) -> None:
    body = feed(GOOD, GOOD | {"unit": "ppb"})
    asked = signed(body) | {"Accept-Language": "en"}

    answer = (await browser.post(DOOR, content=body, headers=asked)).json()

    assert answer["errors"] == ["values.1: other_unit"]
    assert answer["detail"] == (
        "This feed does not keep its schema: nothing of it was kept."
    )


@pytest.mark.usefixtures("_secret")
async def test_an_unsigned_feed_is_refused_before_it_is_read(
    browser: httpx.AsyncClient, database: Database
) -> None:
    answer = await browser.post(DOOR, content=b"{")
    other = await browser.post(DOOR, content=feed(GOOD), headers=signed(b"other"))

    assert (answer.status_code, answer.json()["code"]) == (403, "push_unsigned")
    assert (other.status_code, other.json()["code"]) == (403, "push_unsigned")
    assert kept(database) == 0


async def test_without_a_secret_there_is_no_door(browser: httpx.AsyncClient) -> None:
    body = feed(GOOD)

    answer = await browser.post(DOOR, content=body, headers=signed(body))

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_the_schema_is_open(browser: httpx.AsyncClient) -> None:
    answer = await browser.get(SCHEMA)

    assert answer.headers["content-type"] == "application/schema+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert json.loads(answer.content) == smartlina_feed.schema()


async def test_the_rows_for_the_platform_are_open_and_hold_what_we_know(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get("/open-data/climaborough.json")
    found = answer.json()

    assert answer.headers["access-control-allow-origin"] == "*"
    assert {row["id_kpi"] for row in found["KPIValue"]} == {
        row["id_kpi"] for row in found["KPI"]
    }
    budget = [
        row["value"]
        for row in found["KPIValue"]
        if row["id_kpi"].startswith("climact-issy.budget-climat.")
    ]
    assert 104_987 in budget
    assert found["licence"]
