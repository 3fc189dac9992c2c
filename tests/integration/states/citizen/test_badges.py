"""My badges, my goal and my pause, as a tab sees them."""

import pytest

from climact_issy.content import actions as catalogue
from climact_issy.database import Database
from climact_issy.states.citizen.badges import BadgesState
from tests.support.gestures import person, tap
from tests.support.tabs import Tab

BIKE = catalogue.by_slug("prendre-le-velo")


async def test_nobody_sees_an_empty_page(tab: Tab) -> None:
    await tab.do(BadgesState, BadgesState.load)

    page = await tab.see(BadgesState)
    assert (page.is_loaded, page.mine.is_signed_in) == (True, False)


async def test_my_badges_are_there(tab: Tab, database: Database) -> None:
    actor = person(database)
    tap(database, actor, BIKE)
    tab.sign_in(actor)

    await tab.do(BadgesState, BadgesState.load)

    mine = (await tab.see(BadgesState)).mine
    assert {badge.slug for badge in mine.earned} == {"roues", "semaines"}
    assert not await tab.notice()


async def test_a_goal_is_set_and_said(tab: Tab, database: Database) -> None:
    actor = person(database)
    tap(database, actor, BIKE)
    tab.sign_in(actor)

    await tab.do(BadgesState, BadgesState.set_goal, {"goal": "5"})
    page = await tab.see(BadgesState)
    assert (page.mine.goal, page.mine.week) == ("5", "1 geste sur 5 cette semaine.")
    assert page.said

    await tab.do(BadgesState, BadgesState.set_goal, {"goal": "0"})
    assert (await tab.see(BadgesState)).mine.week == ""


async def test_a_pause_is_silent_about_the_goal_and_ends(
    tab: Tab, database: Database
) -> None:
    tab.sign_in(person(database))
    await tab.do(BadgesState, BadgesState.set_goal, {"goal": "5"})

    await tab.do(BadgesState, BadgesState.pause, {"weeks": "2"})
    page = await tab.see(BadgesState)
    assert (page.mine.week, "9 décembre" in page.mine.pause) == ("", True)

    await tab.do(BadgesState, BadgesState.pause, {"weeks": "0"})
    page = await tab.see(BadgesState)
    assert (page.mine.week != "", page.mine.pause) == (True, "")


@pytest.mark.parametrize("asked", ["", "-1", "x", "1.5", "99", "²"])
async def test_an_invented_answer_is_refused(
    tab: Tab, database: Database, asked: str
) -> None:
    tab.sign_in(person(database))
    for handler, name in (
        (BadgesState.set_goal, "goal"),
        (BadgesState.pause, "weeks"),
    ):
        await tab.do(BadgesState, handler, {name: asked})
        assert await tab.notice()
        assert not (await tab.see(BadgesState)).said


async def test_a_stranger_sets_nothing(tab: Tab) -> None:
    await tab.do(BadgesState, BadgesState.set_goal, {"goal": "5"})

    assert await tab.notice()
