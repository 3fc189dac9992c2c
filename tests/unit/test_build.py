"""The finish of the build: languages and hashes."""

import base64
import hashlib
import json
from pathlib import Path

import pytest

from climact_issy import build


def sha(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize(
    ("file", "page"),
    [
        ("index.html", "/"),
        ("agir.html", "/agir"),
        ("agir/index.html", "/agir"),
        ("en/index.html", "/en"),
        ("en/act/bike.html", "/en/act/bike"),
        ("__spa-fallback.html", "/404"),
        ("404.html", "/404"),
    ],
)
def test_a_file_answers_one_address(file: str, page: str) -> None:
    assert build.route_of(Path(file)) == page


def test_the_language_replaces_the_one_reflex_wrote() -> None:
    page = '<!DOCTYPE html><html class="x" lang="fr"><body lang="fr">a</body></html>'

    changed = build.with_language(page, "en")

    assert '<html lang="en" class="x">' in changed
    assert '<body lang="fr">' in changed


def test_a_page_without_a_language_gets_one() -> None:
    assert build.with_language("<html><p>a</p>", "fr") == '<html lang="fr"><p>a</p>'


def test_a_page_without_the_app_keeps_its_text_its_look_and_its_night() -> None:
    page = (
        '<html><head><link rel="modulepreload" href="/a.js"/><link rel="stylesheet" '
        'href="/a.css"/><script>night()</script></head><body class="x"><a href="/">'
        'Accueil</a><script type="module" async="">import "/a.js";\n</script>'
        "<script>more()</script></body></html>"
    )

    assert build.without_app(page) == (
        '<html><head><link rel="stylesheet" href="/a.css"/><script>night()</script>'
        '</head><body class="x"><a href="/">Accueil</a></body></html>'
    )


def test_scripts_are_fetched_after_what_the_first_paint_needs() -> None:
    page = (
        '<link rel="modulepreload" href="/a.js"/><link rel="stylesheet" href="/a.css"/>'
        '<script>1</script><script type="module" async="">import "/a.js";</script>'
    )

    assert build.with_scripts_after_paint(page) == (
        '<link rel="modulepreload" fetchpriority="low" href="/a.js"/>'
        '<link rel="stylesheet" href="/a.css"/><script>1</script>'
        '<script type="module" fetchpriority="low" async="">import "/a.js";</script>'
    )


def test_only_inline_scripts_are_hashed_exactly_as_written() -> None:
    body = "if (a < b && c) {\n  go('é &amp;')\n}"
    page = f'<script>{body}</script><script src="/x.js"></script><p>a</p>'

    assert build.script_hashes(page) == {sha(body)}


def test_an_empty_script_has_a_hash_too() -> None:
    assert build.script_hashes("<script></script>") == {sha("")}


def test_finishing_corrects_every_page_and_lists_its_scripts(tmp_path: Path) -> None:
    client = tmp_path / "build" / "client"
    (client / "en" / "act").mkdir(parents=True)
    page = '<html lang="fr"><body><script>{}</script></body></html>'
    for name, script in (
        ("index.html", "1"),
        ("en/act.html", "2"),
        ("en/act/index.html", "3"),
        ("introuvable.html", "4"),
    ):
        (client / name).write_text(page.format(script), "utf-8")

    build.finish(client)

    listed = json.loads((tmp_path / build.HASHES_FILE).read_text("utf-8"))
    assert listed == {
        "/": [sha("1")],
        "/en/act": sorted([sha("2"), sha("3")]),
        "/introuvable": [],
    }
    assert '<html lang="fr"' in (client / "index.html").read_text("utf-8")
    assert '<html lang="en"' in (client / "en/act/index.html").read_text("utf-8")


BANNER = "e.append(`A new version of this app is available.`);t.textContent=`Reload`"


def test_the_banner_of_a_newer_version_speaks_the_language_of_the_page() -> None:
    script = build.with_banner_in_words(BANNER)

    assert "`Reload`" not in script
    assert "Une nouvelle version du site est disponible." in script
    assert 'lang==="en"?"A new version of the site is available."' in script


def test_a_banner_that_reflex_rewrote_stops_the_build() -> None:
    with pytest.raises(ValueError, match="one was expected"):
        build.with_banner_in_words(BANNER.replace("Reload", "Refresh"))
