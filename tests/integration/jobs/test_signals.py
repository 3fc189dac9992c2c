from datetime import timedelta

from climact_issy.database import Database
from climact_issy.domain.signals import BURST_GESTURES
from climact_issy.jobs.signals import look
from climact_issy.services import signals
from tests.support.gestures import NOON, WALK, person, tap


async def test_the_clock_writes_a_burst_once(database: Database) -> None:
    who = person(database, "la-ferme")
    for n in range(BURST_GESTURES):
        tap(database, who, WALK, n, now=NOON + timedelta(seconds=n))

    await look(NOON + timedelta(minutes=1))
    await look(NOON + timedelta(minutes=6))

    assert len(database.read_here(signals.open_signals)) == 1
