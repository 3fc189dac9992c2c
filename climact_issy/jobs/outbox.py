"""Send the mails that wait."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from climact_issy import database
from climact_issy.connectors.base import ConnectorError
from climact_issy.connectors.mail import Mail, Mailer
from climact_issy.services import outbox

_log = structlog.get_logger(__name__)


async def send_due(mailer: Mailer, now: datetime) -> int:
    """Send every mail that is due; return how many left.

    A mail is claimed before it is sent, so that many workers share the work; one
    that dies in between makes it go out twice rather than never.
    """
    if not await database.read(lambda s: outbox.is_any_due(s, now=now)):
        return 0
    started = time.monotonic()

    def at() -> datetime:
        # A mail server that does not answer costs its time-out for each mail: the
        # lease and the expiry of the next one count from then.
        return now + timedelta(seconds=time.monotonic() - started)

    count = 0
    while outgoing := await database.run(lambda s: outbox.claim(s, now=at())):
        count += await _send(mailer, outgoing, at)
    return count


async def _send(
    mailer: Mailer, outgoing: outbox.Outgoing, at: Callable[[], datetime]
) -> int:
    mail = Mail(outgoing.recipient, outgoing.subject, outgoing.text, outgoing.html)
    try:
        await mailer.send(mail)
    except ConnectorError as error:
        is_final = not error.is_temporary or outgoing.tries >= outbox.MAX_TRIES
        reason = str(error)
        await database.run(
            lambda s: outbox.failed(s, outgoing, reason, is_final=is_final, now=at())
        )
        _log.warning(
            "mail_not_sent",
            mail_id=outgoing.mail_id,
            tries=outgoing.tries,
            reason=reason,
            is_final=is_final,
        )
        return 0
    await database.run(lambda s: outbox.sent(s, outgoing.mail_id, now=at()))
    return 1
