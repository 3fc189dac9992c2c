"""Templates of challenges, and the first ones of the prototype, as data.

A template says everything but when: whoever starts from it chooses dates. The first
challenges say in which week after the first start they begin.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from climact_issy.content import actions, tables
from climact_issy.domain.challenges import Draft, Kind, Scope
from climact_issy.domain.civic import DAYS_IN_WEEK, week_of
from climact_issy.domain.errors import NotFound

_TEMPLATES: Final = tables.FOLDER / "challenge_templates.toml"
_FIRST: Final = tables.FOLDER / "challenges.toml"
_NO_DAY: Final = date(2000, 1, 3)


@dataclass(frozen=True, slots=True)
class Template:
    """A challenge to start from.

    Attributes:
        draft: everything but the dates; its slug is that of the template.
        days: how long it usually lasts.
        advice: what whoever runs it should know, (French, English).
    """

    draft: Draft
    days: int
    advice: tables.Pair

    def starting(self, slug: str, starts_on: date, days: int = 0) -> Draft:
        """Return a draft made from it.

        Args:
            slug: of the new challenge.
            starts_on: its first civic day.
            days: how long it lasts; as the template by default.
        """
        last = starts_on + timedelta(days=(days or self.days) - 1)
        return replace(self.draft, slug=slug, starts_on=starts_on, ends_on=last)


@dataclass(frozen=True, slots=True)
class First:
    """One of the first challenges.

    Attributes:
        draft: everything but the dates.
        week: in which week it starts, 0 for that of the first start.
        days: how long it lasts.
    """

    draft: Draft
    week: int
    days: int

    def starting(self, today: date) -> Draft:
        """Return the draft for a site that starts in the week of a day."""
        starts_on = week_of(today) + timedelta(days=self.week * DAYS_IN_WEEK)
        last = starts_on + timedelta(days=self.days - 1)
        return replace(self.draft, starts_on=starts_on, ends_on=last)


@cache
def templates() -> tuple[Template, ...]:
    """Return every template, in the order of the file."""
    return tuple(
        Template(
            _draft(entry, template=entry["slug"]),
            entry["days"],
            tables.pair(entry["advice"]),
        )
        for entry in tables.table(_TEMPLATES)["template"]
    )


def template(slug: str) -> Template:
    """Return one template.

    Raises:
        NotFound: none has this slug.
    """
    for found in templates():
        if found.draft.slug == slug:
            return found
    raise NotFound(template=slug)


@cache
def first(*, is_demo: bool) -> tuple[First, ...]:
    """Return the challenges that a new site starts with.

    Args:
        is_demo: add those that exist in a demonstration only.
    """
    entries = tables.table(_FIRST)["challenge"]
    return tuple(
        First(replace(_draft(entry), is_demo=is_demo), entry["week"], entry["days"])
        for entry in entries
        if is_demo or not entry.get("only_demo", False)
    )


@cache
def countable() -> frozenset[str]:
    """Return the slugs of the actions that a challenge can count."""
    return frozenset(a.slug for a in actions.catalogue() if a.is_loggable)


def _draft(entry: tables.Table, template: str = "") -> Draft:
    return Draft(
        slug=entry["slug"],
        kind=Kind(entry["kind"]),
        scope=Scope(entry["scope"]),
        title=tables.pair(entry["title"]),
        summary=tables.pair(entry["summary"]),
        starts_on=_NO_DAY,
        ends_on=_NO_DAY,
        actions=tuple(entry.get("actions", ())),
        target=entry.get("target", 0),
        effort=entry.get("effort", 0),
        place=entry.get("place", ""),
        icon=entry["icon"],
        template=template or entry.get("template", ""),
    )
