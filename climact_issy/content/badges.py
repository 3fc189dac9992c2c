"""The badges, and the steps of a neighbourhood, read from badges.toml."""

from functools import cache

from climact_issy.content import actions, tables
from climact_issy.domain.badges import Badge, Lead, Measure

INDICATOR = "indicator"


@cache
def badges() -> tuple[Badge, ...]:
    """Return every badge, in the order of the file."""
    return tuple(_badge(entry) for entry in _file()["badge"])


@cache
def milestones() -> tuple[int, ...]:
    """Return the gestures of a season that a neighbourhood celebrates, growing."""
    return tuple(_file()["milestones"])


def _badge(entry: tables.Table) -> Badge:
    return Badge(
        slug=entry["slug"],
        title=tables.pair(entry["title"]),
        sentence=tables.pair(entry["sentence"]),
        icon=entry["icon"],
        measure=Measure(entry["measure"]),
        levels=tuple(entry["levels"]),
        lead=_lead(entry["leads_to"]),
        actions=_actions(entry),
    )


def _lead(entry: tables.Table) -> Lead:
    slug = entry.get(INDICATOR, "")
    return Lead(INDICATOR if slug else entry["page"], slug, tables.pair(entry["label"]))


def _actions(entry: tables.Table) -> frozenset[str]:
    """Return the actions that a badge names, and those of the themes it names."""
    themes = entry.get("themes", ())
    return frozenset(
        {actions.by_slug(slug).slug for slug in entry.get("actions", ())}
        | {a.slug for a in actions.catalogue() if a.theme in themes}
    )


def _file() -> tables.Table:
    return tables.table(tables.FOLDER / "badges.toml")
