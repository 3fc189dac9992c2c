"""The rules of the weather of the climate, as data: what is watched, what is said."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from climact_issy.content import live_indicators, tables
from climact_issy.domain.challenges import Draft, Kind, Scope
from climact_issy.domain.errors import NotFound
from climact_issy.domain.indicators import Classes
from climact_issy.domain.observations import SeriesKey
from climact_issy.domain.weather_rules import Check, Condition, Mode, Span, WeatherRule

_FILE: Final = tables.FOLDER / "weather_rules.toml"
_NO_DAY: Final = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Told:
    """How one condition is said.

    Attributes:
        measured: name of the figure, (French, English).
        when: the condition in words, (French, English).
        name: the official threshold, or that there is none, (French, English).
        name_url: its source, "" without one.
        reason: what was measured, (French, English), with {value}, {unit} and {time}.
        beside: what it was compared with, (French, English), with {limit} and {unit};
            empty where the limit is a published one.
        unit: short unit, (French, English); empty where `classes` name the values.
        classes: the official words, of values that are classes.
    """

    measured: tables.Pair
    when: tables.Pair
    name: tables.Pair
    name_url: str
    reason: tables.Pair
    beside: tables.Pair
    unit: tables.Pair
    classes: Classes | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule with its words.

    Attributes:
        rule: what decides.
        icon: of the sprite.
        title: what is going on when it opens, (French, English).
        advice: that official advice exists, (French, English); empty where none is due.
        advice_url: where it is, "" without one.
        told: how each condition is said, in their order.
    """

    rule: WeatherRule
    icon: str
    title: tables.Pair
    advice: tables.Pair
    advice_url: str
    told: tuple[Told, ...]

    def told_of(self, key: SeriesKey) -> Told:
        """Return how the condition on a figure is said; the first where it is gone."""
        pairs = zip(self.rule.conditions, self.told, strict=True)
        return next((said for c, said in pairs if c.key == key), self.told[0])


@cache
def entries() -> tuple[Entry, ...]:
    """Return every rule, in the order of the file."""
    return tuple(_entry(found) for found in tables.table(_FILE)["rule"])


def by_slug(slug: str) -> Entry:
    """Return one rule.

    Raises:
        NotFound: none has this slug.
    """
    for entry in entries():
        if entry.rule.slug == slug:
            return entry
    raise NotFound(weather_rule=slug)


def watching(indicator: str) -> tuple[Entry, ...]:
    """Return the rules that watch a figure."""
    return tuple(
        entry
        for entry in entries()
        if any(c.key.indicator == indicator for c in entry.rule.conditions)
    )


def _entry(found: tables.Table) -> Entry:
    conditions = found["condition"]
    rule = WeatherRule(
        slug=found["slug"],
        conditions=tuple(_condition(each) for each in conditions),
        mode=Mode(found["mode"]),
        rest_days=found["rest_days"],
        days=found["days"],
        draft=_draft(found),
    )
    return Entry(
        rule=rule,
        icon=found["icon"],
        title=tables.pair(found["title"]),
        advice=tables.pair(found["advice"]),
        advice_url=found["advice_url"],
        told=tuple(_told(each) for each in conditions),
    )


def _condition(found: tables.Table) -> Condition:
    check = next(check for check in Check if check.value in found)
    return Condition(
        key=SeriesKey(found["indicator"], "main", found["place"]),
        span=Span(found["span"]),
        check=check,
        limit=float(found[check.value]),
        runs=found.get("runs", 1),
        past_days=found.get("past_days", 0),
    )


def _told(found: tables.Table) -> Told:
    return Told(
        measured=tables.pair(found["measured"]),
        when=tables.pair(found["when"]),
        name=tables.pair(found["name"]),
        name_url=found["name_url"],
        reason=tables.pair(found["reason"]),
        beside=tables.pair(found.get("beside", ["", ""])),
        unit=tables.pair(found.get("unit", ["", ""])),
        classes=live_indicators.by_slug(found["indicator"]).classes,
    )


def _draft(found: tables.Table) -> Draft:
    said = found["challenge"]
    return Draft(
        slug=found["slug"],
        kind=Kind(said["kind"]),
        scope=Scope(said["scope"]),
        title=tables.pair(said["title"]),
        summary=tables.pair(said["summary"]),
        starts_on=_NO_DAY,
        ends_on=_NO_DAY,
        actions=tuple(said["actions"]),
        target=said["target"],
        effort=said["effort"],
        icon=found["icon"],
    )
