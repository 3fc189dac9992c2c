"""A comparison lives in the page's address, in any language, for anybody."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from climact_issy.content import live_indicators
from climact_issy.database import Database
from climact_issy.domain.observations import Resolution
from climact_issy.models import ObservationBin
from climact_issy.presenters.figure_pairs import PairView
from climact_issy.states.citizen.figure_pairs import PairState
from tests.support.readings import keep
from tests.support.tabs import Tab

HERE = "/chiffres/comparer"
ONE, OTHER = "electricite-annee", "budget-climat"
LIVE = "electricite-maintenant"


async def view(tab: Tab) -> PairView:
    return (await tab.see(PairState)).view


async def opened(tab: Tab, asked: str = "", page: str = HERE) -> PairView:
    tab.open(page + asked)
    await tab.do(PairState, PairState.load)
    return await view(tab)


async def test_it_starts_without_a_choice(tab: Tab) -> None:
    shown = await opened(tab)
    assert (shown.first, shown.second, shown.sides) == ("", "", [])
    assert (shown.language, shown.address, shown.problem) == ("fr", HERE, "")


async def test_the_address_holds_the_whole_choice(tab: Tab) -> None:
    shown = await opened(tab, f"?a={ONE}&b={OTHER}&i=100", "/en/figures/compare")
    assert shown.is_index
    assert shown.language == "en"
    assert shown.address == f"/en/figures/compare?a={ONE}&b={OTHER}&i=100"
    assert [side.title for side in shown.sides][1] == "Issy’s climate budget"


async def test_figures_are_chosen_swapped_and_taken_away(tab: Tab) -> None:
    await opened(tab)
    await tab.do(PairState, PairState.choose_first, ONE)
    assert (await view(tab)).address == f"{HERE}?a={ONE}"
    await tab.do(PairState, PairState.choose_second, OTHER)
    assert (await view(tab)).is_shared
    await tab.do(PairState, PairState.swap)
    swapped = await view(tab)
    assert swapped.address == f"{HERE}?a={OTHER}&b={ONE}"
    assert swapped.sides[0].href.endswith(OTHER)
    await tab.do(PairState, PairState.choose_first, "")
    assert (await view(tab)).address == f"{HERE}?b={ONE}"


async def test_the_index_is_switched_on_and_off(tab: Tab) -> None:
    await opened(tab, f"?a={ONE}&b={OTHER}")
    await tab.do(PairState, PairState.draw_index)
    assert (await view(tab)).is_index
    await tab.do(PairState, PairState.draw_values)
    assert not (await view(tab)).is_index


async def test_the_same_figure_twice_is_refused_and_can_be_mended(tab: Tab) -> None:
    shown = await opened(tab, f"?a={ONE}&b={ONE}")
    assert "deux fois" in shown.problem
    await tab.do(PairState, PairState.choose_second, OTHER)
    mended = await view(tab)
    assert (mended.problem, mended.is_shared) == ("", True)


@pytest.mark.parametrize(
    "slug", ["nulle-part", "air-du-jour", "indice-atmo", "%3Cscript%3E", "x" * 999]
)
async def test_an_unknown_figure_of_the_address_is_said(tab: Tab, slug: str) -> None:
    shown = await opened(tab, f"?a={slug}&b={OTHER}")
    assert "que nous n’avons pas" in shown.problem
    assert (shown.first, shown.second) == ("", OTHER)
    assert shown.address == f"{HERE}?b={OTHER}"
    await tab.do(PairState, PairState.choose_first, ONE)
    assert (await view(tab)).is_shared


async def test_an_unknown_figure_cannot_be_chosen(tab: Tab) -> None:
    await opened(tab, f"?a={ONE}&b={OTHER}")
    await tab.do(PairState, PairState.choose_first, "air-du-jour")
    assert await tab.notice()
    assert (await view(tab)).first == ONE


async def test_a_reconnection_keeps_the_choice(tab: Tab) -> None:
    await opened(tab, f"?a={ONE}&b={OTHER}")
    shown = await opened(tab)
    assert (shown.first, shown.second) == (ONE, OTHER)


async def test_live_figures_are_compared_by_their_days(
    tab: Tab, database: Database
) -> None:
    now = datetime.now(UTC)
    keep(database, 40.0, 47.0, newest=now, now=now)
    key = live_indicators.keys()[LIVE]
    days = [now.date() - timedelta(days=i) for i in range(5)]
    database.run_here(lambda s: _add(s, key.series, key.place, days))

    alone = await opened(tab, f"?a={LIVE}&b={OTHER}")
    assert "se compte par année" in alone.apart
    assert alone.file == ""
    silent = await opened(tab, f"?a={LIVE}&b=electricite-ile-de-france")
    assert "Aucune valeur" in silent.apart
    assert silent.sides[0].plot.marks
    assert silent.sides[1].plot.marks == []


def _add(session: Session, series: str, place: str, days: list[date]) -> None:
    session.add_all(
        ObservationBin(
            indicator=LIVE,
            series=series,
            place=place,
            resolution=Resolution.DAY.value,
            period=day.isoformat(),
            n=96,
            expected=96,
            mean=44.0,
            low=40.0,
            high=47.0,
        )
        for day in days
    )
