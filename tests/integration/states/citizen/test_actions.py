"""The page of an action tells the truth, after a refusal too."""

from dataclasses import replace
from datetime import timedelta

import pytest
import reflex as rx

from climact_issy import routes
from climact_issy.content import actions as catalogue
from climact_issy.database import Database
from climact_issy.domain.actions import Action, Period
from climact_issy.domain.people import Actor
from climact_issy.states import acting
from climact_issy.states.citizen import actions
from climact_issy.states.citizen.actions import LogState
from climact_issy.states.citizen.session import SessionState
from tests.support.gestures import NOON, person
from tests.support.tabs import Tab


@pytest.fixture
def actor(database: Database, monkeypatch: pytest.MonkeyPatch) -> Actor:
    found = replace(person(database, "la-ferme"), session_id=1)

    async def resolve(_cookie: str) -> Actor:
        return found

    monkeypatch.setattr(acting.access, "resolve", resolve)
    return found


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    at: list[object] = [NOON]
    for module in (acting, actions):
        monkeypatch.setattr(module, "now", lambda: at[0])
    return at


async def tap(page: LogState, action: Action) -> None:
    quantity = action.quantity.default if action.quantity else 0.0
    await LogState.log.fn(page, action.slug, quantity, page.mine.seen)


async def test_a_page_left_open_over_midnight_can_be_used_at_the_second_tap(
    actor: Actor, clock: list[object]
) -> None:
    assert actor.neighbourhood == "la-ferme"
    root = rx.State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue] - Reflex's own way for tests
    page = await root.get_state(LogState)
    action = next(
        a
        for a in catalogue.catalogue()
        if a.is_loggable and a.cadence.period is Period.DAY
    )
    page.slug = action.slug
    await tap(page, action)
    assert page.mine.seen == 1

    clock[0] = NOON + timedelta(days=1)
    await tap(page, action)
    session = await root.get_state(SessionState)
    assert "plus à jour" in session.notice
    assert page.mine.seen == 0

    await tap(page, action)
    assert page.mine.seen == 1


async def test_a_thank_you_outlives_a_reconnection_but_not_a_new_visit(
    actor: Actor, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database
    tab = Tab(monkeypatch)
    tab.sign_in(actor)
    action = next(a for a in catalogue.catalogue() if a.is_loggable)
    here = routes.action(action.slug).fr

    async def arrive(path: str) -> LogState:
        tab.open(path)
        await tab.do(SessionState, SessionState.load)
        if path == here:
            await tab.do(LogState, LogState.load)
        return await tab.see(LogState)

    page = await arrive(here)
    await tap(page, action)
    assert page.outcome.has_outcome

    assert (await arrive(here)).outcome.has_outcome

    await arrive(routes.HOME.fr)
    assert not (await arrive(here)).outcome.has_outcome
