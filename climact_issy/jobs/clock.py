"""The clock: each job at its pace, each turn once among any number of workers."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from climact_issy import database
from climact_issy.services import leases

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something done again and again.

    Attributes:
        name: name of its lease and in the log.
        every: pace.
        run: does one turn; takes the instant.
        is_shared: True when workers may do it side by side (it takes care itself).
    """

    name: str
    every: timedelta
    run: Callable[[datetime], Awaitable[None]]
    is_shared: bool = False


async def turn(job: Job, holder: str, now: datetime) -> bool:
    """Do one turn of a job, unless another worker has it in this period.

    Args:
        job: the job.
        holder: name of this worker.
        now: aware instant.

    Returns:
        Whether this worker did it.
    """
    if not job.is_shared and not await database.run(
        lambda s: leases.take(s, job.name, holder, lasts=job.every, now=now)
    ):
        return False
    await job.run(now)
    return True


async def run_forever(jobs: Sequence[Job], holder: str) -> None:
    """Run every job at its pace until cancelled."""
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(_repeat(job, holder), name=f"job:{job.name}")


async def _repeat(job: Job, holder: str) -> None:
    while True:
        try:
            await turn(job, holder, datetime.now(UTC))
        except Exception:  # noqa: BLE001 - logged, and the next turn tries again
            _log.exception("job_failed", job=job.name)
        await asyncio.sleep(job.every.total_seconds())
