"""Pages that our own HTTP app writes: no script, no framework, one style sheet.

Everything put into them is escaped by who writes it: use `esc` on each value.
"""

import re
from functools import lru_cache
from html import escape
from typing import Final

from starlette.responses import HTMLResponse

from climact_issy.settings import ROOT
from climact_issy.texts import Translator

STYLE: Final = "/plain.css"
"""Address of the site's style sheet in the form for pages without a script."""

BRAND: Final = "Clim’Act Issy"

_NIGHT: Final = re.compile(r"html\.dark, \[data-theme=dark\] \{(?P<tokens>[^}]*)\}")


def esc(value: object) -> str:
    """Escape a value for HTML text and for attributes in double quotes."""
    return escape(str(value), quote=True)


def document(language: str, title: str, body: str, *, head: str = "") -> str:
    """Write a whole HTML document.

    Args:
        language: "fr" or "en".
        title: title of the page, not escaped yet.
        body: HTML of the body.
        head: more HTML for the head, e.g. a style sheet.
    """
    return (
        f'<!doctype html>\n<html lang="{esc(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1,'
        'viewport-fit=cover"><meta name="color-scheme" content="light dark">'
        f'<title>{esc(title)}</title><link rel="icon" href="/favicon.svg" '
        f'type="image/svg+xml">{head}</head>\n<body>{body}</body></html>\n'
    )


def page(
    t: Translator,
    title: str,
    content: str,
    *,
    home: str,
    status: int = 200,
) -> HTMLResponse:
    """Answer a page in the look of the site: picture, brand, content.

    Args:
        t: translator of the page.
        title: title of the page without the site's name.
        content: HTML of what stands under the brand; it holds the h1.
        home: address of the home page in this language.
        status: HTTP status.
    """
    body = (
        f'<a class="skip" href="#main">{esc(t("Aller au contenu"))}</a>'
        '<main id="main" class="gate" tabindex="-1">'
        '<div class="sky"><svg class="art scene-gate" viewBox="0 0 390 240" '
        'preserveAspectRatio="xMinYMax slice" aria-hidden="true" focusable="false">'
        '<use href="/art-gate.svg#gate-scene"/>'
        '<use href="/art-gate.svg#gate-scene-sails"/></svg></div>'
        '<div class="wrap gate-in stack g16">'
        f'<p><a class="brand" href="{esc(home)}">'
        '<svg viewBox="0 0 40 40" aria-hidden="true"><use href="/icons.svg#mark"/>'
        f"</svg>{esc(BRAND)}</a></p>{content}</div></main>"
    )
    style = (
        f'<link rel="stylesheet" href="{STYLE}"><meta name="robots" content="noindex">'
    )
    text = document(t.language, f"{title} · {BRAND}", body, head=style)
    return HTMLResponse(text, status_code=status)


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """Return the site's style sheet with night following the system.

    The site sets `html.dark` by script; a page without scripts asks the system.
    """
    text = (ROOT / "assets" / "climact.css").read_text(encoding="utf-8")
    night = _NIGHT.search(text)
    tokens = night["tokens"] if night else ""
    return (
        f"{text}\n@media (prefers-color-scheme: dark) {{ :root {{{tokens}}} }}\n"
        "@media (min-width: 56rem) {\n"
        "  .gate > .sky { position: sticky; top: 0; height: 100vh } }\n"
    )
