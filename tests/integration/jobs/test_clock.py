import asyncio
from datetime import UTC, datetime, timedelta

from climact_issy.database import Database
from climact_issy.jobs import clock
from climact_issy.jobs.clock import Job

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def test_among_many_workers_each_turn_is_done_once(database: Database) -> None:
    assert database.engine
    turns: list[datetime] = []

    async def run(now: datetime) -> None:
        turns.append(now)

    job = Job("purge", MINUTE, run)
    for now in (NOW, NOW + MINUTE, NOW + 2 * MINUTE):
        done = await asyncio.gather(
            *(clock.turn(job, f"worker-{number}", now) for number in range(6))
        )
        assert sum(done) == 1
    assert turns == [NOW, NOW + MINUTE, NOW + 2 * MINUTE]


async def test_a_shared_job_runs_in_every_worker(database: Database) -> None:
    assert database.engine
    turns: list[datetime] = []

    async def run(now: datetime) -> None:
        turns.append(now)

    job = Job("outbox", MINUTE, run, is_shared=True)
    for holder in ("a", "b"):
        assert await clock.turn(job, holder, NOW)
    assert len(turns) == 2


async def test_a_turn_that_fails_does_not_end_the_clock(database: Database) -> None:
    assert database.engine
    turns = 0
    is_enough = asyncio.Event()

    async def run(_now: datetime) -> None:
        nonlocal turns
        turns += 1
        if turns == 3:
            is_enough.set()
        message = "broken"
        raise RuntimeError(message)

    job = Job("broken", timedelta(milliseconds=5), run, is_shared=True)
    task = asyncio.create_task(clock.run_forever([job], "a"))
    await asyncio.wait_for(is_enough.wait(), 5)
    task.cancel()
    result = await asyncio.gather(task, return_exceptions=True)
    assert isinstance(result[0], asyncio.CancelledError)
