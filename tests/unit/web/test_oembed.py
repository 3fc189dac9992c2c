"""oEmbed: our own addresses only, in the room that a site has."""

from collections.abc import Callable

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response

from climact_issy.presenters.embeds import FRAMES, Size
from climact_issy.web import oembed, problems

SITE = "https://climact.example"


@pytest.fixture
def site(configured: Callable[..., None]) -> AsyncClient:
    configured(public_url=SITE, mode="development")
    app = FastAPI()
    app.include_router(oembed.router)
    problems.install(app)
    return AsyncClient(transport=ASGITransport(app), base_url=SITE)


async def ask(site: AsyncClient, url: str, **more: str | int) -> Response:
    return await site.get("/oembed", params={"url": url, **more})


@pytest.mark.parametrize(
    ("url", "language", "size", "theme"),
    [
        ("/chiffres/budget-climat", "fr", "large", ""),
        ("/en/figures/budget-climat/", "en", "large", ""),
        ("/embed/indicators/budget-climat", "fr", "medium", ""),
        (
            "/embed/indicators/budget-climat?lang=en&size=s&theme=dark",
            "en",
            "small",
            "&amp;theme=dark",
        ),
    ],
)
async def test_an_indicator_is_a_frame(
    site: AsyncClient, url: str, language: str, size: Size, theme: str
) -> None:
    answer = await ask(site, SITE + url)
    told = answer.json()
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert (told["width"], told["height"]) == FRAMES[size]
    address = f"{SITE}/embed/indicators/budget-climat?lang={language}&amp;size={size}"
    assert f'<iframe src="{address}{theme}"' in told["html"]
    assert "Issy" in told["title"]
    assert told["provider_url"].startswith(SITE)
    assert answer.headers["cache-control"] == "public, max-age=3600"


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/chiffres/budget-climat",
        "http://climact.example/chiffres/budget-climat",
        f"{SITE}.elsewhere.example/chiffres/budget-climat",
        "https://climact.example@elsewhere.example/chiffres/budget-climat",
        f"{SITE}/chiffres/nulle-part",
        f"{SITE}/chiffres/air-du-jour",
        f"{SITE}/agir/composter",
        f"{SITE}/chiffres",
        "/chiffres/budget-climat",
        "https://[",
        "javascript:alert(1)",
    ],
)
async def test_what_is_not_ours_or_no_indicator_is_not_found(
    site: AsyncClient, url: str
) -> None:
    assert (await ask(site, url)).status_code == 404


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (640, 2000, "large"),
        (639, 2000, "medium"),
        (351, 2000, "small"),
        (900, 300, "small"),
    ],
)
async def test_the_frame_fits_its_room(
    site: AsyncClient, width: int, height: int, size: Size
) -> None:
    url = f"{SITE}/chiffres/budget-climat"
    told = (await ask(site, url, maxwidth=width, maxheight=height)).json()
    assert told["width"] <= width
    assert told["height"] <= height
    assert f"size={size}" in told["html"]


async def test_xml_is_not_offered(site: AsyncClient) -> None:
    url = f"{SITE}/chiffres/budget-climat"
    answer = await ask(site, url, format="xml")
    assert answer.status_code == 501
    assert answer.json()["code"] == "format_not_offered"
    assert (await ask(site, url, format="json")).status_code == 200


@pytest.mark.parametrize(
    "more", [{"maxwidth": "0"}, {"maxwidth": "wide"}, {"url": "x" * 501}]
)
async def test_what_cannot_be_read_is_refused(
    site: AsyncClient, more: dict[str, str]
) -> None:
    asked = {"url": f"{SITE}/chiffres/budget-climat", **more}
    assert (await site.get("/oembed", params=asked)).status_code == 400
