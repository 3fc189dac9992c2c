"""The table twin of each chart: every value, its gaps and where it comes from."""

from dataclasses import dataclass

from climact_issy.domain.indicators import Indicator, Point, Shape, Status
from climact_issy.presenters.charts_by_cell import (
    HOURS,
    MONTHS,
    is_of_a_whole,
    month_hours,
    month_name,
)
from climact_issy.presenters.charts_by_year import year_of
from climact_issy.presenters.charts_stairs import planned
from climact_issy.presenters.class_words import word
from climact_issy.presenters.readings import LIVE
from climact_issy.texts import Translator

GAP = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its head and its cells, formatted.

    Attributes:
        head: the period or the item.
        cells: a number a series, "–" for a gap.
        origin: how the value was obtained, "" when the table has no such column.
    """

    head: str
    cells: tuple[str, ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with row heads.

    Attributes:
        caption: what it shows, with the unit.
        corner: head of the first column.
        heads: heads of the number columns.
        origin_head: head of the last column, "" when there is none.
        rows: in reading order.
    """

    caption: str
    corner: str
    heads: tuple[str, ...]
    origin_head: str
    rows: tuple[Row, ...]


def table(t: Translator, indicator: Indicator) -> TableView:
    """Return the table twin of the chart of an indicator."""
    side = t.language == "en"
    caption = f"{indicator.title[side]}, {indicator.place[side]}"
    caption += f" ({indicator.unit[side]})"
    if indicator.shape is Shape.PROFILE:
        return _by_hour(t, indicator, caption)
    if indicator.shape is Shape.SHARES:
        return _by_item(t, indicator, caption)
    if indicator.shape in LIVE:
        return _by_instant(t, indicator, caption)
    return _by_year(t, indicator, caption)


def _by_year(t: Translator, indicator: Indicator, caption: str) -> TableView:
    side = t.language == "en"
    steps = planned(indicator) if indicator.shape is Shape.STAIRS else {}
    told = [
        {year_of(point.period): point for point in series.points}
        for series in indicator.series
    ]
    years = [*steps, *(year for points in told for year in points)]
    rows: list[Row] = []
    for year in _years(years, is_full=len(indicator.series[0].points) > len(told)):
        points = [series.get(year) for series in told]
        cells = [_cell(t, indicator, point) for point in points]
        origin = _origin(t, points)
        if cells[0] == GAP and year in steps:
            cells[0] = t.number(steps[year], indicator.digits)
            origin = t("marche à tenir")
        head = next((p.label[side] for p in points if p), str(year))
        rows.append(Row(head, tuple(cells), origin))
    return TableView(
        caption,
        t("Jour") if indicator.is_demo else t("Année"),
        tuple(series.label[side] for series in indicator.series),
        t("Origine"),
        tuple(rows),
    )


def _years(years: list[int], *, is_full: bool) -> list[int]:
    """Return every year from first to last, so that a gap has its row."""
    return list(range(min(years), max(years) + 1)) if is_full else sorted(set(years))


def _by_item(t: Translator, indicator: Indicator, caption: str) -> TableView:
    side = t.language == "en"
    longest = max((series.points for series in indicator.series), key=len)
    told = [{p.period: p for p in series.points} for series in indicator.series]
    by_place = len({p.period for p in longest}) < len(longest)
    rows = tuple(
        Row(
            point.label[side],
            tuple(
                _cell(
                    t,
                    indicator,
                    (series.points[i] if i < len(series.points) else None)
                    if by_place
                    else told[n].get(point.period),
                )
                for n, series in enumerate(indicator.series)
            ),
        )
        for i, point in enumerate(longest)
    )
    heads = tuple(series.label[side] for series in indicator.series)
    return TableView(caption, t("Poste"), heads, "", rows)


def _by_instant(t: Translator, indicator: Indicator, caption: str) -> TableView:
    side = t.language == "en"
    main = indicator.series[0]
    rows = tuple(
        Row(point.label[side], (_cell(t, indicator, point),)) for point in main.points
    )
    return TableView(caption, t("Moment"), (indicator.unit[side],), "", rows)


def _by_hour(t: Translator, indicator: Indicator, caption: str) -> TableView:
    cells = month_hours(indicator)
    months = range(1, MONTHS + 1)
    rows = tuple(
        Row(
            t("{hour}\u00a0h", hour=hour),
            tuple(
                t.number(cells[month, hour], indicator.digits)
                if (month, hour) in cells
                else GAP
                for month in months
            ),
        )
        for hour in range(HOURS)
    )
    heads = tuple(month_name(t, month, short=True) for month in months)
    return TableView(caption, t("Heure"), heads, "", rows)


def _cell(t: Translator, indicator: Indicator, point: Point | None) -> str:
    if point is None or point.value is None:
        is_rest = point is not None and is_of_a_whole(indicator)
        return t("le reste") if is_rest else GAP
    if indicator.classes is not None:
        return word(t, indicator.classes, point.value)
    number = t.number(abs(point.value), indicator.digits)
    return f"−{number}" if point.value < 0 else number


def _origin(t: Translator, points: list[Point | None]) -> str:
    known = [point for point in points if point is not None and point.value is not None]
    if not known:
        return t("pas de valeur")
    words = {
        Status.PUBLISHED: t("publié"),
        Status.ROUNDED: t("arrondi par la source"),
        Status.DERIVED: t("calculé"),
        Status.PROVISIONAL: t("provisoire"),
        Status.TARGET: t("objectif"),
    }
    said = ", ".join(dict.fromkeys(words[point.status] for point in known))
    remarks = dict.fromkeys(point.remark[t.language == "en"] for point in known)
    return ". ".join([said, *(remark for remark in remarks if remark)])
