from dataclasses import replace

from climact_issy.content import actions as catalogue
from climact_issy.database import Database
from climact_issy.domain.people import Situation
from climact_issy.states.citizen.daily import DailyState
from tests.support.gestures import person
from tests.support.tabs import Tab


async def test_the_home_page_proposes_one_action_with_its_reason(tab: Tab) -> None:
    await tab.do(DailyState, DailyState.load)

    daily = (await tab.see(DailyState)).daily
    slugs = {f"/agir/{action.slug}" for action in catalogue.catalogue()}
    assert daily.is_ready
    assert daily.href in slugs
    assert daily.reason


async def test_it_speaks_the_language_of_the_page(tab: Tab) -> None:
    tab.open("/en")

    await tab.do(DailyState, DailyState.load)

    assert (await tab.see(DailyState)).daily.href.startswith("/en/act/")


async def test_it_fits_the_situation_of_the_person(
    tab: Tab, database: Database
) -> None:
    nothing = Situation(
        is_tenant=True, has_car=False, has_garden=False, has_shared_heating=True
    )
    tab.sign_in(replace(person(database), situation=nothing))

    await tab.do(DailyState, DailyState.load)

    chosen = (await tab.see(DailyState)).daily.href.removeprefix("/agir/")
    assert catalogue.by_slug(chosen).applicability.fits(nothing)
