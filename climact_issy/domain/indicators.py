"""A climate figure of a place and a period, with its series and its source."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How a published value was obtained."""

    PUBLISHED = "published"
    ROUNDED = "rounded"
    DERIVED = "derived"
    PROVISIONAL = "provisional"
    TARGET = "target"


class Level(StrEnum):
    """A level in words; NONE where no official ceiling or threshold exists."""

    GOOD = "good"
    WATCH = "watch"
    ACT = "act"
    NONE = "none"


class FigureTheme(StrEnum):
    """What a figure is about; OTHER where its content does not say."""

    CLIMATE = "climate"
    ENERGY = "energy"
    TRAVEL = "travel"
    AIR = "air"
    WATER = "water"
    WASTE = "waste"
    OTHER = "other"


class Shape(StrEnum):
    """How a series is drawn."""

    STAIRS = "stairs"
    LINE = "line"
    BARS = "bars"
    PROFILE = "profile"
    STRIPES = "stripes"
    SHARES = "shares"
    HOURS = "hours"
    DAYS = "days"
    CLASSES = "classes"


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series.

    Attributes:
        period: "2024", "2024-03", or "1-18" (month-hour of a profile).
        label: (French, English) name of the period or item.
        value: in the unit of the series; None = a gap, which stays a gap.
        status: how it was obtained.
        source_url: where this very value was read, "" = the indicator's source.
        note: remark of the source in its own words, "" when none.
        remark: (French, English) the same for readers, ("", "") when none.
    """

    period: str
    label: tuple[str, str]
    value: float | None
    status: Status = Status.PUBLISHED
    source_url: str = ""
    note: str = ""
    remark: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one measure; several series of an indicator share its unit.

    Attributes:
        key: e.g. "emissions", "ceiling", "page-2025".
        label: (French, English).
        points: in order.
    """

    key: str
    label: tuple[str, str]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """One class of an official scale.

    Attributes:
        word: (French, English) the official word: it is shown instead of a number.
        level: the mark beside it, which is ours.
    """

    word: tuple[str, str]
    level: Level


@dataclass(frozen=True, slots=True)
class Classes:
    """An official scale in words, e.g. that of the ATMO index, the best class first.

    Attributes:
        scale: (French, English) its name.
        first: number of the first class; the others follow one by one.
        grades: the classes, in order.
    """

    scale: tuple[str, str]
    first: int
    grades: tuple[Grade, ...]

    def grade(self, value: float | None) -> Grade | None:
        """Return the class of a value; None for a gap or for what is no class."""
        if value is None or not float(value).is_integer():
            return None
        place = int(value) - self.first
        return self.grades[place] if 0 <= place < len(self.grades) else None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the catalogue, with its bundled series.

    Attributes:
        slug: address.
        icon: icon of the sprite.
        title: (French, English).
        place: (French, English), always shown.
        unit: (French, English) short unit, e.g. ("t CO2e", "t CO2e").
        unit_of_one: (French, English) the same of a single one, ("", "") for no other.
        digits: decimals shown.
        shape: how it is drawn.
        series: the measures; the first is the main one.
        ceiling: official ceiling or threshold in `unit`, None when none exists.
        ceiling_label: (French, English).
        lower_is_better: direction in which it should move, None = no judgement.
        source: producer and title.
        source_url: where to check, "" when none.
        licence: reuse licence with its credit.
        version: version or commit at the source.
        retrieved_on: day the data was gathered.
        explanation: (French, English) one paragraph of plain words.
        caveat: (French, English) what it must not be compared with, "" when none.
        is_demo: exists only in a demo database, labelled on every face.
        headline: the point that stands for a series without a newest one (shares,
            profile); None = the newest.
        level_words: (French, English) of each level, which name the threshold; none
            without one.
        theme: what it is about.
        classes: the official classes that its values are, None for measured values.
    """

    slug: str
    icon: str
    title: tuple[str, str]
    place: tuple[str, str]
    unit: tuple[str, str]
    digits: int
    shape: Shape
    series: tuple[Series, ...]
    ceiling: float | None
    ceiling_label: tuple[str, str]
    lower_is_better: bool | None
    source: str
    source_url: str
    licence: str
    version: str
    retrieved_on: date
    explanation: tuple[str, str]
    caveat: tuple[str, str] = ("", "")
    is_demo: bool = False
    headline: Point | None = None
    level_words: tuple[tuple[Level, tuple[str, str]], ...] = ()
    theme: FigureTheme = FigureTheme.OTHER
    classes: Classes | None = None
    unit_of_one: tuple[str, str] = ("", "")

    @property
    def ceiling_digits(self) -> int:
        """Decimals of the ceiling: a law that says 50 is not written 50.0."""
        is_whole = self.ceiling is None or float(self.ceiling).is_integer()
        return 0 if is_whole else self.digits

    @property
    def latest(self) -> Point | None:
        """The headline, else the newest point of the main series with a value."""
        if self.headline is not None:
            return self.headline
        known = [p for p in self.series[0].points if p.value is not None]
        return known[-1] if known else None
