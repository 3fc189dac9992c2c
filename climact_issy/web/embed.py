"""An indicator inside somebody else's page: as a small page, as SVG, as PNG."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from climact_issy import routes, texts
from climact_issy.content import indicators as catalogue
from climact_issy.domain.errors import NotFound
from climact_issy.domain.indicators import Indicator
from climact_issy.presenters import embeds, indicators
from climact_issy.presenters.embeds import Options
from climact_issy.settings import get_settings
from climact_issy.web import embed_page, embed_script, embed_svg, pictures

HTML: Final = "text/html; charset=utf-8"
KINDS: Final = frozenset({"", "svg", "png"})
AGE: Final = "public, max-age=3600"
MOST_KEPT: Final = 2000
"""Answers kept: every indicator has 2 languages, 3 sizes, 3 themes and 2 kinds."""

_NOT_FOUND: Final = 404
_NOT_MODIFIED: Final = 304

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Written:
    """A finished answer.

    Attributes:
        body: what is sent.
        tag: its ETag.
    """

    body: bytes
    tag: str


_kept: dict[tuple[str, str, str, Options], tuple[Indicator, Written]] = {}


@router.get(routes.EMBED_SCRIPT)
async def script() -> Response:
    """Answer the script that fits the height of frames, for the page around them."""
    headers = {"Cache-Control": AGE}
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
        indicator = _found(slug, kind)
    except NotFound:
        page = embed_page.unknown(texts.for_language(chosen.language), chosen)
        return Response(page, _NOT_FOUND, media_type=HTML)
    if kind == "png":
        drawing = written(indicator, "svg", chosen).body.decode()
        return _answer(request, _tagged(await pictures.png(drawing)), "image/png")
    if kind == "svg":
        return _answer(request, written(indicator, "svg", chosen), "image/svg+xml")
    return _answer(request, written(indicator, "html", chosen), HTML)


def written(indicator: Indicator, kind: str, chosen: Options) -> Written:
    """Return an indicator as a page ("html") or a picture ("svg").

    It is written once, and again when the indicator is another object: one of the
    catalogue never is, one of live values whenever these were read anew.
    """
    site = get_settings().address
    key = (site, indicator.slug, kind, chosen)
    known = _kept.get(key)
    if known is not None and known[0] is indicator:
        return known[1]
    t = texts.for_language(chosen.language)
    view = indicators.view(t, indicator)
    write = embed_svg.picture if kind == "svg" else embed_page.page
    found = _tagged(write(t, view, chosen).encode())
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    _kept[key] = (indicator, found)
    return found


def _found(slug: str, kind: str) -> Indicator:
    if kind not in KINDS:
        raise NotFound
    return catalogue.by_slug(slug, is_demo=get_settings().is_demo)


def _chosen(asked: Mapping[str, str]) -> Options:
    names = ("lang", "size", "theme")
    return embeds.options(*(asked.get(name, "")[:16] for name in names))


def _tagged(body: bytes) -> Written:
    return Written(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


def _answer(request: Request, found: Written, kind: str) -> Response:
    headers = {"Cache-Control": AGE, "ETag": found.tag}
    if found.tag in request.headers.get("if-none-match", ""):
        return Response(None, _NOT_MODIFIED, headers)
    return Response(found.body, headers=headers, media_type=kind)
