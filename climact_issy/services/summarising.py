"""Compute what the record of a live figure says of its newest value.

Imported by ingestion only: it computes with pandas, which the web process never loads.
It reads means of hours and days, never the values: a few thousand short rows, however
long the record is.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import or_, select
from sqlmodel import Session, SQLModel

from climact_issy.analytics import normal, record, resample, trend
from climact_issy.content import commune, live_indicators, live_notes
from climact_issy.domain.civic import civic_day, day_bounds
from climact_issy.domain.errors import NotFound
from climact_issy.domain.indicators import Shape
from climact_issy.domain.live import Sample
from climact_issy.domain.live_notes import LiveNotes
from climact_issy.domain.observations import (
    Resolution,
    SeriesKey,
    period_of,
    start_of,
)
from climact_issy.domain.summaries import (
    YEAR,
    Baseline,
    Range,
    Rhythm,
    Slope,
    Summary,
    Tell,
    Trend,
    Usual,
    month_and_hour,
    window,
)
from climact_issy.services import observed, summaries

YEARS: Final = 5
"""The record is read so far back, at most."""

_bin: Final = SQLModel.metadata.tables["observation_bin"]

Frame = Any


def refresh(
    session: Session, key: SeriesKey, *, now: datetime, is_changed: bool
) -> bool:
    """Compute the summary of a figure again; whether there was a reason to.

    Args:
        session: open unit of work.
        key: what is measured where; nothing is computed of what no page shows.
        now: aware instant.
        is_changed: whether values of it changed. If not, it is computed only where
            the last run ended before it could.
    """
    rhythm = _rhythm(key)
    if rhythm is None:
        return False
    newest = observed.newest(session, key)
    if newest is None or newest.value is None:
        summaries.forget(session, key)
        return False
    before = None if is_changed else summaries.of(session, key)
    if before is not None and before.period == newest.period:
        return False
    found = _summary(session, key, rhythm, newest, now)
    if found is not None:
        summaries.write(session, found)
    return found is not None


def _rhythm(key: SeriesKey) -> Rhythm | None:
    """Return how a figure is measured, None for a series that no page shows."""
    try:
        described = live_indicators.by_slug(key.indicator)
    except NotFound:
        return None
    if live_indicators.keys()[key.indicator] != key:
        return None
    return Rhythm.HOURS if described.shape is Shape.HOURS else Rhythm.DAYS


def _summary(
    session: Session, key: SeriesKey, rhythm: Rhythm, newest: Sample, now: datetime
) -> Summary | None:
    notes = live_notes.of(key.indicator)
    last = civic_day(start_of(newest.period))
    days = _days(session, key, last)
    if days.empty:
        return None
    tells = notes.tells
    per_person, people = _per_person(notes, newest)
    periods = days["period"]
    return Summary(
        key=key,
        period=newest.period,
        computed_at=now,
        n=int(days["n"].sum()),
        days=len(days),
        span=(
            date.fromisoformat(periods.iloc[0]),
            date.fromisoformat(periods.iloc[-1]),
        ),
        usual=_usual(session, key, rhythm, newest) if Tell.USUAL in tells else None,
        trend=_trend(days, rhythm, last) if Tell.TREND in tells else None,
        baseline=_baseline(days, rhythm, last) if Tell.BASELINE in tells else None,
        per_person=per_person,
        people=people,
    )


def _usual(session: Session, key: SeriesKey, rhythm: Rhythm, newest: Sample) -> Usual:
    at, by_hour = start_of(newest.period), rhythm is Rhythm.HOURS
    month, hour = month_and_hour(newest.period, rhythm)
    table = _same_months(session, key, rhythm, civic_day(at))
    found = normal.usual(table, at, by_hour=by_hour)
    days = int(normal.alike(table, at, by_hour=by_hour)["day"].nunique())
    told = Range(found.low, found.middle, found.high) if found else None
    return Usual(month, hour, days, told)


def _trend(days: Frame, rhythm: Rhythm, last: date) -> Trend:
    year = record.within(days, window(last, Rhythm.DAYS))
    is_hourly = rhythm is Rhythm.HOURS
    # Weeks of a figure by the hour: neither a night nor a Sunday makes a trend.
    table = (
        record.by_week(record.whole_days(year)) if is_hourly else record.by_day(year)
    )
    steps = len(table)
    slope = trend.slope(table)
    if not steps:
        return Trend(0, None, None)
    first, end = (table["at"].iloc[i].date() for i in (0, -1))
    # A week is known up to its Sunday, or up to the newest value.
    end = min(end + timedelta(days=6), last) if is_hourly else end
    told = Slope(slope.low, slope.central, slope.high) if slope else None
    return Trend(steps, (first, end), told)


def _baseline(days: Frame, rhythm: Rhythm, last: date) -> Baseline:
    """Compare with the year before, else with the first year that is known."""
    known = record.whole_days(days)
    recent = window(last, rhythm)
    count = len(record.within(known, recent))
    for years in (1, *range(YEARS, 1, -1)):
        before = window(last, rhythm, years)
        change = record.change(known, recent, before, rhythm.fewest)
        if change is not None:
            return Baseline(change, count, before)
    return Baseline(None, count, None)


def _per_person(notes: LiveNotes, newest: Sample) -> tuple[float | None, int | None]:
    """Share the newest value between the people of its place, of its year only."""
    if notes.per_person is None:
        return None, None
    found = commune.population(notes.per_person.area)
    day = civic_day(start_of(newest.period)).isoformat()
    shared = record.shared(day, newest.value, {found.edition: found.inhabitants})
    return shared, None if shared is None else found.inhabitants


def _days(session: Session, key: SeriesKey, last: date) -> Frame:
    """Return the known days of the record up to the newest value."""
    span = ((last - YEARS * YEAR - YEAR).isoformat(), last.isoformat())
    rows = _bins(session, key, Resolution.DAY, [span], record.COLUMNS)
    return record.table(rows)


def _same_months(session: Session, key: SeriesKey, rhythm: Rhythm, day: date) -> Frame:
    """Return the means of the hours, or days, of one month in each year."""
    spans: list[tuple[str, str]] = []
    is_hourly = rhythm is Rhythm.HOURS
    for year in range(day.year - YEARS + 1, day.year + 1):
        first = date(year, day.month, 1)
        after = (first + timedelta(days=31)).replace(day=1)
        if is_hourly:
            # The bounds are inclusive: the last hour begins before the next month.
            end = day_bounds(after)[0] - timedelta(minutes=1)
            spans.append((period_of(day_bounds(first)[0]), period_of(end)))
        else:
            spans.append((first.isoformat(), (after - timedelta(days=1)).isoformat()))
    length = Resolution.HOUR if is_hourly else Resolution.DAY
    rows = _bins(session, key, length, spans, ("period", "mean", "low", "high"))
    # Periods sort by time: the table keeps the order of the rows.
    table = resample.frame(
        [start_of(row.period) for row in rows], [row.mean for row in rows]
    )
    return table.assign(low=[row.low for row in rows], high=[row.high for row in rows])


def _bins(
    session: Session,
    key: SeriesKey,
    length: Resolution,
    spans: Iterable[tuple[str, str]],
    names: Iterable[str],
) -> Sequence[Any]:
    columns = _bin.c
    found = session.connection().execute(
        select(*(columns[name] for name in names))
        .where(
            columns.indicator == key.indicator,
            columns.series == key.series,
            columns.place == key.place,
            columns.resolution == length.value,
            or_(*(columns.period.between(*span) for span in spans)),
        )
        .order_by(columns.period)
    )
    return found.all()
