from datetime import date

import pytest

from climact_issy.domain.archive import Archived
from climact_issy.domain.gestures import Race
from climact_issy.domain.seasons import opening


@pytest.mark.parametrize(("done", "reached"), [(499, False), (500, True), (501, True)])
def test_a_goal_is_reached_at_its_target(done: int, *, reached: bool) -> None:
    race = Race(opening(date(2026, 11, 23), 8), (), (), is_tied_at_top=False)

    assert Archived(race, {}, done, 500, 1).is_goal_reached is reached
