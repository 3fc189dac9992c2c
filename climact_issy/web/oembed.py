"""oEmbed: how another site turns the address of an indicator into a frame."""

from typing import Annotated, Final
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from climact_issy import routes, texts
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.errors import NotFound
from climact_issy.domain.indicators import Indicator
from climact_issy.presenters import embeds
from climact_issy.presenters.embeds import FRAMES, SIZES, Options, Size
from climact_issy.settings import get_settings
from climact_issy.web.html import BRAND
from climact_issy.web.problems import problem

LONGEST: Final = 500
MOST_PIXELS: Final = 10_000
CACHE_SECONDS: Final = 3600
_NOT_IMPLEMENTED: Final = 501
_AGE: Final = f"public, max-age={CACHE_SECONDS}"
_PAGES: Final = (
    routes.EMBED_INDICATORS,
    routes.INDICATORS.fr,
    routes.INDICATORS.en,
)

router = APIRouter(tags=["embeds"])


class Embedded(BaseModel):
    """What a site needs to show an indicator (oEmbed 1.0, type rich)."""

    version: str = "1.0"
    type: str = "rich"
    title: str
    provider_name: str = BRAND
    provider_url: str
    cache_age: int = CACHE_SECONDS
    html: str
    width: int
    height: int


@router.get(routes.OEMBED, response_model=Embedded)
async def oembed(
    request: Request,
    url: Annotated[str, Query(max_length=LONGEST)],
    maxwidth: Annotated[int, Query(ge=1, le=MOST_PIXELS)] = MOST_PIXELS,
    maxheight: Annotated[int, Query(ge=1, le=MOST_PIXELS)] = MOST_PIXELS,
) -> Response:
    """Say how to show the indicator of one of our own addresses.

    Raises:
        NotFound: the address is not ours, or shows no indicator.
    """
    t = texts.for_language("en")
    if request.query_params.get("format", "json") != "json":
        sentence = t("Ce format n’est pas proposé\u00a0: demandez format=json.")
        return problem(_NOT_IMPLEMENTED, "format_not_offered", sentence)
    indicator, asked = _found(url)
    size = fitting(asked.size, maxwidth, maxheight)
    chosen = Options(asked.language, size, asked.theme)
    title = indicator.title[chosen.language == "en"]
    site = get_settings().address
    room = (maxwidth, maxheight)
    code = embeds.snippet(site, indicator.slug, title, chosen, room=room)
    answer = Embedded(
        title=f"{title}, {indicator.place[chosen.language == 'en']}",
        provider_url=site + routes.HOME.to(chosen.language),
        html=code.code,
        width=code.width,
        height=code.height,
    )
    return JSONResponse(answer.model_dump(), headers={"Cache-Control": _AGE})


def fitting(size: Size, width: int, height: int) -> Size:
    """Return the size, or the largest below it that fits; the smallest if none does.

    Args:
        size: asked for.
        width: room, in CSS pixels.
        height: room, in CSS pixels.
    """
    for one in reversed(SIZES[: SIZES.index(size) + 1]):
        if FRAMES[one][0] <= width and FRAMES[one][1] <= height:
            return one
    return SIZES[0]


def _found(url: str) -> tuple[Indicator, Options]:
    settings = get_settings()
    try:
        asked = urlsplit(url)
    except ValueError as unreadable:
        raise NotFound from unreadable
    if f"{asked.scheme}://{asked.netloc}" not in settings.origins:
        raise NotFound
    family, _, slug = asked.path.rstrip("/").rpartition("/")
    if family not in _PAGES:
        raise NotFound
    said = {name: values[0] for name, values in parse_qs(asked.query).items()}
    language = said.get("lang", "")
    if family != routes.EMBED_INDICATORS:
        language, said = routes.language_of(asked.path), {"size": "large"}
    chosen = embeds.options(language, said.get("size", ""), said.get("theme", ""))
    if live_indicators.is_live(slug):
        return live_indicators.by_slug(slug), chosen
    return catalogue.by_slug(slug, is_demo=settings.is_demo), chosen
