"""What a plain HTML form sent us, and whether it came from our own pages."""

import hmac
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from climact_issy import routes
from climact_issy.access import cookie_value
from climact_issy.domain.errors import BadInput, NotAllowed
from climact_issy.services import clients
from climact_issy.settings import get_settings

FORM_COOKIE: Final = "climact_form"
"""Strict cookie of the confirmation page, whose browser hides its origin."""

CROSS_SITE: Final = "cross_site"

_MAX_FIELDS: Final = 20
_MAX_FIELD: Final = 2_000
_OURS: Final = frozenset({"same-origin", "none"})


async def fields(request: Request) -> dict[str, str]:
    """Read the fields of a posted form, the first of each name.

    Raises:
        BadInput: no form, too many or too long fields, or not UTF-8.
    """
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise BadInput
    body = await request.body()
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MAX_FIELDS,
        )
    except ValueError:
        raise BadInput from None
    if any(len(value) > _MAX_FIELD or "\0" in value for _, value in pairs):
        raise BadInput
    return dict(reversed(pairs))


def refuse_cross_site(request: Request, form: dict[str, str] | None = None) -> None:
    """Refuse a form that another site made a browser send.

    A program that is no browser sends neither header and has no cookies to steal.
    The confirmation page says no-referrer, so browsers send its form with the
    origin "null": there Sec-Fetch-Site decides, or else the page's own cookie.

    Args:
        request: the posted request.
        form: its fields, where the page put a `form` field.

    Raises:
        NotAllowed: the form comes from elsewhere (code cross_site).
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None and site not in _OURS:
        raise NotAllowed(CROSS_SITE)
    if origin is None or origin in get_settings().origins:
        return
    if origin == "null" and (site in _OURS or _has_form_cookie(request, form or {})):
        return
    raise NotAllowed(CROSS_SITE)


def safe_next(path: str, language: str) -> str:
    """Return where to go back to: a path of this site, the home page otherwise."""
    return path if routes.is_safe_return(path) else routes.HOME.to(language)


def language_of(value: str) -> routes.Language:
    """Return the language a form or a link names, French for any other."""
    return "en" if value == "en" else "fr"


def client_of(request: Request) -> str:
    """Return the network address of the visitor, for counting only."""
    peer = request.client.host if request.client else ""
    return clients.client_of(peer, request.headers.get("x-forwarded-for", ""))


def _has_form_cookie(request: Request, form: dict[str, str]) -> bool:
    kept = cookie_value(request.headers.get("cookie", ""), FORM_COOKIE)
    return bool(kept) and hmac.compare_digest(
        kept.encode(), form.get("form", "").encode()
    )
