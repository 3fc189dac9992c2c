"""The HTTP app: every address of ours that is not a prerendered page."""

import gzip
from functools import lru_cache

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from climact_issy import routes
from climact_issy.access import access
from climact_issy.domain.errors import NotFound
from climact_issy.web import (
    auth,
    embed,
    health,
    html,
    indicators,
    leaderboards,
    problems,
)

_CSS_AGE = "public, max-age=300"


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
    for part in (health, auth, leaderboards, indicators, embed):
        app.include_router(part.router)
    app.add_api_route(html.STYLE, style_sheet, include_in_schema=False)
    # Unknown addresses of ours must not fall through to the pages below.
    for prefix in ("/api", "/auth"):
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


@lru_cache(maxsize=1)
def _zipped() -> bytes:
    return gzip.compress(html.style_sheet().encode(), mtime=0)
