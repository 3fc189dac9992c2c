"""A person keeps a pledge: join, check in once a day, leave."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import NewPage
from tests.e2e.people import People
from tests.e2e.walking import go

pytestmark = pytest.mark.e2e

PLEDGE = "/defi?d=sans-dechet-jetable"


def test_a_pledge_is_joined_kept_for_today_and_left(
    new_page: NewPage, people: People
) -> None:
    page = new_page()
    people.new().enter(page)
    go(page, PLEDGE)

    page.get_by_role("button", name="Je participe").click()
    page.get_by_role("button", name="C’est tenu aujourd’hui").click()
    expect(page.get_by_text("1 jour sur 5", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="C’est tenu")).to_have_count(0)
    go(page, PLEDGE)
    expect(page.get_by_text("C’est dit pour aujourd’hui. À demain.")).to_be_visible()
    page.get_by_role("button", name="Je ne participe plus").click()

    expect(page.get_by_role("button", name="Je participe")).to_be_visible()


def test_a_stranger_comes_back_to_the_challenge_after_signing_in(
    new_page: NewPage,
) -> None:
    page = new_page()
    go(page, PLEDGE)
    page.get_by_role("link", name="Je me connecte pour participer").click()

    assert page.locator("input[name=next]").first.input_value() == PLEDGE


def test_the_other_language_shows_the_same_challenge(new_page: NewPage) -> None:
    page = new_page()
    go(page, PLEDGE)
    page.get_by_role("link", name="English").click()

    expect(page.locator("h1")).to_have_text("Five days without disposables")
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_gesture_says_what_it_did_for_a_challenge(
    new_page: NewPage, people: People
) -> None:
    page = new_page()
    people.new().enter(page)
    go(page, "/agir/colis-a-pied")
    expect(page.get_by_text("Compte pour")).to_contain_text("Mille trajets sans moteur")
    page.locator("#log").click()

    expect(page.locator(".done")).to_contain_text("Mille trajets sans moteur")
