"""The page of a code: loading counts nothing, one tap counts once."""

from datetime import timedelta

import pytest

from climact_issy.database import Database
from climact_issy.services import seasons
from climact_issy.states.citizen import codes, session
from climact_issy.states.citizen.codes import CodeState
from climact_issy.states.citizen.session import SessionState
from tests.support.events import batch, event, ledger, texts
from tests.support.gestures import NOON, person, tap
from tests.support.tabs import Tab


@pytest.fixture(autouse=True)
def _signed_in(tab: Tab, database: Database) -> None:
    tab.sign_in(person(database, "la-ferme"))


@pytest.fixture
def text(database: Database) -> str:
    """A code of an event that runs, as people read it."""
    event(database)
    (found,) = texts(database, batch(database, uses=9))
    return f"{found[:4]}-{found[4:]}"


async def arrive(tab: Tab, path: str) -> object:
    tab.open(path)
    await tab.do(SessionState, SessionState.load)
    return await tab.do(CodeState, CodeState.load)


async def redeem(tab: Tab, typed: str) -> CodeState:
    await tab.do(CodeState, CodeState.redeem, {"code": typed})
    return await tab.see(CodeState)


async def test_the_camera_fills_the_field_and_counts_nothing(
    tab: Tab, database: Database, text: str
) -> None:
    focused = await arrive(tab, f"/code?code={text.lower()}")
    page = await tab.see(CodeState)
    assert focused is not None
    assert page.text == text
    assert not page.outcome.has_outcome
    assert ledger(database) == []


async def test_one_tap_counts_and_shows_the_points(
    tab: Tab, database: Database, text: str
) -> None:
    await arrive(tab, "/code")
    answers = (await tab.see(SessionState)).answers
    page = await redeem(tab, text)
    assert page.outcome.has_outcome
    assert page.outcome.points == "+22"
    assert page.refusal == ""
    seen = await tab.see(SessionState)
    assert (seen.viewer.points, seen.answers) == ("22", answers + 1)
    assert len(ledger(database)) == 1

    again = await redeem(tab, text)
    assert "déjà compté" in again.outcome.title
    assert len(ledger(database)) == 1


async def test_in_a_pause_the_top_bar_keeps_the_points_of_the_season(
    tab: Tab, database: Database, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tab.viewer is not None
    tap(database, tab.viewer)
    pause = NOON + timedelta(weeks=8)
    database.run_here(lambda s: seasons.ensure(s, now=pause))
    event(database, "pause", starts_on=pause.date(), ends_on=pause.date())
    (code,) = texts(database, batch(database, slug="pause"))
    monkeypatch.setattr(codes, "now", lambda: pause)
    monkeypatch.setattr(session, "now", lambda: pause)
    await arrive(tab, "/code")

    page = await redeem(tab, code)

    assert page.outcome.note == "C’est la pause entre deux saisons. L’évènement compte."
    assert (await tab.see(SessionState)).viewer.points == "10"
    again = await redeem(tab, text)
    assert again.refusal


async def test_a_refusal_stands_beside_the_field_and_is_counted(
    tab: Tab, database: Database, text: str
) -> None:
    assert text
    await arrive(tab, "/en/code")
    for _ in range(10):
        page = await redeem(tab, "nonsense")
        assert "eight characters" in page.refusal
    page = await redeem(tab, text)
    assert page.refusal.startswith("Too many wrong codes")
    assert not page.outcome.has_outcome
    assert await tab.notice() == ""
    assert ledger(database) == []


async def test_a_code_of_another_day_says_so(
    tab: Tab, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "now", lambda: NOON - timedelta(days=2))
    await arrive(tab, "/code")
    page = await redeem(tab, text)
    assert "à partir du mardi 24 novembre" in page.refusal


async def test_a_thank_you_outlives_a_reconnection_and_not_another_code(
    tab: Tab, database: Database, text: str
) -> None:
    here = f"/code?code={text}"
    await arrive(tab, here)
    await redeem(tab, text)
    await arrive(tab, here)
    assert (await tab.see(CodeState)).outcome.has_outcome

    (other,) = texts(database, batch(database))
    await arrive(tab, f"/code?code={other}")
    page = await tab.see(CodeState)
    assert not page.outcome.has_outcome
    assert page.text.replace("-", "") == other

    await redeem(tab, text)
    await arrive(tab, "/moi")
    await arrive(tab, "/code")
    page = await tab.see(CodeState)
    assert not page.outcome.has_outcome
    assert page.text == ""


async def test_a_code_that_waits_is_kept_over_a_change_of_language(
    tab: Tab, text: str
) -> None:
    await arrive(tab, f"/code?code={text}")
    await arrive(tab, "/en/code")
    assert (await tab.see(CodeState)).text == text


@pytest.mark.parametrize("is_known", [True, False])
async def test_a_code_sent_before_the_load_of_its_page_keeps_its_answer(
    tab: Tab, text: str, *, is_known: bool
) -> None:
    await arrive(tab, "/code")
    await redeem(tab, text)
    await arrive(tab, "/moi")
    tab.open("/code")
    if is_known:
        await tab.do(SessionState, SessionState.load)
    await redeem(tab, "nonsense")
    if not is_known:
        await tab.do(SessionState, SessionState.load)
    await tab.do(CodeState, CodeState.load)

    page = await tab.see(CodeState)
    assert page.refusal
    assert not page.outcome.has_outcome
    await arrive(tab, "/moi")
    await arrive(tab, "/code")
    assert not (await tab.see(CodeState)).refusal


async def test_another_code_starts_with_an_empty_field(tab: Tab, text: str) -> None:
    await arrive(tab, f"/code?code={text}")
    await redeem(tab, text)
    assert await tab.do(CodeState, CodeState.another) is not None
    page = await tab.see(CodeState)
    assert (page.text, page.refusal, page.outcome.has_outcome) == ("", "", False)


async def test_signed_out_nothing_is_counted(
    tab: Tab, database: Database, text: str
) -> None:
    tab.viewer = None
    await arrive(tab, "/code")
    page = await redeem(tab, text)
    assert not page.outcome.has_outcome
    assert await tab.notice() == "Connectez-vous pour continuer."
    assert ledger(database) == []


async def test_whatever_stands_in_the_address_is_shown_short(
    tab: Tab, text: str
) -> None:
    assert text
    await arrive(tab, "/code?code=" + "x" * 400)
    assert (await tab.see(CodeState)).text == "x" * codes.MAX_TYPED
