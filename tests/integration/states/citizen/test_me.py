from urllib.parse import urlencode

import pytest

from climact_issy.database import Database
from climact_issy.states.citizen.me import MeState
from climact_issy.states.citizen.session import SessionState
from tests.support.gestures import person, tap
from tests.support.tabs import Tab


async def test_nobody_sees_an_empty_page(tab: Tab) -> None:
    await tab.do(MeState, MeState.load)

    page = await tab.see(MeState)
    assert page.is_loaded
    assert not page.me.is_signed_in
    assert not await tab.notice()


async def test_my_page_shows_my_gestures(tab: Tab, database: Database) -> None:
    actor = person(database, "la-ferme")
    tab.sign_in(actor)

    await tab.do(MeState, MeState.load)

    page = await tab.see(MeState)
    assert (page.me.is_signed_in, page.me.neighbourhood) == (True, "la-ferme")
    assert page.me.points_season == "0"


async def test_a_new_pseudonym_is_kept_and_said(tab: Tab, database: Database) -> None:
    tab.sign_in(person(database))

    await tab.do(MeState, MeState.rename, {"pseudonym": "Hirondelle"})

    assert (await tab.see(MeState)).saved
    assert not await tab.notice()


async def test_an_impossible_pseudonym_is_refused_in_words(
    tab: Tab, database: Database
) -> None:
    tab.sign_in(person(database))

    await tab.do(MeState, MeState.rename, {"pseudonym": "x" * 200})

    assert await tab.notice()
    assert not (await tab.see(MeState)).saved


async def test_an_invented_answer_is_refused(tab: Tab, database: Database) -> None:
    tab.sign_in(person(database))

    await tab.do(MeState, MeState.save_situation, {"has_car": "perhaps"})

    assert await tab.notice()
    assert not (await tab.see(MeState)).saved


async def test_a_situation_is_saved(tab: Tab, database: Database) -> None:
    tab.sign_in(person(database))

    await tab.do(MeState, MeState.save_situation, {"has_car": "no"})

    assert (await tab.see(MeState)).saved
    assert not await tab.notice()


async def test_an_unknown_neighbourhood_is_refused(
    tab: Tab, database: Database
) -> None:
    tab.sign_in(person(database))

    await tab.do(MeState, MeState.choose_neighbourhood, "atlantis")

    assert await tab.notice()


async def test_a_chosen_neighbourhood_is_saved(tab: Tab, database: Database) -> None:
    tab.sign_in(person(database))

    await tab.do(MeState, MeState.choose_neighbourhood, "la-ferme")

    assert (await tab.see(MeState)).saved
    assert not await tab.notice()


async def test_somebody_else_s_gesture_cannot_be_undone(
    tab: Tab, database: Database
) -> None:
    entry = tap(database, person(database)).entry_id
    tab.sign_in(person(database))

    await tab.do(MeState, MeState.undo, entry)

    assert await tab.notice()
    assert not (await tab.see(MeState)).saved


async def test_a_stranger_s_change_is_refused(tab: Tab) -> None:
    await tab.do(MeState, MeState.rename, {"pseudonym": "Hirondelle"})

    session = await tab.see(SessionState)
    assert session.notice
    assert session.notice_kind == "info"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("/agir/velo?q=7#log", "/agir/velo?q=7#log"),
        ("", ""),
        ("/", ""),
        ("/en", ""),
        ("//evil.example", ""),
        ("https://evil.example", ""),
        ("javascript:alert(1)", ""),
        ("/\\evil.example", ""),
    ],
)
async def test_the_first_question_leads_back_to_this_site_only(
    tab: Tab, asked: str, shown: str
) -> None:
    tab.open(f"/bienvenue?{urlencode({'next': asked})}")

    await tab.do(MeState, MeState.load)

    assert (await tab.see(MeState)).next_path == shown
