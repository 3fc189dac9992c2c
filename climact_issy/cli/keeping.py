"""What `climact ledger`, `climact user` and `climact signals` do, on the database.

Run as a process of its own (`python -m climact_issy.cli.keeping verify`), so that
`climact` itself starts without loading the data layer.
"""

import asyncio
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from time import perf_counter
from typing import Final

from climact_issy import database, logs
from climact_issy.domain.errors import ClimactError
from climact_issy.jobs.seal import seal_closed
from climact_issy.services import (
    challenge_totals,
    deployment,
    erasure,
    ledger,
    seals,
    signals,
)
from climact_issy.settings import get_settings
from climact_issy.texts import PARIS

GOOD: Final = 0
DIFFERS: Final = 1
REFUSED: Final = 2
TRY_AGAIN: Final = 3
"""Exit code when an open transaction keeps rows from being sealed."""

SHOWN: Final = 20
"""Differences that are printed; the rest is counted."""


def replay(*, is_repair: bool) -> int:
    """Compare the kept totals, of challenges too, with those that the ledger makes.

    Args:
        is_repair: write them again where they differ.
    """
    started = perf_counter()
    rows, found = database.read_sync(ledger.size), _differences()
    _say(f"{_counted(rows, 'row')} replayed, {_pace(rows, started)}.")
    if not found:
        _say("Every total is the one that the ledger makes, bit for bit.")
        return GOOD
    _say_some(found)
    if not is_repair:
        _say("The totals differ from the ledger. --repair writes them again.")
        return DIFFERS
    # In this order: the first one keeps every gesture waiting.
    database.run_sync(lambda s: (ledger.rebuild(s), challenge_totals.rebuild(s)))
    _say("The totals were written again from the ledger.")
    left = _differences()
    if not left:
        return GOOD
    _say_some(left)
    _say("Some of it only a person can mend.")
    return DIFFERS


def _differences() -> list[str]:
    return database.read_sync(
        lambda s: ledger.differences(s) + challenge_totals.differences(s)
    )


def seal() -> int:
    """Seal what is closed and write the roots of the days that are over."""
    started = perf_counter()
    done = asyncio.run(seal_closed(datetime.now(UTC)))
    _say(
        f"{_counted(done.rows, 'row')} sealed in {_counted(done.seals, 'seal')}, "
        f"{_pace(done.rows, started)}; {_counted(done.roots, 'daily root')} written."
    )
    if not done.waits_for_id:
        return GOOD
    _say(
        f"Rows up to {done.waits_for_id} wait: a transaction that could still add "
        "to them is open. Try again in a moment."
    )
    return TRY_AGAIN


def verify() -> int:
    """Compute the chain and its roots again from the rows."""
    started = perf_counter()
    found = database.read_sync(seals.verify)
    _say(
        f"{_counted(found.rows, 'row')} read under {_counted(found.seals, 'seal')}, "
        f"{_pace(found.rows, started)}; {found.unsealed} not sealed yet."
    )
    for fault in found.faults:
        _say(fault)
    if found.faults:
        return DIFFERS
    _say("Every sealed row is the one that was sealed.")
    return GOOD


def erase(person: str) -> int:
    """Erase a person, named by member reference or e-mail address."""
    now = datetime.now(UTC)
    try:
        database.run_sync(
            lambda s: erasure.erase(
                s, erasure.member_of(s, person), by="staff", now=now
            )
        )
    except ClimactError as refusal:
        _say(f"Nobody was erased: {refusal.code}.")
        return REFUSED
    _say("The account is erased. Its points stay in the ledger, and lead to nobody.")
    return GOOD


def odd_signs() -> int:
    """Print the signals that nobody has looked at."""
    found = database.read_sync(signals.open_signals)
    for sign in found:
        first = sign.first_at.astimezone(PARIS)
        last = sign.last_at.astimezone(PARIS)
        _say(
            f"{sign.signal_id}  {sign.kind.value}  {sign.count} from "
            f"{first:%Y-%m-%d %H:%M:%S} to {last:%H:%M:%S}  {sign.subject}"
        )
    _say(f"{_counted(len(found), 'open signal')}. None has any effect by itself.")
    return GOOD


def main(words: Sequence[str]) -> int:
    """Do what the words say on the database of the settings.

    Returns:
        0, 1 when something differs, 2 with a sentence when refused, 3 to try again.
    """
    settings = get_settings()
    logs.configure(settings.log_level, is_json=settings.is_production)
    work = _work(words)
    if work is None:
        sys.stderr.write("replay [--repair], seal, verify, erase WHO or signals?\n")
        return REFUSED
    database.open(settings.database_address)
    try:
        if not database.read_sync(deployment.is_at_head):
            sys.stderr.write("The database is not of this version: climact migrate.\n")
            return REFUSED
        return work()
    finally:
        database.close()


def _work(words: Sequence[str]) -> Callable[[], int] | None:
    simple = {
        ("replay",): lambda: replay(is_repair=False),
        ("replay", "--repair"): lambda: replay(is_repair=True),
        ("seal",): seal,
        ("verify",): verify,
        ("signals",): odd_signs,
    }
    match list(words):
        case ["erase", person]:
            return lambda: erase(person)
        case _:
            return simple.get(tuple(words))


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")


def _say_some(lines: Sequence[str]) -> None:
    for line in lines[:SHOWN]:
        _say(line)
    if len(lines) > SHOWN:
        _say(f"… and {len(lines) - SHOWN} more.")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _pace(rows: int, started: float) -> str:
    return f"{round(rows / max(perf_counter() - started, 1e-9)):,} rows per second"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
