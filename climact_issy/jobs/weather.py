"""Let the rules of the weather of the climate open what they open."""

from datetime import datetime

from climact_issy import database
from climact_issy.services import boosts


async def turn_weather(now: datetime) -> None:
    """Do what is due; the usual turn is a few reads that find nothing."""
    if await database.read(lambda s: boosts.is_due(s, now=now)):
        await database.run(lambda s: boosts.open_due(s, now=now))
