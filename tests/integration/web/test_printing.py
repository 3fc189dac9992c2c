from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest
from sqlmodel import Session

from climact_issy import access, routes
from climact_issy.database import Database
from climact_issy.domain.people import Actor
from climact_issy.models import Citizen
from climact_issy.services import sessions
from tests.support.events import SLUG, batch, captain, event, texts
from tests.support.gestures import person

NewBrowser = Callable[..., httpx.AsyncClient]


def enters(browser: httpx.AsyncClient, database: Database, actor: Actor) -> None:
    cookie = database.run_here(
        lambda s: sessions.start(
            s, actor.citizen_id, agent="test", now=datetime.now(UTC)
        )
    )
    browser.cookies.set(access.cookie_name(), cookie)


def becomes_moderator(database: Database, actor: Actor) -> Actor:
    def work(session: Session) -> None:
        row = session.get(Citizen, actor.citizen_id)
        assert row is not None
        row.role = "moderator"
        session.add(row)

    database.run_here(work)
    return replace(actor)


@pytest.fixture
def pages(database: Database) -> list[str]:
    """The addresses of what a team's event has to print."""
    event(database, owner_team="velos")
    return [
        f"{routes.PRINT_CODES}/{batch(database, 2)}",
        f"{routes.PRINT_LIST}/{SLUG}",
    ]


async def test_a_captain_and_a_moderator_print_what_they_hold(
    new_browser: NewBrowser, database: Database, pages: list[str]
) -> None:
    lina, staff = person(database), becomes_moderator(database, person(database))
    captain(database, lina, "velos")
    for actor in (lina, staff):
        browser = new_browser()
        enters(browser, database, actor)
        for path in pages:
            answer = await browser.get(path)
            assert answer.status_code == 200
            assert answer.headers["cache-control"] == "no-store"
            assert "script-src 'none'" in answer.headers["content-security-policy"]
            assert "Atelier vélo" in answer.text
        sheet = await browser.get(pages[0])
        for text in texts(database, 1):
            assert f"{text[:4]}-{text[4:]}" in sheet.text


async def test_nobody_else_learns_a_code(
    new_browser: NewBrowser, database: Database, pages: list[str]
) -> None:
    tom, zoe = person(database), person(database)
    captain(database, tom, "velos", is_captain=False)
    captain(database, zoe, "autres")
    for actor in (tom, zoe):
        browser = new_browser()
        enters(browser, database, actor)
        for path in pages:
            answer = await browser.get(path)
            assert answer.status_code == 404
            assert answer.headers["cache-control"] == "no-store"
            assert "Atelier" not in answer.text


async def test_a_stranger_signs_in_first_and_comes_back(
    browser: httpx.AsyncClient, pages: list[str]
) -> None:
    answer = await browser.get(pages[0])
    assert answer.status_code == 303
    assert answer.headers["location"] == "/connexion?next=%2Fprint%2Fcodes%2F1"
    english = await browser.get(f"{pages[0]}?lang=en")
    assert english.headers["location"].startswith("/en/sign-in?next=")


@pytest.mark.parametrize(
    "path",
    ["/print/codes/0", "/print/codes/99999999999", "/print/codes/x", "/print/nothing"],
)
async def test_an_address_that_is_none_is_a_page_in_words(
    new_browser: NewBrowser, database: Database, path: str
) -> None:
    browser = new_browser()
    enters(browser, database, person(database))
    answer = await browser.get(path)
    assert answer.status_code in {400, 404, 422}
    assert "<h1>" in answer.text
