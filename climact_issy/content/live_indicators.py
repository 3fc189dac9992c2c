"""The figures that sources renew: described here, their values are in the database."""

from dataclasses import dataclass
from functools import cache

from climact_issy.content import release, tables
from climact_issy.domain.actions import Action
from climact_issy.domain.errors import NotFound
from climact_issy.domain.indicators import (
    Classes,
    FigureTheme,
    Grade,
    Indicator,
    Level,
    Series,
    Shape,
)
from climact_issy.domain.observations import SeriesKey
from climact_issy.domain.possible import Possible


@dataclass(frozen=True, slots=True)
class Told:
    """How the newest value of a figure is said.

    Attributes:
        now: (French, English) while it may be called "now", with {value}.
        then: (French, English) later on, with {value} and {day}.
    """

    now: tables.Pair
    then: tables.Pair


@cache
def live_indicators() -> tuple[Indicator, ...]:
    """Return the live figures, each with one series that has no point yet."""
    found = tables.table(tables.FOLDER / "live_indicators.toml")["indicator"]
    return tuple(_indicator(entry) for entry in found)


@cache
def told(slug: str) -> Told:
    """Return the sentences of a live figure, empty ones where it has none."""
    for entry in tables.table(tables.FOLDER / "live_indicators.toml")["indicator"]:
        if entry["slug"] == slug and "now" in entry:
            return Told(tables.pair(entry["now"]), tables.pair(entry["then"]))
    return Told(tables.NONE, tables.NONE)


@cache
def missing(slug: str) -> tables.Pair:
    """Return what a live figure waits for before it can have any value."""
    for entry in tables.table(tables.FOLDER / "live_indicators.toml")["indicator"]:
        if entry["slug"] == slug and "missing" in entry:
            return tables.pair(entry["missing"])
    return tables.NONE


def by_slug(slug: str) -> Indicator:
    """Return one live figure.

    Raises:
        NotFound: none has this slug.
    """
    for indicator in live_indicators():
        if indicator.slug == slug:
            return indicator
    raise NotFound(indicator=slug)


def is_live(slug: str) -> bool:
    """Whether a live figure has this slug."""
    return slug in keys()


def slugs() -> tuple[str, ...]:
    """Return the slugs of the live figures, in their published order."""
    return tuple(keys())


@cache
def keys() -> dict[str, SeriesKey]:
    """Return what each live figure measures where, by slug."""
    found = tables.table(tables.FOLDER / "live_indicators.toml")["indicator"]
    return {
        entry["slug"]: SeriesKey(entry["slug"], "main", entry["place_slug"])
        for entry in found
    }


def moved_by(action: Action) -> tuple[Indicator, ...]:
    """Return the live figures that an action moves, without any value."""
    return tuple(
        found for found in live_indicators() if found.slug in action.indicators
    )


@cache
def unit_codes() -> dict[str, str]:
    """Return the unit in which the values of each live figure are kept, by slug."""
    found = tables.table(tables.FOLDER / "live_indicators.toml")["indicator"]
    return {entry["slug"]: entry.get("unit_code", entry["unit"][0]) for entry in found}


@cache
def possible(slug: str) -> Possible:
    """Return what the values of a live figure may be.

    Raises:
        NotFound: no live figure has this slug.
    """
    classes = by_slug(slug).classes
    if classes is not None:
        last = classes.first + len(classes.grades) - 1
        return Possible(classes.first, last, is_class=True)
    found = tables.table(tables.FOLDER / "live_indicators.toml")["indicator"]
    low, high = next(each["possible"] for each in found if each["slug"] == slug)
    return Possible(low, high)


def _indicator(entry: tables.Table) -> Indicator:
    return Indicator(
        slug=entry["slug"],
        icon=entry["icon"],
        title=tables.pair(entry["title"]),
        place=tables.pair(entry["place"]),
        unit=tables.pair(entry["unit"]),
        digits=entry["digits"],
        shape=Shape(entry.get("shape", Shape.HOURS)),
        series=(Series("main", tables.pair(entry["title"]), ()),),
        ceiling=entry.get("ceiling"),
        ceiling_label=tables.pair(entry.get("ceiling_label", ["", ""])),
        lower_is_better=entry.get("lower_is_better"),
        source=entry["source"],
        source_url=entry["source_url"],
        licence=entry["licence"],
        version=entry["version"],
        retrieved_on=release.retrieved_on(),
        explanation=tables.pair(entry["explanation"]),
        caveat=tables.pair(entry["caveat"]),
        theme=FigureTheme(entry.get("theme", FigureTheme.OTHER)),
        classes=_classes(entry) if "classes" in entry else None,
        unit_of_one=tables.pair(entry.get("unit_of_one", tables.NONE)),
    )


def _classes(entry: tables.Table) -> Classes:
    grades = zip(entry["classes"], entry["levels"], strict=True)
    return Classes(
        scale=tables.pair(entry["scale"]),
        first=entry["first_class"],
        grades=tuple(Grade(tables.pair(word), Level(level)) for word, level in grades),
    )
