"""What the rules of the weather of the climate see now; nothing is written here."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.connectors.base import Source
from climact_issy.connectors.sources import by_name
from climact_issy.content import weather_rules as content
from climact_issy.domain.boosts import Weather
from climact_issy.domain.civic import civic_day
from climact_issy.domain.observations import (
    Kind,
    Resolution,
    SeriesKey,
    freshness,
    period_of,
    resolution_of,
    start_of,
)
from climact_issy.domain.weather_rules import (
    HOURS_IN_DAY,
    NOTHING,
    Check,
    Condition,
    Decision,
    Sample,
    Seen,
    Span,
    WeatherRule,
    decide,
)
from climact_issy.services import observed

assert models.Boost  # noqa: S101 - importing the package registers the tables

HOUR: Final = timedelta(hours=1)
LEAST_STEP: Final = timedelta(minutes=5)
"""Sources may be as fine as this: so many values of an hour are read at most."""

_TABLES: Final = SQLModel.metadata.tables
_observation: Final = _TABLES["observation"]
_bin: Final = _TABLES["observation_bin"]
_boost: Final = _TABLES["boost"]


def weather(session: Session, *, now: datetime) -> Weather:
    """Return what every rule says now: some reads by index, a handful a condition.

    Args:
        session: an open session; nothing is written.
        now: aware instant.
    """
    opened = _last_openings(session)
    return Weather(
        tuple(
            _decision(session, entry.rule, opened.get(entry.rule.slug), now)
            for entry in content.entries()
        )
    )


def decision(session: Session, slug: str, *, now: datetime) -> Decision:
    """Return what one rule says now.

    Raises:
        NotFound: no rule has this slug.
    """
    rule = content.by_slug(slug).rule
    return _decision(session, rule, _last_openings(session).get(slug), now)


def _decision(
    session: Session, rule: WeatherRule, opened_at: datetime | None, now: datetime
) -> Decision:
    seen = [_seen(session, condition, now) for condition in rule.conditions]
    return decide(rule, seen, civic_day(opened_at) if opened_at else None, now)


def _last_openings(session: Session) -> dict[str, datetime]:
    columns = _boost.c
    newest = select(func.max(columns.id)).group_by(columns.rule).scalar_subquery()
    rows = session.connection().execute(
        select(columns.rule, columns.opened_at).where(columns.id.in_(newest))
    )
    return {row.rule: row.opened_at for row in rows}


def _seen(session: Session, condition: Condition, now: datetime) -> Seen:
    """Read the newest measured periods of a figure; a forecast is never read."""
    newest = _newest(session, condition.key, now)
    if newest is None:
        return NOTHING
    source = by_name(newest.source)
    if condition.span is Span.DAYS:
        samples = _days(session, condition, newest.period)
    else:
        samples = _hours(session, condition, newest.period, source)
    if not samples:
        return NOTHING
    pace = source.pace if source else None
    return Seen(
        samples=samples,
        currency=freshness(samples[-1].period, pace, now).currency,
        unit=newest.unit,
        source=newest.source,
        past=_past(session, condition, samples[0].period),
    )


def _newest(session: Session, key: SeriesKey, now: datetime) -> Any:  # noqa: ANN401 - a row of SQLAlchemy
    """Return the newest measured row with a value, that of the surest source."""
    columns = _observation.c
    # A day of Paris begins before the one of UTC: text alone would hide it at night.
    latest = max(period_of(now), civic_day(now).isoformat())
    rows = (
        session.connection()
        .execute(
            _measured(key)
            .where(columns.value.is_not(None), columns.period <= latest)
            .order_by(columns.period.desc())
            .limit(len(observed.ranks()))
        )
        .all()
    )
    same = [row for row in rows if row.period == rows[0].period]
    return min(same, key=_rank, default=None)


def _days(session: Session, condition: Condition, newest: str) -> tuple[Sample, ...]:
    """Return the days up to the newest one, as many as a run has; gaps are told."""
    if resolution_of(newest) is not Resolution.DAY:
        return ()
    last = date.fromisoformat(newest)
    days = [last - timedelta(days=back) for back in reversed(range(condition.runs))]
    known = _merged(session, condition.key, days[0].isoformat(), newest)
    return tuple(Sample(d.isoformat(), known.get(d.isoformat())) for d in days)


def _hours(
    session: Session, condition: Condition, newest: str, source: Source | None
) -> tuple[Sample, ...]:
    """Return the means of the last whole hours; an hour with a gap has none."""
    if resolution_of(newest) is not Resolution.INSTANT:
        return ()
    at = start_of(newest)
    step = source.step if source and source.step else HOUR
    begun = at.replace(minute=0)
    # The hour under way is not over before its last value has come.
    last = begun if at + step >= begun + HOUR else begun - HOUR
    first = last - (condition.runs - 1) * HOUR
    end = period_of(last + HOUR - timedelta(minutes=1))
    found: dict[str, list[float]] = defaultdict(list)
    known = _merged(session, condition.key, period_of(first), end)
    for period, value in known.items():
        if value is not None:
            found[period_of(start_of(period).replace(minute=0))].append(value)
    whole = max(1, int(HOUR / step))
    hours = [period_of(first + number * HOUR) for number in range(condition.runs)]
    return tuple(Sample(hour, _mean(found[hour], whole)) for hour in hours)


def _mean(values: list[float], whole: int) -> float | None:
    return sum(values) / len(values) if len(values) >= whole else None


def _past(session: Session, condition: Condition, before: str) -> tuple[float, ...]:
    """Return the known hours of the days before a run, for LOWEST alone."""
    if condition.check is not Check.LOWEST:
        return ()
    first = period_of(start_of(before) - timedelta(days=condition.past_days))
    columns, key = _bin.c, condition.key
    found = session.connection().scalars(
        select(columns.mean)
        .where(
            columns.indicator == key.indicator,
            columns.series == key.series,
            columns.place == key.place,
            columns.resolution == Resolution.HOUR.value,
            columns.period >= first,
            columns.period < before,
        )
        .order_by(columns.period)
        .limit(condition.past_days * HOURS_IN_DAY)
    )
    return tuple(found)


def _merged(
    session: Session, key: SeriesKey, first: str, last: str
) -> dict[str, float | None]:
    """Return one value a period: the surest source's, else any known one."""
    columns = _observation.c
    span = start_of(last) - start_of(first) + timedelta(days=1)
    most = int(span / LEAST_STEP) * len(observed.ranks())
    rows = session.connection().execute(
        _measured(key)
        .where(columns.period.between(first, last))
        .order_by(columns.period.desc())
        .limit(most)
    )
    return {found.period: found.value for found in observed.merged(rows.all())}


def _measured(key: SeriesKey) -> Any:  # noqa: ANN401 - a statement of SQLAlchemy
    columns = _observation.c
    return select(columns.period, columns.value, columns.unit, columns.source).where(
        columns.indicator == key.indicator,
        columns.series == key.series,
        columns.place == key.place,
        columns.is_demo.is_(False),
        columns.kind != Kind.FORECAST.value,
    )


def _rank(row: Any) -> int:  # noqa: ANN401 - a row of SQLAlchemy
    known = observed.ranks()
    return known.get(row.source, len(known))
