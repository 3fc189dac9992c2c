"""The answers of the services are values: equal, hashable, unchangeable."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from climact_issy.domain.gestures import GoalProgress, Standing


def test_two_equal_answers_are_the_same_value() -> None:
    one = GoalProgress(500, 3, date(2026, 12, 20), 1)

    assert one == GoalProgress(500, 3, date(2026, 12, 20), 1, today=0)
    assert len({one, GoalProgress(500, 3, date(2026, 12, 20), 1)}) == 1


def test_an_answer_cannot_be_changed() -> None:
    standing = Standing("la-ferme", None, None, is_ranked=False, gestures_today=None)

    with pytest.raises(FrozenInstanceError):
        standing.score = 3  # pyright: ignore[reportAttributeAccessIssue] - the refused thing
