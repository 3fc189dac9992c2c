from datetime import timedelta

from climact_issy.database import Database
from climact_issy.domain.civic import civic_day
from climact_issy.services import rules
from climact_issy.states.citizen.rules import RulesState
from tests.support.gestures import NOON
from tests.support.tabs import Tab
from tests.support.versions import body

TOMORROW = civic_day(NOON) + timedelta(days=1)


async def test_the_page_tells_the_version_in_force(tab: Tab) -> None:
    await tab.do(RulesState, RulesState.load)

    book = (await tab.see(RulesState)).book
    assert book.is_ready
    assert book.now.startswith("Règle n° 1")
    assert (book.next, len(book.editions)) == ("", 1)


async def test_a_scheduled_version_is_announced_in_the_language_of_the_page(
    tab: Tab, database: Database
) -> None:
    database.run_here(
        lambda s: rules.schedule(
            s, None, body(day_cap=50), TOMORROW, reason="Pourquoi", now=NOON
        )
    )
    tab.open("/en/rules")

    await tab.do(RulesState, RulesState.load)

    book = (await tab.see(RulesState)).book
    assert book.next == "Rule no. 2, scheduled from 26 November 2026."
    assert book.editions[0].changes == ["Points cap of a day: 60, then 50"]
    assert book.editions[0].reason == "Pourquoi"
