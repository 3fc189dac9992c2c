import dataclasses
import math
import operator
from collections.abc import Callable
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.content import actions
from climact_issy.domain import footprint
from climact_issy.domain.actions import Action, Boundary
from climact_issy.domain.errors import BadInput

CATALOGUE = actions.catalogue()
any_action = st.sampled_from(CATALOGUE)
OPERATIONS: tuple[Callable[[object, object], object], ...] = (
    lambda a, b: operator.add(cast("Any", a), cast("Any", b)),
    lambda a, b: operator.sub(cast("Any", a), cast("Any", b)),
    lambda a, b: operator.mul(cast("Any", a), cast("Any", b)),
    lambda a, b: operator.lt(cast("Any", a), cast("Any", b)),
)


@given(any_action, any_action)
def test_the_two_books_cannot_be_added_nor_compared(one: Action, other: Action) -> None:
    left = footprint.impact(one)
    right = footprint.impact(other)
    books = (left.footprint, left.territorial, right.footprint, right.territorial)
    known = [book for book in books if book is not None]
    for a in known:
        for b in (*known, 1.0):
            for operation in OPERATIONS:
                with pytest.raises(TypeError):
                    operation(a, b)
    assert left != right


@given(any_action)
def test_what_the_budget_sees_is_bounded_by_the_footprint(action: Action) -> None:
    found = footprint.impact(action)
    seen = found.territorial
    assert seen.boundary is action.boundary
    if action.boundary is Boundary.NO:
        assert (seen.least_kgco2e, seen.most_kgco2e) == (0, 0)
    elif action.boundary is Boundary.UNCLEAR or found.footprint is None:
        assert not seen.is_known
    else:
        high = found.footprint.high_kgco2e
        central = found.footprint.central_kgco2e
        assert seen.least_kgco2e == 0
        assert seen.most_kgco2e == (central if high is None else high)


@given(any_action, st.floats(min_value=0, max_value=1))
def test_the_footprint_grows_with_the_quantity(action: Action, share: float) -> None:
    bounds = action.quantity
    if bounds is None or action.saving is None:
        return
    quantity = bounds.minimum + share * (bounds.maximum - bounds.minimum)
    found = footprint.impact(action, quantity).footprint
    assert found is not None
    expected = action.saving.central_kgco2e * quantity
    assert found.central_kgco2e == pytest.approx(expected)


@given(any_action, st.floats(allow_nan=True, allow_infinity=True))
def test_a_quantity_outside_the_bounds_is_refused(
    action: Action, quantity: float
) -> None:
    bounds = action.quantity
    is_allowed = (
        quantity == 1
        if bounds is None
        else bounds.minimum <= quantity <= bounds.maximum
    )
    if is_allowed:
        footprint.impact(action, quantity)
    else:
        with pytest.raises(BadInput):
            footprint.impact(action, quantity)


def test_nan_is_refused() -> None:
    with pytest.raises(BadInput):
        footprint.impact(actions.by_slug("marcher"), math.nan)


def test_five_kilometres_by_bike() -> None:
    found = footprint.impact(actions.by_slug("prendre-le-velo"), 5)
    assert found.footprint is not None
    assert found.footprint.central_kgco2e == pytest.approx(0.71, abs=0.005)
    assert found.footprint.low_kgco2e == pytest.approx(0.55, abs=0.005)
    assert found.footprint.high_kgco2e == pytest.approx(1.36, abs=0.005)
    assert found.territorial.most_kgco2e == found.footprint.high_kgco2e


def test_a_missing_saving_stays_missing() -> None:
    found = footprint.impact(actions.by_slug("trier-ses-dechets"))
    assert found.footprint is None
    assert not found.territorial.is_known


def test_a_range_below_zero_never_lowers_the_territorial_bound() -> None:
    action = actions.by_slug("marcher")
    assert action.saving is not None
    saving = dataclasses.replace(
        action.saving, central_kgco2e=-1.0, low_kgco2e=-2.0, high_kgco2e=-0.5
    )
    found = footprint.impact(dataclasses.replace(action, saving=saving))
    assert found.territorial.most_kgco2e == 0
    assert found.footprint is not None
    assert found.footprint.low_kgco2e == -2.0


def test_a_high_end_of_zero_is_kept() -> None:
    action = actions.by_slug("marcher")
    assert action.saving is not None
    saving = dataclasses.replace(action.saving, high_kgco2e=0.0)
    found = footprint.impact(dataclasses.replace(action, saving=saving))
    assert found.territorial.most_kgco2e == 0


def test_the_ledger_keeps_whole_grams() -> None:
    assert footprint.grams(0.142083) == 142
    assert footprint.grams(-0.0118625) == -12
