"""Processes that end with `climact`, whatever ends it."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final

from climact_issy.settings import ROOT

GRACE_SECONDS: Final = 8
_ENDINGS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

Child = subprocess.Popen[bytes]


@contextlib.contextmanager
def child(command: list[str], environment: dict[str, str]) -> Iterator[Child]:
    """Run a command in a process group of its own and end the whole group after.

    A group of its own keeps Ctrl-C from reaching half of the processes: we get
    it, and pass one clear end on.

    Args:
        command: the program and its arguments.
        environment: its whole environment.
    """
    process = subprocess.Popen(  # noqa: S603 - our own commands, no shell
        command, cwd=ROOT, env=environment, start_new_session=True
    )
    try:
        with _interrupted_by_signals():
            yield process
    finally:
        end(process)


def run(command: list[str], environment: dict[str, str]) -> int:
    """Run a command to its end and return its exit code.

    Args:
        command: the program and its arguments.
        environment: its whole environment.
    """
    with child(command, environment) as process:
        return process.wait()


def end(process: Child) -> None:
    """End a process group: asked first, killed after a few seconds.

    Args:
        process: the leader of the group.
    """
    with _unbothered_by_signals():
        _signal_group(process, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE_SECONDS)
        # The leader may be gone while a grandchild is not.
        _signal_group(process, signal.SIGKILL)
        process.wait()


def _signal_group(process: Child, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _interrupted_by_signals() -> contextlib.AbstractContextManager[None]:
    return _handling(_interrupt)


def _unbothered_by_signals() -> contextlib.AbstractContextManager[None]:
    return _handling(signal.SIG_IGN)


@contextlib.contextmanager
def _handling(
    handler: Callable[[int, FrameType | None], None] | signal.Handlers,
) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number in _ENDINGS}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
