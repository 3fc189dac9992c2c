"""A chart of the last thirty known days of a figure in official classes.

One dot a day, on the line of its class; each line bears the official word. No line
joins the dots: nothing is known between two classes, and a missing day stays empty.
"""

from datetime import date, timedelta
from typing import Final

from climact_issy.domain.indicators import Classes, Indicator
from climact_issy.presenters.class_words import word
from climact_issy.presenters.drawing import (
    HEIGHT,
    WIDTH,
    Chart,
    Label,
    Mark,
    Tick,
    at,
    level_line,
    percent,
)
from climact_issy.texts import Translator

DAYS: Final = 30
EDGE: Final = 25
"""The first and the last dot keep so much away from the sides."""
TICKS: Final = (27, 18, 9, 0)
"""Days ago that are named: on a small phone four dates have room."""
LOWEST, HIGHEST = 0.94, 0.14
"""Where the lines of the first and the last class stand, in parts of the height."""


def classes(t: Translator, indicator: Indicator, description: str) -> Chart:
    """Draw the class of each of the thirty days that end at the newest one.

    Raises:
        ValueError: the figure has no classes.
    """
    found = indicator.classes
    if found is None:
        msg = "a chart of classes needs classes"
        raise ValueError(msg)
    known = [
        (date.fromisoformat(point.period), point.value)
        for point in indicator.series[0].points
        if found.grade(point.value)
    ]
    end = known[-1][0]
    spots = [(_x(end, day), _y(found, value or 0.0)) for day, value in known]
    *earlier, (x, y) = spots
    return Chart(
        "line",
        description,
        WIDTH,
        HEIGHT,
        (
            *(Mark("grid", level_line(place)) for place, _ in _lines(t, found)),
            *(Mark("dot", f"M{at(left)} {at(top)}h0") for left, top in earlier),
            Mark("dot last", f"M{at(x)} {at(y)}h0"),
        ),
        labels=(
            *(
                Label("value", name, "0%", percent(place, HEIGHT), "start")
                for place, name in _lines(t, found)
            ),
            Label(
                "big",
                word(t, found, known[-1][1]),
                percent(WIDTH, WIDTH),
                percent(y, HEIGHT),
                "end",
            ),
        ),
        ticks=tuple(
            Tick(t.date(day, "d MMM"), percent(_x(end, day), WIDTH))
            for day in (end - timedelta(days=back) for back in TICKS)
        ),
    )


def _lines(t: Translator, found: Classes) -> list[tuple[float, str]]:
    """Return where each class stands, and its word."""
    numbers = range(found.first, found.first + len(found.grades))
    return [(_y(found, number), word(t, found, float(number))) for number in numbers]


def _y(found: Classes, value: float) -> float:
    share = (value - found.first) / max(len(found.grades) - 1, 1)
    return HEIGHT * (LOWEST - share * (LOWEST - HIGHEST))


def _x(end: date, day: date) -> float:
    return WIDTH - EDGE - (WIDTH - 2 * EDGE) * (end - day).days / (DAYS - 1)
