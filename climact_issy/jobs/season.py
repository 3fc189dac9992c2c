"""Open the next season when the last one is over."""

from datetime import datetime

from climact_issy import database
from climact_issy.services import seasons


async def open_season(now: datetime) -> None:
    """Open a season unless one covers today: pages must not wait for a gesture."""
    if not await database.read(lambda s: seasons.is_open(s, now=now)):
        await database.run(lambda s: seasons.ensure(s, now=now))
