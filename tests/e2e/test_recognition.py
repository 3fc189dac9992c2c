"""What a person is recognised for: from the first badge to a pause and back."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.people import People
from tests.e2e.walking import go

pytestmark = pytest.mark.e2e

COMPOST = "/agir/composter"


def test_a_first_gesture_reaches_badges_and_says_so(
    phone: Page, people: People
) -> None:
    people.new().enter(phone)
    go(phone, COMPOST)
    phone.locator("#log").click()
    expect(phone.locator(".done")).to_contain_text("Jeter moins, niveau 1")

    go(phone, "/badges")
    expect(phone.locator("h1")).to_contain_text("Vous avez 2 badges")
    where = phone.get_by_role("link", name="Les déchets des ménages")
    expect(where).to_have_attribute("href", "/chiffres/dechets-menagers")
    go(phone, "/moi")
    expect(phone.locator(".mine-badges")).to_contain_text("niveau 1")


def test_what_one_does_already_is_recognised_and_taken_back(
    phone: Page, people: People
) -> None:
    people.new().enter(phone)
    before = people.written()["Ledger"]
    go(phone, COMPOST)
    switch = phone.get_by_role("button", name="Je le fais déjà")
    for pressed in ("true", "false", "true"):
        switch.click()
        expect(switch).to_have_attribute("aria-pressed", pressed)
    expect(phone.get_by_text("Reconnu, sans CO₂e ni points.")).to_be_visible()

    go(phone, COMPOST)
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert people.written()["Ledger"] == before


def test_a_goal_a_pause_and_the_way_back(phone: Page, people: People) -> None:
    somebody = people.new()
    people.tap(somebody, "composter")
    somebody.enter(phone)
    go(phone, "/badges")
    phone.select_option("#goal", "5")
    phone.get_by_role("button", name="Je note mon objectif").click()
    week = phone.get_by_text("1 geste sur 5 cette semaine.")
    expect(week).to_be_visible()

    phone.select_option("#weeks", "4")
    phone.get_by_role("button", name="Je fais une pause").click()
    expect(phone.get_by_text("En pause jusqu’au")).to_be_visible()
    expect(week).to_be_hidden()

    phone.get_by_role("button", name="Je reprends").click()
    expect(week).to_be_visible()
    expect(phone.locator("#goal")).to_have_value("5")


def test_a_neighbourhood_shows_its_step_and_a_small_one_does_not(phone: Page) -> None:
    go(phone, "/quartiers/les-hauts-d-issy")
    expect(phone.get_by_text("ensemble cette saison")).to_be_visible()
    expect(phone.get_by_text("mot d’un prototype")).to_be_visible()

    go(phone, "/quartiers/les-iles")
    expect(phone.get_by_text("il faut 10 participants").first).to_be_visible()
    expect(phone.get_by_text("ensemble cette saison")).to_have_count(0)
