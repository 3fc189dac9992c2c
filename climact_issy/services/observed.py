"""Read live figures for pages, API and embeds: by index, at most 300 values."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as select_models

from climact_issy import models
from climact_issy.connectors.base import Source
from climact_issy.connectors.sources import SOURCES, by_name
from climact_issy.domain.civic import civic_day
from climact_issy.domain.live import Mean, Reading, Sample
from climact_issy.domain.observations import (
    Kind,
    Resolution,
    SeriesKey,
    freshness,
    period_of,
    resolution_of,
    start_of,
)
from climact_issy.models import SourceState
from climact_issy.services import summaries

assert models.Observation  # noqa: S101 - importing the package registers the tables

RECENT: Final = timedelta(hours=24)
YEAR: Final = timedelta(days=365)
"""Of a source without a step, which samples now and then."""
DAYS: Final = 30
MOST: Final = 300

_TABLES: Final = SQLModel.metadata.tables
_observation: Final = _TABLES["observation"]
_bin: Final = _TABLES["observation_bin"]


def ranks() -> dict[str, int]:
    """Return the order of trust of the sources: of two values the lower rank wins."""
    return {source.name: rank for rank, source in enumerate(SOURCES)}


def reading(session: Session, key: SeriesKey, *, now: datetime) -> Reading:
    """Return what is known of a live figure.

    Args:
        session: an open session; nothing is written.
        key: what is measured where.
        now: aware instant.
    """
    found = _glance(session, key, _failing(session), now)
    if found.newest is None:
        return found
    span = YEAR if found.step is None and by_name(found.source) else RECENT
    period = found.newest.period
    return replace(
        found,
        recent=_recent(session, key, period, span),
        days=_days(session, key, period),
        summary=summaries.of(session, key),
    )


def glances(
    session: Session, keys: Iterable[SeriesKey], *, now: datetime
) -> dict[SeriesKey, Reading]:
    """Return the newest value of each figure and no more: one statement a figure.

    Args:
        session: an open session; nothing is written.
        keys: what is measured where.
        now: aware instant.
    """
    failing = _failing(session)
    return {key: _glance(session, key, failing, now) for key in keys}


def newest(session: Session, key: SeriesKey) -> Sample | None:
    """Return the newest known value of a figure, None when none was ever read."""
    found = _newest(session, key)
    return Sample(found.period, found.value) if found else None


def means(
    session: Session, key: SeriesKey, resolution: Resolution, span: tuple[str, str]
) -> tuple[Mean, ...]:
    """Return the newest means of a span, in order, at most 300.

    Args:
        session: an open session.
        key: what is measured where.
        resolution: hour, day or month.
        span: first and last period, both included.
    """
    columns = _bin.c
    found = session.connection().execute(
        select(
            columns.period,
            columns.n,
            columns.expected,
            columns.mean,
            columns.low,
            columns.high,
        )
        .where(
            columns.indicator == key.indicator,
            columns.series == key.series,
            columns.place == key.place,
            columns.resolution == resolution.value,
            columns.period.between(*span),
        )
        .order_by(columns.period.desc())
        .limit(MOST)
    )
    return tuple(Mean(*row) for row in reversed(found.all()))


def step_of(key: SeriesKey, source: Source) -> timedelta | None:
    """Return the time between two values of a figure, as a source gives them.

    A table that staff brings goes at the step of the surest source of its figure.
    """
    if not source.is_brought:
        return source.step
    return next((feeding.step for feeding in _feeding(key)), None)


def _glance(
    session: Session, key: SeriesKey, failing: frozenset[str], now: datetime
) -> Reading:
    """Return a reading whose past is its newest value alone."""
    found = _newest(session, key)
    source = by_name(found.source) if found else None
    sample = Sample(found.period, found.value) if found else None
    return Reading(
        key=key,
        newest=sample,
        unit=found.unit if found else "",
        source=found.source if found else "",
        retrieved_at=found.retrieved_at if found else None,
        freshness=freshness(
            sample.period if sample else None, source.pace if source else None, now
        ),
        step=step_of(key, source) if source else None,
        recent=(sample,) if sample else (),
        days=(),
        is_failing=any(feeding.name in failing for feeding in _feeding(key)),
        is_brought=source is not None and source.is_brought,
        producer=source.producer if source else "",
    )


def _newest(session: Session, key: SeriesKey) -> Any:  # noqa: ANN401 - a row of SQLAlchemy
    """Return the newest row with a value; of one period the surest source's."""
    columns = _observation.c
    found = session.connection().execute(
        _of(key, columns.period, columns.value, columns.source)
        .add_columns(columns.unit, columns.retrieved_at)
        .where(columns.value.is_not(None))
        .order_by(columns.period.desc())
        .limit(len(SOURCES))
    )
    rows = found.all()
    same = [row for row in rows if row.period == rows[0].period]
    return min(same, key=_rank, default=None)


def _recent(
    session: Session, key: SeriesKey, newest: str, span: timedelta
) -> tuple[Sample, ...]:
    start = _first_of(newest, span)
    if not start:
        return ()
    columns = _observation.c
    found = session.connection().execute(
        _of(key, columns.period, columns.value, columns.source)
        .where(columns.period.between(start, newest))
        .order_by(columns.period.desc())
        .limit(MOST)
    )
    return merged(found.all())


def _first_of(newest: str, span: timedelta) -> str:
    """Return the first period that is shown with the newest one, "" for that one alone.

    Instants are shown as long as the span, days as thirty of them.
    """
    match resolution_of(newest):
        case Resolution.INSTANT:
            return period_of(start_of(newest) - span)
        case Resolution.DAY:
            first = civic_day(start_of(newest)) - timedelta(days=DAYS - 1)
            return first.isoformat()
        case _:
            return ""


def merged(rows: Iterable[Any]) -> tuple[Sample, ...]:
    """Return one value a period, in order: the surest source's, else any known one.

    Args:
        rows: with `period`, `value` and `source`.
    """
    told: dict[str, float | None] = {}
    for row in sorted(rows, key=_rank, reverse=True):
        if row.value is not None or row.period not in told:
            told[row.period] = row.value
    return tuple(Sample(period, told[period]) for period in sorted(told))


def _days(session: Session, key: SeriesKey, newest: str) -> tuple[Mean, ...]:
    last = civic_day(start_of(newest))
    first = last - timedelta(days=DAYS - 1)
    span = (first.isoformat(), last.isoformat())
    return means(session, key, Resolution.DAY, span)


def _of(key: SeriesKey, *asked: Any) -> Any:  # noqa: ANN401 - columns and a statement of SQLAlchemy
    columns = _observation.c
    return select(*asked).where(
        columns.indicator == key.indicator,
        columns.series == key.series,
        columns.place == key.place,
        columns.is_demo.is_(False),
        # What is expected is not what is: no page shows it as a value.
        columns.kind != Kind.FORECAST.value,
    )


def _rank(row: Any) -> int:  # noqa: ANN401 - a row of SQLAlchemy
    known = ranks()
    return known.get(row.source, len(known))


def _failing(session: Session) -> frozenset[str]:
    """Return the names of the sources that do not answer just now."""
    names = session.exec(
        select_models(SourceState.name).where(col(SourceState.failures_in_a_row) > 0)
    )
    return frozenset(names)


def _feeding(key: SeriesKey) -> Sequence[Source]:
    return [source for source in SOURCES if key.indicator in source.indicators]
