"""A value is possible or refused; a gap is a gap; nothing is between two classes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.observations import BadValue, Refused
from climact_issy.domain.possible import Possible

RANGE = Possible(-5.0, 40.0)
SCALE = Possible(1, 6, is_class=True)


@given(st.floats(-100, 100))
def test_a_value_of_the_range_stays_as_it_is_and_any_other_is_refused(
    value: float,
) -> None:
    if RANGE.low <= value <= RANGE.high:
        assert RANGE.checked(value) == value
        return
    with pytest.raises(BadValue) as caught:
        RANGE.checked(value)
    assert caught.value.reason is Refused.OUT_OF_RANGE


@given(st.integers(-50, 50))
def test_a_whole_number_is_a_class_of_the_scale_or_refused(value: int) -> None:
    if value in range(1, 7):
        assert SCALE.checked(float(value)) == value
        return
    with pytest.raises(BadValue) as caught:
        SCALE.checked(float(value))
    assert caught.value.reason is Refused.OUT_OF_RANGE


@given(st.floats(1.01, 5.99).filter(lambda value: not value.is_integer()))
def test_nothing_between_two_classes_is_one(value: float) -> None:
    with pytest.raises(BadValue):
        SCALE.checked(value)


@pytest.mark.parametrize("possible", [RANGE, SCALE])
def test_a_gap_stays_a_gap(possible: Possible) -> None:
    assert possible.checked(None) is None
