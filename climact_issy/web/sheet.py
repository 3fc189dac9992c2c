"""The site's style sheet, read by what must look like the site without loading it."""

import re
from functools import lru_cache
from typing import Final

from climact_issy.settings import ROOT

_SHEET: Final = ROOT / "assets" / "climact.css"
_DECLARED: Final = re.compile(r"(--[\w-]+):\s*([^;}]+)")


@lru_cache(maxsize=1)
def charts() -> str:
    """Return the rules that draw charts, page and embed."""
    rules = between(_text(), "/* charts: page and embed", "/* end charts */")
    return rules.split("*/", 1)[1]


@lru_cache(maxsize=1)
def day() -> dict[str, str]:
    """Return every token with its value by day."""
    return tokens(between(_text(), ":root, [data-theme=light] {", "\n}"))


@lru_cache(maxsize=1)
def night() -> dict[str, str]:
    """Return the tokens that change by night."""
    return tokens(between(_text(), "html.dark, [data-theme=dark] {", "\n}"))


def between(text: str, start: str, end: str) -> str:
    """Return what stands between two words; the text must hold both."""
    return text.split(start, 1)[1].split(end, 1)[0]


def tokens(block: str) -> dict[str, str]:
    """Return the custom properties that a block declares."""
    return {name: value.strip() for name, value in _DECLARED.findall(block)}


@lru_cache(maxsize=1)
def _text() -> str:
    return _SHEET.read_text(encoding="utf-8")
