"""The cookies we set: who is signed in, and which browser asked for a mail."""

import secrets
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from climact_issy.access import cookie_name, cookie_value
from climact_issy.services import sessions, sign_in
from climact_issy.settings import get_settings


def is_https() -> bool:
    """Whether the site's one address is a secure one."""
    return get_settings().address.startswith("https://")


def start_session(response: Response, secret: str) -> None:
    """Give the browser its session cookie."""
    age = int(sessions.ABSOLUTE.total_seconds())
    _set(response, cookie_name(), secret, age)


def end_session(response: Response) -> None:
    """Take the session cookie away, and whatever the tab still keeps."""
    _set(response, cookie_name(), "", 0)
    # The tab's token is a key to its state on the server: it must go as well.
    response.headers["Clear-Site-Data"] = '"storage"'


def session_of(request: Request) -> str:
    """Return the value of the session cookie, "" when there is none."""
    return cookie_value(request.headers.get("cookie", ""), cookie_name())


def browser_of(request: Request) -> str:
    """Return the secret of the browser that asked for a mail, "" for none."""
    return cookie_value(request.headers.get("cookie", ""), _browser_cookie())


def new_browser(response: Response, secret: str) -> None:
    """Bind the asked mail's code to this browser."""
    age = int(sign_in.LIFETIME.total_seconds())
    _set(response, _browser_cookie(), secret, age)


def forget_browser(response: Response) -> None:
    """Take the binding away: its code was used."""
    _set(response, _browser_cookie(), "", 0)


def new_secret() -> str:
    """Make a 256-bit secret for a cookie."""
    return secrets.token_urlsafe(32)


def set_strict(response: Response, name: str, value: str, path: str) -> None:
    """Set a cookie that only our own pages' requests carry."""
    age = int(sign_in.LIFETIME.total_seconds())
    response.set_cookie(
        name,
        value,
        max_age=age,
        path=path,
        secure=is_https(),
        httponly=True,
        samesite="strict",
    )


def _browser_cookie() -> str:
    return f"__Host-{_BROWSER}" if is_https() else _BROWSER


_BROWSER: Final = "climact_browser"


def _set(response: Response, name: str, value: str, age: int) -> None:
    response.set_cookie(
        name,
        value,
        max_age=age,
        path="/",
        secure=is_https(),
        httponly=True,
        samesite="lax",
    )
