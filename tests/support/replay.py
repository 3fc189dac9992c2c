"""A real server on this machine that answers for a source, well or badly."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Asked:
    """One question.

    Attributes:
        path: without its query.
        query: last value of each parameter.
        headers: in lower case.
        body: what was sent along, b"" for a plain question.
    """

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes = b""


@dataclass
class Answer:
    """One answer; `pieces` are sent one by one, with a pause before each.

    Attributes:
        body: all of it, unless there are pieces.
        status: of HTTP.
        headers: beside the type.
        pieces: makes the body piece by piece, without saying its length.
        pause: seconds before each piece.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pieces: Callable[[], Iterator[bytes]] | None = None
    pause: float = 0.0


Play = Callable[[Asked], Answer]


@dataclass
class Replay:
    """A running server.

    Attributes:
        address: where it listens.
        asked: what it was asked, oldest first.
        play: what it answers; may be changed while it runs.
        is_over: set when the server stops: pauses end.
    """

    play: Play
    address: str = ""
    asked: list[Asked] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)


class _Handler(BaseHTTPRequestHandler):
    """Answers what its server plays."""

    def do_POST(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, _Server)
        parts = urlsplit(self.path)
        query = {name: all_[-1] for name, all_ in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", "0")))
        asked = Asked(parts.path, query, headers, body)
        server.replay.asked.append(asked)
        try:
            self._send(server.replay, server.replay.play(asked))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _send(self, replay: Replay, answer: Answer) -> None:
        self.send_response(answer.status)
        told = {"Content-Type": "application/json; charset=utf-8"} | answer.headers
        if answer.pieces is None and "Content-Length" not in told:
            told["Content-Length"] = str(len(answer.body))
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        for piece in answer.pieces() if answer.pieces else [answer.body]:
            if answer.pause and replay.is_over.wait(answer.pause):
                return
            self.wfile.write(piece)
            self.wfile.flush()

    def log_message(self, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - silence takes anything
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """Knows what to play."""

    daemon_threads = True

    def __init__(self, replay: Replay) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replay = replay
        replay.address = f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serving(play: Play) -> Iterator[Replay]:
    """Run a server on a free port for the block."""
    replay = Replay(play)
    server = _Server(replay)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield replay
    finally:
        replay.is_over.set()
        server.shutdown()
        thread.join()
        server.server_close()
