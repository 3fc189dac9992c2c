"""What a tab may send over its socket: all else stops here, before Reflex.

A frame is Engine.IO around Socket.IO around an event of Reflex, and each of the
three meets what it cannot read with a fault in the log and no word to the
visitor. So a frame is read here first, against the little that our pages ever
send, and written anew: what was checked is what the next reader gets. A frame
that says nothing is passed on as the one event that tells the visitor so.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, Literal
from urllib.parse import parse_qs

import structlog
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)
from reflex_base.registry import RegistrationContext
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from climact_issy.states.citizen.session import SessionState

_log = structlog.get_logger(__name__)

MAX_READ: Final = 100_000
"""Characters of a frame that is read at all; a report of a broken page is longest."""

MAX_FRAME: Final = 1_000_000
"""Characters of a frame whose socket stays open, as Reflex announces to browsers."""

UNREAD: Final = f"{SessionState.get_full_name()}.not_understood"
_NAMESPACE: Final = "/_event,"
_PONG: Final = "3"
_JOIN: Final = f"40{_NAMESPACE}"
_LEAVE: Final = f"41{_NAMESPACE}"
_EVENT: Final = f"42{_NAMESPACE}"
_MAX_PATH: Final = 2_000
_MAX_PARAMETERS: Final = 50
_TOKEN: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
_POLICY_VIOLATION: Final = 1008
_TOO_BIG: Final = 1009
_BYTES: Final = "bytes"
_LONG: Final = "longer than is read"
_FOREIGN: Final = "not a frame of a page"
_UNKNOWN: Final = "no handler {}"

Frame = str | bytes


def _one_slash(path: str) -> str:
    """Start an address with one slash: two would name another site."""
    return "/" + path.lstrip("/\\")


_Short = Annotated[str, Field(max_length=100)]
_Path = Annotated[str, Field(max_length=_MAX_PATH), AfterValidator(_one_slash)]
_Parameters = Annotated[
    dict[_Short, Annotated[str, Field(max_length=_MAX_PATH)] | None],
    Field(max_length=_MAX_PARAMETERS),
]


class _Read(BaseModel):
    """Something of a frame; what the page did not have to say is left out."""

    model_config = ConfigDict(strict=True)


class _Place(_Read):
    """Where the tab is, in Reflex's own words for it."""

    pathname: _Path = "/"
    asPath: _Path = "/"  # noqa: N815 - the name on the wire
    query: _Parameters = Field(default_factory=dict)


class _Event(_Read):
    name: Annotated[str, Field(max_length=300)]
    payload: dict[str, Any] = Field(default_factory=dict)
    router_data: _Place


class _Report(_Read):
    """What went wrong in the browser, for the log."""

    message: Annotated[str, Field(max_length=5_000)] = ""
    error_type: _Short = ""
    substate: Annotated[str, Field(max_length=_MAX_PATH)] = ""


class _Greeting(_Read):
    event: _Event | None = None
    state_schema: _Short | None = None


class _Located(_Read):
    router_data: _Place


_GREETING: Final = TypeAdapter(_Greeting)
_EVENTS: Final = TypeAdapter[tuple[str, _Event | _Report]](
    tuple[Literal["event"], _Event] | tuple[Literal["client_error"], _Report]
)
_LOCATED: Final = TypeAdapter(tuple[object, _Located])


class Reader:
    """Reads what one socket sends, frame by frame."""

    def __init__(self, is_handler: Callable[[str], bool]) -> None:
        """Start with a socket that has not said anything.

        Args:
            is_handler: whether a name is that of an event handler.
        """
        self._is_handler = is_handler
        self._has_joined = False
        self._place = _Place()

    def read(self, frame: Frame) -> str | None:
        """Return what to pass on for a frame; None when there is nobody to answer.

        Args:
            frame: text or bytes, of any length and content.
        """
        try:
            return self._passed(frame)
        except ValueError as error:
            _log.info("frame_refused", cause=_cause(error))
        if isinstance(frame, str):
            self._look_where(frame)
        return self._answered(isinstance(frame, str) and frame.startswith(_JOIN))

    def _passed(self, frame: Frame) -> str:
        if not isinstance(frame, str):
            raise _Unread(_BYTES)
        if len(frame) > MAX_READ:
            raise _Unread(_LONG)
        if frame == _PONG:
            return frame
        if frame == _LEAVE and self._has_joined:
            self._has_joined = False
            return frame
        if frame.startswith(_JOIN) and not self._has_joined:
            greeting = _GREETING.validate_json(frame.removeprefix(_JOIN) or "{}")
            found: dict[str, object] = {"state_schema": greeting.state_schema}
            if greeting.event is not None:
                found["event"] = self._event(greeting.event)
            self._has_joined = True
            return _JOIN + _written(found)
        if frame.startswith(_EVENT) and self._has_joined:
            kind, said = _EVENTS.validate_json(frame.removeprefix(_EVENT))
            told = self._event(said) if isinstance(said, _Event) else said.model_dump()
            return _EVENT + _written([kind, told])
        raise _Unread(_FOREIGN)

    def _event(self, event: _Event) -> dict[str, Any]:
        self._place = event.router_data
        if not self._is_handler(event.name):
            raise _Unread(_UNKNOWN.format(event.name[:100]))
        return self._named(event.name, event.payload)

    def _named(self, name: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        place = self._place.model_dump()
        return {"name": name, "payload": payload, "router_data": place}

    def _look_where(self, frame: str) -> None:
        """Learn the tab's page, and so its language, from an event not understood."""
        if len(frame) <= MAX_READ and frame.startswith(_EVENT):
            try:
                found = _LOCATED.validate_json(frame.removeprefix(_EVENT))
            except ValidationError:
                return
            self._place = found[1].router_data

    def _answered(self, is_greeting: bool) -> str | None:  # noqa: FBT001 - one fact
        told = self._named(UNREAD, {})
        if self._has_joined:
            return _EVENT + _written(["event", told])
        if is_greeting:
            self._has_joined = True
            return _JOIN + _written({"event": told})
        return None


class _Unread(ValueError):
    """A frame that none of our pages sends; its words are those of the log."""


def _cause(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        return error.errors(include_url=False, include_input=False)[0]["type"]
    return str(error)


def _written(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def is_handler(name: str) -> bool:
    """Whether a name is that of an event handler, of ours or of Reflex."""
    return name in RegistrationContext.get().event_handlers


def understood(asgi: ASGIApp) -> ASGIApp:
    """Wrap an app so that its sockets hear only what a page of ours says.

    Args:
        asgi: the app; everything but its sockets passes as it is.
    """

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await asgi(scope, receive, send)
        elif _has_token(scope):
            await asgi(scope, _hearing(receive), send)
        else:
            _log.info("socket_refused", cause="no token of a tab")
            await receive()
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})

    return wrapped


def _has_token(scope: Scope) -> bool:
    query = parse_qs(scope["query_string"].decode("latin-1"))
    return bool(_TOKEN.fullmatch(query.get("token", [""])[0]))


def _hearing(receive: Receive) -> Receive:
    reader = Reader(is_handler)

    async def hear() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            frame = message.get("text")
            if frame is None:
                frame = message.get("bytes") or b""
            if len(frame) > MAX_FRAME:
                # To the app the tab is gone, so it closes this socket.
                _log.info("frame_refused", cause="over the limit")
                return {"type": "websocket.disconnect", "code": _TOO_BIG}
            passed = reader.read(frame)
            if passed is not None:
                return {"type": "websocket.receive", "text": passed}

    return hear
