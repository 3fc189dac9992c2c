"""Charts of two figures: frames of one shared axis of time, never two vertical axes.

Every period of the axis has its slot in every frame, so that one year stands under
the same year; a period without a value is a band, and no line crosses it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from climact_issy.domain.figure_pairs import BASE, Rhythm, Track
from climact_issy.domain.indicators import Status
from climact_issy.presenters.charts_by_year import Slots
from climact_issy.presenters.drawing import (
    HEADROOM,
    HEIGHT,
    MOST_STEPS,
    NICE_STEPS,
    SMALLEST,
    WIDTH,
    Chart,
    KeyItem,
    Label,
    Mark,
    Tick,
    level_line,
    percent,
    rectangle,
    runs,
)
from climact_issy.presenters.drawing import at as place
from climact_issy.texts import Translator

MOST_DOTS: Final = 40
"""On more periods each value has no dot of its own: they would touch."""
TEN_DAYS: Final = 10
STEEP: Final = 40
"""A neighbour higher than this, in units of the view box, cuts through a label."""
CLOSE: Final = 60
"""Labels of two lines nearer than this, in units of the view box, would overlap."""
MILLION: Final = 1_000_000
BILLION: Final = 1_000_000_000
TRILLION: Final = 1_000_000_000_000
MOST_DIGITS: Final = 6
Spots = dict[int, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Span:
    """A vertical axis that always holds zero, and goes below it where values do.

    Attributes:
        bottom: value at the bottom of the view box, at most zero.
        top: value at its top, at least zero and above the bottom.
    """

    bottom: float
    top: float

    def y(self, value: float) -> float:
        """Return how far below the top a value stands."""
        return HEIGHT * (1 - (value / self._height - self.bottom / self._height))

    @property
    def step(self) -> float:
        """The round distance between two levels."""
        rough = self._height / MOST_STEPS
        size = 10.0 ** math.floor(math.log10(rough))
        return next(size * nice for nice in NICE_STEPS if size * nice >= rough)

    def steps(self) -> list[float]:
        """Return the round values on the axis, zero among them."""
        size = self.step
        first, last = math.ceil(self.bottom / size), math.floor(self.top / size)
        return [size * i for i in range(first, last + 1)]

    @property
    def _height(self) -> float:
        return self.top - self.bottom


def span_over(values: list[float]) -> Span:
    """Return the axis that holds zero, these values and their labels."""
    highest, lowest = max([*values, 0.0]), min([*values, 0.0])
    if highest - lowest <= SMALLEST:
        return Span(0.0, 1.0)
    return Span(lowest * HEADROOM, highest * HEADROOM)


def frame(
    t: Translator, track: Track, periods: tuple[int, ...], digits: int, description: str
) -> Chart:
    """Draw one figure on the shared axis.

    Args:
        t: translator of the page.
        track: the figure; it knows at least one of these periods.
        periods: every period of the axis, in order.
        digits: decimals of the values.
        description: what a screen reader hears instead.
    """
    slots = Slots(periods)
    values = {at: v for at, v in track.values.items() if at in set(periods)}
    span = span_over(list(values.values()))
    spots = _spots(values, slots, span)
    missing = [at for at in periods if at not in values]
    rough = _apart_from_published(track, values)
    marks = [*_bands(missing, slots), *_grid(span), *_line(spots, "")]
    has_dots = len(periods) <= MOST_DOTS
    if has_dots:
        marks += [_dot(spots[at], "dot") for at in spots]
        marks += [_dot(spots[at], "hole") for at in spots if at in rough]
    last = max(spots)
    if not (has_dots and last in rough):
        marks.append(_dot(spots[last], "dot last"))
    return Chart(
        "line",
        description,
        WIDTH,
        HEIGHT,
        tuple(marks),
        labels=_ends(t, values, spots, digits),
        ticks=_ticks(t, slots, track.rhythm),
        levels=_levels(t, span),
        key=_key(t, is_missing=bool(missing), is_rough=has_dots and bool(rough)),
    )


def index_frame(
    t: Translator,
    both: tuple[Mapping[int, float], Mapping[int, float]],
    periods: tuple[int, ...],
    names: tuple[str, str],
    description: str,
) -> Chart:
    """Draw two yearly indices in one frame: they have one unit and one axis.

    Args:
        t: translator of the page.
        both: the indices by year; each knows at least one of these periods.
        periods: every year of the axis, in order.
        names: titles of both.
        description: what a screen reader hears instead.
    """
    slots = Slots(periods)
    shown = [{at: v for at, v in one.items() if at in set(periods)} for one in both]
    span = span_over([*shown[0].values(), *shown[1].values(), BASE])
    spots = [_spots(values, slots, span) for values in shown]
    marks = [*_grid(span), Mark("cap plan", level_line(span.y(BASE)))]
    for one, kind in zip(spots, ("", " second"), strict=True):
        marks += _line(one, kind)
        marks.append(_dot(one[max(one)], f"dot last{kind}"))
    first, second = names
    return Chart(
        "line",
        description,
        WIDTH,
        HEIGHT,
        tuple(marks),
        labels=_ends_of_two(t, shown, spots),
        ticks=slots.round_ticks(),
        levels=_levels(t, span),
        key=(KeyItem("line", first), KeyItem("second", second)),
    )


def amount(t: Translator, value: float, digits: int) -> str:
    """Write a value, with a true minus sign."""
    number = t.number(abs(value), digits)
    is_zero = not any(sign in number for sign in "123456789")
    return f"−{number}" if value < 0 and not is_zero else number


def short(t: Translator, value: float, digits: int) -> str:
    """Write a level of an axis in few letters, whatever its size."""
    size = abs(value)
    if size >= TRILLION:
        return f"{value:.0e}".replace("e+", "e").replace("-", "−")
    if size >= BILLION:
        return t("{n}\u00a0Md", n=amount(t, value / BILLION, _digits(value / BILLION)))
    if size >= MILLION:
        return t("{n}\u00a0M", n=amount(t, value / MILLION, _digits(value / MILLION)))
    return amount(t, value, digits)


def _digits(value: float) -> int:
    return 0 if value == round(value) else 1


def _levels(t: Translator, span: Span) -> tuple[Tick, ...]:
    steps = span.steps()
    digits = _digits_of(span.step)
    return tuple(
        Tick(short(t, step, digits), percent(span.y(step), HEIGHT)) for step in steps
    )


def _digits_of(step: float) -> int:
    """Return the fewest decimals that tell two levels apart."""
    for digits in range(MOST_DIGITS):
        if math.isclose(step, round(step, digits), rel_tol=1e-6):
            return digits
    return MOST_DIGITS


def _spots(values: Mapping[int, float], slots: Slots, span: Span) -> Spots:
    return {at: (slots.middle(at), span.y(value)) for at, value in values.items()}


def _line(spots: Spots, kind: str) -> list[Mark]:
    """Join neighbours; a value between two gaps is a dot."""
    marks: list[Mark] = []
    for first, last in runs(sorted(spots)):
        run = [spots[at] for at in range(first, last + 1)]
        if len(run) == 1:
            marks.append(_dot(run[0], f"dot{kind}"))
            continue
        path = "M" + "L".join(f"{place(x)} {place(y)}" for x, y in run)
        marks.append(Mark(f"line{kind}", path))
    return marks


def _dot(spot: tuple[float, float], kind: str) -> Mark:
    x, y = spot
    return Mark(kind, f"M{place(x)} {place(y)}h0")


def _bands(missing: list[int], slots: Slots) -> list[Mark]:
    """Fill the slots without a value, from the first to the last of each gap."""
    return [
        Mark(
            "gap",
            rectangle(
                slots.left(first), 0, slots.width * (last - first + 1), float(HEIGHT)
            ),
        )
        for first, last in runs(missing)
    ]


def _grid(span: Span) -> list[Mark]:
    lines = [Mark("grid", level_line(span.y(step))) for step in span.steps() if step]
    return [*lines, Mark("ground", level_line(span.y(0.0)))]


def _ends(
    t: Translator, values: Mapping[int, float], spots: Spots, digits: int
) -> tuple[Label, ...]:
    """Name the last value and the first one, on the side where no line passes."""
    order = sorted(spots)
    first, last = order[0], order[-1]
    ends = [(last, order[max(len(order) - 2, 0)], "big", "end")]
    if first != last:
        ends.append((first, order[1], "value", "start"))
    labels: list[Label] = []
    for at, beside, kind, anchor in ends:
        (x, y), (_, next_y) = spots[at], spots[beside]
        is_cut = next_y < y - STEEP and y < HEIGHT - CLOSE
        words = f"{kind} below" if values[at] < 0 or is_cut else kind
        text = amount(t, values[at], digits)
        place_x, place_y = percent(x, WIDTH), percent(y, HEIGHT)
        labels.append(Label(words, text, place_x, place_y, anchor))
    return tuple(labels)


def _apart_from_published(track: Track, values: Mapping[int, float]) -> set[int]:
    """Return the periods drawn as rings; none where all were obtained alike."""
    statuses = {track.points[at].status for at in values}
    if len(statuses) == 1 and Status.DERIVED in statuses:
        return set()
    return {at for at in values if track.points[at].status is not Status.PUBLISHED}


def _ends_of_two(
    t: Translator, shown: list[dict[int, float]], spots: list[Spots]
) -> tuple[Label, ...]:
    """Name the last value of both lines, the lower one under its line where close."""
    lasts = [max(one) for one in spots]
    heights = [one[at][1] for one, at in zip(spots, lasts, strict=True)]
    is_close = abs(heights[0] - heights[1]) < CLOSE
    labels: list[Label] = []
    for i, at in enumerate(lasts):
        is_lower = is_close and heights[i] > heights[1 - i]
        is_lower = is_lower or (is_close and heights[0] == heights[1] and i == 1)
        x, y = spots[i][at]
        kind = ("big", "big second")[i] + (" below" if is_lower else "")
        text = amount(t, shown[i][at], 0)
        labels.append(Label(kind, text, percent(x, WIDTH), percent(y, HEIGHT), "end"))
    return tuple(labels)


def _ticks(t: Translator, slots: Slots, rhythm: Rhythm) -> tuple[Tick, ...]:
    if rhythm is not Rhythm.DAY:
        return slots.round_ticks()
    inner = range(slots.first + TEN_DAYS, slots.last, TEN_DAYS)
    days = list(dict.fromkeys([slots.first, *inner, slots.last]))
    names = {day: t.date(date.fromordinal(day), "d MMM") for day in days}
    return slots.ticks_of(days, names)


def _key(t: Translator, *, is_missing: bool, is_rough: bool) -> tuple[KeyItem, ...]:
    told = (
        KeyItem("hole", t("arrondi, calculé ou provisoire")) if is_rough else None,
        KeyItem("gap", t("pas de valeur")) if is_missing else None,
    )
    return tuple(item for item in told if item)
