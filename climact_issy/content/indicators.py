"""The nine indicators: our words in indicators.toml, the series in data/."""

from functools import cache

from climact_issy.content import demo_indicators as demo
from climact_issy.content import release, series, tables
from climact_issy.domain.actions import Action
from climact_issy.domain.errors import NotFound
from climact_issy.domain.indicators import (
    FigureTheme,
    Indicator,
    Level,
    Point,
    Series,
    Shape,
    Status,
)


@cache
def indicators() -> tuple[Indicator, ...]:
    """Return the nine indicators, in their published order."""
    found = tables.table(tables.FOLDER / "indicators.toml")["indicator"]
    return tuple(_indicator(entry) for entry in found)


def demo_indicators() -> tuple[Indicator, ...]:
    """Return the two invented indicators of demo mode, each marked is_demo."""
    return demo.demo_indicators()


def shown(*, is_demo: bool) -> tuple[Indicator, ...]:
    """Return what a site shows: in demo mode the demo indicators come last."""
    return indicators() + (demo_indicators() if is_demo else ())


def by_slug(slug: str, *, is_demo: bool = False) -> Indicator:
    """Return one indicator.

    Args:
        slug: its address.
        is_demo: whether the demo indicators may be found too.

    Raises:
        NotFound: none has this slug in this mode.
    """
    for indicator in shown(is_demo=is_demo):
        if indicator.slug == slug:
            return indicator
    raise NotFound(indicator=slug)


def moved_by(action: Action, *, is_demo: bool = False) -> tuple[Indicator, ...]:
    """Return the indicators that an action moves, its own before the city's account.

    Live figures are left out: they have no value here.

    Args:
        action: an action of the catalogue.
        is_demo: whether the demo indicators may be found too.
    """
    known = {indicator.slug: indicator for indicator in shown(is_demo=is_demo)}
    return tuple(known[slug] for slug in action.indicators if slug in known)


def _indicator(entry: tables.Table) -> Indicator:
    found = series.of(entry["slug"])
    words = entry.get("level_words", {})
    return Indicator(
        slug=entry["slug"],
        icon=entry["icon"],
        title=tables.pair(entry["title"]),
        place=tables.pair(entry["place"]),
        unit=tables.pair(entry["unit"]),
        digits=entry["digits"],
        shape=Shape(entry["shape"]),
        series=found,
        ceiling=_ceiling(found),
        ceiling_label=tables.pair(entry.get("ceiling_label", tables.NONE)),
        lower_is_better=entry.get("lower_is_better"),
        source=entry["source"],
        source_url=entry["source_url"],
        licence=entry["licence"],
        version=entry["version"],
        retrieved_on=release.retrieved_on(),
        explanation=tables.pair(entry["explanation"]),
        caveat=tables.pair(entry["caveat"]),
        headline=_headline(entry.get("headline", ""), Shape(entry["shape"]), found),
        level_words=tuple((Level(key), tables.pair(words[key])) for key in words),
        theme=FigureTheme(entry.get("theme", FigureTheme.OTHER)),
    )


def _ceiling(found: tuple[Series, ...]) -> float | None:
    """Return the last official target of any series, None when there is none."""
    targets = [p for s in found for p in s.points if p.status is Status.TARGET]
    return targets[-1].value if targets else None


def _headline(choice: str, shape: Shape, found: tuple[Series, ...]) -> Point | None:
    points = found[0].points
    if choice == "highest":
        return max(points, key=lambda point: point.value or 0.0)
    if choice == "total":
        return series.total_footprint()
    # Waste: the newest point of the main series is the target, not a result.
    results = [
        p for p in points if p.value is not None and p.status is not Status.TARGET
    ]
    return results[0] if shape is Shape.SHARES else results[-1]
