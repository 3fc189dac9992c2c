"""Our indicators as rows of the CLIMABOROUGH model: KPI and KPIValue.

The columns are those that the public code of the platform names. A value that is a
target, and a point that is no period (a share, an hour of a month), has no row.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from climact_issy.domain.indicators import Indicator, Point, Series, Status
from climact_issy.domain.observations import (
    BadValue,
    Resolution,
    resolution_of,
    start_of,
)

PREFIX: Final = "climact-issy"
FREQUENCIES: Final = {
    Resolution.INSTANT: "real time",
    Resolution.HOUR: "hourly",
    Resolution.DAY: "daily",
    Resolution.MONTH: "monthly",
    Resolution.YEAR: "yearly",
}
ENGLISH: Final = 1

Row = dict[str, object]


def rows(indicators: Iterable[Indicator]) -> dict[str, list[Row]]:
    """Return both lists; an invented figure of a demonstration is never among them.

    Args:
        indicators: with their series.

    Returns:
        "KPI": one row a series, "KPIValue": one row a known value, in UTC.
    """
    kpis: list[Row] = []
    values: list[Row] = []
    for indicator in indicators:
        if indicator.is_demo:
            continue
        for series in indicator.series:
            found = list(_values(indicator, series))
            if found:
                kpis.append(_kpi(indicator, series))
                values += found
    return {"KPI": kpis, "KPIValue": values}


def _kpi(indicator: Indicator, series: Series) -> Row:
    title, label = indicator.title[ENGLISH], series.label[ENGLISH]
    last = next(p for p in reversed(series.points) if _is_value(p))
    is_ceiling = bool(indicator.lower_is_better)
    return {
        "id_kpi": _id(indicator, series),
        "name": title if label in {"", title} else f"{title}: {label}",
        "description": (
            f"{indicator.explanation[ENGLISH]} {indicator.caveat[ENGLISH]} "
            f"{indicator.place[ENGLISH]}. {indicator.licence}."
        ),
        "category": "climate",
        "unit_text": indicator.unit[ENGLISH],
        "provider": indicator.source,
        "calculation_frequency": FREQUENCIES[resolution_of(last.period)],
        "min_threshold": None if is_ceiling else indicator.ceiling,
        "max_threshold": indicator.ceiling if is_ceiling else None,
        "has_category_label": indicator.classes is not None,
        "category_label_dictionary": _labels(indicator),
        "is_active": True,
    }


def _labels(indicator: Indicator) -> dict[str, str] | None:
    """Return the word of each official class by its number, None for a measure."""
    if indicator.classes is None:
        return None
    first = indicator.classes.first
    grades = enumerate(indicator.classes.grades, first)
    return {str(number): grade.word[ENGLISH] for number, grade in grades}


def _values(indicator: Indicator, series: Series) -> Iterator[Row]:
    for point in series.points:
        if _is_value(point):
            yield {
                "id_kpi": _id(indicator, series),
                "value": point.value,
                "timestamp": start_of(point.period).isoformat(),
                "category_label": None,
            }


def _is_value(point: Point) -> bool:
    if point.value is None or point.status is Status.TARGET:
        return False
    try:
        start_of(point.period)
    except BadValue:
        return False
    return True


def _id(indicator: Indicator, series: Series) -> str:
    return f"{PREFIX}.{indicator.slug}.{series.key}"
