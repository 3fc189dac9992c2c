"""The pages of the challenges, tap by tap."""

from dataclasses import replace

import pytest

from climact_issy.content import challenges as content
from climact_issy.database import Database
from climact_issy.domain.challenge_moves import Move
from climact_issy.services import challenge_desk
from climact_issy.states.audience import Showing, challenge_audience
from climact_issy.states.citizen.challenges import (
    ChallengesState,
    ChallengeState,
    CountsForState,
)
from climact_issy.states.citizen.session import SessionState
from tests.support.challenges import (
    GOAL,
    PLEDGE,
    count_test_actions,
    running,
)
from tests.support.gestures import NOON, person
from tests.support.tabs import Tab


@pytest.fixture(autouse=True)
def _counted(monkeypatch: pytest.MonkeyPatch) -> None:
    count_test_actions(monkeypatch)
    challenge_audience.tabs.clear()


async def test_the_list_is_told_of_what_changes(tab: Tab, database: Database) -> None:
    running(database)
    tab.open("/en/challenges")

    await tab.do(ChallengesState, ChallengesState.load)

    page = await tab.see(ChallengesState)
    assert [card.title for card in page.challenges.running] == ["A thousand trips"]
    assert challenge_audience.tabs == {"tab-1": Showing("en", "")}


async def test_without_any_challenge_the_list_says_so(tab: Tab) -> None:
    tab.open("/defis")
    await tab.do(ChallengesState, ChallengesState.load)

    page = await tab.see(ChallengesState)
    assert (page.is_loaded, page.challenges.is_empty) == (True, True)


async def test_a_challenge_that_does_not_exist_is_said_to_be_missing(tab: Tab) -> None:
    tab.open("/defi?d=rien")
    await tab.do(ChallengeState, ChallengeState.load)

    page = await tab.see(ChallengeState)
    assert (page.is_loaded, page.challenge.is_found) == (True, False)
    assert page.challenge.slug == "rien"
    assert await tab.notice() == ""


async def test_a_pledge_is_joined_kept_and_left(tab: Tab, database: Database) -> None:
    running(database, PLEDGE)
    tab.sign_in(person(database))
    tab.open(f"/defi?d={PLEDGE.slug}")
    await tab.do(ChallengeState, ChallengeState.load)
    page = await tab.see(ChallengeState)
    assert page.mine.can_join
    assert challenge_audience.tabs == {"tab-1": Showing("fr", PLEDGE.slug)}
    before = (await tab.see(SessionState)).answers

    await tab.do(ChallengeState, ChallengeState.join)
    assert (page.mine.can_check_in, page.mine.words) == (True, "0 jour sur 2")
    await tab.do(ChallengeState, ChallengeState.check_in)
    assert (page.mine.can_check_in, page.mine.words) == (False, "1 jour sur 2")
    assert page.said == "C’est noté pour aujourd’hui."
    await tab.do(ChallengeState, ChallengeState.leave)

    assert page.mine.can_join
    assert (await tab.see(SessionState)).answers == before + 3


async def test_a_stranger_reads_and_is_asked_to_sign_in(
    tab: Tab, database: Database
) -> None:
    running(database, PLEDGE)
    tab.open(f"/defi?d={PLEDGE.slug}")
    await tab.do(ChallengeState, ChallengeState.load)
    await tab.do(ChallengeState, ChallengeState.join)

    page = await tab.see(ChallengeState)
    assert page.challenge.is_joined_by_hand
    assert not page.mine.can_join
    assert await tab.notice() == "Connectez-vous pour continuer."


async def test_a_refused_tap_is_answered_too_and_shows_the_truth(
    tab: Tab, database: Database
) -> None:
    running(database, PLEDGE)
    tab.sign_in(person(database))
    tab.open(f"/defi?d={PLEDGE.slug}")
    await tab.do(ChallengeState, ChallengeState.load)
    page = await tab.see(ChallengeState)
    before = (await tab.see(SessionState)).answers
    database.run_here(
        lambda s: challenge_desk.move(
            s, None, PLEDGE.slug, Move.CLOSE, reason="Fini.", now=NOON
        )
    )

    await tab.do(ChallengeState, ChallengeState.join)

    assert await tab.notice() == "Ce défi est terminé."
    assert (await tab.see(SessionState)).answers == before + 1
    assert (page.mine.can_join, page.challenge.is_running) == (False, False)


async def test_an_action_names_the_challenges_that_count_it(
    tab: Tab, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "countable", lambda: frozenset({"marcher"}))
    running(database, replace(GOAL, actions=("marcher",)))
    found: dict[str, list[str]] = {}
    for action in ("marcher", "composter"):
        tab.open(f"/agir/{action}")
        await tab.do(CountsForState, CountsForState.load)
        links = (await tab.see(CountsForState)).links
        found[action] = [link.href for link in links]

    assert found == {"marcher": [f"/defi?d={GOAL.slug}"], "composter": []}
