"""The wrapper around everything we answer: headers, limits, tolerant addresses."""

import hashlib
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from climact_issy import routes, texts
from climact_issy.domain.errors import ClimactError
from climact_issy.presenters import errors
from climact_issy.settings import get_settings
from climact_issy.web import embed
from climact_issy.web.built import Build
from climact_issy.web.lost import Lost
from climact_issy.web.policy import OPEN, headers_for
from climact_issy.web.problems import problem

MAX_BODY: Final = 64 * 1024
"""Our largest form is far smaller; photos will have a route and limit of their own."""

_OURS: Final = (
    *("/api/", "/auth/", "/embed/", "/print/", "/share/"),
    f"{routes.OPEN_DATA}/",
    routes.OEMBED,
)
_EMBEDS: Final = f"{routes.EMBED_INDICATORS}/"
_HAS_BODY: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_POLICY_VIOLATION: Final = 1008
_OK: Final = 200
_EMPTY: Final = 204
_NOT_MODIFIED: Final = 304
_MAY_ASK: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


def secure(asgi: ASGIApp, build: Build | None = None) -> ASGIApp:
    """Wrap the whole app, outside of all that Reflex adds to it.

    Args:
        asgi: the app, pages and websocket included.
        build: the finished pages; by default those of this checkout.
    """
    return Wrapper(asgi, build or Build())


class Wrapper:
    """The ASGI wrapper made by `secure`."""

    def __init__(self, asgi: ASGIApp, build: Build) -> None:
        """Wrap an app whose prerendered pages are those of a build."""
        self._asgi = asgi
        self._pages = Lost(asgi, build)
        self._build = build

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or socket."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self._asgi(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        # A browser sends our cookie along from any site: the origin decides.
        origin = Headers(scope=scope).get("origin")
        if origin is not None and origin not in get_settings().origins:
            await receive()
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
            return
        await self._asgi(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope = {**scope, **_rewritten(scope["path"], self._build)}
        path = scope["path"]
        answer = _Answer(path, self._build, scope, send)
        if scope["method"] == "OPTIONS" and path.startswith("/api/"):
            # A browser asks first when another site sends a header of its own.
            headers = headers_for(path, _EMPTY, "", self._build) | _MAY_ASK
            await Response(None, _EMPTY, headers)(scope, receive, send)
            return
        if path == "/_upload" or path.startswith("/_upload/"):
            # Reflex's upload route knows neither who sends nor how much.
            await _refuse(404, "not_found", scope, receive, answer)
            return
        if scope["method"] in _HAS_BODY:
            body = await _body(scope, receive)
            if body is None:
                await _refuse(413, "too_large", scope, receive, answer)
                return
            receive = _replay(body, receive)
        if scope["method"] == "HEAD" and _is_ours(path):
            # FastAPI answers GET only; the wrapper drops the body again.
            scope["method"] = "GET"
            answer.is_head = True
        if scope["method"] == "GET" and path.startswith(_EMBEDS):
            finished = await _embed(scope)
            if finished is not None:
                await finished(scope, receive, answer)
                return
        answering = self._asgi if _is_ours(path) else self._pages
        await answering(scope, receive, answer)


async def _embed(scope: Scope) -> Response | None:
    """Answer an embed without the framework; None when it must report a fault."""
    try:
        return await embed.embed(Request(scope))
    except Exception:  # noqa: BLE001 - asked again, the framework logs it and says so
        return None


class _Answer:
    """Sends one response, with our headers on it."""

    def __init__(self, path: str, build: Build, scope: Scope, send: Send) -> None:
        self.is_head = False
        self._path = path
        self._build = build
        self._scope = scope
        self._send = send
        self._start: Message | None = None
        self._tagged: bytearray | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif message["type"] == "http.response.body":
            await self._continue(message)
        else:
            await self._send(message)

    async def _begin(self, message: Message) -> None:
        headers = MutableHeaders(raw=list(message["headers"]))
        _forget_origins(headers)
        kind = headers.get("content-type", "")
        wanted = headers_for(self._path, message["status"], kind, self._build)
        for name, value in wanted.items():
            headers.setdefault(name, value)
        message = {**message, "headers": headers.raw}
        if self._path.startswith(OPEN) and message["status"] == _OK:
            # Held back until the body is known: its hash is the ETag.
            self._start = message
            self._tagged = bytearray()
            return
        await self._send(message)

    async def _continue(self, message: Message) -> None:
        tagged = self._tagged
        if self._start is None or tagged is None:
            body = b"" if self.is_head else message.get("body", b"")
            await self._send({**message, "body": body})
            return
        tagged += message.get("body", b"")
        if not message.get("more_body"):
            await self._send_tagged(self._start, bytes(tagged))

    async def _send_tagged(self, start: Message, body: bytes) -> None:
        headers = MutableHeaders(raw=list(start["headers"]))
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers["ETag"] = tag
        known = Headers(scope=self._scope).get("if-none-match", "")
        status = start["status"]
        if tag in [part.strip().removeprefix("W/") for part in known.split(",")]:
            status, body = _NOT_MODIFIED, b""
            del headers["content-length"]
        await self._send({**start, "status": status, "headers": headers.raw})
        await self._send(
            {"type": "http.response.body", "body": b"" if self.is_head else body}
        )


def _forget_origins(headers: MutableHeaders) -> None:
    """Drop what Reflex tells other sites: that they may come with credentials."""
    for name in {name for name in headers if name.startswith("access-control-")}:
        del headers[name]
    varying = ", ".join(headers.getlist("vary")).split(", ")
    kept = dict.fromkeys(name for name in varying if name not in {"", "Origin"})
    del headers["vary"]
    if kept:
        headers["Vary"] = ", ".join(kept)


def _rewritten(path: str, build: Build) -> dict[str, object]:
    """Make /agir and /agir/ the same page, without sending the browser around."""
    bare = path.rstrip("/") or "/"
    if bare == "/":
        return {}
    wanted = f"{bare}/" if build.has_page(bare) and not _is_ours(bare) else bare
    if wanted == path or (wanted == bare and not _is_ours(bare)):
        return {}
    return {"path": wanted, "raw_path": wanted.encode()}


def _is_ours(path: str) -> bool:
    return path.startswith(_OURS) or path.rstrip("/") in _OUR_PAGES


_OUR_PAGES: Final = frozenset(
    {routes.HEALTH, routes.READY, routes.SIGN_IN.fr, routes.SIGN_IN.en, "/plain.css"}
)


async def _body(scope: Scope, receive: Receive) -> bytes | None:
    """Read a whole body, or None when it is over the limit."""
    length = Headers(scope=scope).get("content-length", "0")
    if not length.isdecimal() or int(length) > MAX_BODY:
        return None
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return bytes(body)
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            return None
        if not message.get("more_body"):
            return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    is_given = False

    async def replayed() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed


async def _refuse(
    status: int, code: str, scope: Scope, receive: Receive, send: Send
) -> None:
    t = texts.for_language(routes.language_of(scope["path"]))
    sentence = errors.sentence(t, ClimactError(code))
    await problem(status, code, sentence)(scope, receive, send)
