"""Yearly emissions as stairs down to the water: its line is the official ceiling."""

from climact_issy.domain.indicators import Indicator, Point, Status
from climact_issy.presenters.charts_by_year import (
    ROUGH,
    Slots,
    bar_marks,
    ceiling_label,
    every_year,
    results,
    short_unit,
    year_of,
)
from climact_issy.presenters.drawing import (
    HEIGHT,
    WIDTH,
    Chart,
    KeyItem,
    Label,
    Mark,
    Scale,
    level_line,
    percent,
    rectangle,
    runs,
    scale_over,
)
from climact_issy.presenters.drawing import at as place
from climact_issy.texts import Translator


def ceiling_year(indicator: Indicator) -> int | None:
    """Return the year of the official ceiling, None when there is none."""
    if indicator.ceiling is None:
        return None
    later = [
        year_of(point.period)
        for series in indicator.series
        for point in series.points
        if point.value == indicator.ceiling
    ]
    return max(later, default=None)


def planned(indicator: Indicator) -> dict[int, float]:
    """Return the steps still to go down, year by year, to the official ceiling.

    They are the straight way from the latest result to the ceiling, as the city
    publishes it (so many tonnes a year).
    """
    latest, until = results(indicator), ceiling_year(indicator)
    if not latest or until is None or indicator.ceiling is None:
        return {}
    last = max(latest)
    height = latest[last].value or 0.0
    step = (height - indicator.ceiling) / (until - last) if until > last else 0.0
    return {year: height - step * (year - last) for year in range(last + 1, until + 1)}


def stairs(t: Translator, indicator: Indicator, description: str) -> Chart:
    """Draw yearly steps down to the water, whose line is the ceiling."""
    known, to_do = results(indicator), planned(indicator)
    slots = every_year([*known, *to_do])
    highest = max(p.value or 0.0 for p in known.values())
    scale = scale_over([highest, indicator.ceiling or 0.0])
    marks: list[Mark] = []
    for year, point in known.items():
        marks += bar_marks(slots.left(year), slots.width, scale, point, cap=True)
    for year, value in to_do.items():
        x, y = slots.left(year), scale.y(value)
        marks.append(Mark("bar plan", rectangle(x, y, slots.width, HEIGHT - y)))
        marks.append(Mark("cap plan", level_line(y, x, slots.width)))
    if indicator.ceiling is not None:
        marks += _lake(scale.y(indicator.ceiling))
    marks.append(Mark("ground", level_line(HEIGHT)))
    return Chart(
        "stairs",
        description,
        WIDTH,
        HEIGHT,
        tuple(marks),
        labels=_stair_labels(t, indicator, slots, scale),
        ticks=slots.short_ticks(max(known)),
        key=_stair_key(t, indicator, known, is_planned=bool(to_do)),
    )


def _lake(y: float) -> list[Mark]:
    depth = HEIGHT - y
    waves = "".join(
        f"M{place(x)} {place(y + depth * part)}"
        f"Q{place(x + 22)} {place(y + depth * part - 14)} {place(x + 45)} "
        f"{place(y + depth * part)}T{place(x + 90)} {place(y + depth * part)}"
        for x, part in ((150, 0.72), (400, 0.42), (560, 0.82), (820, 0.68))
    )
    return [
        Mark("lake", rectangle(0, y, WIDTH, depth)),
        Mark("wave", waves),
        Mark("shore", level_line(y)),
    ]


def _stair_labels(
    t: Translator, indicator: Indicator, slots: Slots, scale: Scale
) -> tuple[Label, ...]:
    known, to_do = results(indicator), planned(indicator)
    unit = short_unit(t, indicator)
    first, last = min(known), max(known)
    found: list[Label] = []
    for year in dict.fromkeys((first, last)):
        point = known[year]
        number = f"{t.number(point.value or 0.0, indicator.digits)}\u00a0{unit}"
        if point.status is Status.ROUNDED:
            number = t("env. {value}", value=number)
        x = slots.left(year) + 4 if year == first else slots.middle(year)
        anchor = "start" if year == first else "middle"
        kind = "big" if year == last else "value"
        top = percent(scale.y(point.value or 0.0), HEIGHT)
        found.append(Label(kind, number, percent(x, WIDTH), top, anchor))
    empty = [y for y in range(first, last) if y not in known]
    words = t("pas de valeur").rsplit(" ", 1)
    middle = percent(scale.y(indicator.ceiling or 0.0) / 2, HEIGHT)
    for gap_first, gap_last in runs(empty):
        x = (slots.left(gap_first) + slots.left(gap_last + 1)) / 2
        found.append(Label("gap", "\n".join(words), percent(x, WIDTH), middle))
    if to_do and indicator.ceiling is not None:
        step = (known[last].value or 0.0) - to_do[last + 1]
        text = t(
            "−{step}\u00a0{unit} par an",
            step=t.number(step, indicator.digits),
            unit=unit,
        )
        x, y = slots.left(min(last + 2, max(to_do))), scale.y(to_do[last + 1])
        found.append(
            Label("value", text, percent(x, WIDTH), percent(y, HEIGHT), "start")
        )
    if indicator.ceiling is not None:
        found.append(ceiling_label(t, indicator, scale))
    return tuple(found)


def _stair_key(
    t: Translator, indicator: Indicator, known: dict[int, Point], *, is_planned: bool
) -> tuple[KeyItem, ...]:
    items = [KeyItem("bar", t("publié"))]
    if any(p.status in ROUGH for p in known.values()):
        items.append(KeyItem("rough", t("arrondi ou calculé")))
    if is_planned:
        items.append(KeyItem("plan", t("marche à descendre")))
    if indicator.ceiling is not None:
        items.append(KeyItem("lake", t("sous le plafond")))
    return tuple(items)
