"""'I already do this', as a tab sees it."""

from climact_issy.database import Database
from climact_issy.states.citizen.already import AlreadyState
from tests.support.gestures import person
from tests.support.tabs import Tab


async def test_nobody_is_asked(tab: Tab) -> None:
    tab.open("/agir/composter")
    await tab.do(AlreadyState, AlreadyState.load)
    assert not (await tab.see(AlreadyState)).is_known

    await tab.do(AlreadyState, AlreadyState.say, "composter", True)  # noqa: FBT003 - the payload of a switch
    assert await tab.notice()
    assert not (await tab.see(AlreadyState)).is_doing


async def test_it_is_said_kept_and_taken_back(tab: Tab, database: Database) -> None:
    tab.sign_in(person(database))
    tab.open("/agir/composter")
    for is_doing in (True, False):
        await tab.do(AlreadyState, AlreadyState.say, "composter", is_doing)
        assert (await tab.see(AlreadyState)).is_doing is is_doing
        await tab.do(AlreadyState, AlreadyState.load)
        page = await tab.see(AlreadyState)
        assert (page.is_known, page.is_doing) == (True, is_doing)


async def test_another_action_has_its_own_answer(tab: Tab, database: Database) -> None:
    tab.sign_in(person(database))
    await tab.do(AlreadyState, AlreadyState.say, "composter", True)  # noqa: FBT003 - the payload of a switch

    tab.open("/en/act/prendre-le-velo")
    await tab.do(AlreadyState, AlreadyState.load)

    assert not (await tab.see(AlreadyState)).is_doing


async def test_an_unknown_action_is_refused(tab: Tab, database: Database) -> None:
    tab.sign_in(person(database))

    await tab.do(AlreadyState, AlreadyState.say, "atlantis", True)  # noqa: FBT003 - the payload of a switch

    assert await tab.notice()
