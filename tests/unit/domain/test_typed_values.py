"""What people type is read back as it was meant, or refused with its reason."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.civic import PARIS
from climact_issy.domain.observations import BadValue, Refused, period_of
from climact_issy.domain.typed_values import (
    COMMA,
    EPOCH,
    POINT,
    mark_of,
    period_at,
    stamped,
    typed_number,
)

INSTANTS = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001 - the zone comes beside it
    datetime(2100, 1, 1),  # noqa: DTZ001 - the zone comes beside it
    timezones=st.just(UTC),
).map(lambda at: at.replace(second=0, microsecond=0))
DAYS = st.dates(date(1960, 1, 1), date(2110, 1, 1))


def period(raw: object, *, has_clock: bool = False) -> str:
    return period_at(stamped(raw), has_clock=has_clock)


def refusal(raw: object) -> Refused:
    with pytest.raises(BadValue) as caught:
        period(raw)
    return caught.value.reason


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12.0),
        ("12,5", 12.5),
        ("-0,25", -0.25),
        ("−3", -3.0),
        ("1 234,5", 1234.5),
        ("1\u00a0234", 1234.0),
        ("12\u202f345\u202f678,9", 12_345_678.9),
        ("1,2e3", 1200.0),
        ("  7 ", 7.0),
        ("", None),
        ("   ", None),
        (None, None),
        (4, 4.0),
        (2.5, 2.5),
    ],
)
def test_a_french_number_is_read(typed: object, value: float | None) -> None:
    assert typed_number(typed) == value


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("12.5", Refused.NOT_A_NUMBER),
        ("1 23,4", Refused.NOT_A_NUMBER),
        ("1,2,3", Refused.NOT_A_NUMBER),
        ("n.d.", Refused.NOT_A_NUMBER),
        ("-", Refused.NOT_A_NUMBER),
        ("#DIV/0!", Refused.NOT_A_NUMBER),
        ("12 µg/m³", Refused.NOT_A_NUMBER),
        ("٣", Refused.NOT_A_NUMBER),
        (True, Refused.NOT_A_NUMBER),
        (date(2026, 9, 12), Refused.NOT_A_NUMBER),
        ("NaN", Refused.NOT_FINITE),
        ("-inf", Refused.NOT_FINITE),
        ("1e999", Refused.NOT_FINITE),
        (float("nan"), Refused.NOT_FINITE),
    ],
)
def test_what_is_no_number_says_why(typed: object, reason: Refused) -> None:
    with pytest.raises(BadValue) as caught:
        typed_number(typed)
    assert caught.value.reason is reason


@given(
    st.floats(allow_nan=False, allow_infinity=False, width=64),
    st.sampled_from([COMMA, POINT]),
)
def test_a_number_comes_back_as_it_was_written(value: float, mark: str) -> None:
    assert typed_number(repr(value).replace(POINT, mark), mark) == value


@given(st.integers(-(10**12), 10**12), st.sampled_from(" \u00a0\u202f\u2009"))
def test_thousands_may_be_apart(value: int, space: str) -> None:
    assert typed_number(f"{value:,}".replace(",", space)) == value


def test_the_decimal_mark_is_that_of_the_whole_column() -> None:
    assert mark_of(["1,5", "2", None, 3.5]) == COMMA
    assert mark_of(["1.5", "2", "n.d."]) == POINT
    assert mark_of(["1", "2"]) == COMMA
    assert mark_of(["1,5", "2.5"]) == ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12/09/2026", "2026-09-12"),
        ("1/9/2026", "2026-09-01"),
        ("12.09.2026", "2026-09-12"),
        ("12-09-2026", "2026-09-12"),
        ("2026-09-12", "2026-09-12"),
        ("2026-09", "2026-09"),
        ("09/2026", "2026-09"),
        ("2026", "2026"),
        (2026, "2026"),
        (2026.0, "2026"),
        (46277, "2026-09-12"),
        ("46277", "2026-09-12"),
        (46277.604166666664, "2026-09-12T12:30Z"),
        ("46277,604166666664", "2026-09-12T12:30Z"),
        ("12/09/2026 14:30", "2026-09-12T12:30Z"),
        ("12/09/2026 14h30", "2026-09-12T12:30Z"),
        ("12/09/2026 à 14h", "2026-09-12T12:00Z"),
        ("12/01/2026 14:30:59", "2026-01-12T13:30Z"),
        ("2026-09-12T14:30", "2026-09-12T12:30Z"),
        ("2026-09-12 14:30:00.000", "2026-09-12T12:30Z"),
        ("2026-09-12T14:30Z", "2026-09-12T14:30Z"),
        ("2026-09-12T14:30+0400", "2026-09-12T10:30Z"),
        (date(2026, 9, 12), "2026-09-12"),
        (datetime(2026, 9, 12, 14, 30), "2026-09-12T12:30Z"),  # noqa: DTZ001 - as a workbook keeps it
    ],
)
def test_a_period_is_read(typed: object, found: str) -> None:
    assert period(typed) == found


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Refused.MISSING_FIELD),
        ("  ", Refused.MISSING_FIELD),
        (None, Refused.MISSING_FIELD),
        ("31/02/2026", Refused.BAD_PERIOD),
        ("13/13/2026", Refused.BAD_PERIOD),
        ("12/09/26", Refused.BAD_PERIOD),
        ("2026-13", Refused.BAD_PERIOD),
        ("2026-09-12T25:00", Refused.BAD_PERIOD),
        ("2026-09-12T14:30+99:00", Refused.BAD_PERIOD),
        ("12/09/2026 14", Refused.BAD_PERIOD),
        ("septembre", Refused.BAD_PERIOD),
        (12, Refused.BAD_PERIOD),
        (2026.5, Refused.BAD_PERIOD),
        (float("nan"), Refused.BAD_PERIOD),
        (float("inf"), Refused.BAD_PERIOD),
        (True, Refused.BAD_PERIOD),
        (timedelta(hours=1), Refused.BAD_PERIOD),
        ("29/03/2026 02:30", Refused.MISSING_HOUR),
        ("2026-10-25T02:30", Refused.DOUBLE_HOUR),
        (datetime(2026, 10, 25, 2, 30), Refused.DOUBLE_HOUR),  # noqa: DTZ001 - as a workbook keeps it
    ],
)
def test_what_is_no_period_says_why(typed: object, reason: Refused) -> None:
    assert refusal(typed) is reason


def test_an_hour_that_exists_twice_is_read_with_its_zone() -> None:
    assert period("2026-10-25T02:30+02:00") == "2026-10-25T00:30Z"
    assert period("2026-10-25T02:30+01:00") == "2026-10-25T01:30Z"


def test_a_day_among_instants_is_its_midnight() -> None:
    assert period(date(2026, 9, 12), has_clock=True) == "2026-09-11T22:00Z"
    # A text says itself how long it is.
    assert period("12/09/2026", has_clock=True) == "2026-09-12"


@given(INSTANTS)
def test_an_instant_of_paris_comes_back_or_is_said_to_exist_twice(at: datetime) -> None:
    local = at.astimezone(PARIS)
    other = local.replace(fold=1 - local.fold).utcoffset()
    for typed in (f"{local:%d/%m/%Y %H:%M}", f"{local:%Y-%m-%dT%H:%M}"):
        if other == local.utcoffset():
            assert period(typed) == period_of(at)
        else:
            assert refusal(typed) is Refused.DOUBLE_HOUR
    assert period(local.isoformat()) == period_of(at)


@given(DAYS)
def test_a_day_comes_back_in_every_writing(day: date) -> None:
    serial = (day - EPOCH).days
    for typed in (f"{day:%d/%m/%Y}", day.isoformat(), day, serial, str(serial)):
        assert period(typed) == day.isoformat()


@given(DAYS, st.integers(1, 24 * 60 - 1))
def test_a_serial_number_keeps_its_minute(day: date, minutes: int) -> None:
    found = stamped((day - EPOCH).days + minutes / (24 * 60))

    assert found == datetime.combine(day, datetime.min.time()) + timedelta(
        minutes=minutes
    )


@given(st.text())
def test_no_text_breaks_the_reading(typed: str) -> None:
    for read in (stamped, typed_number):
        try:
            read(typed)
        except BadValue:
            continue
