"""Small indicators and a reader of paths, for the tests of charts."""

import re
from datetime import date

from hypothesis import strategies as st

from climact_issy import texts
from climact_issy.domain.indicators import Indicator, Point, Series, Shape
from climact_issy.presenters import charts
from climact_issy.presenters.drawing import Chart

FRENCH = texts.for_language("fr")
COMMAND = re.compile(r"([MLHVQTZh])([^MLHVQTZh]*)")

values = st.lists(
    st.none() | st.floats(0, 1e6, allow_nan=False), min_size=1, max_size=30
).filter(lambda found: any(value is not None for value in found))


def indicator(shape: Shape, *runs: list[float | None], **more: object) -> Indicator:
    series = tuple(
        Series(f"s{n}", ("Série", "Series"), tuple(points(run)))
        for n, run in enumerate(runs)
    )
    given_values: dict[str, object] = {
        "slug": "essai",
        "icon": "stairs",
        "title": ("Essai", "Trial"),
        "place": ("Issy", "Issy"),
        "unit": ("t CO₂e", "t CO₂e"),
        "digits": 0,
        "shape": shape,
        "series": series,
        "ceiling": None,
        "ceiling_label": ("Plafond", "Ceiling"),
        "lower_is_better": True,
        "source": "Ville",
        "source_url": "",
        "licence": "Licence Ouverte",
        "version": "1",
        "retrieved_on": date(2026, 11, 23),
        "explanation": ("Mot", "Word"),
    }
    return Indicator(**{**given_values, **more})  # type: ignore[arg-type] - a test names any field


def points(run: list[float | None]) -> list[Point]:
    return [
        Point(str(2000 + i), (str(2000 + i), str(2000 + i)), value)
        for i, value in enumerate(run)
    ]


def corners(path: str) -> list[tuple[float, float]]:
    """Walk a path of absolute commands and return where it goes."""
    x = y = 0.0
    found: list[tuple[float, float]] = []
    for command, text in COMMAND.findall(path):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", text)]
        if command in "MLQT":
            for x, y in zip(numbers[::2], numbers[1::2], strict=True):
                found.append((x, y))
            continue
        if command == "H":
            x = numbers[0]
        if command == "V":
            y = numbers[0]
        found.append((x, y))
    return found


def assert_inside(chart: Chart) -> None:
    slack = 0.2
    for mark in chart.marks:
        for x, y in corners(mark.path):
            assert -slack <= x <= chart.width + slack, mark
            assert -slack <= y <= chart.height + slack, mark


def drawn(found: Indicator) -> Chart:
    chart = charts.draw(FRENCH, found, "Essai")
    assert chart is not None
    return chart
