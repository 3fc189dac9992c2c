"""Start, close and archive the challenges whose time has come."""

from datetime import datetime

from climact_issy import database
from climact_issy.services import challenge_desk


async def turn_challenges(now: datetime) -> None:
    """Do what is due; the usual turn is one read that finds nothing."""
    if await database.read(lambda s: challenge_desk.is_turn_due(s, now=now)):
        await database.run(lambda s: challenge_desk.turn(s, now=now))
