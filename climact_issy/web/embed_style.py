"""The style of an embedded page: own rules, the charts', and the tokens they use."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from climact_issy.presenters.embeds import Theme
from climact_issy.web import sheet

OWN_STYLE: Final = Path(__file__).parent / "embed.css"
MARK: Final = (
    '<svg viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="12" '
    'fill="var(--logo-water)"/><path d="M7.5 30.5C4.5 17 14.5 6.5 29 7.5 31 21.5 21.5 '
    '32.5 7.5 30.5Z" fill="var(--logo-leaf)"/></svg>'
)
"""The mark of the site; its colours are tokens."""


@lru_cache(maxsize=3)
def style(theme: Theme) -> str:
    """Return the rules of a theme; "auto" follows the reader's system."""
    own = OWN_STYLE.read_text(encoding="utf-8").split("*/", 1)[1]
    rules = own + sheet.charts()
    day, night = sheet.day(), sheet.night()
    used = _used(rules + MARK, day)
    shown = {"auto": day, "light": day, "dark": day | night}[theme]
    scheme = "light dark" if theme == "auto" else theme
    text = f":root{{color-scheme:{scheme};{_declared(shown, used)}}}"
    if theme == "auto":
        dark = _declared(night, used)
        text += f"@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return _squeeze(text + rules)


def _used(rules: str, tokens: dict[str, str]) -> set[str]:
    """Return the tokens that rules need, and those that these need in turn."""
    found: set[str] = set()
    waiting = re.findall(r"var\((--[\w-]+)", rules)
    while waiting:
        name = waiting.pop()
        if name in tokens and name not in found:
            found.add(name)
            waiting += re.findall(r"var\((--[\w-]+)", tokens[name])
    return found


def _declared(tokens: dict[str, str], used: set[str]) -> str:
    return "".join(f"{name}:{tokens[name]};" for name in tokens if name in used)


def _squeeze(text: str) -> str:
    """Take out the spaces that style rules do not need."""
    return re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", text)).strip()
