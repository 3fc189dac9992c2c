"""Refusals over HTTP: problem details for programs, a page for people."""

import secrets
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Final

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from climact_issy import routes, texts
from climact_issy.domain.errors import BadInput, ClimactError, NotFound
from climact_issy.presenters import errors
from climact_issy.web import auth_pages
from climact_issy.web.forms import language_of
from climact_issy.web.policy import OPEN

PROBLEM_TYPE: Final = "application/problem+json"
_SERVER_ERROR: Final = 500

_log = structlog.get_logger(__name__)


def problem(
    status: int,
    code: str,
    detail: str,
    headers: Mapping[str, str] | None = None,
    *,
    errors_found: Sequence[str] = (),
) -> JSONResponse:
    """Answer problem details (RFC 9457).

    Args:
        status: HTTP status.
        code: stable name of the cause.
        detail: one sentence for a person.
        headers: more headers.
        errors_found: what exactly is wrong, a line each; none is told when empty.
    """
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
    }
    if errors_found:
        body["errors"] = list(errors_found)
    return JSONResponse(
        body, status, headers=dict(headers or {}), media_type=PROBLEM_TYPE
    )


def install(app: FastAPI) -> None:
    """Answer every refusal and fault of our own routes in the right form."""
    app.add_exception_handler(ClimactError, _refused)
    app.add_exception_handler(HTTPException, _http_refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(Exception, _fault)


async def _refused(request: Request, error: Exception) -> Response:
    refusal = error if isinstance(error, ClimactError) else BadInput()
    t = texts.for_language(_language(request))
    sentence = errors.sentence(t, refusal)
    if _is_for_programs(request):
        return problem(refusal.status, refusal.code, sentence)
    return auth_pages.refusal_page(t, sentence, refusal.status)


async def _unreadable(request: Request, _error: Exception) -> Response:
    return await _refused(request, BadInput())


async def _http_refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else _SERVER_ERROR
    headers = error.headers if isinstance(error, HTTPException) else None
    refusal = NotFound() if status == HTTPStatus.NOT_FOUND else BadInput()
    t = texts.for_language(_language(request))
    sentence = errors.sentence(t, refusal)
    if _is_for_programs(request):
        return problem(status, refusal.code, sentence, headers)
    response = auth_pages.refusal_page(t, sentence, status)
    response.headers.update(headers or {})
    return response


async def _fault(request: Request, error: Exception) -> Response:
    fault = secrets.token_hex(4)
    _log.error("request_failed", fault=fault, path=request.url.path, exc_info=error)
    t = texts.for_language(_language(request))
    sentence = errors.fault_sentence(t, fault)
    if _is_for_programs(request):
        return problem(_SERVER_ERROR, "fault", sentence)
    return auth_pages.refusal_page(t, sentence, _SERVER_ERROR)


def _is_for_programs(request: Request) -> bool:
    path = request.url.path
    return path.startswith(OPEN) or path in {routes.HEALTH, routes.READY}


def _language(request: Request) -> routes.Language:
    """Find the language of a request that failed, before any form was read."""
    asked = request.query_params.get("language") or request.query_params.get("lang")
    if asked:
        return language_of(asked)
    if request.url.path.startswith("/en"):
        return "en"
    first = request.headers.get("accept-language", "fr").split(",")[0].strip().lower()
    return "en" if first and not first.startswith("fr") else "fr"
