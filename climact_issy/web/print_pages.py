"""Sheets to print: codes to cut out, and the blank paper list. No script, no link.

They hold everything they need, so that the command line can write them to a file.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import segno

from climact_issy.presenters.code_sheets import (
    CodeCard,
    CodeSheetView,
    Pair,
    PaperListView,
)
from climact_issy.texts import Translator
from climact_issy.web.html import BRAND, document, esc

CARDS_A_PAGE: Final = 8
LINES_A_LIST: Final = 20
STYLE: Final = Path(__file__).parent / "print.css"


def code_sheet(t: Translator, view: CodeSheetView) -> str:
    """Write a batch of codes: cards to cut out, or one poster for a single code."""
    how = [view.heading, view.advice, *([view.left_out] if view.left_out else [])]
    notes = "".join(f"<p>{esc(sentence)}</p>" for sentence in how)
    title = f"{view.title[t.language == 'en']} · {BRAND}"
    if len(view.cards) == 1:
        pages = _poster(view, view.cards[0])
    else:
        pages = "".join(
            _cards(view, view.cards[first : first + CARDS_A_PAGE])
            for first in range(0, len(view.cards), CARDS_A_PAGE)
        )
    return _document(t, title, notes, pages)


def paper_list(t: Translator, view: PaperListView) -> str:
    """Write the blank list of an event, one A4 page."""
    heads = "".join(
        f'<th class="{name}" scope="col">{_pair(column)}</th>'
        for name, column in zip("eds", view.columns, strict=True)
    )
    lines = "".join(
        f'<tr><td class="n">{number}</td><td></td><td></td><td></td></tr>'
        for number in range(1, LINES_A_LIST + 1)
    )
    page = (
        f'<section class="page list"><h1>{_pair(view.heading)} {_demo(view.demo)}</h1>'
        f"<p><b>{_pair(view.title)}</b></p>"
        f"<p>{esc(view.place)}{' · ' if view.place else ''}{_pair(view.when)}</p>"
        f'<table><thead><tr><th class="n" scope="col">№</th>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table>"
        f"<p>{_pair(view.promise)}</p>"
        f"<p>{BRAND} · event: <b>{esc(view.slug)}</b></p></section>"
    )
    title = f"{view.title[t.language == 'en']} · {BRAND}"
    return _document(t, title, f"<p>{esc(view.typing)}</p>", page)


def qr(url: str) -> str:
    """Draw the QR of an address as inline SVG, with its quiet zone."""
    made = segno.make(url, error="m", micro=False)
    return made.svg_inline(border=4, omitsize=True, dark="#000", light="#fff")


def _cards(view: CodeSheetView, cards: Sequence[CodeCard]) -> str:
    drawn = "".join(_card(view, card) for card in cards)
    return f'<section class="page cards">{drawn}</section>'


def _card(view: CodeSheetView, card: CodeCard) -> str:
    return (
        f'<article class="card"><div class="what">{_demo(view.demo)}'
        f"<h2>{_pair(view.title)}</h2>"
        f'<p class="place">{esc(view.place)}</p><p>{_pair(view.when)}</p></div>'
        f'<span class="qr" aria-hidden="true">{qr(card.url)}</span>'
        f'<div><p class="code">{esc(card.text)}</p><p>{_pair(view.type_at)}</p>'
        f"<p>{_pair(view.counts)}</p></div></article>"
    )


def _poster(view: CodeSheetView, card: CodeCard) -> str:
    return (
        f'<section class="page poster">{_demo(view.demo)}<h1>{esc(view.title[0])}</h1>'
        f'<p class="en" lang="en">{esc(view.title[1])}</p>'
        f"<p>{esc(view.place)}</p><p>{_pair(view.when)}</p>"
        f'<span class="qr" aria-hidden="true">{qr(card.url)}</span>'
        f'<p class="code">{esc(card.text)}</p>'
        f"<p>{_pair(view.type_at)}</p><p>{_pair(view.counts)}</p>"
        f"<p><b>{BRAND}</b></p></section>"
    )


def _pair(pair: Pair) -> str:
    """Write a sentence in both languages, once where they are the same."""
    french, english = pair
    if french == english:
        return esc(french)
    return (
        f'<span lang="fr">{esc(french)}</span> '
        f'<span class="en" lang="en">{esc(english)}</span>'
    )


def _demo(pair: Pair) -> str:
    if not pair[0]:
        return ""
    return f'<span class="demo">{esc(" · ".join(dict.fromkeys(pair)))}</span>'


def _document(t: Translator, title: str, how: str, pages: str) -> str:
    style = f'<style>{_style()}</style><meta name="robots" content="noindex">'
    body = f'<main><div class="how">{how}</div>{pages}</main>'
    return document(t.language, title, body, head=style)


@lru_cache(maxsize=1)
def _style() -> str:
    return STYLE.read_text(encoding="utf-8").split("*/", 1)[1]
