"""Reading needs no script: every page, asked as plain HTTP or without JavaScript."""

import re
import urllib.request

import pytest

from climact_issy import routes
from climact_issy.content import actions, indicators, neighbourhoods, wording
from tests.e2e.conftest import NewPage
from tests.e2e.kinds import every_page

pytestmark = [pytest.mark.e2e, pytest.mark.beside]

_TITLE = re.compile(r"<title>([^<]+)</title>")


def test_every_page_says_its_language_its_title_and_its_subject(base_url: str) -> None:
    wrong: list[str] = []
    titles: dict[str, str] = {}
    for path, language in every_page():
        text = _read(base_url, path)
        title = _TITLE.search(text)
        checks = {
            "lang": f'<html lang="{language}"' in text,
            "title": title is not None and "Clim’Act Issy" in title[1],
            "one h1": text.count("<h1") == 1,
            "main": text.count("<main") == 1,
            "other language": 'hreflang="' in text,
            "description": 'name="description"' in text,
        }
        wrong += [
            f"{path}: {name}" for name, is_right in checks.items() if not is_right
        ]
        if title:
            same = titles.setdefault(f"{language} {title[1]}", path)
            wrong += [f"{path}: title of {same}"] if same != path else []
    assert wrong == []


def test_every_indicator_reads_with_its_source(base_url: str) -> None:
    wrong: list[str] = []
    for indicator in indicators.shown(is_demo=True):
        for name in routes.LANGUAGES:
            at = routes.LANGUAGES.index(name)
            text = _read(base_url, routes.indicator(indicator.slug).to(name))
            found = {
                "title": _plain(indicator.title[at]) in _plain(text),
                "source": "Source" in text and "Licen" in text,
                "address": indicator.source_url in text,
                "drawing": "<svg" in text,
                "table": "<table" in text,
                "file": f'href="{routes.indicator_csv(indicator.slug)}"' in text,
            }
            wrong += [
                f"{indicator.slug} {name}: {k}" for k, ok in found.items() if not ok
            ]
    assert wrong == []


def test_every_action_reads_with_its_figures(base_url: str) -> None:
    wrong: list[str] = []
    for action in actions.catalogue():
        for name in routes.LANGUAGES:
            at = routes.LANGUAGES.index(name)
            text = _plain(_read(base_url, routes.action(action.slug).to(name)))
            wrong += [
                f"{action.slug} {name}: {words[at]}"
                for words in (action.title, action.how, action.why)
                if _plain(words[at]) not in text
            ]
            if action.saving and not all(
                wording.worded("sources", factor.source)[at] in text
                for factor in action.saving.factors
            ):
                wrong.append(f"{action.slug} {name}: source")
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/agir", "Composter"),
        ("/agir/prendre-le-velo", "ADEME"),
        ("/chiffres", "413,2"),
        ("/chiffres/budget-climat", "Licence"),
        ("/quartiers", neighbourhoods.by_slug("val-de-seine").name),
        ("/quartiers/centre-ville", "Centre-ville"),
        ("/en/act", "Compost"),
        ("/en/figures/budget-climat", "Licence"),
    ],
)
def test_a_page_reads_without_script(new_page: NewPage, path: str, words: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(path)
    assert page.locator("h1").is_visible()
    assert words in page.locator("main").inner_text() or any(
        words in text for text in page.locator("main details").all_text_contents()
    )


def test_signing_in_needs_no_script(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/connexion?next=/chiffres")
    page.get_by_role("button", name="J’entre comme Marc").click()
    assert page.url.endswith("/chiffres")


def _read(base_url: str, path: str) -> str:
    with urllib.request.urlopen(f"{base_url}{path}", timeout=10) as answer:
        assert answer.status == 200
        return answer.read().decode()


def _plain(text: str) -> str:
    """Return a text without the marks that HTML puts in it."""
    bare = re.sub(r"<!--.*?-->", "", text)
    bare = bare.replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&")
    return re.sub(r"\s+", " ", bare)
