"""The card for social networks: 1200 by 630, one sentence and one figure."""

from typing import Final

from climact_issy.presenters import bend, shapes
from climact_issy.presenters.drawing import at
from climact_issy.presenters.share_cards import CardView
from climact_issy.settings import get_settings
from climact_issy.web import lettering
from climact_issy.web.drawing import Canvas
from climact_issy.web.html import BRAND
from climact_issy.web.lettering import BOLD, REGULAR, SEMIBOLD

WIDTH, HEIGHT = 1200, 630
PAD: Final = 64.0
_HEAD: Final = 50.0
_NUMBER: Final = 76.0
_BODY: Final = 30.0
_RIVER_TOP: Final = 400.0
_RIVER_SCALE: Final = WIDTH / 344
_MAP_SCALE: Final = 1.5
_ROOM: Final = 560.0
"""Width of the words beside the map."""


def card(view: CardView) -> str:
    """Draw a card as an SVG picture."""
    canvas = Canvas("light")
    canvas.put(
        '<linearGradient id="sky" x2="0" y2="1">'
        f'<stop stop-color="{canvas.colour("--sky-1")}"/>'
        f'<stop offset="1" stop-color="{canvas.colour("--sky-2")}"/></linearGradient>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#sky)"/>'
    )
    if view.place:
        _map(canvas, view)
    else:
        _river(canvas, view.percent or 0)
    _top(canvas, view)
    _words(canvas, view)
    site = get_settings().address.partition("://")[2]
    ending = f"{view.invitation} {site}"
    ink = "--ink" if view.place else "--on-river"
    canvas.text(ending, (PAD, HEIGHT - 34), 26, weight=SEMIBOLD, ink=ink)
    said = [view.headline, f"{view.number} {view.unit}".strip(), *view.lines]
    told = " · ".join(part for part in said if part)
    return canvas.picture((WIDTH, HEIGHT), f"{view.title} · {BRAND}", told)


def _top(canvas: Canvas, view: CardView) -> None:
    canvas.mark((PAD, 44), 56)
    canvas.text(BRAND, (PAD + 72, 83), 34, weight=BOLD)
    if view.demo:
        x = PAD + 72 + lettering.widest([BRAND], 34, BOLD) + 24
        wide = lettering.widest([view.demo], 26, SEMIBOLD) + 28
        canvas.put(
            f'<rect x="{at(x)}" y="52" width="{at(wide)}" height="42" rx="12" '
            f'fill="none" stroke="{canvas.colour("--ink")}" stroke-width="3" '
            'stroke-dasharray="8 6"/>'
        )
        canvas.text(view.demo, (x + 14, 82), 26, weight=SEMIBOLD)


def _words(canvas: Canvas, view: CardView) -> None:
    room = _ROOM if view.place else WIDTH - 2 * PAD
    y = 158.0
    canvas.text(view.title, (PAD, y), _BODY, weight=SEMIBOLD, ink="--ink-2")
    for line in lettering.lines(view.headline, _HEAD, BOLD, room):
        y += _HEAD * 1.2
        canvas.text(line, (PAD, y), _HEAD, weight=BOLD)
    if view.number:
        y = _figure(canvas, view, y + _NUMBER + 14, room)
    y += 16
    for sentence in view.lines:
        if not view.place and y + 2 * _BODY > _RIVER_TOP:
            break
        for line in lettering.lines(sentence, _BODY, REGULAR, room):
            y += _BODY * 1.35
            canvas.text(line, (PAD, y), _BODY, ink="--ink-2")


def _figure(canvas: Canvas, view: CardView, y: float, room: float) -> float:
    canvas.text(view.number, (PAD, y), _NUMBER, weight=BOLD, ink="--primary")
    wide = lettering.widest([view.number], _NUMBER, BOLD) + 18
    lines = lettering.lines(view.unit, _BODY, SEMIBOLD, room - wide)
    top = y - (len(lines) - 1) * _BODY * 1.2
    for i, line in enumerate(lines):
        place = (PAD + wide, top + i * _BODY * 1.2)
        canvas.text(line, place, _BODY, weight=SEMIBOLD)
    return y


def _river(canvas: Canvas, percent: int) -> None:
    """Draw the bend of the Seine, and how far the barge has come."""
    top = _RIVER_TOP
    canvas.box((0, top, WIDTH, HEIGHT - top), "--river")
    points = [bend.position(step) for step in range(percent + 1)]
    travelled = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    # The bend is squeezed in height: the card is wide.
    canvas.put(
        f'<g transform="translate(0 {at(top - 8)}) scale({_RIVER_SCALE:.4g} 1.3)" '
        'fill="none" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{bend.path()}" stroke="{canvas.colour("--river-line")}" '
        'stroke-width="9"/>'
        f'<path d="{travelled}" stroke="{canvas.colour("--accent")}" '
        'stroke-width="9"/></g>'
    )
    x, y = bend.position(percent)
    x, y = x * _RIVER_SCALE, top - 8 + y * 1.3
    canvas.put(
        f'<circle cx="{at(x)}" cy="{at(y)}" r="22" fill="{canvas.colour("--surface")}" '
        f'stroke="{canvas.colour("--accent")}" stroke-width="10"/>'
    )


def _map(canvas: Canvas, view: CardView) -> None:
    """Draw the seven neighbourhoods, the one of the card in colour."""
    drawn = "".join(
        f'<path d="{region.path}" fill="'
        f'{canvas.colour("--t1" if region.slug == view.place else "--t3")}"/>'
        for region in shapes.regions()
    )
    canvas.put(
        f'<g transform="translate(590 140) scale({_MAP_SCALE})" '
        f'stroke="{canvas.colour("--surface")}" stroke-width="2.5" '
        f'stroke-linejoin="round">{drawn}</g>'
    )
    canvas.text(view.map_note, (WIDTH - PAD, 560), 22, ink="--ink-2", anchor="end")
