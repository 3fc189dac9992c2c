"""Means of hours, days and months of Paris, with what is missing counted."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.analytics import resample
from climact_issy.domain.observations import Resolution

QUARTER = timedelta(minutes=15)
START = datetime(2023, 9, 20, 22, 0, tzinfo=UTC)
"""Midnight in Paris."""


def means(
    start: datetime,
    values: list[float | None],
    resolution: Resolution,
    step: timedelta | None = QUARTER,
) -> list[dict[str, object]]:
    table = resample.frame([start + i * QUARTER for i in range(len(values))], values)
    return resample.resample(table, resolution, step).to_dict("records")


def test_a_gap_is_counted_and_not_filled() -> None:
    found = means(
        START, [10.0, None, 20.0, 30.0, None, None, None, None], Resolution.HOUR
    )

    assert found == [
        {
            "period": "2023-09-20T22:00Z",
            "n": 3,
            "expected": 4,
            "mean": 20.0,
            "low": 10.0,
            "high": 30.0,
        }
    ]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (datetime(2023, 3, 25, 23, 0, tzinfo=UTC), 92),
        (START, 96),
        (datetime(2023, 10, 28, 22, 0, tzinfo=UTC), 100),
    ],
)
def test_a_day_of_paris_has_23_24_or_25_hours(start: datetime, expected: int) -> None:
    found = means(start, [1.0] * (expected + 1), Resolution.DAY)

    assert [row["n"] for row in found] == [expected, 1]
    assert found[0]["expected"] == expected


def test_the_hour_that_comes_twice_stays_two_hours() -> None:
    start = datetime(2023, 10, 29, 0, 0, tzinfo=UTC)

    found = means(start, [1.0] * 8, Resolution.HOUR)

    assert [row["period"] for row in found] == [
        "2023-10-29T00:00Z",
        "2023-10-29T01:00Z",
    ]


def test_a_month_is_that_of_paris() -> None:
    found = means(
        datetime(2023, 9, 30, 21, 45, tzinfo=UTC), [1.0, 3.0], Resolution.MONTH
    )

    assert [(row["period"], row["mean"]) for row in found] == [
        ("2023-09", 1.0),
        ("2023-10", 3.0),
    ]
    assert found[0]["expected"] == 30 * 96
    assert found[1]["expected"] == 31 * 96 + 4


def test_without_a_step_nobody_knows_what_is_missing() -> None:
    assert means(START, [1.0], Resolution.DAY, None)[0]["expected"] == 0


def test_nothing_known_is_no_row() -> None:
    assert means(START, [None, None], Resolution.DAY) == []
    assert means(START, [], Resolution.MONTH) == []


@given(st.lists(st.one_of(st.none(), st.floats(0, 1000)), min_size=1, max_size=400))
def test_nothing_is_lost_or_invented(values: list[float | None]) -> None:
    known = [value for value in values if value is not None]
    for resolution in (Resolution.HOUR, Resolution.DAY, Resolution.MONTH):
        found = means(START, values, resolution)

        assert sum(int(str(row["n"])) for row in found) == len(known)
        total = sum(float(str(row["mean"])) * int(str(row["n"])) for row in found)
        assert total == pytest.approx(sum(known), abs=1e-6)
        for row in found:
            mean = float(str(row["mean"]))
            assert float(str(row["low"])) <= mean + 1e-9
            assert mean <= float(str(row["high"])) + 1e-9


def test_gaps_are_named_by_their_first_and_last_missing_value() -> None:
    table = resample.frame(
        [START, START + QUARTER, START + 4 * QUARTER, START + 5 * QUARTER],
        [1.0, 1.0, 1.0, 1.0],
    )

    found = resample.gaps(table, QUARTER)

    assert found.to_dict("records") == [
        {"start": START + 2 * QUARTER, "end": START + 3 * QUARTER, "n": 2}
    ]
