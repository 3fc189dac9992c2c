"""A tab without a browser: socket.io over one raw websocket.

Nothing but asyncio, so that the client costs as little as possible of the two
cores it shares with the server it measures.
"""

import asyncio
import base64
import json
import secrets
import struct
import uuid
from collections.abc import Callable
from importlib.metadata import version
from typing import Any, Final

HYDRATE: Final = "reflex___state____state.hydrate_and_load"
NAMESPACE: Final = "/_event"
TEXT: Final = 1
CLOSE: Final = 8
PING: Final = 9
PONG: Final = 10
SMALL: Final = 126
MEDIUM: Final = 65536

Update = dict[str, Any]
Wanted = Callable[[Update], bool]
"""Whether an update is the one waited for."""


class Closed(Exception):
    """The server closed the socket or refused it."""


class Tab:
    """One open tab on one page."""

    def __init__(self, port: int, path: str, cookie: str = "") -> None:
        """Prepare a tab.

        Args:
            port: the server's, on the loopback.
            path: address of the page the tab shows.
            cookie: Cookie header of the person.
        """
        self._port = port
        self._cookie = cookie
        self._router = {"pathname": path, "asPath": path, "query": {}}
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter

    async def open(self, *, hydrate: bool = True) -> None:
        """Connect, load the page's state, and wait until it is there."""
        self._reader, self._writer = await asyncio.open_connection(
            "127.0.0.1", self._port, limit=2**24
        )
        await self._shake_hands()
        await self._text()  # engine.io's own greeting
        event = {"name": HYDRATE, "payload": {}, "router_data": self._router}
        auth = {"event": event} if hydrate else {}
        await self._send(f"40{NAMESPACE},{json.dumps(auth)}")
        while not (await self._text()).startswith("40"):
            pass
        if hydrate:
            await self.until(_is_hydrated)

    async def send(self, handler: str, **payload: object) -> None:
        """Send one event, without waiting for its answer."""
        event = {"name": handler, "payload": payload, "router_data": self._router}
        await self._send(f"42{NAMESPACE},{json.dumps(['event', event])}")

    async def until(self, is_wanted: Wanted, seconds: float = 30) -> Update:
        """Read updates up to the wanted one and return it.

        Raises:
            TimeoutError: it did not come.
            Closed: the server closed the socket.
        """
        async with asyncio.timeout(seconds):
            while True:
                text = await self._text()
                if not text.startswith(f"42{NAMESPACE},"):
                    continue
                name, *rest = json.loads(text.removeprefix(f"42{NAMESPACE},"))
                if name == "event" and is_wanted(rest[0]):
                    return rest[0]

    def close(self) -> None:
        """Drop the connection, as a phone does."""
        self._writer.close()

    async def _shake_hands(self) -> None:
        origin = f"http://localhost:{self._port}"
        lines = [
            f"GET /_event/?token={uuid.uuid4()}&EIO=4&transport=websocket HTTP/1.1",
            f"Host: localhost:{self._port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {base64.b64encode(secrets.token_bytes(16)).decode()}",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Protocol: {version('reflex')}",
            f"Origin: {origin}",
            *([f"Cookie: {self._cookie}"] if self._cookie else []),
        ]
        self._writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
        head = await self._reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n", 1)[0]:
            raise Closed(head.decode(errors="replace"))

    async def _send(self, text: str, kind: int = TEXT) -> None:
        # A client must mask; the mask of zeros is a mask, and costs nothing.
        data = text.encode()
        size = len(data)
        if size < SMALL:
            length = struct.pack("!B", 0x80 | size)
        elif size < MEDIUM:
            length = struct.pack("!BH", 0x80 | SMALL, size)
        else:
            length = struct.pack("!BQ", 0x80 | SMALL + 1, size)
        self._writer.write(bytes([0x80 | kind]) + length + bytes(4) + data)
        await self._writer.drain()

    async def _text(self) -> str:
        parts: list[bytes] = []
        while True:
            is_last, kind, data = await self._frame()
            if kind == CLOSE:
                raise Closed(data.decode(errors="replace"))
            if kind == PING:
                await self._send(data.decode(), PONG)
                continue
            parts.append(data)
            if is_last:
                text = b"".join(parts).decode()
                if text != "2":
                    return text
                await self._send("3")  # engine.io's ping, inside the websocket
                parts = []

    async def _frame(self) -> tuple[bool, int, bytes]:
        try:
            first, size = await self._reader.readexactly(2)
            if size == SMALL:
                (size,) = struct.unpack("!H", await self._reader.readexactly(2))
            elif size == SMALL + 1:
                (size,) = struct.unpack("!Q", await self._reader.readexactly(8))
            data = await self._reader.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise Closed from error
        return bool(first & 0x80), first & 0x0F, data


def _is_hydrated(update: Update) -> bool:
    root = (update.get("delta") or {}).get("reflex___state____state", {})
    return root.get("is_hydrated_rx_state_") is True
