"""Open the season or pause of today, and close the season that is over."""

from datetime import datetime

from climact_issy import database
from climact_issy.services import closing, seasons


async def turn_season(now: datetime) -> None:
    """Open what today needs, then close what is over: pages wait for no gesture.

    Any number of workers may do it side by side: a period opens once and a season
    closes once, whoever comes first.
    """
    if not await database.read(lambda s: seasons.is_open(s, now=now)):
        await database.run(lambda s: seasons.ensure(s, now=now))
    if await database.read(lambda s: closing.is_due(s, now=now)):
        await database.run(lambda s: closing.close_due(s, now=now))
