"""Erasing one's account: asked twice, by a form of our own pages, then signed out."""

from datetime import UTC, datetime

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import select

from climact_issy import access, routes
from climact_issy.database import Database
from climact_issy.models import Citizen
from climact_issy.services import sessions
from tests.support.gestures import person

ASKED = {"language": "fr"}


@pytest.fixture
def signed_in(browser: httpx.AsyncClient, database: Database) -> httpx.AsyncClient:
    who = person(database, "la-ferme")
    cookie = database.run_here(
        lambda s: sessions.start(s, who.citizen_id, agent="test", now=datetime.now(UTC))
    )
    browser.cookies.set(access.cookie_name(), cookie)
    return browser


def people(database: Database) -> int:
    return len(database.read_here(lambda s: s.exec(select(Citizen.id)).all()))


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "qui ne mène plus à personne"), ("en", "leads to nobody any more")],
)
async def test_the_first_step_says_what_goes_and_what_stays(
    signed_in: httpx.AsyncClient, database: Database, language: str, words: str
) -> None:
    answer = await signed_in.get(routes.AUTH_ERASE, params={"language": language})

    assert answer.status_code == 200
    assert words in answer.text
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert people(database) == 1


async def test_the_second_step_erases_and_signs_out(
    signed_in: httpx.AsyncClient, database: Database
) -> None:
    answer = await signed_in.post(routes.AUTH_ERASE, data=ASKED)

    assert answer.status_code == 200
    assert "Votre compte est effacé" in answer.text
    assert f'{access.cookie_name()}=""' in answer.headers["set-cookie"]
    assert answer.headers["clear-site-data"] == '"storage"'
    assert people(database) == 0
    again = await signed_in.post(routes.AUTH_ERASE, data=ASKED)
    assert again.status_code == 401


async def test_a_refusal_speaks_the_language_of_the_page(
    signed_in: httpx.AsyncClient, database: Database
) -> None:
    database.run_here(
        lambda s: s.connection().execute(text("UPDATE citizen SET demo_key = 'lina'"))
    )
    page = await signed_in.get(routes.AUTH_ERASE, params=ASKED)
    address = page.text.partition('action="')[2].partition('"')[0]

    answer = await signed_in.post(
        address, data=ASKED, headers={"Accept-Language": "en-US"}
    )

    assert answer.status_code == 403
    assert "elle ne s’efface" in answer.text
    assert people(database) == 1


async def test_a_stranger_erases_nobody(
    browser: httpx.AsyncClient, database: Database
) -> None:
    person(database)

    assert (await browser.get(routes.AUTH_ERASE)).status_code == 401
    assert (await browser.post(routes.AUTH_ERASE, data=ASKED)).status_code == 401
    assert people(database) == 1


async def test_another_site_erases_nobody(
    signed_in: httpx.AsyncClient, database: Database
) -> None:
    for headers in (
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ):
        answer = await signed_in.post(routes.AUTH_ERASE, data=ASKED, headers=headers)
        assert answer.status_code == 403
    assert people(database) == 1
