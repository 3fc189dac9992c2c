"""A live figure on a page is what the database holds when the page loads."""

from datetime import timedelta

from climact_issy.connectors import issy_velo
from climact_issy.content import live_indicators
from climact_issy.database import Database
from climact_issy.states.citizen.live_figures import LiveState
from tests.support.gestures import NOON
from tests.support.readings import keep
from tests.support.records import ingest
from tests.support.tabs import Tab


async def test_the_page_follows_what_was_read(tab: Tab, database: Database) -> None:
    tab.open("/en/figures/electricite-maintenant")
    await tab.do(LiveState, LiveState.load)
    empty = (await tab.see(LiveState)).figure
    assert (empty.slug, empty.has_value) == ("electricite-maintenant", False)

    newest = NOON - timedelta(minutes=20)
    keep(database, 40.0, None, 47.0, newest=newest, now=NOON)
    await tab.do(LiveState, LiveState.load)

    found = (await tab.see(LiveState)).figure
    assert (found.value, found.age, found.is_now) == ("47", "20 minutes ago", True)
    assert [row.value for row in found.rows] == ["40", "–", "47"]


async def test_the_page_of_all_figures_shows_each_without_its_chart(
    tab: Tab, database: Database
) -> None:
    keep(database, 47.0, newest=NOON, now=NOON)
    tab.open("/chiffres")
    await tab.do(LiveState, LiveState.load_all)

    cards = (await tab.see(LiveState)).cards.by_slug
    assert list(cards) == list(live_indicators.slugs())
    known = cards["electricite-maintenant"]
    assert (known.has_value, known.value, known.rows) == (True, "47", [])
    assert not any(card.has_value for slug, card in cards.items() if slug != known.slug)


async def test_a_page_of_figures_knows_which_live_ones_have_a_value(
    tab: Tab, database: Database
) -> None:
    tab.open("/chiffres/budget-climat")
    await tab.do(LiveState, LiveState.load_known)
    assert (await tab.see(LiveState)).known == {}

    ingest(database, issy_velo.SOURCE, issy_velo.KEY, {NOON: 20.0}, NOON)
    await tab.do(LiveState, LiveState.load_known)
    assert (await tab.see(LiveState)).known == {"velos-quai-d-issy": True}
