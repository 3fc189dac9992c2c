"""Kill the server in the middle of two hundred gestures, then read what is left.

Run alone by `python -m benchmarks.kill9`. What was acknowledged must be in the
ledger, and the totals must be what the ledger says, replayed row by row.
"""

import asyncio
import contextlib
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session, select

from benchmarks import people
from benchmarks.gestures import Refused, loggable, tap
from benchmarks.people import Person
from benchmarks.servers import end, free_port, serving
from benchmarks.sockets import Closed, Tab
from climact_issy import database, routes
from climact_issy.models.ledger import Ledger
from climact_issy.services import ledger
from climact_issy.settings import ROOT

CLIENTS = 200
KILL_AFTER = 300
"""Acknowledged gestures before the blow: every client is in full swing."""


@dataclass(slots=True)
class Witness:
    """What the clients know.

    Attributes:
        acknowledged: (member reference, action) of each gesture that was answered.
        enough: set when it is time for the blow.
    """

    acknowledged: set[tuple[str, str]] = field(default_factory=set)
    enough: asyncio.Event = field(default_factory=asyncio.Event)

    def saw(self, person: Person, action: str) -> None:
        """Note an answer."""
        self.acknowledged.add((person.actor.member_ref, action))
        if len(self.acknowledged) >= KILL_AFTER:
            self.enough.set()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found after the blow.

    Attributes:
        acknowledged: gestures that were answered.
        kept: rows of these people in the ledger.
        lost: acknowledged gestures that are not in the ledger.
        difference: how the totals differ from the replayed ledger, "" if they do not.
    """

    acknowledged: int
    kept: int
    lost: int
    difference: str

    @property
    def is_good(self) -> bool:
        """Whether nothing was lost and the totals are right."""
        return self.acknowledged > 0 and not self.lost and not self.difference

    def __str__(self) -> str:
        """Say it in one line."""
        return (
            f"kill -9 during {CLIENTS} concurrent clients: "
            f"{self.acknowledged} gestures acknowledged, {self.kept} in the ledger, "
            f"{self.lost} lost; totals "
            f"{self.difference or 'equal the replayed ledger'}"
        )


def prove(folder: Path) -> Verdict:
    """Kill a server with its own database in a folder, and read what is left."""
    port = free_port()
    data_dir = folder / "data"
    environment = people.environment(data_dir, port)
    people.prepare(data_dir, environment)
    crowd = people.sign_in(data_dir, CLIENTS)
    with serving(
        "climact_issy.climact_issy:app",
        port,
        environment,
        folder=ROOT,
        ready=routes.READY,
    ) as server:
        witness = asyncio.run(_storm(port, crowd, server))
    return _read(data_dir, crowd, witness)


async def _storm(
    port: int, crowd: list[Person], server: "subprocess.Popen[bytes]"
) -> Witness:
    witness = Witness()
    path = routes.action(loggable()[0].slug).to("fr")
    tabs = [(person, Tab(port, path, person.cookie)) for person in crowd]
    for _, tab in tabs:
        await tab.open()
    clients = [asyncio.create_task(_tap_on(tab, who, witness)) for who, tab in tabs]
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(witness.enough.wait(), 60)
    end(server, signal.SIGKILL)
    await asyncio.wait(clients, timeout=10)
    for client in clients:
        client.cancel()
    await asyncio.gather(*clients, return_exceptions=True)
    return witness


async def _tap_on(tab: Tab, person: Person, witness: Witness) -> None:
    with contextlib.suppress(Closed, ConnectionError, TimeoutError, Refused):
        for action in loggable():
            await tap(tab, action)
            witness.saw(person, action.slug)


def _read(data_dir: Path, crowd: list[Person], witness: Witness) -> Verdict:
    database.open(people.address(data_dir))
    try:
        return database.read_sync(lambda session: _verdict(session, crowd, witness))
    finally:
        database.close()


def _verdict(session: Session, crowd: list[Person], witness: Witness) -> Verdict:
    known = {person.actor.member_ref for person in crowd}
    rows = session.exec(select(Ledger.member_ref, Ledger.subject)).all()
    kept = {(member, subject) for member, subject in rows if member in known}
    return Verdict(
        acknowledged=len(witness.acknowledged),
        kept=len(kept),
        lost=len(witness.acknowledged - kept),
        difference="; ".join(ledger.differences(session)),
    )


def main() -> int:
    """Print the verdict; 1 when something acknowledged is missing."""
    with tempfile.TemporaryDirectory(prefix="climact-kill9-") as folder:
        verdict = prove(Path(folder))
    print(verdict)
    return 0 if verdict.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
