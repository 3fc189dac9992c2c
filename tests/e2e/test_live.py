"""The pages are alive together: two phones, fifty tabs, a server that goes away."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Demonstration, NewPage
from tests.e2e.people import People
from tests.e2e.raw_socket import ROOT, raw_socket
from tests.e2e.walking import go, number

pytestmark = pytest.mark.e2e

BOARD = f"{ROOT}.climact_issy___states___citizen___board____board_state"
BIKE = "/agir/prendre-le-velo"
ENGLISH_BIKE = "/en/act/prendre-le-velo"
TOLD_SECONDS = 3
TABS = 50


@pytest.mark.parametrize("path", ["/", "/quartiers", "/en/neighbourhoods"])
def test_another_phone_shows_the_new_goal_without_reloading(
    new_page: NewPage, people: People, path: str
) -> None:
    other, mine = new_page(), new_page()
    people.new().enter(mine)
    go(other, path)
    goal = other.locator(".river .big")
    done = number(goal.inner_text())
    go(mine, BIKE)
    mine.locator("#log").click()
    expect(mine.locator("h1")).to_contain_text("c’est noté")
    expect(goal).to_have_text(
        re.compile(rf"^{_spaced(done + 1)}$"), timeout=TOLD_SECONDS * 1000
    )
    mine.locator(".float").get_by_role("button", name="Annuler").click()
    expect(goal).to_have_text(
        re.compile(rf"^{_spaced(done)}$"), timeout=TOLD_SECONDS * 1000
    )


@pytest.mark.parametrize("path", ["/en/challenges", "/defi?d=issy-sans-moteur"])
def test_another_phone_shows_the_progress_of_a_challenge(
    new_page: NewPage, people: People, path: str
) -> None:
    other = new_page()
    go(other, path)
    progress = other.get_by_role("progressbar", name=re.compile("Gestes|Actions")).first
    if path != "/en/challenges":
        done = number(progress.get_attribute("aria-valuetext") or "")
    else:
        card = other.locator(".challenge", has_text="A thousand trips")
        progress = card.get_by_role("progressbar")
        done = number(progress.get_attribute("aria-valuetext") or "")
    people.tap(people.new(), "marcher")
    expect(progress).to_have_attribute(
        "aria-valuetext",
        re.compile(rf"^{_spaced(done + 1)}\D"),
        timeout=TOLD_SECONDS * 1000,
    )


def test_fifty_closed_tabs_are_told_nothing_more(
    demo: Demonstration, people: People
) -> None:
    """A tab still subscribed after its end would be told, and the log would say so."""
    for _ in range(TABS):
        with raw_socket(demo.url, path="/") as tab:
            tab.emit(f"{BOARD}.load", {})
            assert tab.value(BOARD, "is_loaded") is True
    with raw_socket(demo.url, path="/") as alive:
        alive.emit(f"{BOARD}.load", {})
        assert alive.value(BOARD, "is_loaded") is True
        while alive.listen(TOLD_SECONDS):
            pass
        start = demo.log.stat().st_size
        alive.seen.clear()
        people.tap(people.new(), "composter")
        assert alive.value(BOARD, "board")
    time.sleep(TOLD_SECONDS)
    said = demo.log.read_bytes()[start:].decode(errors="replace")
    assert "disconnected client" not in said


def test_a_lost_connection_is_said_and_closes_the_buttons(
    new_page: NewPage, people: People, demo: Demonstration
) -> None:
    if demo.process is None:
        pytest.skip("this demonstration was not started here")
    person = people.new()
    pages = [
        (new_page(), BIKE, "Connexion perdue", "Je note"),
        (new_page(), ENGLISH_BIKE, "Connection lost", "Log"),
    ]
    for page, path, _, _ in pages:
        person.enter(page)
        go(page, path)
        expect(page.locator("#log")).to_be_enabled()
    demo.stop()
    try:
        for page, _, sentence, _ in pages:
            expect(page.locator(".lost")).to_contain_text(sentence, timeout=15_000)
            expect(page.locator("#log")).to_be_disabled()
    finally:
        demo.start()
    for page, _, _, label in pages:
        expect(page.locator(".lost")).to_have_count(0, timeout=30_000)
        expect(page.locator("#log")).to_be_enabled()
        expect(page.locator("#log")).to_contain_text(label)
    _log_one(pages[0][0])


def _log_one(page: Page) -> None:
    page.locator("#log").click()
    expect(page.locator("h1")).to_contain_text("c’est noté")


def _spaced(found: int) -> str:
    """Write a number as a pattern that takes the separator of either language."""
    return f"{found:,}".replace(",", r"\D?")
