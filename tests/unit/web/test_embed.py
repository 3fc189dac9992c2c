"""Embedded indicators: plain, small, in two languages, without any script."""

from collections.abc import Iterator
from html import escape

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from climact_issy.content import indicators as catalogue
from climact_issy.content.wording import worded
from climact_issy.settings import get_settings
from climact_issy.web import embed

MOST_BYTES = 20_000


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[AsyncClient]:
    monkeypatch.setenv("CLIMACT_MODE", "demo")
    get_settings.cache_clear()
    app = FastAPI()
    app.include_router(embed.router)
    yield AsyncClient(transport=ASGITransport(app), base_url="http://localhost")
    get_settings.cache_clear()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", ["s", "m", "l"])
async def test_every_embed_is_small_and_without_script(
    site: AsyncClient, language: str, size: str
) -> None:
    for indicator in catalogue.shown(is_demo=True):
        address = f"/embed/indicators/{indicator.slug}?lang={language}&size={size}"
        answer = await site.get(address)
        assert answer.status_code == 200
        assert len(answer.content) <= MOST_BYTES
        text = answer.text
        assert f'<html lang="{language}">' in text
        assert "<script" not in text
        assert f"<title>{indicator.title[language == 'en']}" in text
        source = worded("sources", indicator.source)[language == "en"]
        assert escape(source) in text
        assert get_settings().address in text
        assert ('class="demo"' in text) == indicator.is_demo


async def test_night_follows_the_system(site: AsyncClient) -> None:
    text = (await site.get("/embed/indicators/budget-climat")).text
    assert "prefers-color-scheme:dark" in text
    assert "--stone:" in text


async def test_an_unknown_size_and_language_fall_back(site: AsyncClient) -> None:
    text = (await site.get("/embed/indicators/budget-climat?lang=de&size=XXL")).text
    assert '<html lang="fr">' in text
    assert 'class="e e-m"' in text


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
    assert (await site.get("/embed/indicators/air-du-jour")).status_code == 404
