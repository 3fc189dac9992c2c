"""Days that stand for themselves, weeks without a hole, changes between two times."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.analytics import record

MONDAY = date(2026, 11, 2)


def table(means: list[float], first: date = MONDAY, n: int = 24) -> record.Frame:
    return record.table(
        [
            ((first + timedelta(days=i)).isoformat(), n, 24, mean)
            for i, mean in enumerate(means)
        ]
    )


def test_a_day_of_which_only_the_night_is_known_is_left_out() -> None:
    days = record.table(
        [("2026-11-02", 17, 24, 9.0), ("2026-11-03", 18, 24, 1.0), ("x", 1, 0, 2.0)]
    )
    assert list(record.whole_days(days)["mean"]) == [1.0, 2.0]


def test_a_span_holds_both_its_ends() -> None:
    found = record.within(table([1.0] * 10), (MONDAY, MONDAY + timedelta(days=2)))
    assert list(found["period"]) == ["2026-11-02", "2026-11-03", "2026-11-04"]


def test_weeks_begin_on_mondays_and_need_five_days() -> None:
    # Two days, a week, four days.
    days = table([1.0, 1.0, *[5.0] * 7, *[9.0] * 4], MONDAY - timedelta(days=2))
    found = record.by_week(days)

    assert [at.date() for at in found["at"]] == [MONDAY]
    assert list(found["value"]) == [5.0]
    assert len(record.by_day(days)) == 13


def test_no_days_make_no_weeks() -> None:
    assert len(record.by_week(table([]))) == 0


@given(st.lists(st.floats(1, 1000), min_size=7, max_size=7), st.floats(0.1, 10))
def test_a_change_is_the_ratio_of_the_means(before: list[float], times: float) -> None:
    days = table([*before, *(times * value for value in before)])
    then = (MONDAY, MONDAY + timedelta(days=6))
    now = (MONDAY + timedelta(days=7), MONDAY + timedelta(days=13))

    found = record.change(days, now, then, 7)
    assert found == pytest.approx((times - 1) * 100)
    assert record.change(days, now, then, 8) is None


def test_nothing_is_compared_with_zero() -> None:
    days = table([0.0] * 7 + [1.0] * 7)
    then = (MONDAY, MONDAY + timedelta(days=6))
    now = (MONDAY + timedelta(days=7), MONDAY + timedelta(days=13))
    assert record.change(days, now, then, 7) is None


def test_a_value_is_shared_between_the_people_of_its_year_only() -> None:
    people = {"2026": 1000}
    assert record.shared("2026-11-29", 500.0, people) == 0.5
    assert record.shared("2023-11-29", 500.0, people) is None
    assert record.shared("2026-11-29", None, people) is None
