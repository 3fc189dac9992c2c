"""The web server: one process on one port, on the finished build."""

import contextlib
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Final

from climact_issy import routes
from climact_issy.cli.children import Child, child
from climact_issy.cli.surroundings import for_server
from climact_issy.settings import Settings

START_SECONDS: Final = 60
_POLL_SECONDS: Final = 0.2
_STEP_SECONDS: Final = 0.5
_OK: Final = 200
# A documentation address (RFC 5737): choosing a route to it sends nothing.
_ELSEWHERE: Final = ("192.0.2.1", 9)


def is_port_free(host: str, port: int) -> bool:
    """Whether a server could listen there now.

    Args:
        host: the address to listen on.
        port: the port to listen on.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
            probe.bind((host, port))
            return True
    return False


def own_addresses() -> list[str]:
    """List the IPv4 addresses of this machine on its networks, the main one first."""
    found: list[str] = []
    with (
        contextlib.suppress(OSError),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe,
    ):
        probe.connect(_ELSEWHERE)
        found.append(probe.getsockname()[0])
    with contextlib.suppress(OSError):
        found.extend(socket.gethostbyname_ex(socket.gethostname())[2])
    return [a for a in dict.fromkeys(found) if not a.startswith("127.")]


def serve(settings: Settings, when_ready: Callable[[], None]) -> int:
    """Serve until the server ends or somebody ends it.

    Args:
        settings: the address to listen on and everything the server reads.
        when_ready: called once, when the server answers.

    Returns:
        The server's exit code; 0 when it was asked to end.
    """
    with child(_command(settings), for_server(settings)) as server:
        try:
            if _answers(server, settings.port):
                when_ready()
            return server.wait()
        except KeyboardInterrupt:
            return 0


def _command(settings: Settings) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "climact_issy.climact_issy:app"),
        *("--factory", "--interface", "asgi"),
        *("--host", settings.host, "--port", str(settings.port)),
        *("--workers", str(settings.workers), "--log-level", "warning"),
    ]


def _answers(server: Child, port: int) -> bool:
    url = f"http://127.0.0.1:{port}{routes.READY}"
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        with (
            contextlib.suppress(urllib.error.URLError, OSError),
            urllib.request.urlopen(url, timeout=_STEP_SECONDS) as answer,
        ):
            return answer.status == _OK
        time.sleep(_POLL_SECONDS)
    return False
