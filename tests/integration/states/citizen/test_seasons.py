"""The archive on a page: empty at first, then one season after another."""

from datetime import timedelta

from climact_issy.database import Database
from climact_issy.services import closing
from climact_issy.states.citizen.seasons import SeasonsState
from tests.support.gestures import NOON
from tests.support.rules import RULES
from tests.support.tabs import Tab


async def test_a_season_appears_once_it_is_closed(tab: Tab, database: Database) -> None:
    tab.open("/en/seasons")
    await tab.do(SeasonsState, SeasonsState.load)
    assert (await tab.see(SeasonsState)).archive.seasons == []

    over = NOON + timedelta(weeks=9)
    database.run_here(lambda s: closing.close_due(s, rules=RULES, now=over))
    await tab.do(SeasonsState, SeasonsState.load)

    page = await tab.see(SeasonsState)
    assert page.is_loaded
    (season,) = page.archive.seasons
    assert season.title == "Autumn season 2026-2027"
    assert season.headline == "No neighbourhood was ranked"
