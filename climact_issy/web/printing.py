"""Sheets to print, for moderators and for captains of the team that holds an event.

Whoever reads a code can use it: these answers are never kept by a browser.
"""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from climact_issy import access, database, routes, texts
from climact_issy.domain.people import Actor
from climact_issy.domain.tiers import Tier
from climact_issy.presenters import code_sheets
from climact_issy.services import attendance, code_batches, paper, rules
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.web import forms, print_pages

router = APIRouter(include_in_schema=False)

_SEE_OTHER = 303
_NO_STORE = {"Cache-Control": "no-store"}
_MOST_ROWS = 2**31 - 1
"""Numbers of rows are 32-bit on PostgreSQL: a larger one is nobody's row."""


@router.get(routes.PRINT_CODES + "/{batch_id}")
@access.access("citizen")
async def print_codes(
    request: Request, batch_id: Annotated[int, Path(ge=1, le=_MOST_ROWS)]
) -> Response:
    """Answer a batch of codes on A4, to whoever holds its event."""
    actor = await _viewer(request)
    if actor is None:
        return _sign_in_first(request)
    t = _translator(request)
    sheet = await database.read(lambda s: code_batches.sheet(s, actor, batch_id))
    rule = await database.read(lambda s: rules.in_force(s, sheet.valid_from))
    points = attendance.worth(rule, sheet.event, Tier.CODE)
    view = code_sheets.code_sheet(t, sheet, get_settings().address, points)
    return HTMLResponse(print_pages.code_sheet(t, view), headers=_NO_STORE)


@router.get(routes.PRINT_LIST + "/{slug}")
@access.access("citizen")
async def print_list(
    request: Request, slug: Annotated[str, Path(max_length=80)]
) -> Response:
    """Answer the blank paper list of an event, to whoever holds it."""
    actor = await _viewer(request)
    if actor is None:
        return _sign_in_first(request)
    t = _translator(request)
    event = await database.read(lambda s: paper.event_to_attest(s, actor, slug))
    view = code_sheets.paper_list(t, event)
    return HTMLResponse(print_pages.paper_list(t, view), headers=_NO_STORE)


async def _viewer(request: Request) -> Actor | None:
    return await access.resolve(request.headers.get("cookie", ""))


def _translator(request: Request) -> Translator:
    return texts.for_language(forms.language_of(request.query_params.get("lang", "")))


def _sign_in_first(request: Request) -> Response:
    language = _translator(request).language
    query = urlencode({"next": request.url.path})
    return RedirectResponse(
        f"{routes.SIGN_IN.to(language)}?{query}", _SEE_OTHER, headers=_NO_STORE
    )
