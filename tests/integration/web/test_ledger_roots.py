"""The daily roots are open data, and enough to check the chain from the outside."""

import hashlib
import json
from datetime import timedelta

import httpx
from sqlalchemy import text

from climact_issy import routes
from climact_issy.database import Database
from climact_issy.domain import seals as form
from climact_issy.jobs.seal import seal_closed
from tests.support.gestures import NOON, SORT, person, tap, untap


async def test_before_the_first_day_is_over_there_is_no_root(
    browser: httpx.AsyncClient,
) -> None:
    body = (await browser.get(routes.LEDGER_ROOTS)).json()

    assert body["roots"] == []
    assert body["licence"] == "Licence Ouverte 2.0"
    assert body["is_demo"] is False


async def test_a_root_is_the_hash_that_the_published_form_makes_of_the_rows(
    browser: httpx.AsyncClient, database: Database
) -> None:
    who = person(database, "la-ferme")
    tap(database, who)
    untap(database, who, tap(database, who, SORT).entry_id)
    await seal_closed(NOON)
    await seal_closed(NOON + timedelta(days=1))

    answer = await browser.get(routes.LEDGER_ROOTS)
    body = answer.json()

    columns = body["canonical_form"]["columns"]
    rows = database.read_here(
        lambda s: (
            s.connection()
            .execute(text(f"SELECT {', '.join(columns)} FROM ledger ORDER BY id"))  # noqa: S608 - published names
            .all()
        )
    )
    told = f"climact-ledger 1\n{body['canonical_form']['genesis']}\n"
    for row in rows:
        values = [
            _as_told(name, value) for name, value in zip(columns, row, strict=True)
        ]
        told += json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"
    told += f"3 {form.instant(NOON)}\n"
    (root,) = body["roots"]
    assert root["hash"] == hashlib.sha256(told.encode()).hexdigest()
    assert (root["day"], root["rows_sealed"]) == ("2026-11-25", 3)


def _as_told(name: str, value: object) -> object:
    if name == "recorded_at":
        return form.instant(NOON)
    return "2026-11-25" if name == "civic_day" else value


async def test_any_site_may_read_it_and_ask_whether_it_changed(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get(routes.LEDGER_ROOTS)

    assert answer.headers["cache-control"] == "public, max-age=300"
    assert answer.headers["access-control-allow-origin"] == "*"
    again = await browser.get(
        routes.LEDGER_ROOTS, headers={"If-None-Match": answer.headers["etag"]}
    )
    head = await browser.head(routes.LEDGER_ROOTS)
    assert (again.status_code, head.status_code) == (304, 200)


async def test_an_unknown_address_of_open_data_is_a_problem_document(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get("/open-data/nothing.json")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
