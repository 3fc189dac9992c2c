"""The open list of indicators and each with its series."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from climact_issy import routes, texts
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.presenters import indicators as presented
from climact_issy.settings import get_settings
from climact_issy.web import indicators, live_readings, problems

ADDRESS = "/api/v1/indicators"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[AsyncClient]:
    monkeypatch.setenv("CLIMACT_MODE", "development")
    get_settings.cache_clear()
    live_readings.forget()
    app = FastAPI()
    app.include_router(indicators.router)
    problems.install(app)
    yield AsyncClient(transport=ASGITransport(app), base_url="http://localhost")
    get_settings.cache_clear()


@pytest.mark.usefixtures("database")
async def test_the_list_names_value_unit_period_place_source_and_licence(
    site: AsyncClient,
) -> None:
    answer = (await site.get(ADDRESS)).json()
    assert answer["licence"]
    assert [item["slug"] for item in answer["items"]] == [
        indicator.slug
        for indicator in (
            *catalogue.indicators(),
            *live_indicators.live_indicators(),
        )
    ]
    for item in answer["items"]:
        # A figure that sources renew has no value before they are read.
        assert (item["value"] is None) == live_indicators.is_live(item["slug"])
        if item["value"] is None:
            continue
        assert all(
            item[key] for key in ("unit", "period", "place", "source", "licence")
        )
        assert item["is_demo"] is False


async def test_one_indicator_comes_with_its_series_and_its_gaps(
    site: AsyncClient,
) -> None:
    answer = (await site.get(f"{ADDRESS}/budget-climat")).json()
    assert answer["value"] == 104_987
    assert answer["ceiling"] == 69_439
    told = {p["period"]: p["value"] for p in answer["series"][0]["points"]}
    assert told["2021"] is None
    assert told["2024"] == 104_987


async def test_the_words_and_the_chart_are_those_of_the_page(site: AsyncClient) -> None:
    answer = (await site.get(f"{ADDRESS}/budget-climat")).json()
    for language in ("fr", "en"):
        t = texts.for_language(language)
        view = presented.view(t, catalogue.by_slug("budget-climat"))
        assert answer["sentence"][language] == view.text
        assert answer["level"] == view.level
        assert view.chart is not None
        told = answer["chart"][language]
        assert [m["path"] for m in told["marks"]] == [m.path for m in view.chart.marks]
        assert told["description"] == view.chart.description
    assert answer["embed"].endswith(
        "/embed/indicators/budget-climat?lang=fr&size=medium"
    )
    assert ".png?" in answer["picture"]


async def test_an_unknown_indicator_is_a_problem_document(site: AsyncClient) -> None:
    answer = await site.get(f"{ADDRESS}/nulle-part")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404


async def test_the_series_of_one_indicator_is_a_file(site: AsyncClient) -> None:
    answer = await site.get(f"{ADDRESS}/budget-climat.csv")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="budget-climat.csv"' in answer.headers["content-disposition"]
    assert "emissions,2024" in answer.text
    assert routes.indicator_csv("budget-climat") == f"{ADDRESS}/budget-climat.csv"


@pytest.mark.parametrize("slug", ["nulle-part", "air-du-jour"])
async def test_no_file_of_what_does_not_exist_here(
    site: AsyncClient, slug: str
) -> None:
    answer = await site.get(f"{ADDRESS}/{slug}.csv")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
