"""The notice of the home page and the page of the rules, as a tab sees them."""

from datetime import timedelta

from climact_issy.database import Database
from climact_issy.services import boosts
from climact_issy.states.audience import boost_audience
from climact_issy.states.citizen.weather import (
    BoostsState,
    WeatherState,
    present_boosts,
)
from tests.support.gestures import NOON
from tests.support.tabs import Tab
from tests.support.weather import ATMO, measure


async def test_the_home_page_shows_what_runs_and_is_told_of_it(
    tab: Tab, database: Database
) -> None:
    boost_audience.tabs.clear()
    tab.open("/en")
    await tab.do(BoostsState, BoostsState.load)
    page = await tab.see(BoostsState)
    assert (page.boosts.boosts, page.boosts.said) == ([], "")
    assert boost_audience.tabs == {"tab-1": "en"}

    measure(database, ATMO, 4, now=NOON)
    database.run_here(lambda s: boosts.open_due(s, now=NOON))

    shown = await present_boosts("en")
    assert [boost.title for boost in shown.boosts] == ["One trip without the car"]
    boost_audience.tabs.clear()


async def test_the_page_of_the_rules_reads_what_each_sees(
    tab: Tab, database: Database
) -> None:
    measure(database, ATMO, 2, now=NOON - timedelta(hours=1))
    tab.open("/meteo")
    await tab.do(WeatherState, WeatherState.load)

    found = (await tab.see(WeatherState)).weather
    assert found.is_loaded
    assert found.by_slug["meteo-air"].lines == [
        "Épisode de pollution en Île-de-France\u00a0: aucune valeur connue.",
        "Indice ATMO d’Issy\u00a0: moyen, aujourd’hui.",
    ]
    assert (found.running, found.over) == ([], [])
