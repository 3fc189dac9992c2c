"""What the rules see: measured, current, in a row; never a forecast."""

from datetime import timedelta

import pytest

from climact_issy.database import Database
from climact_issy.domain.observations import Currency, Kind
from climact_issy.domain.weather_rules import Decision, Why
from climact_issy.services import weather
from tests.support.weather import (
    AIR,
    ATMO,
    EPISODE,
    HEAT,
    NOW,
    POWER,
    VIGILANCE,
    measure,
    measure_power,
)

PAST = tuple(float(20 + number % 60) for number in range(400))


def decided(database: Database, slug: str, **later: float) -> Decision:
    now = NOW + timedelta(**later)
    return database.read_here(lambda s: weather.decision(s, slug, now=now))


def test_without_any_value_every_rule_says_so(database: Database) -> None:
    found = database.read_here(lambda s: weather.weather(s, now=NOW))

    assert [each.rule for each in found.decisions] == [AIR, HEAT, POWER]
    assert {each.why for each in found.decisions} == {Why.NO_VALUE}


@pytest.mark.parametrize(
    ("value", "why"),
    [(3, Why.NOT_REACHED), (4, Why.OPENS), (6, Why.OPENS), (None, Why.NO_VALUE)],
)
def test_the_index_of_today_decides(
    database: Database, value: float | None, why: Why
) -> None:
    measure(database, ATMO, value)

    assert decided(database, AIR.slug).why is why


def test_either_figure_is_enough_and_says_its_source(database: Database) -> None:
    measure(database, ATMO, 2)
    measure(database, EPISODE, 1)
    found = decided(database, AIR.slug)

    assert found.cause is found.looks[0]
    assert found.looks[0].seen.unit == "indice"
    assert found.looks[0].seen.currency is Currency.CURRENT
    assert found.looks[1].why is Why.NOT_REACHED


def test_a_forecast_is_not_read(database: Database) -> None:
    measure(database, VIGILANCE, 4, kind=Kind.FORECAST)
    assert decided(database, HEAT.slug).why is Why.NO_VALUE

    measure(database, VIGILANCE, 3, kind=Kind.FORECAST, period="2026-07-15")
    measure(database, VIGILANCE, 1, period="2026-07-13")
    found = decided(database, HEAT.slug)
    assert (found.why, found.looks[0].seen.samples[-1].value) == (Why.OLD, 1)


def test_the_value_of_yesterday_opens_nothing(database: Database) -> None:
    measure(database, VIGILANCE, 4)

    assert decided(database, HEAT.slug).why is Why.OPENS
    assert decided(database, HEAT.slug, days=1).why is Why.OLD


def test_the_value_of_today_counts_from_midnight_in_paris(database: Database) -> None:
    late = NOW.replace(hour=22, minute=30)
    measure(database, VIGILANCE, 4, period="2026-07-15")

    assert (
        database.read_here(lambda s: weather.decision(s, HEAT.slug, now=late)).why
        is Why.OPENS
    )
    assert decided(database, HEAT.slug).why is Why.NO_VALUE


def test_two_low_hours_in_a_row_open(database: Database) -> None:
    measure_power(database, 15.0, 16.0, past=PAST)
    found = decided(database, POWER.slug)

    assert found.why is Why.OPENS
    look = found.looks[0]
    assert [each.value for each in look.seen.samples] == [15.0, 16.0]
    assert look.seen.samples[-1].period == "2026-07-14T11:00Z"
    assert look.threshold == sorted(PAST)[40]


@pytest.mark.parametrize(
    ("hours", "past", "why"),
    [
        ((50.0, 16.0), PAST, Why.NOT_REACHED),
        ((15.0, None, 16.0), PAST, Why.TOO_SHORT),
        ((15.0, 16.0), PAST[:300], Why.NO_PAST),
    ],
)
def test_hours_that_are_not_enough(
    database: Database,
    hours: tuple[float | None, ...],
    past: tuple[float, ...],
    why: Why,
) -> None:
    measure_power(database, *hours, past=past)

    assert decided(database, POWER.slug).why is why


def test_the_hour_under_way_waits_for_its_end(database: Database) -> None:
    measure_power(database, 15.0, 16.0, past=PAST)
    later = NOW + timedelta(hours=1)
    measure_power(database, 90.0, past=(), now=later)

    # The newest value is of 12:45: its hour is whole, and it is not low.
    assert decided(database, POWER.slug, hours=1).why is Why.NOT_REACHED
    assert decided(database, POWER.slug, hours=8).why is Why.OLD


def test_a_day_says_nothing_of_an_hour(database: Database) -> None:
    measure(database, POWER.conditions[0].key, 12.0)

    assert decided(database, POWER.slug).why is Why.NO_VALUE


def test_an_instant_says_nothing_of_a_day(database: Database) -> None:
    measure(database, ATMO, 6, period="2026-07-14T10:00Z")

    assert decided(database, AIR.slug).why is Why.NO_VALUE
