"""Live figures as a test wants them: some quarter hours that end at an instant."""

from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from climact_issy.connectors import eco2mix
from climact_issy.connectors.base import Page
from climact_issy.database import Database
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
