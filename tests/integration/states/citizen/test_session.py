import pytest
from structlog.testing import capture_logs

from climact_issy import database as climact_database
from climact_issy.database import Database
from climact_issy.domain.errors import SignInNeeded
from climact_issy.states.citizen.session import SessionState, refusals
from tests.support.gestures import person
from tests.support.tabs import Tab


async def test_nobody_is_signed_in_without_a_cookie(tab: Tab) -> None:
    await tab.do(SessionState, SessionState.load)

    session = await tab.see(SessionState)
    assert session.is_loaded
    assert not session.viewer.is_signed_in


async def test_the_person_of_the_cookie_is_shown(tab: Tab, database: Database) -> None:
    actor = person(database, "la-ferme")
    tab.sign_in(actor)

    await tab.do(SessionState, SessionState.load)

    viewer = (await tab.see(SessionState)).viewer
    assert (viewer.is_signed_in, viewer.pseudonym) == (True, actor.pseudonym)
    assert viewer.neighbourhood == "la-ferme"


async def test_who_did_not_choose_a_neighbourhood_is_asked(
    tab: Tab, database: Database
) -> None:
    tab.sign_in(person(database))

    await tab.do(SessionState, SessionState.load)

    assert (await tab.see(SessionState)).viewer.needs_neighbourhood


@pytest.mark.parametrize(
    ("path", "word"), [("/agir", "connect"), ("/en/act", "sign in")]
)
async def test_a_refusal_is_a_sentence_in_the_language_of_the_page(
    tab: Tab, path: str, word: str
) -> None:
    tab.open(path)

    async with refusals(await tab.see(SessionState)):
        raise SignInNeeded

    session = await tab.see(SessionState)
    assert word in session.notice.lower()
    assert session.notice_kind == "info"


async def test_a_fault_shows_its_number_and_is_logged_under_it(tab: Tab) -> None:
    message = "secret cause"
    with capture_logs() as events:
        async with refusals(await tab.see(SessionState)):
            raise RuntimeError(message)

    session = await tab.see(SessionState)
    assert session.notice_kind == "error"
    assert message not in session.notice
    assert [event["event"] for event in events] == ["handler_failed"]
    assert events[0]["fault"] in session.notice


async def test_a_lost_database_is_a_sentence_too(
    tab: Tab, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab.sign_in(person(database))

    async def lost(_work: object) -> None:
        raise OSError

    monkeypatch.setattr(climact_database, "read", lost)
    await tab.do(SessionState, SessionState.load)

    assert (await tab.see(SessionState)).notice_kind == "error"


async def test_a_notice_can_be_closed(tab: Tab) -> None:
    session = await tab.see(SessionState)
    session.notice = "Réessayez."

    await tab.do(SessionState, SessionState.dismiss_notice)

    assert not await tab.notice()


async def test_a_tab_that_was_not_understood_is_told_and_no_longer_waits(
    tab: Tab,
) -> None:
    tab.open("/en/act")

    await tab.do(SessionState, SessionState.not_understood)

    session = await tab.see(SessionState)
    assert session.notice.startswith("We did not understand")
    assert session.answers == 1
