"""A chart inside a picture: the geometry of the page, at a fixed size."""

from dataclasses import dataclass
from typing import Final

from climact_issy.presenters.drawing import Chart, Label, Mark, at
from climact_issy.web import lettering
from climact_issy.web.drawing import Anchor, Canvas, filled, scaled
from climact_issy.web.embed_chart import MOST_KEYS
from climact_issy.web.palette import CLEAR, look

AXIS_ROOM: Final = 26.0
KEY_LINE: Final = 22.0
LEVELS_ROOM: Final = 48.0
_HIDDEN_IN_MINI: Final = frozenset({"value", "rest", "gap", "slim"})
_GAP: Final = 6.0
_LINE: Final = 1.25

SMALL, MIDDLE, LARGE = 12.0, 13.0, 17.0
_SWATCH: Final = 14.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart stands in its picture, in pixels."""

    left: float
    top: float
    width: float
    height: float


def height(drawn: Chart, *, is_mini: bool) -> float:
    """Return how high the frame of a chart is, without axis and key, in pixels."""
    if drawn.shape == "shares":
        return drawn.rows * (62.0 if is_mini else 92.0)
    if drawn.shape == "ranked":
        return drawn.rows * (40.0 if is_mini else 58.0)
    if drawn.shape == "stripes":
        return 112.0 if is_mini else 168.0
    return 130.0 if is_mini else 220.0


def plot(canvas: Canvas, drawn: Chart, frame: Frame, *, is_mini: bool) -> float:
    """Draw a chart with its axis and key; return where it ends, in pixels.

    Args:
        canvas: the picture.
        drawn: the geometry.
        frame: place of the chart itself.
        is_mini: without axis, levels and lesser words.
    """
    if not is_mini and drawn.levels:
        room = LEVELS_ROOM
        frame = Frame(frame.left + room, frame.top, frame.width - room, frame.height)
    _marks(canvas, drawn, frame)
    for label in drawn.labels:
        if not (is_mini and _HIDDEN_IN_MINI & set(label.kind.split())):
            _label(canvas, label, frame, is_mini=is_mini)
    bottom = frame.top + frame.height
    if not is_mini:
        _levels(canvas, drawn, frame)
        bottom = _axis(canvas, drawn, frame)
    return _key(canvas, drawn, frame, bottom)


def _marks(canvas: Canvas, drawn: Chart, frame: Frame) -> None:
    x, y = frame.width / drawn.width, frame.height / drawn.height
    place = f"translate({at(frame.left)} {at(frame.top)})"
    if drawn.shape == "stairs":
        _sky(canvas, frame)
        # The water of the stairs waves beyond its frame.
        canvas.put(
            f'<clipPath id="frame"><path d="M0 0H{at(frame.width)}V{at(frame.height)}'
            'H0Z"/></clipPath>'
        )
        canvas.put(f'<g transform="{place}" clip-path="url(#frame)">')
    else:
        canvas.put(f'<g transform="{place}">')
    for mark in drawn.marks:
        canvas.put(_mark(canvas, mark, x, y))
    canvas.put("</g>")


def _mark(canvas: Canvas, mark: Mark, x: float, y: float) -> str:
    seen = look(mark.kind, canvas.light)
    line = ""
    if seen.stroke.colour != CLEAR and seen.width:
        line = filled("stroke", seen.stroke) + f' stroke-width="{at(seen.width)}"'
        line += f' stroke-dasharray="{seen.dashes}"' if seen.dashes else ""
        line += ' stroke-linecap="round"' if seen.is_round else ""
    path = scaled(mark.path, x, y)
    if seen.is_round:
        # A dot is a line of no length, which drawing programs may leave out.
        path = path.replace("h0", "h.01")
    fill = filled("fill", seen.fill)
    return f'<path d="{path}"{fill}{line} stroke-linejoin="round"/>'


def _sky(canvas: Canvas, frame: Frame) -> None:
    sky = canvas.colour("--sky-2")
    canvas.put(
        '<linearGradient id="sky" x2="0" y2="1">'
        f'<stop stop-color="{sky}"/><stop offset="1" stop-color="{sky}" '
        'stop-opacity="0"/></linearGradient>'
        f'<rect x="{at(frame.left)}" y="{at(frame.top)}" width="{at(frame.width)}" '
        f'height="{at(frame.height)}" fill="url(#sky)"/>'
    )


def _label(canvas: Canvas, label: Label, frame: Frame, *, is_mini: bool) -> None:
    kinds = set(label.kind.split())
    size, weight = _letters(kinds, is_mini=is_mini)
    lines = label.text.split("\n")
    line = size * _LINE
    x = frame.left + frame.width * _share(label.left)
    y = frame.top + frame.height * _share(label.top)
    anchor: Anchor = label.anchor  # pyright: ignore[reportAssignmentType] - the presenter writes these three
    if "under" in kinds:
        anchor, first = "end", y + 8 + size
    elif "below" in kinds:
        first = y + 10 + size
    elif kinds & {"in", "gap"}:
        anchor, first = "middle", y - line * len(lines) / 2 + size
    else:
        first = y - _GAP - line * len(lines) + size
    ink = "--ink-2" if "gap" in kinds else "--ink"
    if {"in", "s1"} <= kinds:
        ink = "--on-primary"
    for i, words in enumerate(lines):
        place = (x, first + i * line)
        canvas.text(words, place, size, weight=weight, ink=ink, anchor=anchor)


def _letters(kinds: set[str], *, is_mini: bool) -> tuple[float, int]:
    if kinds & {"gap", "rest"}:
        return SMALL, lettering.SEMIBOLD
    if kinds & {"row", "amount"}:
        size = MIDDLE if is_mini else 15.0
        return size, lettering.SEMIBOLD if "row" in kinds else lettering.BOLD
    if "big" in kinds:
        return (MIDDLE if is_mini else LARGE), lettering.BOLD
    return MIDDLE, lettering.SEMIBOLD


def _levels(canvas: Canvas, drawn: Chart, frame: Frame) -> None:
    for level in drawn.levels:
        y = frame.top + frame.height * _share(level.at) + SMALL / 3
        place = (frame.left - 8, y)
        canvas.text(
            level.text,
            place,
            SMALL,
            weight=lettering.SEMIBOLD,
            ink="--ink-2",
            anchor="end",
        )


def _axis(canvas: Canvas, drawn: Chart, frame: Frame) -> float:
    bottom = frame.top + frame.height
    if not drawn.ticks:
        return bottom
    for tick in drawn.ticks:
        place = (frame.left + frame.width * _share(tick.at), bottom + 18)
        anchor: Anchor = tick.anchor  # pyright: ignore[reportAssignmentType] - one of these three
        canvas.text(
            tick.text,
            place,
            SMALL,
            weight=lettering.SEMIBOLD,
            ink="--ink-2",
            anchor=anchor,
        )
    return bottom + AXIS_ROOM


def _key(canvas: Canvas, drawn: Chart, frame: Frame, top: float) -> float:
    if not drawn.key or len(drawn.key) > MOST_KEYS:
        return top
    x, y = frame.left, top + 10
    for item in drawn.key:
        words = lettering.drawable(item.text)
        width = _SWATCH + 6 + lettering.widest([words], MIDDLE, lettering.REGULAR)
        width *= lettering.SPARE
        if x > frame.left and x + width > frame.left + frame.width:
            x, y = frame.left, y + KEY_LINE
        canvas.put(_swatch(canvas, item.kind, x, y))
        canvas.text(words, (x + _SWATCH + 6, y + 12), MIDDLE)
        x += width + 12
    return y + KEY_LINE


def _swatch(canvas: Canvas, kind: str, x: float, y: float) -> str:
    seen = look(kind, canvas.light)
    dashed = {"plan", "rest"} & set(kind.split())
    fill = filled("fill", seen.fill if seen.fill.colour != CLEAR else seen.stroke)
    if dashed:
        edge = canvas.colour("--ink-2")
        fill = filled("fill", seen.fill) + f' stroke="{edge}" stroke-width="1.5" '
        fill += 'stroke-dasharray="3 2"'
    box = f'<rect x="{at(x)}" y="{at(y)}" width="{at(_SWATCH)}" height="{at(_SWATCH)}"'
    swatch = f'{box} rx="4"{fill}/>'
    if "rough" not in kind.split():
        return swatch
    lines = f"M{at(x)} {at(y + 8)}L{at(x + 8)} {at(y)}M{at(x + 6)} {at(y + 14)}"
    lines += f"L{at(x + 14)} {at(y + 6)}"
    stroke = filled("stroke", look("hatch", canvas.light).stroke)
    return f'{swatch}<path d="{lines}"{stroke} stroke-width="3"/>'


def _share(percent: str) -> float:
    return float(percent.removesuffix("%")) / 100
