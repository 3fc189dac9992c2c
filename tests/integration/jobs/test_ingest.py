"""Reading sources is a process of its own, which never outlives its starter."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from climact_issy.jobs.ingest import COMMAND, run_child
from climact_issy.jobs.lifespan import jobs
from climact_issy.settings import Mode, Settings

LONG = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_it_runs_to_its_end_and_its_code_is_kept() -> None:
    assert await run_child([sys.executable, "-c", "print('a')"], 30) == 0
    assert await run_child([sys.executable, "-c", "raise SystemExit(1)"], 30) == 1


async def test_one_that_takes_too_long_is_ended() -> None:
    assert await run_child([sys.executable, "-c", LONG], 0.3) < 0


async def test_a_server_that_stops_leaves_no_child_behind(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    code = f"import os, time; open({str(told)!r}, 'w').write(str(os.getpid())); "
    task = asyncio.create_task(
        run_child([sys.executable, "-c", code + "time.sleep(60)"], 60)
    )
    while not (told.exists() and told.read_text()):  # noqa: ASYNC110 - another process writes it
        await asyncio.sleep(0.02)
    pid = int(told.read_text())
    assert is_alive(pid)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert not is_alive(pid)


def test_the_command_is_the_module_of_the_command_line() -> None:
    assert COMMAND == ("-m", "climact_issy.cli.ingesting", "ingest", "--due")


@pytest.mark.parametrize(
    ("mode", "ingests", "expected"),
    [
        (Mode.PRODUCTION, None, True),
        (Mode.PRODUCTION, False, False),
        (Mode.DEMO, None, False),
        (Mode.DEMO, True, True),
        (Mode.DEVELOPMENT, None, False),
    ],
)
def test_only_production_asks_by_itself(
    *, mode: Mode, ingests: bool | None, expected: bool
) -> None:
    settings = Settings(mode=mode, ingests=ingests)

    assert ("ingest" in [job.name for job in jobs(settings)]) is expected
