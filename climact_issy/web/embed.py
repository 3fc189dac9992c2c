"""An indicator inside somebody else's page: plain HTML, no script, under 20 kB.

It draws the very geometry of the indicator's own page, with the same classes; only
the tokens these classes use travel with it.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import HTMLResponse

from climact_issy import routes, texts
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.errors import NotFound
from climact_issy.presenters import indicators, live
from climact_issy.presenters.indicator_words import Phrase
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.settings import ROOT, get_settings
from climact_issy.texts import Translator
from climact_issy.web.embed_chart import chart
from climact_issy.web.html import BRAND, document, esc
from climact_issy.web.live_readings import reading

LIVE_SECONDS: Final = 60
BUNDLED_SECONDS: Final = 3600
SIZES: Final = ("s", "m", "l")
SHAPES: Final = {
    "good": '<circle cx="8" cy="8" r="7"/>',
    "watch": '<path d="M8 0l8 8-8 8-8-8z"/>',
    "act": '<path d="M8 1l8 14H0z"/>',
}
MARK: Final = (
    '<svg viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="12" '
    'fill="var(--logo-water)"/><path d="M7.5 30.5C4.5 17 14.5 6.5 29 7.5 31 21.5 21.5 '
    '32.5 7.5 30.5Z" fill="var(--logo-leaf)"/></svg>'
)
OWN_STYLE: Final = Path(__file__).parent / "embed.css"

router = APIRouter(prefix=routes.EMBED_INDICATORS, include_in_schema=False)


@router.get("/{slug}")
async def embed(
    slug: str,
    lang: Annotated[str, Query(max_length=16)] = "fr",
    size: Annotated[str, Query(max_length=4)] = "m",
) -> HTMLResponse:
    """Answer an indicator as a small page of its own, or say that it is unknown."""
    t = texts.for_language(lang)
    shown = size.lower() if size.lower() in SIZES else "m"
    try:
        view, age = await _view(t, slug)
    except NotFound:
        return HTMLResponse(_unknown(t), 404)
    return HTMLResponse(
        _page(t, view, shown), headers={"Cache-Control": f"public, max-age={age}"}
    )


async def _view(t: Translator, slug: str) -> tuple[IndicatorView, int]:
    """Return the view of a figure, and how many seconds it may be kept.

    Raises:
        NotFound: none has this slug.
    """
    if live_indicators.is_live(slug):
        known, at = await reading(slug)
        found = live.indicator_view(t, live_indicators.by_slug(slug), known, at)
        return found, LIVE_SECONDS
    indicator = catalogue.by_slug(slug, is_demo=get_settings().is_demo)
    return indicators.view(t, indicator), BUNDLED_SECONDS


def _page(t: Translator, view: IndicatorView, size: str) -> str:
    parts = {"s": _small, "m": _middle, "l": _large}[size](t, view)
    body = f'<main class="e e-{size}">{parts}{_foot(t, view)}</main>'
    return _document(t, f"{view.title}, {view.place} · {BRAND}", body)


def _unknown(t: Translator) -> str:
    home = get_settings().address + routes.INDICATORS.to(t.language)
    body = (
        f'<main class="e e-m"><h1>{esc(t("Ce chiffre n’existe pas ici."))}</h1>'
        f'<p class="foot"><a href="{esc(home)}" target="_top">{MARK}'
        f"{esc(t('Tous les chiffres'))}</a></p></main>"
    )
    return _document(t, f"{t('Chiffre introuvable')} · {BRAND}", body)


def _document(t: Translator, title: str, body: str) -> str:
    style = f'<style>{_style()}</style><meta name="robots" content="noindex">'
    return document(t.language, title, body, head=style)


def _small(t: Translator, view: IndicatorView) -> str:
    return f'<div class="g">{_where(t, view)}{_value(view)}</div>{_level(view)}'


def _middle(t: Translator, view: IndicatorView) -> str:
    drawn = chart(view.chart, is_mini=True) if view.chart else ""
    return f"{_where(t, view)}<h1>{_sentence(view.sentence)}</h1>{drawn}"


def _large(t: Translator, view: IndicatorView) -> str:
    drawn = chart(view.chart, is_mini=False) if view.chart else ""
    return (
        f"{_where(t, view)}<h1>{_sentence(view.sentence)}</h1>{drawn}"
        f'<p class="mini soft">{esc(view.caveat)}</p>'
    )


def _where(t: Translator, view: IndicatorView) -> str:
    words = f"{view.title}, {view.place}, {view.age}"
    label = f' <span class="demo">{esc(t("démo"))}</span>' if view.is_demo else ""
    return f'<p class="mini soft">{esc(words)}{label}</p>'


def _value(view: IndicatorView) -> str:
    return (
        f'<h1><span class="num">{esc(view.value)}</span> '
        f'<span class="mini">{esc(view.unit)}</span></h1>'
    )


def _level(view: IndicatorView) -> str:
    if not view.level:
        return ""
    word = esc(view.level_word)
    return f'<span class="tag mini {view.level}">{_shape(view.level)}{word}</span>'


def _sentence(phrases: tuple[Phrase, ...]) -> str:
    return "".join(map(_phrase, phrases))


def _phrase(phrase: Phrase) -> str:
    words = esc(phrase.text)
    if phrase.mark not in SHAPES:
        return words
    # The word joiner keeps the shape on the line of its first word.
    return f'<mark class="{phrase.mark}">{_shape(phrase.mark)}&#8288;{words}</mark>'


def _shape(level: str) -> str:
    drawn = SHAPES[level]
    return f'<svg class="sh" viewBox="0 0 16 16" aria-hidden="true">{drawn}</svg>'


def _foot(t: Translator, view: IndicatorView) -> str:
    page = get_settings().address + view.href
    credit = t(
        "Source\u00a0: {source}. {licence}.", source=view.source, licence=view.licence
    )
    return (
        f'<p class="foot mini"><a href="{esc(page)}" target="_top">{MARK}{BRAND}</a>'
        f'<span class="soft">{esc(credit)}</span></p>'
    )


@lru_cache(maxsize=1)
def _style() -> str:
    """Return our own rules, the chart classes, and the tokens they use."""
    sheet = (ROOT / "assets" / "climact.css").read_text(encoding="utf-8")
    charts = _between(sheet, "/* charts: page and embed", "/* end charts */")
    charts = charts.split("*/", 1)[1]
    own = OWN_STYLE.read_text(encoding="utf-8").split("*/", 1)[1]
    rules = own + charts
    day = _tokens(_between(sheet, ":root, [data-theme=light] {", "\n}"))
    night = _tokens(_between(sheet, "html.dark, [data-theme=dark] {", "\n}"))
    used = _used(rules + MARK, day)
    night_rules = _declared(night, used)
    return _squeeze(
        f":root{{color-scheme:light dark;{_declared(day, used)}}}"
        f"@media(prefers-color-scheme:dark){{:root{{{night_rules}}}}}{rules}"
    )


def _between(text: str, start: str, end: str) -> str:
    """Return what stands between two words; the sheet must hold both."""
    return text.split(start, 1)[1].split(end, 1)[0]


def _tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", block))


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
