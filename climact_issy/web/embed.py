"""An indicator inside somebody else's page: as a small page, as SVG, as PNG."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from climact_issy import routes, texts
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.errors import NotFound
from climact_issy.domain.indicators import Indicator
from climact_issy.presenters import embeds, indicators, live
from climact_issy.presenters.embeds import Options
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.web import embed_page, embed_script, embed_svg, pictures
from climact_issy.web.live_readings import reading

HTML: Final = "text/html; charset=utf-8"
LIVE_SECONDS: Final = 60
BUNDLED_SECONDS: Final = 3600
KINDS: Final = frozenset({"", "svg", "png"})
MOST_KEPT: Final = 2000
"""Answers kept: every indicator has 2 languages, 3 sizes, 3 themes and 2 kinds."""

_NOT_FOUND: Final = 404
_NOT_MODIFIED: Final = 304

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator to write, bundled or live.

    Attributes:
        slug: its address.
        known: what its values are from; while it is the same object, so is the answer.
        view: presents it in a language.
        seconds: how long a reader may keep it.
    """

    slug: str
    known: object
    view: Callable[[Translator], IndicatorView]
    seconds: int


@dataclass(frozen=True, slots=True)
class Written:
    """A finished answer.

    Attributes:
        body: what is sent.
        tag: its ETag.
    """

    body: bytes
    tag: str


_kept: dict[tuple[str, str, str, Options], tuple[object, Written]] = {}


@router.get(routes.EMBED_SCRIPT)
async def script() -> Response:
    """Answer the script that fits the height of frames, for the page around them."""
    headers = {"Cache-Control": f"public, max-age={BUNDLED_SECONDS}"}
    return Response(
        embed_script.around(), media_type="text/javascript", headers=headers
    )


@router.get(routes.EMBED_INDICATORS + "/{name}")
async def embed(request: Request) -> Response:
    """Answer an indicator as a page or a picture, or say that it is unknown.

    The wrapper of the app asks here directly (web/security.py): on the way through
    the framework an answer that is finished already would take three times as long.
    """
    name = str(request.scope["path"]).removeprefix(f"{routes.EMBED_INDICATORS}/")
    slug, _, kind = name.partition(".")
    chosen = _chosen(request.query_params)
    try:
        figure = await _figure(slug, kind)
    except NotFound:
        page = embed_page.unknown(texts.for_language(chosen.language), chosen)
        return Response(page, _NOT_FOUND, media_type=HTML)
    if not kind:
        return _answer(request, figure, written(figure, "html", chosen), HTML)
    drawing = written(figure, "svg", chosen)
    if kind == "svg":
        return _answer(request, figure, drawing, "image/svg+xml")
    picture = _tagged(await pictures.png(drawing.body.decode()))
    return _answer(request, figure, picture, "image/png")


def written(figure: Figure, kind: str, chosen: Options) -> Written:
    """Return an indicator as a page ("html") or a picture ("svg").

    It is written once, and again when it is known from another object: one of the
    catalogue never is, one of live values whenever these were read anew.
    """
    site = get_settings().address
    key = (site, figure.slug, kind, chosen)
    kept = _kept.get(key)
    if kept is not None and kept[0] is figure.known:
        return kept[1]
    t = texts.for_language(chosen.language)
    write = embed_svg.picture if kind == "svg" else embed_page.page
    found = _tagged(write(t, figure.view(t), chosen).encode())
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    _kept[key] = (figure.known, found)
    return found


def bundled(indicator: Indicator) -> Figure:
    """Return an indicator of the catalogue, to be written."""
    return Figure(
        indicator.slug,
        indicator,
        lambda t: indicators.view(t, indicator),
        BUNDLED_SECONDS,
    )


async def _figure(slug: str, kind: str) -> Figure:
    if kind not in KINDS:
        raise NotFound
    if not live_indicators.is_live(slug):
        return bundled(catalogue.by_slug(slug, is_demo=get_settings().is_demo))
    described = live_indicators.by_slug(slug)
    known, at = await reading(slug)
    return Figure(
        slug,
        known,
        lambda t: live.indicator_view(t, described, known, at),
        LIVE_SECONDS,
    )


def _chosen(asked: Mapping[str, str]) -> Options:
    names = ("lang", "size", "theme")
    return embeds.options(*(asked.get(name, "")[:16] for name in names))


def _tagged(body: bytes) -> Written:
    return Written(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


def _answer(request: Request, figure: Figure, found: Written, kind: str) -> Response:
    age = f"public, max-age={figure.seconds}"
    headers = {"Cache-Control": age, "ETag": found.tag}
    if found.tag in request.headers.get("if-none-match", ""):
        return Response(None, _NOT_MODIFIED, headers)
    return Response(found.body, headers=headers, media_type=kind)
