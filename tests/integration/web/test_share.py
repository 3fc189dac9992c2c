"""Cards for social networks: from published counts, never from a small group."""

import struct
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import httpx
import pytest

from climact_issy.database import Database
from climact_issy.presenters.share_cards import CardView
from climact_issy.services import demo, deployment, seasons
from climact_issy.web import pictures, share, share_card


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    share.forget()
    pictures.forget()
    yield
    share.forget()
    pictures.forget()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[CardView]:
    """Keep what each card was asked to say."""
    found: list[CardView] = []
    draw = share_card.card
    monkeypatch.setattr(
        share_card, "card", lambda view: (found.append(view), draw(view))[1]
    )
    return found


async def test_an_empty_town_has_cards_without_any_number_of_people(
    browser: httpx.AsyncClient, database: Database, drawn: list[CardView]
) -> None:
    now = datetime.now(UTC)
    database.run_here(lambda s: seasons.ensure(s, now=now))
    city = await browser.get("/share/issy.png")
    place = await browser.get("/share/neighbourhoods/les-iles.png?lang=en")
    for answer in (city, place):
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/png"
        assert struct.unpack(">II", answer.content[16:24]) == (1200, 630)
        assert answer.headers["cache-control"] == "public, max-age=60"
    assert drawn[0].number == "0"
    assert (drawn[1].number, drawn[1].demo) == ("", "")
    assert (await browser.get("/share/neighbourhoods/x.png")).status_code == 404
    assert (await browser.get("/share/nowhere")).status_code == 404


async def test_a_card_of_the_demo_says_so_and_is_drawn_once_a_minute(
    browser: httpx.AsyncClient,
    database: Database,
    configured: Callable[..., None],
    drawn: list[CardView],
) -> None:
    configured(mode="demo")
    now = datetime.now(UTC)
    database.run_here(lambda s: deployment.claim(s, "demo", now=now))
    database.run_here(lambda s: demo.seed(s, now=now))
    first = await browser.get("/share/neighbourhoods/la-ferme.png")
    again = await browser.get("/share/neighbourhoods/la-ferme.png")
    await browser.get("/share/neighbourhoods/les-iles.png")
    assert first.content == again.content
    ranked, small = drawn
    assert ranked.demo == small.demo == "démo"
    assert ranked.number
    assert (small.number, small.unit) == ("", "")
    assert len(small.lines) == 1
