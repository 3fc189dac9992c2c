"""What `climact ingest`, `climact probe` and `climact sources` do.

Run as a process of its own (`python -m climact_issy.cli.ingesting ingest --due`), by
`climact` and by the clock: pandas is loaded here and nowhere else.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Final

from climact_issy import database, logs
from climact_issy.connectors.base import Http, Source, SourceError
from climact_issy.connectors.http import HttpSource, Known, for_source
from climact_issy.connectors.sources import SOURCES, by_name, is_configured
from climact_issy.database import Database
from climact_issy.domain.civic import PARIS, day_bounds
from climact_issy.domain.observations import Batch
from climact_issy.domain.sources import Bookmark, Health, Run, Standing
from climact_issy.services import (
    boosts,
    deployment,
    ingestion,
    pushes,
    source_states,
)
from climact_issy.settings import get_settings

GOOD: Final = 0
FAILED: Final = 1
REFUSED: Final = 2
SHOWN: Final = 5
"""Values and rejects that `probe` prints of each page."""


def ingest(sources: Sequence[Source], *, since: datetime | None, only_due: bool) -> int:
    """Read sources one after another; one that fails does not stop the others.

    Args:
        sources: which.
        since: where to start, None = where each stands.
        only_due: leave out those whose time has not come.
    """
    opened = database.open(get_settings().database_address)
    code = GOOD
    try:
        if not database.read_sync(deployment.is_at_head):
            _complain("The database is not of this version: climact migrate.")
            return REFUSED
        for source in sources:
            now = datetime.now(UTC)
            if only_due and not database.read_sync(
                lambda s, source=source, now=now: source_states.is_due(
                    s, source, now=now
                )
            ):
                continue
            mark = database.read_sync(
                lambda s, name=source.name: source_states.bookmark(s, name)
            )
            with _way_to(source, mark, opened, since) as http:
                done = ingestion.run(opened, source, http, since=since, now=now)
            _say(_told(done))
            code = FAILED if done.failure else code
        _open_challenges(datetime.now(UTC))
    finally:
        database.close()
    return code


def _open_challenges(now: datetime) -> None:
    """Let the rules look at once at what was read."""
    if not database.read_sync(lambda s: boosts.is_due(s, now=now)):
        return
    for slug in database.run_sync(lambda s: boosts.open_due(s, now=now)):
        _say(f"{slug}: opened by what was measured")


def probe(source: Source) -> int:
    """Ask a source for its newest values, print them, and keep nothing."""
    if source.is_pushed:
        _say(f"{source.name} is sent to us: there is nobody to ask.")
        return GOOD
    with _asking(source, Bookmark()) as http:
        try:
            for page in source.fetch(http, http.now() - source.first):
                _say(f"{page.origin}\n  {len(page.body):,} bytes, {page.media_type}")
                _show(ingestion.parsed(source, page))
        except SourceError as error:
            _complain(f"{source.name}: {error.reason.value}, {error}.")
            return FAILED
    return GOOD


def standings() -> int:
    """Print where each source stands."""
    database.open(get_settings().database_address)
    try:
        if not database.read_sync(deployment.is_at_head):
            _complain("The database is not of this version: climact migrate.")
            return REFUSED
        now = datetime.now(UTC)
        found = database.read_sync(
            lambda s: source_states.operator_standings(s, now=now)
        )
    finally:
        database.close()
    for standing in found:
        _say(_standing(standing))
    return GOOD


def main(words: Sequence[str]) -> int:
    """Do what the words say.

    Returns:
        0, 1 when a source failed, 2 with a sentence when refused.
    """
    settings = get_settings()
    logs.configure(settings.log_level, is_json=settings.is_production)
    asked = _asked(words)
    if asked.command == "sources":
        return standings()
    names = [asked.name] if asked.command == "probe" else asked.source
    unknown = [name for name in names if by_name(name) is None]
    if unknown:
        known = ", ".join(source.name for source in SOURCES)
        _complain(f"No source is called {unknown[0]}. Known: {known}.")
        return REFUSED
    chosen = [source for source in SOURCES if not names or source.name in names]
    if names and chosen[0].is_brought:
        _complain(f"{names[0]} is brought in files: climact observations import.")
        return REFUSED
    chosen = [source for source in chosen if not source.is_brought]
    ready = [source for source in chosen if is_configured(source, settings)]
    if names and not ready:
        _complain(f"{chosen[0].name} is not configured: its address, key or secret.")
        return REFUSED
    if asked.command == "probe":
        return probe(ready[0])
    since = day_bounds(asked.since)[0] if asked.since else None
    return ingest(ready, since=since, only_due=asked.due)


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="climact")
    commands = parser.add_subparsers(dest="command", required=True)
    reading = commands.add_parser("ingest")
    reading.add_argument("--source", action="append", default=[])
    reading.add_argument("--since", type=date.fromisoformat, default=None)
    reading.add_argument("--due", action="store_true")
    commands.add_parser("probe").add_argument("name")
    commands.add_parser("sources")
    return parser.parse_args(words)


@contextmanager
def _way_to(
    source: Source, mark: Bookmark, opened: Database, since: datetime | None
) -> Iterator[Http]:
    """Give the way to a source: the network, or what it has sent to us."""
    if source.is_pushed:
        yield pushes.inbox(opened, source, since)
        return
    with _asking(source, mark) as http:
        yield http


def _asking(source: Source, mark: Bookmark) -> HttpSource:
    settings = get_settings()
    replaced = settings.source_addresses.get(source.name, "")
    known = Known(mark.origin, mark.etag, mark.last_modified)
    key = settings.source_keys.get(source.name)
    return for_source(source, replaced, known, key.get_secret_value() if key else "")


def _told(done: Run) -> str:
    numbers = (
        f"{done.added:,} new, {done.revised:,} changed, {done.unchanged:,} known, "
        f"{done.rejected:,} rejected, {done.pages:,} pages"
    )
    if done.failure:
        return f"{done.source}: failed, {done.failure} ({done.detail}); {numbers}"
    newest = f", newest {done.newest}" if done.newest else ""
    return f"{done.source}: {numbers}{newest}"


def _show(batch: Batch) -> None:
    found = batch.observations
    _say(f"  {len(found):,} values, {len(batch.rejects):,} rejected")
    for item in found[-SHOWN:]:
        value = "gap" if item.value is None else f"{item.value:g} {item.unit}"
        key = f"{item.key.indicator} {item.key.series} {item.key.place}"
        _say(f"  {key}  {item.period}  {value}  {item.kind.value}")
    for lost in batch.rejects[:SHOWN]:
        _say(f"  rejected: {lost.reason.value}  {lost.excerpt}")


def _standing(found: Standing) -> str:
    lines = [f"{found.name}: {found.health.value}, newest {found.newest or 'none'}"]
    if found.health is Health.BROUGHT:
        lines.append(f"  last file {found.origin}")
    if found.succeeded_at:
        last = found.last
        lines.append(
            f"  last read {_at(found.succeeded_at)}: {last.added:,} new, "
            f"{last.revised:,} changed, {last.unchanged:,} known, "
            f"{last.rejected:,} rejected ({found.rejects_ever:,} ever)"
        )
    if trouble := found.trouble:
        next_at = _at(trouble.next_at) if trouble.next_at else "at the next turn"
        lines.append(
            f"  failed {trouble.in_a_row} times in a row, {_at(trouble.failed_at)} for "
            f"{trouble.reason}; next try {next_at}"
        )
    return "\n".join(lines)


def _at(at: datetime) -> str:
    return f"{at.astimezone(PARIS):%Y-%m-%d %H:%M}"


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def _complain(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
