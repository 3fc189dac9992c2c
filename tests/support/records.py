"""Years of a live figure by the hour, as a good run brings them; all invented."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from climact_issy.connectors.base import Page, Source
from climact_issy.database import Database
from climact_issy.domain.observations import (
    Batch,
    Kind,
    Observation,
    SeriesKey,
    period_of,
)
from climact_issy.domain.sources import Run
from climact_issy.services import ingestion

Values = dict[datetime, float | None]


class Nobody:
    """A way to nobody: the source of a test asks no one."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def get(self, path: str, params: object = None) -> Page | None:
        raise AssertionError(path, params)


def hourly(
    first: datetime, last: datetime, value: Callable[[datetime], float | None]
) -> Values:
    """Give a value to each hour, both ends included."""
    count = int((last - first) / timedelta(hours=1)) + 1
    starts = (first + timedelta(hours=i) for i in range(count))
    return {at: value(at) for at in starts}


def ingest(
    database: Database, source: Source, key: SeriesKey, values: Values, now: datetime
) -> Run:
    """Run a source that says these values in one page."""
    body = json.dumps(
        [now.isoformat(), *((f"{at}", v) for at, v in values.items())]
    ).encode()

    def fetch(_http: object, _since: datetime) -> Iterator[Page]:
        yield Page("x", "application/json", body, now)

    def parse(_page: Page) -> Batch:
        return Batch(
            tuple(
                Observation(key, period_of(at), value, "unit", Kind.REAL_TIME)
                for at, value in sorted(values.items())
            )
        )

    told = replace(source, fetch=fetch, parse=parse)
    return ingestion.run(database, told, Nobody(now), since=None, now=now)
