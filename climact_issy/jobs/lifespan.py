"""The jobs of one process, for the web worker and for `climact worker`."""

import asyncio
import contextlib
import os
import secrets
import socket
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Final

from climact_issy.connectors.mail import mailer
from climact_issy.jobs import clock
from climact_issy.jobs.challenges import turn_challenges
from climact_issy.jobs.clock import Job
from climact_issy.jobs.ingest import ingest_due
from climact_issy.jobs.outbox import send_due
from climact_issy.jobs.purge import purge
from climact_issy.jobs.seal import seal
from climact_issy.jobs.season import turn_season
from climact_issy.jobs.signals import look
from climact_issy.jobs.weather import turn_weather
from climact_issy.settings import Settings, get_settings

OUTBOX_EVERY: Final = timedelta(seconds=1)
SEASON_EVERY: Final = timedelta(seconds=20)
CHALLENGES_EVERY: Final = timedelta(seconds=20)
PURGE_EVERY: Final = timedelta(minutes=15)
SEAL_EVERY: Final = timedelta(minutes=5)
LOOK_EVERY: Final = timedelta(minutes=5)
INGEST_EVERY: Final = timedelta(minutes=5)
WEATHER_EVERY: Final = timedelta(seconds=20)
"""Often: what sources push to us arrives at any moment, and a turn only reads."""


@contextlib.asynccontextmanager
async def lifespan_jobs(*, is_worker: bool = False) -> AsyncIterator[None]:
    """Run the jobs while the block runs; the database must be open.

    Args:
        is_worker: run them even where the settings keep them out of the web process.
    """
    settings = get_settings()
    if not (settings.runs_jobs or is_worker):
        yield
        return
    task = asyncio.create_task(
        clock.run_forever(jobs(settings), holder_name()), name="clock"
    )
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def jobs(settings: Settings) -> list[Job]:
    """Return every job of the product with its pace."""
    sender = mailer(
        settings.smtp_url.get_secret_value(),
        settings.mail_from,
        settings.data_dir / "outbox",
    )

    async def send(now: datetime) -> None:
        await send_due(sender, now)

    reading = [Job("ingest", INGEST_EVERY, ingest_due)] if settings.is_ingesting else []
    return [
        *reading,
        Job("outbox", OUTBOX_EVERY, send, is_shared=True),
        Job("challenges", CHALLENGES_EVERY, turn_challenges, is_shared=True),
        Job("season", SEASON_EVERY, turn_season, is_shared=True),
        Job("weather", WEATHER_EVERY, turn_weather),
        Job("purge", PURGE_EVERY, purge),
        Job("seal", SEAL_EVERY, seal),
        Job("signals", LOOK_EVERY, look),
    ]


def holder_name() -> str:
    """Name this process among all workers."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(4)}"
