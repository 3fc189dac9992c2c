"""Which headers an answer carries, by its address and kind."""

import re
from typing import Final

from climact_issy import routes
from climact_issy.settings import get_settings
from climact_issy.web import embed_script
from climact_issy.web.built import Build

OPEN: Final = ("/api/", f"{routes.OPEN_DATA}/", routes.OEMBED)
"""Addresses of open data: for any site, never depending on who asks."""

_HASHED: Final = re.compile(r"/assets/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+")
_FOREVER: Final = "public, max-age=31536000, immutable"
_A_WHILE: Final = "public, max-age=3600"
_ASK_FIRST: Final = "no-cache"
_NEVER: Final = "no-store"
_SUCCESS: Final = frozenset({200, 206, 304})

_NOTHING: Final = (
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), "
    "geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()"
)


def headers_for(path: str, status: int, kind: str, build: Build) -> dict[str, str]:
    """Return the headers of an answer; the answer's own ones win over these.

    Args:
        path: address asked for.
        status: HTTP status of the answer.
        kind: its content type.
        build: the finished pages.
    """
    found = {
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": _cache_control(path, status, kind),
    }
    if kind.startswith("text/html"):
        found |= _for_a_page(path, build)
    if path.startswith("/auth/"):
        found["Referrer-Policy"] = "same-origin"
    if path.startswith(OPEN):
        found["Access-Control-Allow-Origin"] = "*"
    if get_settings().address.startswith("https://"):
        found["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return found


def _for_a_page(path: str, build: Build) -> dict[str, str]:
    """Return what only a page needs; on twenty files a page it would weigh 6 KB."""
    found = {
        "Content-Security-Policy": _content_policy(path, build),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": _NOTHING,
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if not path.startswith("/embed/"):
        found["X-Frame-Options"] = "DENY"
    return found


def _cache_control(path: str, status: int, kind: str) -> str:
    if path.startswith(("/auth/", "/print/")) or path in _PRIVATE:
        return _NEVER
    if path.startswith(OPEN) or kind.startswith("text/html"):
        return _ASK_FIRST
    if status not in _SUCCESS:
        return _ASK_FIRST
    return _FOREVER if _HASHED.fullmatch(path) else _A_WHILE


_PRIVATE: Final = frozenset(
    {routes.SIGN_IN.fr, routes.SIGN_IN.en, routes.HEALTH, routes.READY, "/ping"}
)


def _content_policy(path: str, build: Build) -> str:
    settings = get_settings()
    is_embed = path.startswith("/embed/")
    if is_embed or path.startswith(("/auth/", "/print/")) or path in _PRIVATE:
        scripts, sockets = "'none'", "'none'"
    else:
        hashes = [f"'{value}'" for value in build.script_hashes(path)]
        scripts = " ".join(["'self'", *hashes])
        # Some browsers do not count a socket as 'self'.
        sockets = " ".join(["'self'", *(_socket(o) for o in settings.origins)])
    if is_embed:
        scripts = embed_script.policy()
    ancestors = settings.embed_parents if is_embed else "'none'"
    rules = {
        "default-src": "'self'",
        "script-src": scripts,
        # The style library of the pages writes style elements at run time.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "connect-src": sockets,
        # One outside page may stand in ours, where a visitor asks for it.
        "frame-src": " ".join(filter(None, ["'self'", settings.smartlina_origin])),
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": ancestors,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _socket(origin: str) -> str:
    return "ws" + origin.removeprefix("http")
