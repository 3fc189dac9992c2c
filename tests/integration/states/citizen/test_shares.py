"""The shares that a page shows: mine, or a neighbourhood's once it is ranked."""

from datetime import timedelta

import pytest

from climact_issy.database import Database
from climact_issy.services import seasons
from climact_issy.states.citizen import shares as module
from climact_issy.states.citizen.me import MeState
from climact_issy.states.citizen.shares import SharesState
from tests.support.gestures import NOON, SORT, decides, moderator, person, shows, tap
from tests.support.rules import rules as changed
from tests.support.tabs import Tab


async def test_a_stranger_sees_none(tab: Tab) -> None:
    await tab.do(SharesState, SharesState.load_mine)

    assert not (await tab.see(SharesState)).shares.sentence


async def test_mine_follow_what_i_did_and_undid(tab: Tab, database: Database) -> None:
    who = person(database, "la-ferme")
    entry_id = tap(database, who, SORT).entry_id
    decides(database, moderator(database), shows(database, who, entry_id))
    tab.sign_in(who)
    await tab.do(SharesState, SharesState.load_mine)
    assert (await tab.see(SharesState)).shares.proven == 32

    await tab.do(MeState, MeState.undo, entry_id)

    assert not (await tab.see(SharesState)).shares.sentence


async def test_in_a_pause_mine_are_those_of_the_points_beside_them(
    tab: Tab, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = person(database, "la-ferme")
    tap(database, who, SORT)
    pause = NOON + timedelta(weeks=8)
    database.run_here(lambda s: seasons.ensure(s, now=pause))
    monkeypatch.setattr(module, "now", lambda: pause)
    tab.sign_in(who)

    await tab.do(SharesState, SharesState.load_mine)

    assert (await tab.see(SharesState)).shares.sentence.startswith("Tous ces points")


async def test_a_neighbourhood_that_is_not_ranked_shows_none(
    tab: Tab, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    tap(database, person(database, "la-ferme"))
    tab.open("/quartiers/la-ferme")
    await tab.do(SharesState, SharesState.load_place)
    assert not (await tab.see(SharesState)).shares.heads

    few = changed(minimum_active=1, minimum_published=1)
    monkeypatch.setattr(module.rules, "in_force", lambda _session, _day: few)
    await tab.do(SharesState, SharesState.load_place)

    assert len((await tab.see(SharesState)).shares.heads) == 2


async def test_everybody_s_points_are_told_once_they_are_of_enough_people(
    tab: Tab, database: Database
) -> None:
    for number in range(5):
        await tab.do(SharesState, SharesState.load_everybody)
        assert not (await tab.see(SharesState)).shares.sentence, number
        tap(database, person(database, "la-ferme"))

    await tab.do(SharesState, SharesState.load_everybody)

    assert (await tab.see(SharesState)).shares.rows[0].cells == ["50", "100\u202f%"]
