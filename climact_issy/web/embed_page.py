"""An indicator as a page to embed: plain HTML, one tiny script, under 20 kB.

It draws the very geometry of the indicator's own page, with the same classes; only
the tokens these classes use travel with it. What it writes depends on the view and
the options alone, so a live indicator is written like any other.
"""

from typing import Final

from climact_issy import routes
from climact_issy.presenters.embeds import Options
from climact_issy.presenters.indicator_words import Phrase
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.web import embed_script
from climact_issy.web.embed_chart import chart
from climact_issy.web.embed_style import MARK, style
from climact_issy.web.html import BRAND, document, esc

SHAPES: Final = {
    "good": '<circle cx="8" cy="8" r="7"/>',
    "watch": '<path d="M8 0l8 8-8 8-8-8z"/>',
    "act": '<path d="M8 1l8 14H0z"/>',
}


def page(t: Translator, view: IndicatorView, chosen: Options) -> str:
    """Write the page of an indicator.

    Args:
        t: translator of the page.
        view: the indicator, in the language of the options.
        chosen: size and theme.
    """
    write = {"small": _small, "medium": _middle, "large": _large}[chosen.size]
    body = f'<main class="e e-{chosen.size[0]}">{write(t, view)}{_foot(t, view)}</main>'
    return _document(t, chosen, f"{view.title}, {view.place} · {BRAND}", body)


def unknown(t: Translator, chosen: Options) -> str:
    """Write the page that says that there is no such indicator."""
    home = get_settings().address + routes.INDICATORS.to(t.language)
    body = (
        f'<main class="e e-m"><h1>{esc(t("Ce chiffre n’existe pas ici."))}</h1>'
        f'<p class="foot"><a href="{esc(home)}" target="_top">{MARK}'
        f"{esc(t('Tous les chiffres'))}</a></p></main>"
    )
    return _document(t, chosen, f"{t('Chiffre introuvable')} · {BRAND}", body)


def _document(t: Translator, chosen: Options, title: str, body: str) -> str:
    head = f'<style>{style(chosen.theme)}</style><meta name="robots" content="noindex">'
    script = f"<script>{embed_script.inside()}</script>"
    return document(t.language, title, body + script, head=head)


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
    if view.is_in_classes and view.level_word:
        return f"<h1>{_phrase(Phrase(view.level_word, view.level))}</h1>"
    return (
        f'<h1><span class="num">{esc(view.value)}</span> '
        f'<span class="mini">{esc(view.unit)}</span></h1>'
    )


def _level(view: IndicatorView) -> str:
    # A class stands in the place of the value, with the name of its scale.
    if not view.level or view.is_in_classes:
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
    site = get_settings().address + view.href
    credit = credited(t, view)
    return (
        f'<p class="foot mini"><a href="{esc(site)}" target="_top">{MARK}{BRAND}</a>'
        f'<span class="soft">{esc(credit)}</span></p>'
    )


def credited(t: Translator, view: IndicatorView) -> str:
    """Say where an indicator comes from, and under which licence."""
    return t(
        "Source\u00a0: {source}. {licence}.", source=view.source, licence=view.licence
    )
