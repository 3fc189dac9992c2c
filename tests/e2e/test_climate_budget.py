"""The climate budget and its simulator: by keyboard, by finger, by address."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Demonstration, NewPage
from tests.e2e.walking import focused, go, is_too_wide, live

pytestmark = pytest.mark.e2e

HERE = "/budget-climat"
SMALL = {"width": 320, "height": 640}
NOTHING = "Choisissez un geste"
MOST_MILLISECONDS = 1000
"""From a tap to its answer, on a machine that does other things too."""


def share(page: Page) -> str:
    return page.locator("#share").inner_text()


def test_the_figures_read_without_any_script(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(HERE)
    text = page.locator("main").inner_text()
    for words in ("36\u202f000 tonnes", "104\u202f987", "69\u202f439", "5\u202f925"):
        assert words in text
    for words in ("52\u00a0%", "48\u00a0%", "sans choisir", "67\u202f669 habitants"):
        assert words in text
    assert "Sans JavaScript, rien ne se choisit ici" in text
    row = page.locator("#pick-teletravailler")
    expect(row).to_contain_text("de 0 à 28\u00a0%")


def test_the_keyboard_alone_makes_a_simulation_and_undoes_it(desk: Page) -> None:
    go(desk, HERE)
    slider = desk.get_by_role("slider", name="Combien d’habitants participent")
    slider.focus()
    desk.keyboard.press("ArrowRight")
    expect(desk.locator(".slide b")).to_have_text("5\u202f000 habitants")
    assert slider.get_attribute("aria-valuetext") == "5\u202f000 habitants"
    desk.keyboard.press("End")
    expect(desk.locator(".slide b")).to_have_text("67\u202f669 habitants")
    desk.keyboard.press("Home")
    expect(desk.locator(".slide b")).to_have_text("personne")
    for _ in range(6):
        desk.keyboard.press("ArrowRight")
    expect(desk.locator(".slide b")).to_have_text("2\u202f000 habitants")

    desk.locator("#pick-teletravailler").focus()
    desk.keyboard.press("Space")
    expect(desk.locator("#share")).to_contain_text("De 0 à 28\u00a0%")
    pressed = desk.locator("#pick-teletravailler")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(desk.locator(".sim-result")).to_contain_text("rien de tout cela")

    desk.get_by_role("button", name="Annuler").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#share")).to_contain_text(NOTHING)
    expect(pressed).to_have_attribute("aria-pressed", "false")


def test_two_actions_that_overlap_are_swapped_by_keyboard_and_never_added(
    desk: Page,
) -> None:
    go(desk, HERE)
    desk.locator("#pick-pompe-a-chaleur").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#share")).to_contain_text("De 0 à 19\u00a0%")
    desk.locator("#pick-isoler-son-logement").focus()
    desk.keyboard.press("Enter")
    question = desk.locator("#simulation-clash")
    expect(question).to_contain_text("contient déjà l’autre")
    expect(question).to_be_focused()

    desk.keyboard.press("Tab")
    assert focused(desk) == "J’échange"
    desk.keyboard.press("Enter")

    expect(desk.locator("#share")).to_contain_text("De 0 à 3\u00a0%")
    expect(desk.locator("#pick-isoler-son-logement")).to_be_focused()
    expect(desk.locator("#pick-pompe-a-chaleur")).to_have_attribute(
        "aria-pressed", "false"
    )

    desk.locator("#pick-pompe-a-chaleur").click()
    desk.get_by_role("button", name="Je garde mon choix").click()
    expect(desk.locator("#share")).to_contain_text("De 0 à 3\u00a0%")
    expect(desk.locator("#pick-pompe-a-chaleur")).to_be_focused()


def test_the_address_holds_the_choice_for_a_friend_and_for_a_reload(
    phone: Page, new_page: NewPage
) -> None:
    go(phone, HERE)
    phone.locator("#pick-teletravailler").tap()
    phone.locator("#pick-stop-pub").tap()
    expect(phone).to_have_url(re.compile(r"\?n=2000&g=teletravailler\.stop-pub$"))
    with live(phone):
        phone.reload()
    expect(phone.locator("#share")).to_contain_text("De 0 à 28\u00a0%")

    friend = new_page()
    go(friend, f"/en/climate-budget?{phone.url.partition('?')[2]}")
    expect(friend.locator("#share")).to_contain_text("0 to 28% of one year’s cut")
    chosen = friend.get_by_role("list", name="The chosen actions")
    assert chosen.get_by_role("link").count() == 2


def test_an_address_that_makes_no_sense_makes_no_choice(phone: Page) -> None:
    go(phone, f"{HERE}?n=%3Cscript%3E&g=..marcher.prendre-le-velo.nulle-part")
    expect(phone.locator("#share")).to_contain_text(
        "moins de 1\u00a0%", ignore_case=True
    )
    expect(phone).to_have_url(re.compile(r"\?n=2000&g=marcher$"))


def test_a_tab_that_the_server_has_forgotten_keeps_its_choice(phone: Page) -> None:
    go(phone, HERE)
    phone.locator("#pick-composter").tap()
    expect(phone).to_have_url(re.compile("g=composter$"))
    # What a server that restarted, or forgot a tab asleep for long, knows: nothing.
    phone.evaluate("sessionStorage.clear()")
    with live(phone):
        phone.reload()
    expect(phone.locator("#pick-composter")).to_have_attribute("aria-pressed", "true")
    expect(phone.locator("#share")).to_contain_text("moins de", ignore_case=True)


def test_a_lost_connection_loses_no_choice(
    new_page: NewPage, demo: Demonstration
) -> None:
    if demo.process is None:
        pytest.skip("this demonstration was not started here")
    page = new_page()
    go(page, HERE)
    page.locator("#pick-composter").click()
    page.get_by_role("slider").press("End")
    expect(page).to_have_url(re.compile(r"n=67669&g=composter$"))
    demo.stop()
    try:
        expect(page.locator(".lost")).to_be_visible(timeout=15_000)
        expect(page.locator("#pick-composter")).to_have_attribute(
            "aria-pressed", "true"
        )
    finally:
        demo.start()
    expect(page.locator(".lost")).to_have_count(0, timeout=30_000)
    page.locator("#pick-teletravailler").click()
    expect(page).to_have_url(re.compile(r"n=67669&g=composter\.teletravailler$"))


def test_everything_can_be_cleared_and_brought_back(phone: Page) -> None:
    go(phone, f"{HERE}?n=10000&g=teletravailler")
    expect(phone.locator(".slide b")).to_have_text("10\u202f000 habitants")
    assert phone.get_by_role("slider").input_value() == "8"
    phone.get_by_role("button", name="Tout effacer").tap()
    expect(phone.locator(".slide b")).to_have_text("2\u202f000 habitants")
    expect(phone.get_by_role("slider")).to_have_value("6")
    expect(phone.locator("#share")).to_contain_text(NOTHING)
    phone.get_by_role("button", name="Annuler").tap()
    expect(phone.get_by_role("slider")).to_have_value("8")
    expect(phone.locator("#share")).to_contain_text("De 0 à plus de 100\u00a0%")


def test_a_tap_is_answered_at_once(desk: Page) -> None:
    go(desk, HERE)
    desk.locator("#pick-teletravailler").scroll_into_view_if_needed()
    taken = desk.evaluate(
        """() => new Promise(done => {
          const start = performance.now(), sight = document.querySelector("#share");
          new MutationObserver(() => done(performance.now() - start)).observe(
            sight, { childList: true, characterData: true, subtree: true });
          document.querySelector("#pick-teletravailler").click();
        })"""
    )
    assert taken < MOST_MILLISECONDS


def test_a_small_window_shows_the_simulator_whole(
    new_page: NewPage, axe_violations: object
) -> None:
    page = new_page(SMALL)
    go(page, f"{HERE}?n=67669&g=teletravailler.pompe-a-chaleur")
    assert callable(axe_violations)
    assert axe_violations(page) == []
    assert not is_too_wide(page)
    assert share(page).startswith("De 0 à plus de 100\u00a0%")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.sim-band button, .sim-band summary,"
        " .sim-band input')].map(e => e.getBoundingClientRect())"
        ".filter(r => r.height && r.height < 44).length"
    )
    assert sizes == 0


def test_the_question_about_an_overlap_is_accessible(
    screen: Page, axe_violations: object
) -> None:
    go(screen, f"{HERE}?n=2000&g=teletravailler")
    screen.locator("#pick-travail-sans-voiture").click()
    screen.locator("#simulation-clash").wait_for()
    assert callable(axe_violations)
    assert axe_violations(screen) == []


@pytest.mark.parametrize("path", ["/chiffres", "/chiffres/budget-climat"])
def test_it_is_found_from_the_figures(desk: Page, path: str) -> None:
    go(desk, path)
    desk.get_by_role(
        "link", name="Le budget climat de la ville et son simulateur"
    ).click()
    expect(desk).to_have_url(re.compile(f"{HERE}$"))
