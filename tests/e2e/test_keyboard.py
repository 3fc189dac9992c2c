"""Without a mouse: from the home page to a noted gesture with Tab and Enter."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.walking import focused, go, live

pytestmark = [pytest.mark.e2e, pytest.mark.beside]

MOST_TABS = 120

_IS_UNSEEN = """() => {
  const at = document.activeElement;
  if (at === document.body) return false;
  const boxes = [at, at.closest(".field")].filter(Boolean).map(getComputedStyle);
  return boxes.every(b => b.outlineStyle === "none" && b.boxShadow === "none");
}"""
"""A field shows the focus of its input around the whole of itself."""


def test_the_keyboard_alone_leads_to_a_noted_gesture(desk: Page) -> None:
    go(desk, "/")
    _tab_to(desk, "Agir")
    with live(desk):
        desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/agir$"))
    _tab_to(desk, "Prendre le vélo au lieu de la voiture")
    with live(desk):
        desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/agir/prendre-le-velo$"))
    _tab_to(desk, "Je note 5 km")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/connexion"))
    _tab_to(desk, "J’entre comme Marc")
    with live(desk):
        desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/agir/prendre-le-velo"))
    assert focused(desk) == "log"
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_contain_text("c’est noté")
    assert focused(desk) == "done"
    _tab_to(desk, "Annuler")
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text("C’est annulé")


@pytest.mark.parametrize("path", ["/", "/en/act", "/quartiers"])
def test_the_first_tab_skips_to_the_content(desk: Page, path: str) -> None:
    go(desk, path)
    desk.keyboard.press("Tab")
    skip = desk.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    desk.keyboard.press("Enter")
    assert focused(desk) == "main"


@pytest.mark.parametrize("path", ["/", "/agir", "/agir/prendre-le-velo", "/quartiers"])
def test_the_focus_is_seen_on_everything_that_takes_it(desk: Page, path: str) -> None:
    go(desk, path)
    unseen: list[str] = []
    for _ in range(30):
        desk.keyboard.press("Tab")
        if desk.evaluate(_IS_UNSEEN):
            unseen.append(_name(desk))
    assert unseen == []


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus bears a name."""
    passed: list[str] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        found = _name(page)
        if found == name:
            return
        passed.append(found)
    pytest.fail(f"{name!r} not reached by Tab, only {passed}")


def _name(page: Page) -> str:
    return page.evaluate(
        "() => (document.activeElement.getAttribute('aria-label')"
        " || document.activeElement.innerText).replace(/\\s+/g, ' ').trim()"
    )
