"""What one ledger row does to the totals, as numbers."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.civic import week_of
from climact_issy.services.totals import Change
from tests.support.gestures import NOON

FIRST = Change(
    season_id=1,
    member_ref="aa",
    neighbourhood="la-ferme",
    civic_day=NOON.date(),
    entry_week=week_of(NOON.date()),
    sign=1,
    points=10,
    saving_gco2e=500,
    points_before=0,
    gestures_before=0,
    gestures_before_today=0,
)


def test_a_first_gesture_makes_a_person_active_in_season_and_day() -> None:
    values = FIRST.values()

    assert (values["bound_people"], values["bound_people_today"]) == (1, 1)
    assert values["bound_points_squares"] == 100


def test_a_further_gesture_makes_nobody_new() -> None:
    further = replace(
        FIRST, points_before=30, gestures_before=3, gestures_before_today=1
    ).values()

    assert (further["bound_people"], further["bound_people_today"]) == (0, 0)
    assert further["bound_points_squares"] == 40**2 - 30**2


def test_taking_back_the_last_gesture_makes_them_leave() -> None:
    back = replace(
        FIRST, sign=-1, points_before=10, gestures_before=1, gestures_before_today=1
    ).values()

    assert (back["bound_people"], back["bound_people_today"]) == (-1, -1)
    assert (back["bound_points"], back["bound_saving_gco2e"]) == (-10, -500)


@given(st.integers(0, 60), st.integers(0, 700), st.integers(0, 40), st.integers(0, 40))
def test_a_reversal_undoes_every_number_of_its_gesture(
    points: int, before: int, gestures: int, today: int
) -> None:
    there = replace(
        FIRST,
        points=points,
        points_before=before,
        gestures_before=gestures,
        gestures_before_today=today,
    )
    back = replace(
        there,
        sign=-1,
        points_before=there.points_after,
        gestures_before=there.gestures_after,
        gestures_before_today=today + 1,
    )
    sums = [
        (name, value + back.values()[name])
        for name, value in there.values().items()
        if isinstance(value, int) and name not in {"bound_season_id", "bound_version"}
    ]

    assert all(total == 0 for _, total in sums), sums
