"""The other floor: the statements of the same gestures in a bare sqlite3 loop.

The gestures are first noted by the service on one copy of the database while
every statement is recorded; then the record is played on a second copy, one
transaction a gesture, with the same durability. Both copies begin equal, so the
numbers the database gives out are equal too.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel import Session

from benchmarks import people
from benchmarks.gestures import loggable
from benchmarks.latencies import Measured, Sample
from benchmarks.people import Person
from climact_issy import database
from climact_issy.domain.actions import Action
from climact_issy.domain.civic import civic_day
from climact_issy.domain.people import Actor
from climact_issy.services import actions, rules

GESTURES_EACH = 10
Statement = tuple[str, Any]


def measure(data_dir: Path, scratch: Path, crowd: list[Person]) -> list[Measured]:
    """Measure the service without a socket, then the bare loop.

    Args:
        data_dir: folder of the prepared database; left as it is.
        scratch: folder for the two copies.
        crowd: people who have not noted anything yet.
    """
    for name in ("service", "bare"):
        (scratch / name).mkdir(parents=True)
        _copy(data_dir / "climact.sqlite3", scratch / name / "climact.sqlite3")
    recorded, service = _record(scratch / "service", crowd)
    return [service, _replay(scratch / "bare" / "climact.sqlite3", recorded)]


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def _taps(crowd: list[Person]) -> Iterator[Any]:
    for person in crowd:
        for action in loggable()[:GESTURES_EACH]:
            yield partial(_tap, actor=person.actor, action=action)


def _tap(session: Session, actor: Actor, action: Action) -> None:
    now = datetime.now(UTC)
    rule = rules.in_force(session, civic_day(now))
    actions.log(session, actor, action, None, 0, rules=rule, now=now)


def _record(
    folder: Path, crowd: list[Person]
) -> tuple[list[list[Statement]], Measured]:
    recorded: list[list[Statement]] = []

    def note(*arguments: Any) -> None:  # noqa: ANN401 - SQLAlchemy passes its own
        _, _, statement, parameters, _, _ = arguments
        if not statement.startswith(("BEGIN", "PRAGMA")):
            recorded[-1].append((statement, parameters))

    seconds: list[float] = []
    opened = database.open(people.address(folder))
    try:
        event.listen(opened.engine, "before_cursor_execute", note)
        began = time.perf_counter()
        for tap in _taps(crowd):
            recorded.append([])
            start = time.perf_counter()
            database.run_sync(tap)
            seconds.append(time.perf_counter() - start)
        elapsed = time.perf_counter() - began
    finally:
        database.close()
    return recorded, Sample(seconds, elapsed).summary("the service, no socket", 1)


def _replay(path: Path, recorded: list[list[Statement]]) -> Measured:
    seconds: list[float] = []
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA recursive_triggers=ON")
    began = time.perf_counter()
    for gesture in recorded:
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for statement, parameters in gesture:
            connection.execute(statement, parameters).fetchall()
        connection.execute("COMMIT")
        seconds.append(time.perf_counter() - start)
    elapsed = time.perf_counter() - began
    connection.close()
    count = round(sum(map(len, recorded)) / len(recorded))
    name = f"{count} same statements, bare sqlite3"
    return Sample(seconds, elapsed).summary(name, 1)
