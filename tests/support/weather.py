"""Weather for tests: values written as a good run writes them, and current."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from climact_issy.connectors import eco2mix, hubeau
from climact_issy.connectors.base import Page
from climact_issy.content import weather_rules
from climact_issy.database import Database
from climact_issy.domain.civic import civic_day
from climact_issy.domain.observations import Kind, Observation, SeriesKey, period_of
from climact_issy.models import ObservationBin
from climact_issy.services import observations

NOW = datetime(2026, 7, 14, 12, 30, tzinfo=UTC)
AIR, HEAT, POWER = (entry.rule for entry in weather_rules.entries())
EPISODE, ATMO = (condition.key for condition in AIR.conditions)
VIGILANCE = HEAT.conditions[0].key
DAILY = hubeau.SOURCE.name
"""A source whose pace allows a value of today at any hour."""
QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)


def measure(
    database: Database,
    key: SeriesKey,
    value: float | None,
    *,
    now: datetime = NOW,
    kind: Kind = Kind.PUBLISHED,
    period: str = "",
) -> None:
    """Write the value of a day, today by default."""
    at = period or civic_day(now).isoformat()
    _keep(database, DAILY, [Observation(key, at, value, "indice", kind)], now)


def measure_power(
    database: Database,
    *values: float | None,
    past: Sequence[float] = (),
    now: datetime = NOW,
) -> None:
    """Write whole hours up to the last one, and the means of the hours before."""
    end = now.replace(minute=0, second=0, microsecond=0)
    first = end - len(values) * HOUR
    found = [
        Observation(
            eco2mix.KEY,
            period_of(first + number * HOUR + quarter * QUARTER),
            value,
            "gCO2/kWh",
            Kind.REAL_TIME,
        )
        for number, value in enumerate(values)
        for quarter in range(4)
    ]
    _keep(database, eco2mix.SOURCE.name, found, now)
    bins = [_bin(first - (len(past) - n) * HOUR, mean) for n, mean in enumerate(past)]
    database.run_here(lambda session: session.add_all(bins))


def _bin(at: datetime, mean: float) -> ObservationBin:
    key = eco2mix.KEY
    return ObservationBin(
        indicator=key.indicator,
        series=key.series,
        place=key.place,
        resolution="hour",
        period=period_of(at),
        n=4,
        expected=4,
        mean=mean,
        low=mean,
        high=mean,
    )


def _keep(
    database: Database, source: str, found: list[Observation], now: datetime
) -> None:
    def work(session: Session) -> None:
        body = f"{source} {now} {found}".encode()
        origin = observations.keep_raw(session, source, Page("x", "", body, now))
        observations.keep(session, found, origin)

    database.run_here(work)
