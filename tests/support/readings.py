"""Live figures as a test wants them: some quarter hours that end at an instant."""

from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from climact_issy.connectors import airparif, atmo_index, eco2mix
from climact_issy.connectors.base import Page
from climact_issy.database import Database
from climact_issy.domain.civic import day_bounds
from climact_issy.domain.live import Mean, Reading, Sample
from climact_issy.domain.observations import (
    Kind,
    Observation,
    freshness,
    period_of,
)
from climact_issy.domain.sources import Run
from climact_issy.domain.summaries import Baseline, Range, Summary, Trend, Usual
from climact_issy.services import observations, source_states

NEWEST = datetime(2023, 9, 12, 16, 15, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
KEY = eco2mix.KEY
SPAN = (date(2023, 8, 13), date(2023, 9, 12))
SUMMARY = Summary(
    key=KEY,
    period=period_of(NEWEST),
    computed_at=NEWEST,
    n=2976,
    days=31,
    span=SPAN,
    usual=Usual(9, 18, 12, Range(20.0, 30.0, 40.0)),
    trend=Trend(4, SPAN, None),
    baseline=Baseline(None, 28, None),
)
"""What a record of a month says: 47 is more than usual, and there is no more to say."""


def reading(
    *values: float | None,
    now: datetime = NEWEST + timedelta(minutes=12),
    newest: datetime = NEWEST,
    days: int = 0,
    is_failing: bool = False,
) -> Reading:
    """Quarter hours that end at `newest`; the last one has a value."""
    samples = tuple(
        Sample(period_of(newest - (len(values) - 1 - i) * QUARTER), value)
        for i, value in enumerate(values)
    )
    means = tuple(
        Mean(f"2023-08-{day + 1:02}", 96, 96, 40.0, 20.0, 60.0) for day in range(days)
    )
    last = samples[-1] if samples else None
    return Reading(
        key=KEY,
        newest=last,
        unit="gCO2/kWh" if last else "",
        source=eco2mix.SOURCE.name if last else "",
        retrieved_at=now if last else None,
        freshness=freshness(last.period if last else None, eco2mix.SOURCE.pace, now),
        step=QUARTER,
        recent=samples,
        days=means,
        is_failing=is_failing,
    )


def of_days(
    *values: float | None,
    newest: date = date(2026, 11, 24),
    today: date | None = None,
    days: int = 0,
) -> tuple[Reading, datetime]:
    """Civic days that end at `newest`, and an instant of the day they are read on.

    Args:
        values: one a day; the last one has a value.
        newest: day of the last value.
        today: day on which they are read, by default the newest one.
        days: how many days of the last weeks are known, of class 1 and 2 in turn.
    """
    now = day_bounds(today or newest)[0] + timedelta(hours=9)
    samples = tuple(
        Sample((newest - timedelta(days=len(values) - 1 - i)).isoformat(), value)
        for i, value in enumerate(values)
    )
    means = tuple(
        Mean(f"2026-10-{day + 1:02}", 1, 1, 1.0 + day % 2, 1.0, 2.0)
        for day in range(days)
    )
    last = samples[-1] if samples else None
    found = Reading(
        key=atmo_index.KEY,
        newest=last,
        unit="indice ATMO",
        source=airparif.SOURCE.name,
        retrieved_at=now,
        freshness=freshness(last.period if last else None, airparif.SOURCE.pace, now),
        step=timedelta(days=1),
        recent=samples,
        days=means,
        is_failing=False,
    )
    return found, now


def keep(
    database: Database, *values: float | None, newest: datetime, now: datetime
) -> None:
    """Write quarter hours that end at `newest`, as a good run does."""
    found = [
        Observation(
            KEY,
            period_of(newest - (len(values) - 1 - i) * QUARTER),
            value,
            "gCO2/kWh",
            Kind.REAL_TIME,
        )
        for i, value in enumerate(values)
    ]

    def work(session: Session) -> None:
        origin = observations.keep_raw(
            session, eco2mix.SOURCE.name, Page("x", "", b"{}", now)
        )
        observations.keep(session, found, origin)
        run = Run(eco2mix.SOURCE.name, 1, len(found), newest=found[-1].period)
        source_states.succeeded(session, eco2mix.SOURCE, run, None, now=now)

    database.run_here(work)
