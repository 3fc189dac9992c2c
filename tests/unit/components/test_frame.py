"""The frame of every page: one language, five tabs, a way to the other language."""

import re

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.frame import frame


def _drawn(language: str) -> str:
    t = texts.for_language(language)
    page = frame(t, routes.ACT, rx.el.p("x"), title="Agir", current="act")
    return str(page)


def test_the_skip_link_leads_to_a_main_that_takes_the_focus() -> None:
    drawn = _drawn("fr")

    assert 'className:"skip",href:"#main"' in drawn
    assert 'id:"main"' in drawn
    assert "tabIndex:-1" in drawn


def test_five_tabs_and_one_of_them_is_current() -> None:
    tabs = _drawn("fr").split('className:"tabs"', 1)[1].split("main", 1)[0]

    assert tabs.count('jsx("li"') == 5
    assert tabs.count('"aria-current":"page"') == 1


def test_every_link_of_the_frame_stays_in_its_language() -> None:
    links = re.findall(r'href:"(/[^"#]*)"', _drawn("en").replace("/icons.svg", "#"))

    other = [link for link in links if not link.startswith("/en")]
    assert other == [routes.ACT.fr]


def test_the_other_language_is_announced_in_its_own_words() -> None:
    drawn = _drawn("fr")

    assert 'hreflang:"en"' in drawn
    assert routes.ACT.en in drawn


def test_links_are_plain_so_that_the_page_language_follows() -> None:
    assert "ReactRouterLink" not in _drawn("fr")
