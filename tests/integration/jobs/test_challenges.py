"""The clock of challenges: what is due is done, once."""

import pytest

from climact_issy.database import Database
from climact_issy.domain.challenge_moves import State
from climact_issy.jobs.challenges import turn_challenges
from climact_issy.services import challenge_desk
from tests.support.challenges import count_test_actions, later, scheduled
from tests.support.gestures import NOON


async def test_a_challenge_starts_and_ends_by_the_clock(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_test_actions(monkeypatch)
    scheduled(database)

    def state() -> State:
        return database.read_here(challenge_desk.everything)[0].state

    await turn_challenges(NOON)
    assert state() is State.RUNNING
    await turn_challenges(later(27))
    assert state() is State.RUNNING
    await turn_challenges(later(28))
    assert state() is State.CLOSED
