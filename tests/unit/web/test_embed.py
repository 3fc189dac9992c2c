"""The addresses of embeds: pages, pictures, scripts, and what they refuse."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from climact_issy.content import indicators as catalogue
from climact_issy.presenters.embeds import Options
from climact_issy.settings import get_settings
from climact_issy.web import embed, embed_script, problems

BUDGET = "/embed/indicators/budget-climat"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[AsyncClient]:
    monkeypatch.setenv("CLIMACT_MODE", "demo")
    get_settings.cache_clear()
    app = FastAPI()
    app.include_router(embed.router)
    problems.install(app)
    yield AsyncClient(transport=ASGITransport(app), base_url="http://localhost")
    get_settings.cache_clear()


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", ("fr", "m")),
        ("?lang=en&size=large", ("en", "l")),
        ("?size=s", ("fr", "s")),
        ("?lang=de&size=XXL&theme=pink", ("fr", "m")),
        (f"?lang={'x' * 9000}", ("fr", "m")),
    ],
)
async def test_the_options_are_read_and_what_is_unknown_is_as_usual(
    site: AsyncClient, asked: str, shown: tuple[str, str]
) -> None:
    answer = await site.get(BUDGET + asked)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=3600"
    assert f'<html lang="{shown[0]}">' in answer.text
    assert f'class="e e-{shown[1]}"' in answer.text


async def test_a_theme_is_kept_whatever_the_system_says(site: AsyncClient) -> None:
    auto = (await site.get(BUDGET)).text
    dark = (await site.get(f"{BUDGET}?theme=dark")).text
    assert "prefers-color-scheme:dark" in auto
    assert "prefers-color-scheme" not in dark
    assert "color-scheme:dark;" in dark


async def test_nothing_is_sent_again_that_is_known(site: AsyncClient) -> None:
    first = await site.get(BUDGET)
    known = {"If-None-Match": first.headers["etag"]}
    again = await site.get(BUDGET, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = await site.get(f"{BUDGET}?size=large", headers=known)
    assert other.status_code == 200


async def test_a_picture_is_svg_or_png(site: AsyncClient) -> None:
    svg = await site.get(f"{BUDGET}.svg?lang=en")
    assert svg.headers["content-type"].startswith("image/svg+xml")
    assert "Issy" in svg.text
    png = await site.get(f"{BUDGET}.png?lang=en")
    assert png.headers["content-type"] == "image/png"
    assert png.content.startswith(b"\x89PNG")
    assert png.headers["etag"] != svg.headers["etag"]
    assert (await site.get(f"{BUDGET}.gif")).status_code == 404


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "Ce chiffre n’existe pas ici."), ("en", "There is no such figure here.")],
)
async def test_an_unknown_indicator_is_refused_in_the_language(
    site: AsyncClient, language: str, sentence: str
) -> None:
    answer = await site.get(f"/embed/indicators/nulle-part?lang={language}")
    assert answer.status_code == 404
    assert sentence in answer.text


async def test_demo_series_are_unknown_outside_demo_mode(
    site: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLIMACT_MODE", "development")
    get_settings.cache_clear()
    for name in ("air-du-jour", "air-du-jour.svg", "air-du-jour.png"):
        assert (await site.get(f"/embed/indicators/{name}")).status_code == 404


async def test_the_script_of_the_other_site_is_a_script(site: AsyncClient) -> None:
    answer = await site.get("/embed/climact.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.text == embed_script.around()


def test_an_indicator_is_written_once_and_again_when_it_is_another() -> None:
    indicator = catalogue.by_slug("budget-climat")
    first = embed.written(embed.bundled(indicator), "html", Options())
    assert embed.written(embed.bundled(indicator), "html", Options()) is first
    revised = replace(indicator, title=("Budget révisé", "Revised budget"))
    second = embed.written(embed.bundled(revised), "html", Options())
    assert second.tag != first.tag
    assert "Budget révisé" in second.body.decode()


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embed, "MOST_KEPT", 3)
    monkeypatch.setattr(embed, "_kept", {})
    for indicator in catalogue.indicators():
        embed.written(embed.bundled(indicator), "html", Options())
    assert len(embed._kept) <= 3
