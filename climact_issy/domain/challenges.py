"""Challenges: what kinds there are, and what each of them needs to be complete."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from climact_issy.domain.errors import BadInput

Pair = tuple[str, str]


class Kind(StrEnum):
    """What people do together in a challenge."""

    GOAL = "goal"
    """A number of gestures, all together."""
    RACE = "race"
    """Points per participant, between neighbourhoods or teams."""
    PLEDGE = "pledge"
    """A promise kept for some days, with a check-in for each."""
    EVENT = "event"
    """Being there, shown by a code."""
    HABIT = "habit"
    """Some days with a gesture in a period; nothing breaks on a day without."""


class Scope(StrEnum):
    """Whose gestures count, and between whom a race is."""

    EVERYONE = "everyone"
    NEIGHBOURHOOD = "neighbourhood"
    TEAM = "team"
    """The teams of a race; the owning team in every other kind."""


COUNTING: Final = frozenset({Kind.GOAL, Kind.RACE, Kind.HABIT})
"""Kinds that count gestures of the catalogue."""

JOINED: Final = frozenset({Kind.PLEDGE, Kind.HABIT})
"""Kinds that a person joins and completes alone."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a kind allows.

    Attributes:
        scopes: its scopes.
        least_days: shortest duration, in days.
        has_target: whether it needs a target; else the target is 0.
        has_effort: whether completing it is awarded, by an effort band.
        needs_actions: whether it counts actions of the catalogue.
        needs_place: whether it happens somewhere.
    """

    scopes: frozenset[Scope]
    least_days: int
    has_target: bool = False
    has_effort: bool = False
    needs_actions: bool = False
    needs_place: bool = False


_OPEN: Final = frozenset({Scope.EVERYONE, Scope.TEAM})
_BETWEEN: Final = frozenset({Scope.NEIGHBOURHOOD, Scope.TEAM})
BOUNDS: Final[Mapping[Kind, Bounds]] = MappingProxyType(
    {
        Kind.GOAL: Bounds(_OPEN, 3, has_target=True, needs_actions=True),
        # Whoever came less than two weeks ago counts only where they help: a
        # shorter race would be one of newcomers.
        Kind.RACE: Bounds(_BETWEEN, 21, needs_actions=True),
        Kind.PLEDGE: Bounds(_OPEN, 3, has_target=True, has_effort=True),
        Kind.EVENT: Bounds(
            frozenset({Scope.EVERYONE}), 1, has_effort=True, needs_place=True
        ),
        Kind.HABIT: Bounds(
            _OPEN, 3, has_target=True, has_effort=True, needs_actions=True
        ),
    }
)

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SLUG_LENGTH: Final = 80
TITLE_LENGTH: Final = 80
SUMMARY_LENGTH: Final = 400
PLACE_LENGTH: Final = 160
MOST_DAYS: Final = 183
MOST_TARGET: Final = 1_000_000
EFFORTS: Final = range(1, 6)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that is said of a challenge before it lives.

    Attributes:
        slug: in its address.
        kind: what people do.
        scope: whose gestures count.
        title: (French, English).
        summary: one sentence, (French, English).
        starts_on: first civic day.
        ends_on: last civic day, inclusive.
        actions: slugs of the actions it counts or is about.
        target: gestures (goal), days (habit), check-ins (pledge), 0 for others.
        effort: band of its award, 0 for none.
        place: where, for an event.
        icon: of the sprite.
        owner_team: slug of the team that proposes it, "" for the prototype's own.
        template: slug of its template, "" for none.
        is_demo: a labelled demo challenge.
    """

    slug: str
    kind: Kind
    scope: Scope
    title: Pair
    summary: Pair
    starts_on: date
    ends_on: date
    actions: tuple[str, ...] = ()
    target: int = 0
    effort: int = 0
    place: str = ""
    icon: str = "flag"
    owner_team: str = ""
    template: str = ""
    is_demo: bool = False

    @property
    def days(self) -> int:
        """How many civic days it lasts."""
        return (self.ends_on - self.starts_on).days + 1


def checked(draft: Draft, known_actions: Container[str]) -> Draft:
    """Return a draft that is complete and possible.

    Args:
        draft: the draft.
        known_actions: slugs of the actions that can be noted.

    Raises:
        BadInput: code "challenge_field"; its value `field` names the first field
            that is missing, too long or impossible.
    """
    for field, is_fine in _checks(draft, known_actions):
        if not is_fine:
            code = "challenge_field"
            raise BadInput(code, field=field)
    return draft


def _checks(draft: Draft, known: Container[str]) -> list[tuple[str, bool]]:
    bounds = BOUNDS[draft.kind]
    needs_team = draft.scope is Scope.TEAM and draft.kind is not Kind.RACE
    return [
        ("slug", _is_slug(draft.slug)),
        ("title", all(_is_text(text, 3, TITLE_LENGTH) for text in draft.title)),
        ("summary", all(_is_text(text, 10, SUMMARY_LENGTH) for text in draft.summary)),
        ("scope", draft.scope in bounds.scopes),
        ("team", not needs_team or bool(draft.owner_team)),
        ("dates", bounds.least_days <= draft.days <= MOST_DAYS),
        ("target", _is_target(draft, bounds)),
        ("effort", draft.effort in EFFORTS if bounds.has_effort else not draft.effort),
        ("actions", _are_actions(draft, bounds, known)),
        ("place", _is_text(draft.place, 3 if bounds.needs_place else 0, PLACE_LENGTH)),
    ]


def _is_slug(text: str) -> bool:
    return len(text) <= SLUG_LENGTH and SLUG.fullmatch(text) is not None


def _is_text(text: str, least: int, most: int) -> bool:
    # Python calls the no-break spaces of French typography unprintable.
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    is_clean = plain.isprintable() and plain == plain.strip()
    return is_clean and least <= len(text) <= most


def _is_target(draft: Draft, bounds: Bounds) -> bool:
    if not bounds.has_target:
        return draft.target == 0
    # A habit and a pledge advance by one a day at most.
    most = draft.days if draft.kind in JOINED else MOST_TARGET
    return 1 <= draft.target <= most


def _are_actions(draft: Draft, bounds: Bounds, known: Container[str]) -> bool:
    if bounds.needs_actions and not draft.actions:
        return False
    is_once = len(set(draft.actions)) == len(draft.actions)
    return is_once and all(action in known for action in draft.actions)
