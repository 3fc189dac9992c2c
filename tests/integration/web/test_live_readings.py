"""API and embed say what the page says; the database is asked a few times a minute."""

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest
from sqlmodel import Session

from climact_issy.connectors import airparif
from climact_issy.connectors.atmo_index import observed
from climact_issy.connectors.base import Page
from climact_issy.database import Database
from climact_issy.domain.civic import civic_day
from climact_issy.services import observations
from climact_issy.web import live_readings
from tests.support.readings import keep

SLUG = "electricite-maintenant"
PAGE = f"/api/v1/indicators/{SLUG}"
EMBED = f"/embed/indicators/{SLUG}"


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    live_readings.forget()
    yield
    live_readings.forget()


async def test_the_api_tells_the_newest_value_and_its_day(
    browser: httpx.AsyncClient, database: Database
) -> None:
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    keep(database, 40.0, None, 47.0, newest=now, now=now)

    found = (await browser.get(PAGE)).json()

    assert (found["value"], found["period"]) == (47, f"{now:%Y-%m-%dT%H:%MZ}")
    assert [point["value"] for point in found["series"][0]["points"]] == [40, None, 47]
    listed = (await browser.get("/api/v1/indicators")).json()["items"]
    assert {item["slug"]: item["value"] for item in listed}[SLUG] == 47


async def test_the_file_has_every_value_of_the_last_day(
    browser: httpx.AsyncClient, database: Database
) -> None:
    now = datetime.now(UTC)
    keep(database, 40.0, None, 47.0, newest=now, now=now)

    lines = (await browser.get(f"{PAGE}.csv")).text.splitlines()

    assert any("Licence Ouverte" in line for line in lines if line.startswith("# "))
    assert len([line for line in lines if line.startswith("main,")]) == 3


def keep_air(database: Database, value: float) -> str:
    """Keep the ATMO index of today; return its day."""
    now = datetime.now(UTC)
    day = civic_day(now).isoformat()

    def work(session: Session) -> None:
        page = Page("x", "", b"{}", now)
        origin = observations.keep_raw(session, airparif.SOURCE.name, page)
        observations.keep(session, [observed(day, value, day)], origin)

    database.run_here(work)
    return day


async def test_an_official_class_is_told_by_its_word(
    browser: httpx.AsyncClient, database: Database
) -> None:
    day = keep_air(database, 3.0)

    found = (await browser.get("/api/v1/indicators/indice-atmo")).json()
    lines = (await browser.get("/api/v1/indicators/indice-atmo.csv")).text

    assert (found["value"], found["period"], found["level"]) == (3, day, "watch")
    assert found["class"] == {
        "scale": {"fr": "indice ATMO", "en": "ATMO index"},
        "word": {"fr": "dégradé", "en": "degraded"},
    }
    assert found["series"][0]["points"][0]["class"] == found["class"]
    assert found["sentence"]["en"] == "Today, the air in the city of Issy is degraded."
    assert "dégradé,degraded" in lines
    assert "ODbL" in lines
    other = (await browser.get(PAGE)).json()
    assert other["class"] is None


@pytest.mark.parametrize("kind", ["", ".svg"])
@pytest.mark.parametrize("size", ["s", "m", "l"])
async def test_an_embed_says_the_class_and_no_number_of_it(
    browser: httpx.AsyncClient, database: Database, size: str, kind: str
) -> None:
    keep_air(database, 5.0)

    found = await browser.get(f"/embed/indicators/indice-atmo{kind}?size={size}")

    assert found.status_code == 200
    assert "très mauvais" in found.text
    assert "Airparif" in found.text
    assert len(found.content) < 20_000 or kind


@pytest.mark.parametrize("size", ["s", "m", "l"])
async def test_the_embed_is_small_and_is_kept_for_a_minute(
    browser: httpx.AsyncClient, database: Database, size: str
) -> None:
    now = datetime.now(UTC)
    keep(database, *[float(i) for i in range(97)], newest=now, now=now)

    found = await browser.get(f"{EMBED}?size={size}&lang=en")

    assert found.status_code == 200
    assert len(found.content) < 20_000
    assert "96" in found.text
    assert "0 minutes ago" in found.text
    assert found.headers["cache-control"] == "public, max-age=60"


async def test_without_a_value_the_embed_says_so(browser: httpx.AsyncClient) -> None:
    found = await browser.get(EMBED)

    assert "Nous n’avons encore lu aucune valeur" in found.text
    assert (await browser.get(PAGE)).json()["value"] is None


async def test_a_reading_is_kept_for_some_seconds(
    browser: httpx.AsyncClient, database: Database
) -> None:
    now = datetime.now(UTC)
    keep(database, 47.0, newest=now, now=now)
    await browser.get(PAGE)
    keep(database, 48.0, newest=now, now=now)

    assert (await browser.get(PAGE)).json()["value"] == 47
    live_readings.forget()
    assert (await browser.get(PAGE)).json()["value"] == 48


async def test_the_picture_follows_the_reading(
    browser: httpx.AsyncClient, database: Database
) -> None:
    now = datetime.now(UTC)
    keep(database, *[float(i) for i in range(97)], newest=now, now=now)
    first = await browser.get(f"{EMBED}.svg?size=large")
    assert first.headers["content-type"].startswith("image/svg+xml")
    assert first.headers["cache-control"] == "public, max-age=60"
    assert ">96" in first.text
    keep(database, 48.0, newest=now, now=now)
    live_readings.forget()
    again = await browser.get(f"{EMBED}.svg?size=large")
    assert again.headers["etag"] != first.headers["etag"]
    assert (await browser.get(f"{EMBED}.png")).content.startswith(b"\x89PNG")
