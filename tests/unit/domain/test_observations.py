"""Values of sources: read strictly, sorted, and never invented."""

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.civic import PARIS
from climact_issy.domain.observations import (
    CLOCK_ERROR,
    LONGEST_EXCERPT,
    BadValue,
    Batch,
    Currency,
    Kind,
    Observation,
    Refused,
    Resolution,
    SeriesKey,
    day,
    field,
    freshness,
    gather,
    instant,
    number,
    period_of,
    reject,
    resolution_of,
    sift,
    start_of,
    within,
)

KEY = SeriesKey("electricite-maintenant", "main", "france")
NOW = datetime(2023, 9, 21, 12, 0, tzinfo=UTC)
INSTANTS = st.datetimes(
    datetime(1950, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2200, 1, 1),  # noqa: DTZ001 - naive on purpose
    timezones=st.just(UTC),
).map(lambda at: at.replace(second=0, microsecond=0))


def seen(
    period: str, value: float | None = 1.0, kind: Kind = Kind.REAL_TIME
) -> Observation:
    return Observation(KEY, period, value, "gCO2/kWh", kind)


def refused(read: Callable[[Any], object], raw: object) -> Refused:
    with pytest.raises(BadValue) as caught:
        read(raw)
    return caught.value.reason


@pytest.mark.parametrize(
    ("raw", "value"), [(47, 47.0), ("47", 47.0), ("-7", -7.0), (None, None), ("", None)]
)
def test_numbers_may_be_typed_as_text_and_nothing_is_a_gap(
    raw: object, value: float | None
) -> None:
    assert number(raw) == value


@pytest.mark.parametrize("raw", [True, [], {}, "ND", "4,7", b"4", 10**400])
def test_what_is_no_number_is_refused(raw: object) -> None:
    assert refused(number, raw) is Refused.NOT_A_NUMBER


@pytest.mark.parametrize("raw", [math.nan, math.inf, "NaN", "-inf"])
def test_what_is_not_finite_is_refused(raw: object) -> None:
    assert refused(number, raw) is Refused.NOT_FINITE


@given(st.one_of(st.floats(), st.text(), st.integers(), st.none(), st.booleans()))
def test_a_number_is_finite_or_a_gap_or_refused(raw: object) -> None:
    try:
        found = number(raw)
    except BadValue:
        return
    assert found is None or math.isfinite(found)


def test_an_instant_needs_its_clock() -> None:
    assert instant("2023-09-12T18:15:00+02:00") == datetime(
        2023, 9, 12, 16, 15, tzinfo=UTC
    )
    assert refused(instant, "2023-09-12T18:15:00") is Refused.NO_TIME_ZONE
    assert refused(instant, "yesterday") is Refused.BAD_PERIOD
    assert refused(instant, 1694535300) is Refused.BAD_PERIOD
    assert refused(instant, "0001-01-01T00:00:00+10:00") is Refused.BAD_PERIOD


def test_a_missing_field_is_not_a_gap() -> None:
    assert field({"a": None}, "a") is None
    with pytest.raises(BadValue, match="missing_field"):
        field({}, "a")


def test_what_cannot_be_is_refused() -> None:
    assert within(0.0, 0.0, 1000.0) == 0.0
    assert within(None, 0.0, 1000.0) is None
    with pytest.raises(BadValue, match="out_of_range"):
        within(-1.0, 0.0, 1000.0)


@pytest.mark.parametrize(
    ("period", "resolution", "start"),
    [
        ("2023-09-12T16:15Z", Resolution.INSTANT, "2023-09-12T16:15:00+00:00"),
        ("2023-09-12", Resolution.DAY, "2023-09-11T22:00:00+00:00"),
        ("2023-01", Resolution.MONTH, "2022-12-31T23:00:00+00:00"),
        ("2023", Resolution.YEAR, "2022-12-31T23:00:00+00:00"),
    ],
)
def test_a_period_says_its_length_and_starts_in_paris(
    period: str, resolution: Resolution, start: str
) -> None:
    assert resolution_of(period) is resolution
    assert start_of(period) == datetime.fromisoformat(start)


@pytest.mark.parametrize("period", ["", "23", "2023-13", "2023-02-30", "2023-09-12T16"])
def test_what_is_no_period_is_refused(period: str) -> None:
    assert refused(start_of, period) is Refused.BAD_PERIOD


@given(INSTANTS)
def test_a_period_is_read_as_it_is_written(at: datetime) -> None:
    assert start_of(period_of(at)) == at
    assert period_of(at.astimezone(timezone(timedelta(hours=2)))) == period_of(at)


@given(INSTANTS, INSTANTS)
def test_periods_sort_by_time(one: datetime, other: datetime) -> None:
    assert (period_of(one) < period_of(other)) == (one < other)


def test_a_naive_instant_has_no_period() -> None:
    with pytest.raises(ValueError, match="time zone"):
        period_of(datetime(2023, 9, 12))  # noqa: DTZ001 - naive on purpose


def test_the_last_of_two_values_wins_and_the_other_is_told() -> None:
    late, first, again = (
        seen("2023-09-12T16:30Z", 2.0),
        seen("2023-09-12T16:15Z", 1.0),
        seen("2023-09-12T16:15Z", 3.0),
    )

    batch = gather([late, first, reject(Refused.NOT_A_NUMBER, "x"), again])

    assert batch.observations == (again, late)
    assert [found.reason for found in batch.rejects] == [
        Refused.NOT_A_NUMBER,
        Refused.DUPLICATE,
    ]


@given(st.permutations([f"2023-10-{day:02}" for day in range(1, 20)]))
def test_the_order_of_a_payload_does_not_matter(days: list[str]) -> None:
    batch = gather(seen(day) for day in days)

    assert [found.period for found in batch.observations] == sorted(days)


def test_a_value_of_a_time_to_come_is_refused_unless_it_is_a_forecast() -> None:
    late = seen("2023-09-21T12:11Z")
    soon = seen("2023-09-21T12:09Z")
    forecast = seen("2023-09-25T00:00Z", kind=Kind.FORECAST)

    batch = sift(Batch((soon, late, forecast)), NOW)

    assert batch.observations == (soon, forecast)
    assert [found.reason for found in batch.rejects] == [Refused.FUTURE]


@given(INSTANTS)
def test_a_day_of_paris_may_be_told_from_its_first_minute_on(at: datetime) -> None:
    today = at.astimezone(PARIS).date()
    values = [seen((today + timedelta(days=n)).isoformat()) for n in (0, 1)]
    # Ten minutes before midnight a clock that runs ahead may be a day further.
    is_late = (at + CLOCK_ERROR).astimezone(PARIS).date() > today

    batch = sift(Batch(tuple(values)), at)

    assert batch.observations == tuple(values if is_late else values[:1])


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("2026-02-10", "2026-02-10"),
        ("2026-02-09T23:00:00Z", "2026-02-10"),
        ("2026-02-10T00:00:00+01:00", "2026-02-10"),
    ],
)
def test_a_day_is_read_as_such_or_as_an_instant_in_it(raw: str, told: str) -> None:
    assert day(raw) == told


@pytest.mark.parametrize("raw", [None, 20260210, "2026-02", "2026-02-30", "x", "T"])
def test_what_is_no_day_is_refused(raw: object) -> None:
    assert refused(day, raw) is Refused.BAD_PERIOD
    assert refused(day, "2026-02-10T00:00:00") is Refused.NO_TIME_ZONE


def test_an_excerpt_is_one_short_line() -> None:
    assert reject(Refused.BAD_PERIOD, "a\n b").excerpt == "a b"
    assert len(reject(Refused.BAD_PERIOD, "x" * 999).excerpt) == LONGEST_EXCERPT


@pytest.mark.parametrize(
    ("period", "pace", "currency"),
    [
        (None, timedelta(hours=1), Currency.NONE),
        ("2023-09-21T08:00Z", timedelta(hours=1), Currency.CURRENT),
        ("2023-09-21T07:59Z", timedelta(hours=1), Currency.LATE),
        ("2023-09-21T12:00Z", None, Currency.LATE),
    ],
)
def test_a_value_is_current_for_four_paces(
    period: str | None, pace: timedelta | None, currency: Currency
) -> None:
    assert freshness(period, pace, NOW).currency is currency


def test_an_age_is_never_negative() -> None:
    found = freshness("2023-09-21T12:05Z", timedelta(hours=1), NOW)

    assert found.age == timedelta(0)


@given(INSTANTS, st.integers(-3, 3))
def test_the_value_of_a_day_is_current_exactly_on_that_day(
    now: datetime, back: int
) -> None:
    today = now.astimezone(PARIS).date()
    period = (today - timedelta(days=back)).isoformat()

    # Four paces of an hour are shorter than any day.
    found = freshness(period, timedelta(hours=1), now)

    if back == 0:
        assert found.currency is Currency.CURRENT
    if back > 0:
        assert found.currency is Currency.LATE
