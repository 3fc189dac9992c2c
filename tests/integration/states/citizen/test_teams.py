"""The pages of my teams and of the private ranking, as a tab sees them."""

from climact_issy.database import Database
from climact_issy.services import teams
from climact_issy.services.codes import MAX_PER_PERSON
from climact_issy.states.citizen.teams import RankingState, TeamsState
from tests.support.gestures import NOON, person
from tests.support.tabs import Tab


async def test_nobody_sees_an_empty_page_that_keeps_the_code(tab: Tab) -> None:
    tab.open("/equipes?code=ABCD-EFGH")
    await tab.do(TeamsState, TeamsState.load)

    page = await tab.see(TeamsState)
    assert (page.is_loaded, page.mine.is_signed_in) == (True, False)
    assert page.code == "ABCD-EFGH"


async def test_joining_choosing_and_leaving(tab: Tab, database: Database) -> None:
    team = database.run_here(lambda s: teams.create(s, None, "Vélo-Club", now=NOON))
    tab.sign_in(person(database))

    await tab.do(TeamsState, TeamsState.join, {"code": team.join_code})
    page = await tab.see(TeamsState)
    assert [view.is_playing for view in page.mine.teams] == [True]
    assert "Vélo-Club" in page.said

    await tab.do(TeamsState, TeamsState.play_for, team.slug)
    assert (await tab.see(TeamsState)).said
    await tab.do(TeamsState, TeamsState.leave, team.slug)
    page = await tab.see(TeamsState)
    assert page.mine.teams == []
    assert page.code.replace("-", "") == team.join_code


async def test_a_wrong_code_is_refused_in_words(tab: Tab, database: Database) -> None:
    tab.sign_in(person(database))

    for _ in range(MAX_PER_PERSON):
        await tab.do(TeamsState, TeamsState.join, {"code": "0000"})
        assert "Aucune équipe" in await tab.notice()
    await tab.do(TeamsState, TeamsState.join, {"code": "0000"})

    assert "Trop de codes faux" in await tab.notice()


async def test_one_enters_the_ranking_and_leaves_it(
    tab: Tab, database: Database
) -> None:
    await tab.do(RankingState, RankingState.load)
    assert not (await tab.see(RankingState)).ranking.is_signed_in
    tab.sign_in(person(database))

    for is_in in (True, False):
        await tab.do(RankingState, RankingState.choose, is_in)
        assert (await tab.see(RankingState)).ranking.is_in is is_in
