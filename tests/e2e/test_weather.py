"""A measure passes a threshold: the home page says so, and a gesture counts."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import delete
from sqlmodel import Session, col

from climact_issy.connectors import hubeau
from climact_issy.connectors.base import Page as Answer
from climact_issy.content import weather_rules
from climact_issy.database import Database
from climact_issy.domain.challenge_moves import Move, State
from climact_issy.domain.civic import civic_day
from climact_issy.domain.observations import Kind, Observation
from climact_issy.models import Observation as Row
from climact_issy.services import boosts, challenge_desk, observations
from tests.e2e.conftest import NewPage
from tests.e2e.people import People
from tests.e2e.walking import focused, go, is_too_wide

pytestmark = pytest.mark.e2e

TOLD_MS = 45_000
"""The clock of the server looks at the rules every 20 seconds."""
MOST_TABS = 60
ATMO = weather_rules.by_slug("meteo-air").rule.conditions[1].key


def measure(database: Database, value: float) -> None:
    """Write the index of today, as an ingestion does."""
    now = datetime.now(UTC)
    day = civic_day(now).isoformat()
    found = [Observation(ATMO, day, value, "indice", Kind.PUBLISHED)]

    def work(session: Session) -> None:
        body = f"index {value} at {now}".encode()
        origin = observations.keep_raw(
            session, hubeau.SOURCE.name, Answer("x", "", body, now)
        )
        observations.keep(session, found, origin)

    database.run_here(work)


def forget(database: Database) -> None:
    """Take every index away."""
    is_index = col(Row.indicator) == ATMO.indicator
    database.run_here(lambda s: s.exec(delete(Row).where(is_index)))


@pytest.fixture(scope="module")
def slug(people: People) -> Iterator[str]:
    """Slug of the challenge that this module's measure opens; closed afterwards."""
    found = f"meteo-air-{civic_day(datetime.now(UTC))}"
    yield found
    close(people, found)


@pytest.fixture(scope="module")
def boost(people: People, slug: str) -> str:
    """The same, open whichever test comes first."""
    measure(people.database, 5)
    people.database.run_here(lambda s: boosts.open_due(s, now=datetime.now(UTC)))
    return slug


def close(people: People, slug: str) -> None:
    """Take the challenge and its measure away: other tests look at home too."""
    forget(people.database)
    listed = people.database.read_here(challenge_desk.everything)
    if any(each.slug == slug and each.state is State.RUNNING for each in listed):
        people.database.run_here(
            lambda s: challenge_desk.move(
                s, None, slug, Move.CLOSE, reason="Test.", now=datetime.now(UTC)
            )
        )


def test_a_peak_comes_to_an_open_home_page_and_a_gesture_counts_for_it(
    new_page: NewPage, people: People, slug: str
) -> None:
    page, english = new_page(), new_page()
    people.new().enter(page)
    go(page, "/")
    go(english, "/en")
    notice = page.locator(".boost")
    expect(notice).to_have_count(0)

    measure(people.database, 5)

    expect(notice).to_contain_text("très mauvais", timeout=TOLD_MS)
    expect(notice).to_contain_text("+10 points")
    expect(notice).to_contain_text("Mesuré aujourd’hui")
    expect(english.locator(".boost")).to_contain_text("very bad", timeout=TOLD_MS)
    notice.get_by_role("link", name="Je vois ce défi").click()
    expect(page).to_have_url(re.compile(re.escape(slug)))
    expect(page.get_by_text("Ouvert par une règle")).to_be_visible()
    page.get_by_role("button", name="Je participe").click()
    expect(page.get_by_text("0 jour sur 1", exact=True)).to_be_visible()
    go(page, "/agir/prendre-le-metro")
    page.locator("#log").click()
    expect(page.locator(".done")).to_contain_text("Un trajet sans voiture, +10 points")
    go(page, f"/defi?d={slug}")
    expect(page.get_by_text("Vous avez relevé ce défi")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/en", "/meteo", "/en/weather"])
def test_what_a_rule_opened_is_accessible_and_narrow(
    screen: Page, boost: str, path: str, axe_violations: Callable[[Page], list[str]]
) -> None:
    del boost
    go(screen, path)
    expect(screen.locator(".boost, .challenge").first).to_be_visible()

    assert axe_violations(screen) == []
    screen.set_viewport_size({"width": 320, "height": 640})
    assert not is_too_wide(screen)


def test_the_page_of_the_challenge_is_accessible(
    phone: Page, boost: str, axe_violations: Callable[[Page], list[str]]
) -> None:
    go(phone, f"/defi?d={boost}")
    expect(phone.get_by_text("indice ATMO").first).to_be_visible()

    assert axe_violations(phone) == []


def test_the_keyboard_alone_leads_from_the_notice_to_the_challenge(
    desk: Page, boost: str
) -> None:
    go(desk, "/")
    for _ in range(MOST_TABS):
        desk.keyboard.press("Tab")
        if focused(desk) == "Je vois ce défi":
            break
    desk.keyboard.press("Enter")

    expect(desk).to_have_url(re.compile(re.escape(boost)))
    expect(desk.locator("h1")).to_have_text("Un trajet sans voiture")


def test_the_page_of_the_rules_says_what_is_measured_and_what_is_missing(
    desk: Page, boost: str
) -> None:
    del boost
    go(desk, "/meteo")
    air = desk.locator("article", has_text="L’air est pollué")

    expect(air).to_contain_text("Indice ATMO d’Issy")
    expect(air).to_contain_text("Un défi a été ouvert il y a peu")
    heat = desk.locator("article", has_text="La chaleur est forte")
    expect(heat).to_contain_text("aucune valeur connue")
    expect(heat).to_contain_text("Il est proposé à l’équipe, qui décide.")
