"""After the front-end build: languages, order of loading, hashes, a page without app.

Reflex writes one `<html lang>` for the whole app, asks for scripts before what the
first paint needs, and inlines scripts without a nonce. This plugin corrects the
first two and lists the third, and takes the app out of the page of unknown
addresses, before Reflex compresses the pages, so that the .gz and .br files hold
the corrected text.
"""

import base64
import hashlib
import html.parser
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, Unpack

import reflex as rx
from reflex_base.plugins.base import PostBuildContext

from climact_issy import routes, texts

HASHES_FILE: Final = "csp.json"
"""Beside the built pages' parent folder: {"/agir": ["sha256-…"], …}."""

FALLBACK: Final = "/404"
"""Key of the page that answers every address without a page of its own."""

_HTML_TAG: Final = re.compile(r"<html\b[^>]*>")
_LANG: Final = re.compile(r'\slang="[^"]*"')
_SCRIPT_TAGS: Final = re.compile(r'<link rel="modulepreload"|<script type="module"')
_NEWER: Final = "A new version of this app is available."
_QUOTED: Final = "[`'\"]{}[`'\"]"
_FALLBACK_FILE: Final = "__spa-fallback.html"
_ANYWHERE: Final = frozenset({routes.NOT_FOUND.fr, routes.NOT_FOUND.en})
_SCRIPTS: Final = re.compile(r"<script\b.*?</script>", re.DOTALL)
_PRELOADS: Final = re.compile(r'<link rel="modulepreload"[^>]*>')


class FinishedBuild(rx.plugins.Plugin):
    """Correct each built page and write the hashes of its inline scripts."""

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Rewrite the pages in place.

        Args:
            context: `static_dir`, the folder of the built pages.
        """
        finish(Path(context["static_dir"]))


def finish(static_dir: Path) -> None:
    """Give every page its language, then write `csp.json` two folders up.

    Args:
        static_dir: folder of the built pages, `.web/build/client`.
    """
    for path in sorted(static_dir.glob("assets/*.js")):
        script = path.read_text("utf-8")
        if _NEWER in script:
            path.write_text(with_banner_in_words(script), "utf-8")
    hashes: dict[str, set[str]] = {}
    for path in sorted(static_dir.rglob("*.html")):
        page = route_of(path.relative_to(static_dir))
        text = with_language(path.read_text("utf-8"), routes.language_of(page))
        if page in _ANYWHERE:
            text = without_app(text)
        text = with_scripts_after_paint(text)
        path.write_text(text, "utf-8")
        # A page is written twice (agir.html, agir/index.html): one list for both.
        hashes.setdefault(page, set()).update(script_hashes(text))
    listed = {page: sorted(found) for page, found in hashes.items()}
    target = static_dir.parent.parent / HASHES_FILE
    target.write_text(json.dumps(listed, indent=0, sort_keys=True), "utf-8")


def with_banner_in_words(script: str) -> str:
    """Return a script whose "newer version" banner speaks the page's language.

    Reflex writes that banner in English and offers no hook for it.

    Args:
        script: a built script that holds the banner.

    Raises:
        ValueError: the banner is not written as it was; look at Reflex again.
    """
    said = {
        _QUOTED.format(_NEWER): _in_each(
            lambda t: t("Une nouvelle version du site est disponible.")
        ),
        rf"(?<=textContent=){_QUOTED.format('Reload')}": _in_each(
            lambda t: t("Je recharge la page")
        ),
    }
    for quoted, spoken in said.items():
        script, found = re.subn(quoted, lambda _, spoken=spoken: spoken, script)
        if found != 1:
            message = f"{found} places say {quoted}: one was expected"
            raise ValueError(message)
    return script


def _in_each(say: Callable[[texts.Translator], str]) -> str:
    """Return the script's expression of a sentence, by the page's language."""
    french, english = (json.dumps(say(texts.for_language(x))) for x in ("fr", "en"))
    return f'(document.documentElement.lang==="en"?{english}:{french})'


def route_of(path: Path) -> str:
    """Return the address that a built file answers.

    Args:
        path: the file, relative to the folder of the built pages.
    """
    if path.name == _FALLBACK_FILE:
        return FALLBACK
    parts = [part for part in path.with_suffix("").parts if part != "index"]
    return "/" + "/".join(parts)


def with_language(text: str, language: str) -> str:
    """Return a page whose `<html>` says its language.

    Args:
        text: the page.
        language: "fr" or "en".
    """

    def retag(tag: re.Match[str]) -> str:
        bare = _LANG.sub("", tag[0])
        return bare.replace("<html", f'<html lang="{language}"', 1)

    return _HTML_TAG.sub(retag, text, count=1)


def without_app(text: str) -> str:
    """Return a page that does not start the app: its text and links remain.

    At an address that the app does not know, it would take the page away again.
    The script of the head, which sets night before the first paint, stays.

    Args:
        text: the page.
    """
    head, mark, body = _PRELOADS.sub("", text).partition("<body")
    return head + mark + _SCRIPTS.sub("", body)


def with_scripts_after_paint(text: str) -> str:
    """Return a page whose scripts let its style sheet and drawings pass first.

    A prerendered page is readable without a script, yet browsers fetch module
    scripts before most else: on a slow line they would hold back the first paint.

    Args:
        text: the page.
    """
    return _SCRIPT_TAGS.sub(lambda tag: f'{tag[0]} fetchpriority="low"', text)


def script_hashes(text: str) -> set[str]:
    """List the hashes a Content-Security-Policy needs for a page's own scripts.

    Args:
        text: the page.

    Returns:
        "sha256-…" of each inline script.
    """
    reader = _InlineScripts()
    reader.feed(text)
    reader.close()
    return {f"sha256-{_digest(body)}" for body in reader.bodies}


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class _InlineScripts(html.parser.HTMLParser):
    """Collects the text of every script without a source."""

    def __init__(self) -> None:
        # The hash is taken of the text as written: nothing may be unescaped.
        super().__init__(convert_charrefs=False)
        self.bodies: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Start a body at a script that has no source."""
        self._is_inside = tag == "script" and not any(k == "src" for k, _ in attrs)
        if self._is_inside:
            self.bodies.append("")

    def handle_data(self, data: str) -> None:
        """Add to the current body."""
        if self._is_inside:
            self.bodies[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Close the current body."""
        if tag == "script":
            self._is_inside = False
