from collections.abc import Callable
from datetime import UTC, datetime

import httpx

from climact_issy import routes
from climact_issy.database import Database
from climact_issy.services import demo, deployment, seasons


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
        assert item["is_demo"] is False
    again = await browser.get(
        routes.API_NEIGHBOURHOODS, headers={"If-None-Match": answer.headers["etag"]}
    )
    assert again.status_code == 304


async def test_a_ranked_neighbourhood_shows_its_score_and_never_its_people(
    browser: httpx.AsyncClient,
    database: Database,
    configured: Callable[..., None],
) -> None:
    configured(mode="demo")
    now = datetime.now(UTC)
    database.run_here(lambda s: deployment.claim(s, "demo", now=now))
    database.run_here(lambda s: demo.seed(s, now=now))
    items = (await browser.get(routes.API_NEIGHBOURHOODS)).json()["items"]
    ranked = [item for item in items if item["is_ranked"]]
    unranked = [item for item in items if not item["is_ranked"]]
    assert (len(ranked), len(unranked)) == (6, 1)
    assert all(item["value"] > 0 and item["terrace"] >= 1 for item in ranked)
    assert unranked[0]["value"] is None
    assert all(item["is_demo"] for item in items)
