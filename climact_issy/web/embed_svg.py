"""An indicator as a picture: the card of the embed, its words set by us.

Like the embedded page, it depends on the view and the options alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from climact_issy.presenters.embeds import FRAMES, Options
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.texts import Translator
from climact_issy.web import lettering
from climact_issy.web.drawing import SHAPES, Canvas
from climact_issy.web.embed_page import credited
from climact_issy.web.embed_plot import Frame, height, plot
from climact_issy.web.html import BRAND
from climact_issy.web.lettering import BOLD, REGULAR, SEMIBOLD
from climact_issy.web.palette import Light

PAD: Final = 16.0
MINI: Final = 13.0
SAY: Final = 18.0
_NUMBER: Final = 24.0
_MINI_LINE: Final = 18.0
_SAY_LINE: Final = 23.0
_SHAPE: Final = 0.6
"""Width of the shape of a level, in ems of the words behind it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the sentence.

    Attributes:
        text: the word.
        mark: level that its phrase is marked with, "" for none.
        is_first: whether the shape of the level stands before it.
        has_space: whether a space stands before it.
    """

    text: str
    mark: str
    is_first: bool
    has_space: bool

    @property
    def width(self) -> float:
        """Its width in pixels, its shape included."""
        shape = SAY * (_SHAPE + 0.16) if self.is_first else 0.0
        return lettering.lettering(BOLD).width(self.text, SAY) + shape


def picture(t: Translator, view: IndicatorView, chosen: Options) -> str:
    """Draw an indicator as an SVG picture.

    Args:
        t: translator of the picture.
        view: the indicator, in the language of the options.
        chosen: size and theme; "auto" is drawn by day.
    """
    light: Light = "dark" if chosen.theme == "dark" else "light"
    width = float(FRAMES[chosen.size][0])
    # What stands on the card is drawn first, to know how high the card is.
    inside = Canvas(light)
    bottom = _body(t, inside, view, chosen, width)
    bottom = _foot(t, inside, view, (width, bottom + 12))
    canvas = Canvas(light)
    high = bottom + PAD - 4
    canvas.box((0, 0, width, high), "--line", 20)
    canvas.box((1.5, 1.5, width - 3, high - 3), "--surface", 18.5)
    canvas.extend(inside)
    title = f"{view.title}, {view.place} · {BRAND}"
    return canvas.picture((width, high), title, view.text)


def _body(
    t: Translator, canvas: Canvas, view: IndicatorView, chosen: Options, width: float
) -> float:
    room = width - 2 * PAD
    y = _where(t, canvas, view, room)
    if chosen.size == "small":
        return _value(canvas, view, y)
    y = _sentence(canvas, view, room, y)
    is_mini = chosen.size == "medium"
    if view.chart:
        high = height(view.chart, is_mini=is_mini)
        frame = Frame(PAD, y + 16, room, high)
        y = plot(canvas, view.chart, frame, is_mini=is_mini)
    if view.caveat and not is_mini:
        y = _paragraph(canvas, view.caveat, room, y + 6)
    return y


def _where(t: Translator, canvas: Canvas, view: IndicatorView, room: float) -> float:
    words = f"{view.title}, {view.place}, {view.age}"
    y = _paragraph(canvas, words, room, PAD - 4)
    if view.is_demo:
        label = t("démo")
        wide = lettering.widest([label], 12, SEMIBOLD) + 14
        canvas.put(
            f'<rect x="{PAD}" y="{y + 8}" width="{wide:.0f}" height="19" rx="6" '
            f'fill="none" stroke="{canvas.colour("--ink-2")}" stroke-width="1.5" '
            'stroke-dasharray="4 3"/>'
        )
        canvas.text(label, (PAD + 7, y + 22), 12, weight=SEMIBOLD, ink="--ink-2")
        y += 29
    return y


def _value(canvas: Canvas, view: IndicatorView, top: float) -> float:
    if view.is_in_classes and view.level:
        return _level(canvas, view, top + 8)
    y = top + _NUMBER + 2
    canvas.text(view.value, (PAD, y), _NUMBER, weight=BOLD)
    x = PAD + lettering.widest([view.value], _NUMBER, BOLD) * lettering.SPARE + 6
    canvas.text(view.unit, (x, y), MINI, weight=SEMIBOLD)
    if not view.level:
        return y + 4
    return _level(canvas, view, y + 10)


def _level(canvas: Canvas, view: IndicatorView, top: float) -> float:
    """Draw the level in words, on its colour, with its shape."""
    wide = lettering.widest([view.level_word], MINI, SEMIBOLD) * lettering.SPARE
    canvas.box((PAD, top, wide + 36, 24), f"--{view.level}-soft", 9)
    _shape(canvas, view.level, (PAD + 9, top + 6), 12)
    place = (PAD + 26, top + 17)
    canvas.text(view.level_word, place, MINI, weight=SEMIBOLD, ink=f"--{view.level}")
    return top + 24


def _sentence(canvas: Canvas, view: IndicatorView, room: float, top: float) -> float:
    y = top + 8
    for line in _broken(_words(view), room):
        y += _SAY_LINE
        _line(canvas, line, y)
    return y + 4


def _words(view: IndicatorView) -> Iterable[Word]:
    has_space = False
    for phrase in view.sentence:
        mark = phrase.mark if phrase.mark in SHAPES else ""
        is_first = bool(mark)
        for i, part in enumerate(phrase.text.split(" ")):
            has_space = has_space or i > 0
            if part:
                yield Word(lettering.drawable(part), mark, is_first, has_space)
                has_space = is_first = False


def _broken(words: Iterable[Word], room: float) -> list[list[Word]]:
    lines: list[list[Word]] = []
    left = 0.0
    for word in words:
        space = _space() if word.has_space else 0.0
        needed = (word.width + space) * lettering.SPARE
        if not lines or (needed > left and word.has_space):
            lines.append([])
            left = room
        lines[-1].append(word)
        left -= needed
    return lines


def _line(canvas: Canvas, words: list[Word], y: float) -> None:
    begins = _begins(words)
    for i, (word, x) in enumerate(zip(words, begins, strict=True)):
        if word.mark:
            goes_on = i + 1 < len(words) and words[i + 1].mark == word.mark
            wide = word.width + (_space() if goes_on else 0.0)
            place = (x - 3, y - SAY + 1, wide + 6, SAY + 5)
            canvas.box(place, f"--{word.mark}-soft", 5)
    for word, x in zip(words, begins, strict=True):
        ink = f"--{word.mark}" if word.mark else "--ink"
        if word.is_first:
            size = SAY * _SHAPE
            _shape(canvas, word.mark, (x, y - size - 1), size)
        room = SAY * (_SHAPE + 0.16) if word.is_first else 0.0
        canvas.text(word.text, (x + room, y), SAY, weight=BOLD, ink=ink)


def _begins(words: list[Word]) -> list[float]:
    """Return where each word of a line begins."""
    found: list[float] = []
    x = PAD
    for word in words:
        x += _space() if word.has_space and found else 0.0
        found.append(x)
        x += word.width
    return found


def _space() -> float:
    return lettering.lettering(BOLD).width(" ", SAY)


def _shape(canvas: Canvas, level: str, place: tuple[float, float], size: float) -> None:
    x, y = place
    canvas.put(
        f'<path transform="translate({x:.1f} {y:.1f}) scale({size / 16:.3g})" '
        f'd="{SHAPES[level]}" fill="{canvas.colour(f"--{level}")}"/>'
    )


def _paragraph(canvas: Canvas, words: str, room: float, top: float) -> float:
    y = top
    for line in lettering.lines(words, MINI, REGULAR, room):
        y += _MINI_LINE
        canvas.text(line, (PAD, y), MINI, ink="--ink-2")
    return y


def _foot(
    t: Translator, canvas: Canvas, view: IndicatorView, place: tuple[float, float]
) -> float:
    width, top = place
    canvas.mark((PAD, top), 22)
    canvas.text(BRAND, (PAD + 28, top + 16), MINI, weight=BOLD)
    return _paragraph(canvas, credited(t, view), width - 2 * PAD, top + 24)
