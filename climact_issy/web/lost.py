"""Lost addresses: the page that says so, in the language of the address."""

from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from climact_issy import routes
from climact_issy.web.built import Build

_NOT_FOUND: Final = 404
_READS: Final = frozenset({"GET", "HEAD"})
_ABOUT_ANOTHER_ANSWER: Final = frozenset(
    {b"if-none-match", b"if-modified-since", b"if-match", b"if-range", b"range"}
)
_ANSWERED_ELSEWHERE: Final = ".html"
"""The files of the pages: the app knows their addresses without this only."""


class Lost:
    """Puts our page in place of the one that Reflex shows for any address."""

    def __init__(self, asgi: ASGIApp, build: Build) -> None:
        """Wrap the app that serves the pages.

        Args:
            asgi: answers 404 in HTML where there is no page.
            build: the finished pages, ours for lost addresses among them.
        """
        self._asgi = asgi
        self._build = build

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request for a page or a file of the site."""
        path = scope["path"].rstrip("/")
        page = routes.NOT_FOUND.to(routes.language_of(path))
        if scope["method"] not in _READS or not self._build.has_page(page):
            await self._asgi(scope, receive, send)
            return
        if path != page and not path.endswith(_ANSWERED_ELSEWHERE):
            answer = _Withheld(send)
            await self._asgi({**scope}, receive, answer)
            if not answer.is_lost:
                return
        found = {"path": f"{page}/", "raw_path": f"{page}/".encode()}
        asked = [h for h in scope["headers"] if h[0] not in _ABOUT_ANOTHER_ANSWER]
        await self._asgi({**scope, **found, "headers": asked}, receive, _as_lost(send))


class _Withheld:
    """Sends an answer on, unless it says in HTML that there is no such page."""

    def __init__(self, send: Send) -> None:
        self.is_lost = False
        self._send = send

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = Headers(raw=message["headers"]).get("content-type", "")
            is_page = kind.startswith("text/html")
            self.is_lost = message["status"] == _NOT_FOUND and is_page
        if not self.is_lost:
            await self._send(message)


def _as_lost(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "status": _NOT_FOUND}
        await send(message)

    return sent
