"""Read a source: fetch outside any transaction, keep, compare, compute.

Imported by the command line only: it computes with pandas, which the web process
never loads. A run may be ended at any point and started again: the mark of a source
moves forward only when everything before it is kept.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Final, Protocol, TypeVar

import structlog
from sqlalchemy import delete, or_, select
from sqlmodel import Session, SQLModel

from climact_issy.analytics import resample
from climact_issy.connectors.base import Http, Page, Reason, Source, SourceError
from climact_issy.domain.civic import civic_day, day_bounds
from climact_issy.domain.observations import (
    Batch,
    Kind,
    Observation,
    Resolution,
    SeriesKey,
    period_of,
    resolution_of,
    sift,
    start_of,
)
from climact_issy.domain.sources import Run
from climact_issy.services import observations, observed, source_states, summarising

CHUNK: Final = 5_000
"""Values of one transaction: others who write wait for a fraction of a second."""

_BINS: Final = {
    Resolution.INSTANT: (Resolution.HOUR, Resolution.DAY, Resolution.MONTH),
    Resolution.DAY: (Resolution.DAY, Resolution.MONTH),
}
"""Means that are computed, by the length of what is measured."""

_TO_THE_HOUR: Final = len("2023-09-12T16")

_TABLES: Final = SQLModel.metadata.tables
_observation: Final = _TABLES["observation"]
_bin: Final = _TABLES["observation_bin"]
_log = structlog.get_logger(__name__)

T = TypeVar("T")
Row = dict[str, Any]
Month = tuple[SeriesKey, Resolution, str]
"""A series, the length of what it measures, and a month ("2023-09")."""
Seen = dict[SeriesKey, bool]
"""The series of a run, and whether any of their values changed."""


class Store(Protocol):
    """The open database: each piece of work is one transaction of its own."""

    def run_here(self, work: Callable[[Session], T]) -> T:
        """Do a piece of work that may write."""
        ...

    def read_here(self, work: Callable[[Session], T]) -> T:
        """Do a piece of work that must not write."""
        ...


def run(
    database: Store,
    source: Source,
    http: Http,
    *,
    since: datetime | None,
    now: datetime,
) -> Run:
    """Read a source once; whatever fails is noted and changes nothing good.

    Args:
        database: open; this function makes its own transactions.
        source: what to read.
        http: the way to it.
        since: where to start; by default a little before its newest known value.
        now: aware instant.
    """
    name = source.name
    mark = database.read_here(lambda s: source_states.bookmark(s, name)).watermark
    start = since or _start(source, mark, now)
    done, only = Run(name), None
    seen: Seen = {}
    try:
        for page in source.fetch(http, start):
            only = page if done.pages == 0 else None
            done = done.plus(_take(database, source, page, seen))
    except SourceError as error:
        database.run_here(
            partial(_fail, source=source, error=error, now=now, chance=random.random())  # noqa: S311 - spreads load
        )
        done = done.plus(Run(name, failure=error.reason.value, detail=str(error)))
    else:
        database.run_here(
            lambda s: source_states.succeeded(s, source, done, only, now=now)
        )
    _summarise(database, seen, now)
    return done


def parsed(source: Source, page: Page) -> Batch:
    """Read one page; what its adapter did not foresee is an unknown shape.

    Raises:
        SourceError: nothing in it can be used.
    """
    try:
        return sift(source.parse(page), page.retrieved_at)
    except SourceError:
        raise
    except Exception as error:
        _log.exception("source_not_parsed", source=source.name)
        raise SourceError(Reason.UNKNOWN_SHAPE, type(error).__name__) from error


def _start(source: Source, mark: str, now: datetime) -> datetime:
    return start_of(mark) - source.overlap if mark else now - source.first


def _fail(
    session: Session,
    *,
    source: Source,
    error: SourceError,
    now: datetime,
    chance: float,
) -> None:
    source_states.failed(session, source, error, now=now, chance=chance)


def _summarise(database: Store, seen: Seen, now: datetime) -> None:
    """Compute once a run what the record of each figure says.

    The values are kept already: what goes wrong here must not lose the run.
    """
    for key, is_changed in seen.items():
        try:
            database.run_here(
                partial(summarising.refresh, key=key, now=now, is_changed=is_changed)
            )
        except Exception:  # noqa: BLE001 - what is kept is worth more than its summary
            _log.exception("record_not_summarised", indicator=key.indicator)


def _take(database: Store, source: Source, page: Page, seen: Seen) -> Run:
    """Keep one page: first as it came, then its values, then their means.

    Args:
        database: the open one.
        source: whose page it is.
        page: one answer.
        seen: the series of the pages before; those of this one join them.
    """
    origin = database.run_here(lambda s: observations.keep_raw(s, source.name, page))
    batch = parsed(source, page)
    done = Run(source.name, pages=1, rejected=len(batch.rejects))
    found = batch.observations
    for start in range(0, len(found), CHUNK):
        chunk = found[start : start + CHUNK]
        kept = database.run_here(lambda s, c=chunk: observations.keep(s, c, origin))
        done = done.plus(Run(source.name, 0, kept.added, kept.revised, kept.unchanged))
    database.run_here(lambda s: observations.keep_rejects(s, batch.rejects, origin))
    # A file that is brought again may be one whose means were never finished.
    if done.added or done.revised or source.is_brought:
        for month in _months(found):
            database.run_here(lambda s, m=month: _compute(s, m, source.step))
    is_changed = bool(done.added or done.revised)
    for key in dict.fromkeys(item.key for item in found):
        seen[key] = seen.get(key, False) or is_changed
    known = [
        item.period
        for item in found
        if item.value is not None and item.kind is not Kind.FORECAST
    ]
    return done.plus(Run(source.name, newest=max(known, default="")))


def _months(found: Iterable[Observation]) -> list[Month]:
    """Return the months of Paris whose means may have changed."""
    # Months of Paris begin on an hour of UTC: one period of each hour is enough.
    hours = {(item.key, item.period[:_TO_THE_HOUR]): item.period for item in found}
    months: dict[Month, None] = {}
    for (key, _), period in hours.items():
        length = resolution_of(period)
        if length in _BINS:
            months[key, length, f"{civic_day(start_of(period)):%Y-%m}"] = None
    return list(months)


def _compute(session: Session, month: Month, step: timedelta | None) -> None:
    """Compute the means of one month again, from its values."""
    key, length, name = month
    first = date.fromisoformat(f"{name}-01")
    after = (first + timedelta(days=31)).replace(day=1)
    values = _values(session, key, _bounds(length, first, after))
    table = resample.frame([start_of(p) for p in values], list(values.values()))
    rows: list[Row] = []
    for resolution in _BINS[length]:
        means = resample.resample(table, resolution, step)
        rows += _rows(key, resolution, means)
    _replace(session, key, (first, after), rows)


def _bounds(length: Resolution, first: date, after: date) -> tuple[str, str]:
    """Return the first period of a month, and the first one after it."""
    if length is Resolution.DAY:
        return first.isoformat(), after.isoformat()
    return period_of(day_bounds(first)[0]), period_of(day_bounds(after)[0])


def _values(
    session: Session, key: SeriesKey, bounds: tuple[str, str]
) -> dict[str, float | None]:
    """Return the values by period; of two sources the surest one counts."""
    columns = _observation.c
    found = session.connection().execute(
        select(columns.period, columns.source, columns.value).where(
            columns.indicator == key.indicator,
            columns.series == key.series,
            columns.place == key.place,
            columns.period >= bounds[0],
            columns.period < bounds[1],
            columns.is_demo.is_(False),
            columns.kind != Kind.FORECAST.value,
        )
    )
    return {sample.period: sample.value for sample in observed.merged(found)}


def _rows(key: SeriesKey, resolution: Resolution, means: Any) -> Iterator[Row]:  # noqa: ANN401 - a table of pandas
    for found in means.to_dict("records"):
        yield {
            "indicator": key.indicator,
            "series": key.series,
            "place": key.place,
            "resolution": resolution.value,
            **found,
        }


def _replace(
    session: Session, key: SeriesKey, month: tuple[date, date], rows: Sequence[Row]
) -> None:
    """Write the means of a month; what lost its last value loses its row."""
    first, after = month
    columns = _bin.c
    hours = (period_of(day_bounds(first)[0]), period_of(day_bounds(after)[0]))
    spans = {
        Resolution.HOUR: hours,
        Resolution.DAY: (first.isoformat(), after.isoformat()),
        Resolution.MONTH: (f"{first:%Y-%m}", f"{after:%Y-%m}"),
    }
    connection = session.connection()
    connection.execute(
        delete(_bin).where(
            columns.indicator == key.indicator,
            columns.series == key.series,
            columns.place == key.place,
            or_(
                *(
                    (columns.resolution == length.value)
                    & (columns.period >= start)
                    & (columns.period < end)
                    for length, (start, end) in spans.items()
                )
            ),
        )
    )
    if rows:
        connection.execute(_bin.insert(), list(rows))
