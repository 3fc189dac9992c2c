"""The HTTP app: every address of ours that is not a prerendered page."""

import gzip
from functools import lru_cache
from typing import Final

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from climact_issy import routes
from climact_issy.access import access
from climact_issy.domain.errors import NotFound
from climact_issy.web import (
    account,
    auth,
    embed,
    feeds,
    figure_pairs,
    health,
    html,
    indicators,
    leaderboards,
    ledger_roots,
    oembed,
    printing,
    problems,
    share,
)

PARTS: Final = (
    health,
    auth,
    account,
    leaderboards,
    indicators,
    figure_pairs,
    embed,
    oembed,
    share,
    feeds,
    ledger_roots,
    printing,
)
"""Modules with a `router`; every route of theirs is marked with who may call it."""

_OPEN: Final = (indicators, figure_pairs, embed, oembed, share)
_CSS_AGE: Final = "public, max-age=300"


def http_app() -> FastAPI:
    """Build the app that Reflex mounts its pages into; our routes win over pages."""
    app = FastAPI(
        title="Clim'Act Issy",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{routes.API}/openapi.json",
        redirect_slashes=False,
    )
    problems.install(app)
    for part in PARTS:
        app.include_router(part.router)
    for part in _OPEN:
        _open_to_all(part.router)
    app.add_api_route(html.STYLE, style_sheet, include_in_schema=False)
    # Unknown addresses of ours must not fall through to the pages below.
    for prefix in ("/api", "/auth", "/embed", "/print", "/share", routes.OPEN_DATA):
        app.add_api_route(
            f"{prefix}/{{rest:path}}",
            nowhere,
            methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
            include_in_schema=False,
        )
    return app


@access("public")
async def style_sheet(request: Request) -> Response:
    """Serve the style sheet of the pages without scripts."""
    headers = {"Cache-Control": _CSS_AGE, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(_zipped(), media_type="text/css", headers=headers)
    return Response(html.style_sheet(), media_type="text/css", headers=headers)


@access("public")
async def nowhere() -> None:
    """Refuse an address of ours that does not exist."""
    raise NotFound


def _open_to_all(router: APIRouter) -> None:
    """Mark a router of published figures: nothing in it depends on who asks."""
    for route in router.routes:
        if isinstance(route, APIRoute):
            access("public")(route.endpoint)


@lru_cache(maxsize=1)
def _zipped() -> bytes:
    return gzip.compress(html.style_sheet().encode(), mtime=0)
