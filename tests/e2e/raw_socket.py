"""The socket of the pages, spoken by hand: anybody can send it anything."""

import contextlib
import gc
import json
import time
import uuid
import warnings
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from simple_websocket import Client, ConnectionClosed
from wsproto.utilities import RemoteProtocolError

ROOT = "reflex___state____state"
SESSION = f"{ROOT}.climact_issy___states___citizen___session____session_state"
LOG = f"{ROOT}.climact_issy___states___citizen___actions____log_state"
ME = f"{ROOT}.climact_issy___states___citizen___me____me_state"
_NAMESPACE = "/_event"
_SUFFIX = "_rx_state_"
ANSWER_SECONDS = 5.0
EMPTY: Final[object] = {}


class RawSocket:
    """One tab's socket.

    Attributes:
        client: the websocket.
        path: the page that the tab claims to show.
        seen: what the server told the tab: state -> name -> value.
        has_joined: whether the server has answered the greeting.
    """

    def __init__(self, client: Client, path: str) -> None:
        self.client = client
        self.path = path
        self.seen: dict[str, dict[str, object]] = {}
        self.has_joined = False

    def emit(self, handler: str, payload: object, **more: object) -> None:
        """Send one event of the page."""
        event = {
            "name": handler,
            "payload": payload,
            "router_data": {"pathname": self.path, "asPath": self.path},
            **more,
        }
        self.packet(["event", event])

    def packet(self, content: object) -> None:
        """Send any content as a message of the namespace."""
        self.send(f"42{_NAMESPACE},{json.dumps(content)}")

    def send(self, frame: str | bytes) -> None:
        """Send any frame."""
        self.client.send(frame)

    def value(self, state: str, name: str) -> object:
        """Wait for a value that is not empty; None when it never comes."""
        deadline = time.monotonic() + ANSWER_SECONDS
        while not (found := self.seen.get(state, {}).get(name)):
            if not self.listen(deadline - time.monotonic()):
                return None
        return found

    def refusal(self) -> object:
        """Wait for the sentence that refuses."""
        return self.value(SESSION, "notice")

    def listen(self, seconds: float) -> bool:
        """Take one message in; False when none came."""
        try:
            frame = self.client.receive(timeout=max(seconds, 0))
        except ConnectionClosed:
            return False
        if frame is None:
            return False
        if frame == "2":
            self.send("3")
        elif isinstance(frame, str) and frame.startswith(f"40{_NAMESPACE},"):
            self.has_joined = True
        elif isinstance(frame, str) and frame.startswith(f"42{_NAMESPACE},"):
            self._keep(json.loads(frame.split(",", 1)[1]))
        return True

    def wait_until_joined(self) -> None:
        """Take messages in until the server has answered the greeting."""
        deadline = time.monotonic() + ANSWER_SECONDS
        while not self.has_joined:
            assert self.listen(deadline - time.monotonic()), "no answer"

    def is_open(self) -> bool:
        """Whether the server still answers on this socket."""
        self.seen.clear()
        try:
            self.emit(f"{SESSION}.load", {})
        except ConnectionClosed:
            return False
        return self.value(SESSION, "is_loaded") is True

    def _keep(self, message: list[object]) -> None:
        for part in message[1:]:
            if isinstance(part, dict):
                for state, values in (part.get("delta") or {}).items():
                    kept = self.seen.setdefault(state, {})
                    kept |= {k.removesuffix(_SUFFIX): v for k, v in values.items()}


def _opened(address: str, headers: list[tuple[bytes, bytes]]) -> Client:
    """Open a websocket, once more if the connection is dropped before any answer.

    What is refused has an answer; a busy machine now and then lets a handshake lapse.
    """
    with warnings.catch_warnings():
        # The client leaves the dropped connection to the collector of garbage.
        warnings.simplefilter("ignore", ResourceWarning)
        with contextlib.suppress(RemoteProtocolError):
            return Client(address, headers=headers)
        gc.collect()
    return Client(address, headers=headers)


@contextlib.contextmanager
def raw_socket(
    url: str,
    *,
    cookie: str = "",
    origin: str | None = None,
    path: str = "/agir/prendre-le-velo",
    token: str | None = None,
    greeting: object = EMPTY,
) -> Iterator[RawSocket]:
    """Open a socket as a page of the site would, without loading anything.

    Args:
        url: address of the site.
        cookie: Cookie header, "" for a stranger.
        origin: Origin header, that of the site when None.
        path: the page that the tab claims to show.
        token: the tab's token, a new one when None.
        greeting: what the socket says first, None to say nothing.
    """
    headers = [(b"Origin", (origin or url).encode())]
    if cookie:
        headers.append((b"Cookie", cookie.encode()))
    address = url.replace("http", "ws", 1)
    named = quote(str(uuid.uuid4()) if token is None else token)
    query = f"EIO=4&transport=websocket&token={named}"
    client = _opened(f"{address}{_NAMESPACE}/?{query}", headers)
    try:
        tab = RawSocket(client, path)
        # The client sees what came along with the handshake only once more comes:
        # so we speak first.
        if greeting is not None:
            tab.send(f"40{_NAMESPACE},{json.dumps(greeting)}")
            tab.wait_until_joined()
        yield tab
    finally:
        with contextlib.suppress(ConnectionClosed):
            client.close()
