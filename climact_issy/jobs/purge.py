"""Forget what is over: sign-in requests, sessions, mails, wrong codes, signals."""

from datetime import datetime

from climact_issy import database
from climact_issy.services import codes, outbox, sessions, sign_in, signals


async def purge(now: datetime) -> None:
    """Delete every row that nothing can use any more."""
    await database.run(lambda s: sign_in.purge(s, now=now))
    await database.run(lambda s: sessions.purge(s, now=now))
    await database.run(lambda s: outbox.purge(s, now=now))
    await database.run(lambda s: codes.purge(s, now=now))
    await database.run(lambda s: signals.purge(s, now=now))
