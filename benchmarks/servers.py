"""Servers to measure: real processes on free ports, ended by their own group."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

START_SECONDS = 60


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(
    target: str,
    port: int,
    environment: dict[str, str],
    *,
    folder: Path,
    ready: str,
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run an ASGI factory under Granian, as the product does, until the block ends.

    Args:
        target: module:name of the factory.
        port: port on the loopback.
        environment: its whole environment.
        folder: its working folder.
        ready: path that answers once it serves.

    Raises:
        RuntimeError: it ended or did not answer in time; its log is in the message.
    """
    command = [
        *(sys.executable, "-m", "granian", target, "--factory"),
        *("--interface", "asgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "1", "--log-level", "warning"),
    ]
    logged = Path(environment["CLIMACT_DATA_DIR"]) / "server.log"
    with logged.open("ab") as stream:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=stream,
            stderr=stream,
            start_new_session=True,
        )
    try:
        _wait(process, port, ready, logged)
        yield process
    finally:
        end(process)


def end(process: "subprocess.Popen[bytes]", how: int = signal.SIGTERM) -> None:
    """End a server and all its workers."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, how)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(10)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _wait(
    process: "subprocess.Popen[bytes]", port: int, ready: str, logged: Path
) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}{ready}", timeout=1
            ) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.1)
    raise RuntimeError(logged.read_text(errors="replace")[-4000:])
