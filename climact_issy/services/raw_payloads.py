"""Untouched answers: kept whole for more than a year, then by their hash alone.

Whoever doubts a value finds the very bytes it came from for thirteen months, long
enough to look at the same month of the year before. What stays for good is when it
came, from where, and the hash: enough to prove that a copy kept elsewhere is the one.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import update
from sqlmodel import Session, col, select

from climact_issy.models import RawPayload
from climact_issy.models.raw_payload import IS_WHOLE

KEPT: Final = timedelta(days=400)
AT_ONCE: Final = 50
"""Bodies of one transaction: some of them are ten megabytes."""


def empty_old(session: Session, *, now: datetime) -> int:
    """Empty the oldest bodies whose time is over.

    Args:
        session: open unit of work.
        now: aware instant.

    Returns:
        How many were emptied; fewer than 50 when none is left.
    """
    # By the index of those that are whole: what was emptied before costs nothing.
    old = (
        select(col(RawPayload.id))
        .where(col(RawPayload.retrieved_at) < now - KEPT, IS_WHOLE)
        .order_by(col(RawPayload.retrieved_at))
        .limit(AT_ONCE)
    )
    emptied = session.exec(
        update(RawPayload)
        .where(col(RawPayload.id).in_(old))
        .values(body=b"")
        .execution_options(synchronize_session=False)
    )
    return emptied.rowcount
