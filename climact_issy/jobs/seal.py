"""Seal what is closed of the ledger, and write the root of each day that is over."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Final

import structlog

from climact_issy import database
from climact_issy.services import seals
from climact_issy.services.seals import Candidate

_log = structlog.get_logger(__name__)

PATIENCE: Final = timedelta(seconds=20)
"""How long a turn waits for the transactions that were open at its start."""

_LOOK_EVERY_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class Sealed:
    """What one turn did.

    Attributes:
        seals: seals made.
        rows: rows they hold.
        roots: daily roots written.
        waits_for_id: rows up to here stay unsealed, since a transaction that could
            still add to them is open; 0 when none is.
    """

    seals: int
    rows: int
    roots: int
    waits_for_id: int = 0


async def seal(now: datetime) -> None:
    """Do one turn; what cannot be sealed yet waits for the next one."""
    done = await seal_closed(now)
    if done.waits_for_id:
        _log.warning("ledger_not_sealed", open_up_to_id=done.waits_for_id)


async def seal_closed(now: datetime, patience: timedelta = PATIENCE) -> Sealed:
    """Seal every row that no open transaction can still come before.

    Args:
        now: this instant.
        patience: how long to wait for open transactions.
    """
    made = rows = 0
    asked = await database.run(seals.candidate)
    is_closed = await _closes(asked, patience)
    while is_closed:
        found = await database.read(
            lambda s: seals.next_seal(s, asked.last_id, now=now)
        )
        if found is None or not await database.run(lambda s, f=found: seals.keep(s, f)):
            break
        made, rows = made + 1, rows + found.row_count
    written = await database.run(lambda s: seals.write_roots(s, now=now))
    return Sealed(made, rows, written, 0 if is_closed else asked.last_id)


async def _closes(asked: Candidate, patience: timedelta) -> bool:
    until = monotonic() + patience.total_seconds()
    while not await database.run(lambda s: seals.is_closed(s, asked)):
        if monotonic() >= until:
            return False
        await asyncio.sleep(_LOOK_EVERY_S)
    return True
