"""What a chart is made of, whoever draws it: page, embed or picture.

Marks live in a view box that stretches with its frame, so their strokes must not
scale; words stand beside the marks, placed in percent, and keep their size.
"""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

WIDTH: Final = 1000
HEIGHT: Final = 500
HATCH: Final = 26
"""Distance between two hatch lines, in units of the view box."""
NICE_STEPS: Final = (1, 2, 2.5, 5, 10)
MOST_STEPS: Final = 4
WHOLE: Final = 100.0
EDGE: Final = 4.0
"""Words nearer to an edge than this, in percent, lean inwards."""
SMALLEST: Final = 1e-9
"""Under this a series counts as zeros: no axis can tell them apart."""
HEADROOM: Final = 1.16
"""Room above the highest mark, for its label."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One shape. `kind` is its class: it says what is meant, never a colour."""

    kind: str
    path: str

    @property
    def classes(self) -> str:
        """Its classes: "m-bar m-rough"."""
        return _classes(self.kind, "m")


@dataclass(frozen=True, slots=True)
class Label:
    """Words inside the frame.

    Attributes:
        kind: class: "big", "gap", "unit"...
        text: the words.
        left: "12.5%" from the left of the frame.
        top: "40%" from its top.
        anchor: "start", "middle" or "end": which point of the words stands there.
    """

    kind: str
    text: str
    left: str
    top: str
    anchor: str = "middle"

    @property
    def classes(self) -> str:
        """Its classes: "l-big a-start"."""
        return f"{_classes(self.kind, 'l')} a-{self.anchor}"


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of an axis, `at` percent from the left (or the top)."""

    text: str
    at: str

    @property
    def anchor(self) -> str:
        """Which point of the words stands there, so that none leaves the frame."""
        place = float(self.at.removesuffix("%"))
        return "start" if place < EDGE else "end" if place > WHOLE - EDGE else "middle"


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One line of the key: the class of a mark and what it means."""

    kind: str
    text: str

    @property
    def classes(self) -> str:
        """The classes of the marks it explains."""
        return _classes(self.kind, "m")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, computed once and drawn by several hands.

    Attributes:
        shape: name of the shape, a class of the frame.
        description: what a screen reader hears instead.
        width: width of the view box.
        height: height of the view box.
        marks: shapes, from back to front.
        labels: words inside the frame.
        ticks: under the frame.
        levels: at the left of the frame, from its top.
        key: what the marks mean.
        rows: rows of a chart made of rows, 0 for one with an axis of its own.
    """

    shape: str
    description: str
    width: int
    height: int
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...] = ()
    ticks: tuple[Tick, ...] = ()
    levels: tuple[Tick, ...] = ()
    key: tuple[KeyItem, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Scale:
    """A vertical axis that always starts at zero.

    Attributes:
        top: value at the top of the view box, above zero.
    """

    top: float

    def y(self, value: float) -> float:
        """Return how far below the top a value stands (zero is at the bottom)."""
        return HEIGHT * (1 - min(max(value, 0), self.top) / self.top)

    def steps(self) -> list[float]:
        """Return round values from zero to below the top, at most five."""
        rough = self.top / MOST_STEPS
        size = 10.0 ** math.floor(math.log10(rough))
        step = next(size * nice for nice in NICE_STEPS if size * nice >= rough)
        return [step * i for i in range(MOST_STEPS + 1) if step * i < self.top]


def scale_over(values: list[float]) -> Scale:
    """Return the zero-based axis that holds these values and their labels."""
    highest = max([*values, 0])
    return Scale(highest * HEADROOM if highest > SMALLEST else 1.0)


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """Return the path of a rectangle from its top left corner."""
    return f"M{at(x)} {at(y)}H{at(x + width)}V{at(y + height)}H{at(x)}Z"


def hatching(x: float, y: float, width: float, height: float) -> str:
    """Return slanted lines that fill a rectangle: a value not read as published."""
    right, bottom = x + width, y + height
    path = ""
    at_sum = x + y + HATCH
    while at_sum < right + bottom:
        low_x, high_x = max(x, at_sum - bottom), min(right, at_sum - y)
        path += f"M{at(low_x)} {at(at_sum - low_x)}L{at(high_x)} {at(at_sum - high_x)}"
        at_sum += HATCH
    return path


def level_line(y: float, x: float = 0, width: float = WIDTH) -> str:
    """Return a horizontal line."""
    return f"M{at(x)} {at(y)}H{at(x + width)}"


def at(number: float) -> str:
    """Write a coordinate briefly: a tenth of a unit is finer than any screen."""
    text = f"{number:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(number: float, whole: float) -> str:
    """Write a place as a percentage of the frame."""
    return f"{at(100 * number / whole)}%"


def spaced(places: list[tuple[float, str]], gap: float) -> list[tuple[float, str]]:
    """Keep the words that leave room to each other.

    Args:
        places: (place, words), the most important first.
        gap: smallest distance between two places.

    Returns:
        The kept ones, from left to right.
    """
    kept: list[tuple[float, str]] = []
    for place, text in places:
        if all(abs(place - other) >= gap for other, _ in kept):
            kept.append((place, text))
    return sorted(kept)


def runs(places: list[int]) -> list[tuple[int, int]]:
    """Group ascending whole numbers into unbroken runs (first, last)."""
    if not places:
        return []
    breaks = [i + 1 for i, (a, b) in enumerate(pairwise(places)) if b != a + 1]
    edges = [0, *breaks, len(places)]
    return [(places[a], places[b - 1]) for a, b in pairwise(edges)]


def _classes(kind: str, family: str) -> str:
    return " ".join(f"{family}-{word}" for word in kind.split())
