"""Rules open on what is measured now: monotone, never on what is old, never twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.challenges import Draft, Kind, Scope
from climact_issy.domain.civic import civic_day
from climact_issy.domain.observations import Currency, SeriesKey, period_of
from climact_issy.domain.observations import Kind as Obtained
from climact_issy.domain.weather_rules import (
    Check,
    Condition,
    Mode,
    Sample,
    Seen,
    Span,
    WeatherRule,
    Why,
    decide,
    is_reached,
    look,
    lowest,
)

NOW = datetime(2026, 7, 14, 12, 30, tzinfo=UTC)
KEY = SeriesKey("indice-atmo", "main", "issy-les-moulineaux")
HOUR = timedelta(hours=1)
DAILY = Condition(KEY, Span.DAYS, Check.AT_LEAST, 4.0)
MILD = replace(DAILY, check=Check.AT_MOST)
LOW = Condition(KEY, Span.HOURS, Check.LOWEST, 0.1, runs=2, past_days=1)
PAST = tuple(float(number) for number in range(1, 21))
DRAFT = Draft(
    slug="meteo",
    kind=Kind.HABIT,
    scope=Scope.EVERYONE,
    title=("Un titre", "A title"),
    summary=("Une phrase de test.", "A test sentence."),
    starts_on=date(2000, 1, 1),
    ends_on=date(2000, 1, 1),
    actions=("marcher",),
    target=1,
    effort=1,
)
RULE = WeatherRule("meteo", (DAILY,), Mode.AUTOMATIC, 4, 3, DRAFT)

values = st.floats(-1e6, 1e6)
shares = st.sampled_from([0.05, 0.1, 0.25, 0.5])


def days(*found: float | None, last: date | None = None) -> Seen:
    """Days that end today."""
    end = last or civic_day(NOW)
    samples = tuple(
        Sample((end - timedelta(days=len(found) - 1 - i)).isoformat(), value)
        for i, value in enumerate(found)
    )
    return Seen(samples, Currency.CURRENT, "indice", "airparif")


def hours(*found: float | None, past: tuple[float, ...] = PAST) -> Seen:
    """Hours that end with the last whole one."""
    end = NOW.replace(minute=0) - HOUR
    samples = tuple(
        Sample(period_of(end - (len(found) - 1 - i) * HOUR), value)
        for i, value in enumerate(found)
    )
    return Seen(samples, Currency.CURRENT, "gCO2/kWh", "eco2mix", past)


@pytest.mark.parametrize(
    ("condition", "seen", "why"),
    [
        (DAILY, days(4), Why.OPENS),
        (DAILY, days(3), Why.NOT_REACHED),
        (DAILY, Seen(), Why.NO_VALUE),
        (DAILY, days(None), Why.TOO_SHORT),
        (DAILY, days(6, last=civic_day(NOW) - timedelta(days=1)), Why.OLD),
        (DAILY, days(6, last=civic_day(NOW) + timedelta(days=1)), Why.OLD),
        (MILD, days(4), Why.OPENS),
        (MILD, days(5), Why.NOT_REACHED),
        (replace(DAILY, runs=2), days(5, 5), Why.OPENS),
        (replace(DAILY, runs=2), days(3, 5), Why.NOT_REACHED),
        (replace(DAILY, runs=2), days(5), Why.TOO_SHORT),
        (replace(DAILY, runs=3), days(5, None, 5), Why.TOO_SHORT),
        (LOW, hours(1, 2), Why.OPENS),
        (LOW, hours(3, 2), Why.NOT_REACHED),
        (LOW, hours(1, 2, past=PAST[:11]), Why.NO_PAST),
        (LOW, hours(1, None), Why.TOO_SHORT),
    ],
)
def test_a_condition_says_why(condition: Condition, seen: Seen, why: Why) -> None:
    assert look(condition, seen, NOW).why is why


def test_a_hole_between_two_days_breaks_their_row() -> None:
    seen = days(5, 5)
    first = replace(seen.samples[0], period="2026-07-01")
    broken = replace(seen, samples=(first, seen.samples[1]))

    assert look(replace(DAILY, runs=2), broken, NOW).why is Why.TOO_SHORT


@given(values, st.floats(0, 1e6))
def test_what_opens_opens_with_more_too(value: float, more: float) -> None:
    if look(DAILY, days(value), NOW).why is Why.OPENS:
        assert look(DAILY, days(value + more), NOW).why is Why.OPENS
    if look(MILD, days(value), NOW).why is Why.OPENS:
        assert look(MILD, days(value - more), NOW).why is Why.OPENS


@given(values, values, st.floats(0, 1e6), st.floats(0, 1e6), st.lists(values))
def test_what_is_among_the_lowest_stays_so_lower_down(
    one: float, two: float, less: float, least: float, past: list[float]
) -> None:
    found = tuple(past)
    if look(LOW, hours(one, two, past=found), NOW).why is Why.OPENS:
        lower = hours(one - less, two - least, past=found)
        assert look(LOW, lower, NOW).why is Why.OPENS


@given(st.lists(values, min_size=1), shares, values)
def test_no_more_than_the_share_is_as_low(
    past: list[float], share: float, value: float
) -> None:
    mark = lowest(past, share)

    assert mark is not None
    if value < mark:
        assert sum(found <= value for found in past) <= share * len(past)
    else:
        assert sum(found <= value for found in past) > share * len(past) - 1


def test_equal_hours_have_no_lowest_ones() -> None:
    assert look(LOW, hours(7, 7, past=(7.0,) * 24), NOW).why is Why.NOT_REACHED
    assert lowest([], 0.1) is None
    assert is_reached(DAILY, 4.0)
    assert not is_reached(DAILY, 3.9)


@given(
    st.floats(4, 1e6),
    st.sampled_from([Currency.NONE, Currency.LATE]),
    st.sampled_from([DAILY, replace(DAILY, span=Span.HOURS), MILD]),
)
def test_nothing_opens_on_a_value_that_is_not_current(
    value: float, currency: Currency, condition: Condition
) -> None:
    shown = hours(value) if condition.span is Span.HOURS else days(value)

    assert look(condition, replace(shown, currency=currency), NOW).why is Why.OLD


@given(st.floats(4, 1e6), st.integers(1, 4000))
def test_nothing_opens_on_a_day_that_is_over(value: float, back: int) -> None:
    past = days(value, last=civic_day(NOW) - timedelta(days=back))

    assert look(DAILY, past, NOW).why is Why.OLD


@given(st.floats(4, 1e6))
def test_a_forecast_never_opens(value: float) -> None:
    seen = days(value)
    told = tuple(replace(each, kind=Obtained.FORECAST) for each in seen.samples)

    assert look(DAILY, replace(seen, samples=told), NOW).why is Why.NO_VALUE


@given(st.floats(0, 10), st.integers(0, 20))
def test_a_rule_rests_after_an_opening(value: float, back: int) -> None:
    opened_on = civic_day(NOW) - timedelta(days=back)
    found = decide(RULE, [days(value)], opened_on, NOW)

    if back <= RULE.rest_days:
        assert found.why is Why.RESTING
        assert found.rests_until == opened_on + timedelta(days=RULE.rest_days)
    else:
        assert found.why is look(DAILY, days(value), NOW).why
        assert found.rests_until is None


def test_any_condition_is_enough_and_the_first_that_holds_is_the_cause() -> None:
    rule = replace(RULE, conditions=(MILD, DAILY, replace(DAILY, limit=5)))
    found = decide(rule, [Seen(), days(6), days(6)], None, NOW)

    assert found.why is Why.OPENS
    assert found.cause is found.looks[1]


def test_what_is_nearest_to_opening_is_told() -> None:
    rule = replace(RULE, conditions=(DAILY, DAILY))

    assert decide(rule, [days(1), Seen()], None, NOW).why is Why.NOT_REACHED
    assert decide(rule, [Seen(), Seen()], None, NOW).why is Why.NO_VALUE
    assert decide(rule, [Seen(), Seen()], None, NOW).cause is None


def test_its_challenge_starts_at_once_and_ends_after_its_days() -> None:
    draft = RULE.challenge(date(2026, 7, 14), is_demo=True)

    assert draft.slug == "meteo-2026-07-14"
    assert (draft.starts_on, draft.ends_on) == (date(2026, 7, 14), date(2026, 7, 16))
    assert (draft.days, draft.is_demo) == (3, True)
