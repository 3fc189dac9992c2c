"""Charts along the years: a line, bars, and what stairs share with them.

Every year between the first and the last has its slot, so a missing year is an
empty slot: a gap stays a gap, and no line crosses it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from climact_issy.domain.indicators import Indicator, Point, Series, Status
from climact_issy.presenters.drawing import (
    HEIGHT,
    WIDTH,
    Chart,
    KeyItem,
    Label,
    Mark,
    Scale,
    Tick,
    hatching,
    level_line,
    percent,
    rectangle,
    runs,
    scale_over,
    spaced,
)
from climact_issy.presenters.drawing import at as place
from climact_issy.texts import Translator

ROUGH = (Status.ROUNDED, Status.DERIVED)
TICK_GAP = 115
LABEL_GAP = 130
BAR_SHARE = 0.78
"""Part of its slot that a bar fills; stairs fill all of it."""
MOST_BARS_NAMED = 4
FIRST_YEAR = 1000
NEAR, STEEP = 3, 1.1
"""A fall by a tenth within three years brings the line through the label."""
LETTERS_OF_A_DAY = 3


def year_of(period: str) -> int:
    """Return the year of a period such as "2024" or "2024-03"."""
    return int(period[:4])


def results(indicator: Indicator) -> dict[int, Point]:
    """Return the points of the main series that tell a value, by year."""
    return {
        year_of(point.period): point
        for point in indicator.series[0].points
        if point.value is not None and point.status is not Status.TARGET
    }


def line(t: Translator, indicator: Indicator, description: str) -> Chart:
    """Draw a line over its area; it stops where a value is missing."""
    known = results(indicator)
    slots = every_year(known)
    scale = scale_over([p.value or 0.0 for p in known.values()])
    spots = {
        year: (slots.middle(year), scale.y(point.value or 0.0))
        for year, point in known.items()
    }
    marks = _grid(scale)
    pieces = runs(sorted(spots))
    for first, last in pieces:
        run = [spots[year] for year in range(first, last + 1)]
        path = "M" + "L".join(f"{place(x)} {place(y)}" for x, y in run)
        if len(pieces) == 1:
            marks.append(Mark("area", f"{path}V{HEIGHT}H{place(run[0][0])}Z"))
        marks.append(Mark("line", path) if len(run) > 1 else Mark("dot", path + "h0"))
    for other in indicator.series[1:]:
        for year, value in _inside(other, slots):
            x, y = slots.middle(year), scale.y(value)
            marks.append(Mark("dot also", f"M{place(x)} {place(y)}h0"))
    end_x, end_y = spots[max(spots)]
    marks += [
        Mark("dot last", f"M{place(end_x)} {place(end_y)}h0"),
        Mark("ground", level_line(HEIGHT)),
    ]
    return Chart(
        "line",
        description,
        WIDTH,
        HEIGHT,
        tuple(marks),
        labels=_end_labels(t, indicator, spots),
        ticks=slots.round_ticks(),
        levels=_levels(t, scale),
        key=_line_key(t, indicator),
    )


def bars(t: Translator, indicator: Indicator, description: str) -> Chart:
    """Draw one bar a year and a publisher; targets are dashed."""
    points = [
        (year_of(p.period), p, i)
        for i, series in enumerate(indicator.series)
        for p in series.points
        if p.value is not None
    ]
    years = sorted({year for year, _, _ in points})
    # So few bars need no axis of time: each says its year.
    is_sparse = len(points) <= MOST_BARS_NAMED
    slots = Slots(tuple(years)) if is_sparse else every_year(years)
    scale = scale_over([p.value or 0.0 for _, p, _ in points])
    marks, spots = _grid(scale), list[tuple[float, str]]()
    heights: dict[float, float] = {}
    for year, same in _by_year(points).items():
        width = slots.width * BAR_SHARE / len(same)
        start = slots.left(year) + slots.width * (1 - BAR_SHARE) / 2
        for i, (point, series) in enumerate(same):
            x = start + i * width
            marks += bar_marks(x, width, scale, point, cap=False, series=series)
            spots.append((x + width / 2, t.number(point.value or 0, indicator.digits)))
            heights[x + width / 2] = scale.y(point.value or 0)
    labels = [
        Label("value", text, percent(x, WIDTH), percent(heights[x], HEIGHT))
        for x, text in _named(spots, heights)
    ]
    if indicator.ceiling is not None:
        # The bar of the target says its value: the line alone is enough.
        if not any(p.status is Status.TARGET for _, p, _ in points):
            labels.append(ceiling_label(t, indicator, scale))
        marks.append(Mark("shore", level_line(scale.y(indicator.ceiling))))
    marks.append(Mark("ground", level_line(HEIGHT)))
    return Chart(
        "bars",
        description,
        WIDTH,
        HEIGHT,
        tuple(marks),
        labels=tuple(labels),
        ticks=slots.ticks_of(years, _day_names(t, points)),
        levels=_levels(t, scale),
        key=_bar_key(t, indicator, [p for _, p, _ in points]),
    )


@dataclass(frozen=True, slots=True)
class Slots:
    """One slot a year."""

    years: tuple[int, ...]

    @property
    def first(self) -> int:
        """Return the first year."""
        return self.years[0]

    @property
    def last(self) -> int:
        """Return the last year."""
        return self.years[-1]

    @property
    def width(self) -> float:
        """Return the width of a slot, in units of the view box."""
        return WIDTH / len(self.years)

    def left(self, year: int) -> float:
        """Return where the slot of a year begins."""
        return self.years.index(year) * self.width

    def middle(self, year: int) -> float:
        """Return the middle of the slot of a year."""
        return self.left(year) + self.width / 2

    def short_ticks(self, latest: int) -> tuple[Tick, ...]:
        """Name every year, in full the first, the latest and the last."""
        full = {self.first, latest, self.last}
        return tuple(
            Tick(
                str(year) if year in full else f"{year % 100:02d}",
                percent(self.middle(year), WIDTH),
            )
            for year in self.years
        )

    def round_ticks(self) -> tuple[Tick, ...]:
        """Name the ends and the round years between them."""
        span = self.last - self.first
        every = next((n for n in (1, 2, 5, 10, 20) if span <= 6 * n), 50)
        inner = [y for y in range(self.first + 1, self.last) if y % every == 0]
        return self.ticks_of([self.first, *inner, self.last])

    def ticks_of(
        self, years: list[int], names: dict[int, str] | None = None
    ) -> tuple[Tick, ...]:
        """Name these years where there is room, the ends first."""
        order = [years[-1], years[0], *years[1:-1]]
        told = names or {}
        named = [(self.middle(year), told.get(year, str(year))) for year in order]
        return tuple(
            Tick(text, percent(x, WIDTH)) for x, text in spaced(named, TICK_GAP)
        )


def every_year(years: Iterable[int]) -> Slots:
    """Return a slot for each year from the first to the last, gaps included."""
    told = list(years)
    return Slots(tuple(range(min(told), max(told) + 1)))


def _by_year(
    points: list[tuple[int, Point, int]],
) -> dict[int, list[tuple[Point, int]]]:
    found: dict[int, list[tuple[Point, int]]] = {}
    for year, point, series in points:
        found.setdefault(year, []).append((point, series))
    return found


def _day_names(t: Translator, points: list[tuple[int, Point, int]]) -> dict[int, str]:
    """Name the slots of an example week, whose periods are no years."""
    return {
        slot: point.label[t.language == "en"][:LETTERS_OF_A_DAY]
        for slot, point, _ in points
        if slot < FIRST_YEAR
    }


def _named(
    spots: list[tuple[float, str]], heights: dict[float, float]
) -> list[tuple[float, str]]:
    """Choose the bars that carry their value: the ends, then the extremes."""
    ordered = sorted(spots)
    extremes = sorted(ordered, key=lambda spot: heights[spot[0]])
    if len(ordered) <= MOST_BARS_NAMED:
        return ordered
    return spaced(
        [ordered[-1], ordered[0], extremes[0], extremes[-1], *ordered], LABEL_GAP
    )


def bar_marks(
    x: float, width: float, scale: Scale, point: Point, *, cap: bool, series: int = 0
) -> list[Mark]:
    """Return the marks of one bar: full, hatched (estimate) or dashed (target)."""
    y = scale.y(point.value or 0.0)
    box = (x, y, width, HEIGHT - y)
    if point.status is Status.TARGET:
        return [
            Mark("bar plan", rectangle(*box)),
            Mark("cap plan", level_line(y, x, width)),
        ]
    kind = "bar" if series == 0 else "bar other"
    marks = [Mark(kind, rectangle(*box))]
    if point.status in ROUGH:
        marks = [Mark("bar rough", rectangle(*box)), Mark("hatch", hatching(*box))]
    if cap:
        marks.append(Mark("cap", level_line(y, x, width)))
    return marks


def _grid(scale: Scale) -> list[Mark]:
    return [Mark("grid", level_line(scale.y(step))) for step in scale.steps()[1:]]


def _levels(t: Translator, scale: Scale) -> tuple[Tick, ...]:
    return tuple(
        Tick(t.number(step), percent(scale.y(step), HEIGHT)) for step in scale.steps()
    )


def _end_labels(
    t: Translator, indicator: Indicator, spots: dict[int, tuple[float, float]]
) -> tuple[Label, ...]:
    known = results(indicator)
    found: list[Label] = []
    for year, anchor in ((min(spots), "start"), (max(spots), "end")):
        x, y = spots[year]
        text = t.number(known[year].value or 0.0, indicator.digits)
        kind = "big" if year == max(spots) else "value"
        if kind == "big" and _comes_down(known, year):
            kind = "big below"
        if not any(
            label.text == text and label.top == percent(y, HEIGHT) for label in found
        ):
            found.append(
                Label(kind, text, percent(x, WIDTH), percent(y, HEIGHT), anchor)
            )
    return tuple(found)


def _comes_down(known: dict[int, Point], year: int) -> bool:
    """Whether the line arrives from above, where the label would stand."""
    value = known[year].value or 0.0
    before = [known[y].value or 0.0 for y in range(year - NEAR, year) if y in known]
    return bool(before) and max(before) > value * STEEP


def ceiling_label(t: Translator, indicator: Indicator, scale: Scale) -> Label:
    """Return the words just under the line of the official ceiling."""
    name = indicator.ceiling_label[t.language == "en"]
    number = t.number(indicator.ceiling or 0.0, indicator.ceiling_digits)
    text = f"{name}\n{number}\u00a0{short_unit(t, indicator)}"
    return Label(
        "under",
        text,
        "98.5%",
        percent(scale.y(indicator.ceiling or 0.0), HEIGHT),
        "end",
    )


def short_unit(t: Translator, indicator: Indicator) -> str:
    """Return the unit without what it is of: "t" of "t CO2e"."""
    return indicator.unit[t.language == "en"].split()[0]


def _inside(series: Series, slots: Slots) -> list[tuple[int, float]]:
    """Return the values of a further series that fall on the axis."""
    return [
        (year_of(p.period), p.value)
        for p in series.points
        if p.value is not None and year_of(p.period) in slots.years
    ]


def _line_key(t: Translator, indicator: Indicator) -> tuple[KeyItem, ...]:
    side = t.language == "en"
    if len(indicator.series) == 1:
        return ()
    first, *others = indicator.series
    also = [KeyItem("also", series.label[side]) for series in others]
    return (KeyItem("item", first.label[side]), *also)


def _bar_key(
    t: Translator, indicator: Indicator, points: list[Point]
) -> tuple[KeyItem, ...]:
    def name(series: Series) -> str:
        return series.label[t.language == "en"]

    shown = [
        (i, s)
        for i, s in enumerate(indicator.series)
        if any(p.value is not None and p.status is not Status.TARGET for p in s.points)
    ]
    items = [KeyItem("bar" if i == 0 else "other", name(series)) for i, series in shown]
    if any(p.status in ROUGH for p in points):
        items.append(KeyItem("rough", t("arrondi ou calculé")))
    if any(p.status is Status.TARGET for p in points):
        items.append(KeyItem("plan", t("objectif")))
    return tuple(items) if len(items) > 1 else ()
