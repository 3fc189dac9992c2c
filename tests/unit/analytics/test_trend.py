"""A robust slope, with its doubt."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.analytics import resample, trend

START = datetime(2020, 1, 1, tzinfo=UTC)
YEAR = timedelta(days=365.25)


def slope(values: list[float | None]) -> trend.Slope | None:
    starts = [START + i * YEAR for i in range(len(values))]
    return trend.slope(resample.frame(starts, values))


def test_a_straight_line_is_found_exactly() -> None:
    found = slope([10.0 + 2 * i for i in range(12)])

    assert found is not None
    assert (found.central, found.low, found.high) == (
        pytest.approx(2),
        pytest.approx(2),
        pytest.approx(2),
    )
    assert found.n == 12


def test_one_odd_value_bends_nothing() -> None:
    values = [10.0 + 2 * i for i in range(12)]
    values[5] = 9999.0
    found = slope(list(values))

    assert found is not None
    assert found.central == pytest.approx(2)


def test_a_series_that_goes_nowhere_has_zero_in_its_interval() -> None:
    # Ten values without a direction: zero lies in the interval.
    found = slope([3.0, 1.0, 4.0, 1.5, 5.0, 2.6, 3.5, 2.2, 3.9, 2.9])

    assert found is not None
    assert found.low < 0 < found.high


def test_few_values_show_nothing_and_gaps_are_left_out() -> None:
    assert slope([1.0, 2.0, None, None, 3.0, 4.0]) is None
    found = slope([1.0, None, 3.0, 4.0, 5.0, 6.0])
    assert found is not None
    assert found.n == 5


@given(st.lists(st.floats(-1e3, 1e3), min_size=5, max_size=40))
def test_the_slope_lies_in_its_interval(values: list[float]) -> None:
    found = slope(list(values))

    assert found is not None
    assert found.low <= found.central <= found.high


def test_a_long_series_is_thinned() -> None:
    starts = [START + i * timedelta(hours=1) for i in range(5000)]
    found = trend.slope(resample.frame(starts, [float(i) for i in range(5000)]))

    assert found is not None
    assert found.n == trend.MOST
    assert found.central == pytest.approx(365.25 * 24)
