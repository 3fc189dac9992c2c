"""Read the sources that are due, in a process of its own: pandas stays out of ours."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import structlog

from climact_issy.settings import ROOT, child_environment

_log = structlog.get_logger(__name__)

COMMAND: Final = ("-m", "climact_issy.cli.ingesting", "ingest", "--due")
PATIENCE_SECONDS: Final = 600.0
"""A run that takes longer is ended; what it kept stays, and the next one goes on."""
GRACE_SECONDS: Final = 5.0
MOST_LINES: Final = 200


async def ingest_due(_now: datetime) -> None:
    """Do one turn; each source says in the database whether its time has come."""
    await run_child([sys.executable, *COMMAND], PATIENCE_SECONDS)


async def run_child(command: Sequence[str], patience_seconds: float) -> int:
    """Run a command and log what it prints; end it when we are ended, or too late.

    Args:
        command: the program and its arguments.
        patience_seconds: how long it may take.

    Returns:
        Its exit code; negative when it was ended.
    """
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=child_environment(), stdout=PIPE, stderr=STDOUT
    )
    try:
        async with asyncio.timeout(patience_seconds):
            await _log_lines(process)
            await process.wait()
    except TimeoutError:
        _log.warning("ingest_too_slow", seconds=patience_seconds)
    finally:
        code = await _end(process)
    if code > 0:
        _log.warning("ingest_failed", code=code)
    return code


async def _log_lines(process: Process) -> None:
    assert process.stdout is not None  # noqa: S101 - it was asked for
    count = 0
    while line := await process.stdout.readline():
        count += 1
        if count <= MOST_LINES:
            _log.info("ingest", line=line.decode(errors="replace").rstrip())


async def _end(process: Process) -> int:
    """End a process that still runs: asked first, killed after a few seconds."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), GRACE_SECONDS)
        except TimeoutError:
            process.kill()
    return await process.wait()
