"""A million observations read from a source, then the page that shows them.

`python -m benchmarks.ingest [--rows 1000000]`. The command line itself reads quarter
hours from a local server; then the figure they make is asked for, by a page that comes
to life and by the addresses of the API and of the embed.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import embeds, quarter_hours
from benchmarks.latencies import Measured
from benchmarks.scale import ENGINES, database_of
from benchmarks.servers import free_port, serving
from climact_issy import routes, texts
from climact_issy.connectors import eco2mix
from climact_issy.content import live_indicators
from climact_issy.database import Database
from climact_issy.domain.civic import PARIS
from climact_issy.domain.live import Reading
from climact_issy.presenters import live
from climact_issy.presenters.live import LiveView
from climact_issy.services import deployment, observed
from climact_issy.settings import ROOT, Mode, Settings

ROWS = 1_000_000
LOOKS = 100
TURNS = 40
MOST_MB = 500
MOST_MS = 100


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one run of `climact ingest` took.

    Attributes:
        rows: values that are in the database after it.
        seconds: at the wall, starting Python and migrations excluded.
        peak_mb: largest memory of its process.
    """

    rows: int
    seconds: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page of the figure costs then.

    Attributes:
        median_ms: of the server's work for one visitor: reading and presenting.
        slowest_ms: of the slowest look.
        points: values sent.
        sent_bytes: of all that is sent, as JSON.
        asked: the API and the embed over HTTP.
    """

    median_ms: float
    slowest_ms: float
    points: int
    sent_bytes: int
    asked: list[Measured]


def main() -> int:
    """Measure both databases and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.ingest", description=__doc__
    )
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--engines", nargs="+", default=list(ENGINES), choices=ENGINES)
    wanted = parser.parse_args()
    for engine in wanted.engines:
        sys.stderr.write(f"... {engine}: {wanted.rows:,} values from a local source\n")
        with (
            database_of(engine) as database,
            tempfile.TemporaryDirectory(prefix="climact-ingest-") as name,
        ):
            database.run_here(
                lambda s: deployment.claim(
                    s,
                    deployment.kind_of(Settings(mode=Mode.DEVELOPMENT)),
                    now=datetime.now(UTC),
                )
            )
            done = _ingest(database, wanted.rows, Path(name))
            _print(engine, done, _show(database, Path(name)))
    return 0


def _environment(database: Database, folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "CLIMACT_MODE": "development",
        "CLIMACT_DATA_DIR": str(folder),
        "CLIMACT_DATABASE_URL": database.engine.url.render_as_string(
            hide_password=False
        ),
        "CLIMACT_LOG_LEVEL": "warning",
        "CLIMACT_INGESTS": "false",
        "__REFLEX_SKIP_COMPILE": "true",
        "REFLEX_TELEMETRY_ENABLED": "false",
    }


def _ingest(database: Database, rows: int, folder: Path) -> Ingested:
    now = datetime.now(UTC)
    since = (now - rows * quarter_hours.STEP).astimezone(PARIS).date()
    with quarter_hours.served(now) as address:
        environment = _environment(database, folder) | {
            "CLIMACT_SOURCE_ADDRESSES": json.dumps({eco2mix.SOURCE.name: address})
        }
        began = time.perf_counter()
        child = subprocess.Popen(
            [
                *(sys.executable, "-m", "climact_issy.cli.ingesting", "ingest"),
                *("--source", eco2mix.SOURCE.name, "--since", since.isoformat()),
            ],
            cwd=ROOT,
            env=environment,
        )
        # The peak of this very process, whatever ran before it.
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        msg = f"climact ingest ended with {child.returncode}"
        raise RuntimeError(msg)
    return Ingested(_count(database), seconds, usage.ru_maxrss / 1024)


def _count(database: Database) -> int:
    with database.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM observation")
        return int(found.scalar_one())


def _show(database: Database, folder: Path) -> Shown:
    reading, view = _look(database)
    seconds: list[float] = []
    for _ in range(LOOKS):
        began = time.perf_counter()
        _look(database)
        seconds.append(time.perf_counter() - began)
    return Shown(
        median_ms=1000 * statistics.median(seconds),
        slowest_ms=1000 * max(seconds),
        points=len(reading.recent) + len(reading.days),
        sent_bytes=len(json.dumps(asdict(view), ensure_ascii=False).encode()),
        asked=_ask(database, folder),
    )


def _look(database: Database) -> tuple[Reading, LiveView]:
    """Do what the server does when the page of the figure comes to life."""
    now = datetime.now(UTC)
    slug = eco2mix.INDICATOR
    key = live_indicators.keys()[slug]
    reading = database.read_here(lambda s: observed.reading(s, key, now=now))
    indicator = live_indicators.by_slug(slug)
    return reading, live.live_view(texts.for_language("fr"), indicator, reading, now)


def _ask(database: Database, folder: Path) -> list[Measured]:
    port = free_port()
    environment = _environment(database, folder) | {"CLIMACT_PORT": str(port)}
    slug = eco2mix.INDICATOR
    paths = {
        "API": f"{routes.API_INDICATORS}/{slug}",
        "CSV": f"{routes.API_INDICATORS}/{slug}.csv",
        "embed": f"/embed/indicators/{slug}",
    }
    with serving(
        "climact_issy.climact_issy:app",
        port,
        environment,
        folder=ROOT,
        ready=routes.READY,
    ):
        asked = {name: (port, path) for name, path in paths.items()}
        return embeds.ask(asked, TURNS)


def _print(engine: str, done: Ingested, shown: Shown) -> None:
    rate = done.rows / done.seconds
    print(f"\n{engine}: {done.rows:,} observations")
    print(
        f"  read, compared, kept, averaged: {done.seconds:,.0f} s, "
        f"{rate:,.0f} rows a second, {done.peak_mb:,.0f} MB at most "
        f"(aim: under {MOST_MB})"
    )
    print(
        f"  page of the figure: {shown.median_ms:.1f} ms of the server, slowest of "
        f"{LOOKS} {shown.slowest_ms:.1f} (aim: under {MOST_MS}); {shown.points} values "
        f"(aim: at most {observed.MOST}), {shown.sent_bytes:,} bytes as JSON"
    )
    for row in shown.asked:
        print(
            f"  {row.name}: p50 {row.p50_ms:.1f} ms, p99 {row.p99_ms:.1f} ms with "
            f"{row.clients} clients (a reading is kept for some seconds)"
        )


if __name__ == "__main__":
    sys.exit(main())
