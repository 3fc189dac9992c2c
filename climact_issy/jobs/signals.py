"""Look for what seems odd: for staff, and without any effect by itself."""

from datetime import datetime

from climact_issy import database
from climact_issy.services import signals


async def look(now: datetime) -> None:
    """Write down bursts and shared devices of the last half-hour."""
    seen = await database.read(lambda s: signals.look(s, now=now))
    if seen:
        await database.run(lambda s: signals.note(s, seen))
