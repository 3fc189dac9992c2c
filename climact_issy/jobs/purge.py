"""Forget what is over: sign-in requests, sessions, mails, old answers of sources."""

from datetime import datetime

from climact_issy import database
from climact_issy.services import (
    codes,
    outbox,
    raw_payloads,
    sessions,
    sign_in,
    signals,
)


async def purge(now: datetime) -> None:
    """Delete every row that nothing can use any more."""
    await database.run(lambda s: sign_in.purge(s, now=now))
    await database.run(lambda s: sessions.purge(s, now=now))
    await database.run(lambda s: outbox.purge(s, now=now))
    await database.run(lambda s: codes.purge(s, now=now))
    await database.run(lambda s: signals.purge(s, now=now))
    await _empty_old_payloads(now)


async def _empty_old_payloads(now: datetime) -> None:
    """Empty what is due, a few at a time: others write in between."""
    while (
        await database.run(lambda s: raw_payloads.empty_old(s, now=now))
        == raw_payloads.AT_ONCE
    ):
        pass
