"""Figures between programs: the published feed, its door, and rows for a platform."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, Final

from fastapi import APIRouter, Header
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from climact_issy import database, routes, texts
from climact_issy.access import access
from climact_issy.content import tables
from climact_issy.presenters import climaborough_rows, errors
from climact_issy.services import pushes
from climact_issy.services.pushes import InvalidFeed, Push
from climact_issy.settings import get_settings
from climact_issy.web import indicators
from climact_issy.web.problems import problem

SCHEMA: Final = tables.FOLDER / "schemas" / "smartlina-feed-1.json"
_KEPT: Final = 202

router = APIRouter(tags=["feeds"])


class ReceiptItem(BaseModel):
    """What became of a feed.

    Attributes:
        sha256: of its bytes.
        is_new: false when the same bytes were kept before.
        values: how many of its values are of our commune.
    """

    sha256: str
    is_new: bool
    values: int


@router.get(routes.FEED_SCHEMA)
@access("public")
async def feed_schema() -> Response:
    """Serve the JSON Schema of the feed, version 1."""
    return Response(_schema(), media_type="application/schema+json")


@router.get(routes.CLIMABOROUGH_ROWS)
@access("public")
async def climaborough() -> dict[str, object]:
    """List the indicators as rows of the CLIMABOROUGH model: KPI and KPIValue."""
    found = climaborough_rows.rows(await indicators.shown_now(is_demo=False))
    return {**found, "licence": indicators.LICENCE}


@router.post(routes.API_FEED, response_model=ReceiptItem)
@access("public")
async def receive_feed(
    request: Request,
    x_climact_timestamp: Annotated[str, Header(max_length=20)] = "",
    x_climact_signature: Annotated[str, Header(max_length=100)] = "",
) -> Response:
    """Keep a signed feed; it is read within minutes.

    The body is the feed. `X-Climact-Timestamp` is now, in seconds since 1970;
    `X-Climact-Signature` is "sha256=" and the HMAC-SHA256 of "TIMESTAMP.BODY".
    Answers 202 for a new feed and 200 for one that is known.
    """
    push = Push(await request.body(), x_climact_timestamp, x_climact_signature)
    secret = get_settings().feed_secret.get_secret_value()
    try:
        page = pushes.checked(push, secret, now=datetime.now(UTC))
    except InvalidFeed as refusal:
        return _faults(request, refusal)
    receipt = await database.run(lambda s: pushes.keep(s, page))
    item = ReceiptItem(
        sha256=receipt.sha256, is_new=receipt.is_new, values=receipt.values
    )
    return JSONResponse(item.model_dump(), _KEPT if receipt.is_new else 200)


def _faults(request: Request, refusal: InvalidFeed) -> Response:
    """Answer where a feed does not keep its schema: its sender can correct it."""
    language = request.headers.get("accept-language", "fr")[:2].lower()
    t = texts.for_language("fr" if language == "fr" else "en")
    return problem(
        refusal.status,
        refusal.code,
        errors.sentence(t, refusal),
        errors_found=refusal.faults,
    )


@lru_cache(maxsize=1)
def _schema() -> bytes:
    return SCHEMA.read_bytes()
