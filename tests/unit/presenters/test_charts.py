"""Every chart keeps its marks inside the frame, its gaps open and its zero down."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy import texts
from climact_issy.content import indicators as catalogue
from climact_issy.domain.indicators import Indicator, Point, Series, Shape, Status
from climact_issy.presenters import charts
from climact_issy.presenters.drawing import HEIGHT, Chart, scale_over, spaced

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
    return Indicator(**{**given_values, **more})  # type: ignore[arg-type]


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


@pytest.mark.parametrize("slug", [i.slug for i in catalogue.shown(is_demo=True)])
def test_each_chart_of_the_catalogue_stays_in_its_frame(slug: str) -> None:
    chart = drawn(catalogue.by_slug(slug, is_demo=True))
    assert chart.marks
    assert_inside(chart)


@given(values, st.sampled_from([Shape.LINE, Shape.BARS, Shape.STAIRS]))
def test_any_series_stays_in_its_frame(run: list[float | None], shape: Shape) -> None:
    assert_inside(drawn(indicator(shape, run)))


@given(values)
def test_a_line_never_crosses_a_gap(run: list[float | None]) -> None:
    lines = [m for m in drawn(indicator(Shape.LINE, run)).marks if m.kind == "line"]
    known = [i for i, value in enumerate(run) if value is not None]
    slot = 1000 / (known[-1] - known[0] + 1)
    for mark in lines:
        across = [x for x, _ in corners(mark.path)]
        steps = [b - a for a, b in pairwise(across)]
        assert all(step <= slot + 0.2 for step in steps)
    drawn_points = sum(len(corners(mark.path)) for mark in lines)
    alone = sum(
        (i == 0 or run[i - 1] is None) and (i + 1 == len(run) or run[i + 1] is None)
        for i in known
    )
    assert drawn_points == len(known) - alone


@given(values)
def test_every_bar_stands_on_zero(run: list[float | None]) -> None:
    chart = drawn(indicator(Shape.BARS, run))
    solid = [m for m in chart.marks if m.kind == "bar"]
    assert len(solid) == sum(value is not None for value in run)
    for mark in solid:
        assert max(y for _, y in corners(mark.path)) == HEIGHT


@given(st.floats(1e-6, 1e9))
def test_an_axis_starts_at_zero_and_has_few_round_steps(highest: float) -> None:
    scale = scale_over([highest])
    steps = scale.steps()
    assert steps[0] == 0
    assert 2 <= len(steps) <= 5
    assert scale.y(0) == HEIGHT
    assert 0 < scale.y(highest) < HEIGHT


def test_heights_of_stairs_are_true_to_their_values() -> None:
    chart = drawn(catalogue.by_slug("budget-climat"))
    top = {m.kind: min(y for _, y in corners(m.path)) for m in chart.marks}
    water = HEIGHT - top["lake"]
    latest = HEIGHT - top["bar"]
    assert latest / water == pytest.approx(104_987 / 69_439, rel=0.01)


def test_stairs_show_the_steps_to_come_and_leave_the_gap_empty() -> None:
    chart = drawn(catalogue.by_slug("budget-climat"))
    assert sum(m.kind == "bar plan" for m in chart.marks) == 6
    assert sum(m.kind in {"bar", "bar rough"} for m in chart.marks) == 3
    assert any(label.kind == "gap" for label in chart.labels)
    assert "−5\u202f925\u00a0t par an" in {label.text for label in chart.labels}


def test_an_estimate_is_hatched() -> None:
    point = Point("2020", ("2020", "2020"), 3.0, Status.ROUNDED)
    chart = drawn(indicator(Shape.BARS, series=(Series("a", ("A", "A"), (point,)),)))
    assert {"bar rough", "hatch"} <= {mark.kind for mark in chart.marks}


def test_two_official_pages_are_two_full_bars_and_the_rest_stays_unsaid() -> None:
    chart = drawn(catalogue.by_slug("qui-emet-a-issy"))
    assert chart.rows == 2
    assert sum(mark.kind == "share rest" for mark in chart.marks) == 1
    words = {label.text for label in chart.labels}
    assert {"52\u00a0%", "48\u00a0%", "reste"} <= words
    assert "9\u00a0%" in words


def test_a_profile_draws_each_of_its_cells_once() -> None:
    chart = drawn(catalogue.by_slug("electricite-mois-heure"))
    area = 0.0
    for mark in chart.marks:
        for piece in mark.path.split("Z")[:-1]:
            across, down = zip(*corners(piece), strict=True)
            area += (max(across) - min(across)) * (max(down) - min(down))
    assert area == 12 * 24


def test_a_series_without_a_value_has_no_chart() -> None:
    assert charts.draw(FRENCH, indicator(Shape.LINE, [None]), "Essai") is None


def test_crowded_words_give_way_to_the_important_ones() -> None:
    kept = spaced([(90, "last"), (0, "first"), (85, "near"), (40, "free")], 20)
    assert [text for _, text in kept] == ["first", "free", "last"]
