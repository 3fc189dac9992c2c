"""What some residents could change of the city's budget: a game of "what if".

Nothing here was saved by anybody. Actions that lighten the same tonnes are never
chosen together, so that nothing is ever counted twice.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from climact_issy.domain.actions import Action, Boundary, Kind, Theme
from climact_issy.domain.errors import BadInput
from climact_issy.domain.shares_of_cut import yearly_range

USUAL_PEOPLE: Final = 2000
"""People of a simulation that nobody has touched."""
KILOS_PER_TONNE: Final = 1000
_CROWDS: Final = (0, 10, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
_WHOLE: Final = re.compile(r"[0-9]{1,9}")


class Sector(StrEnum):
    """A part of the city's accounts that residents' actions can touch."""

    TRAVEL = "travel"
    BUILDINGS = "buildings"
    WASTE = "waste"


_SECTORS: Final[dict[Theme, Sector]] = {
    Theme.TRANSPORT: Sector.TRAVEL,
    Theme.ENERGY: Sector.BUILDINGS,
    # The budget sees the water of a home by the energy that heats it.
    Theme.WATER: Sector.BUILDINGS,
    # It sees food and goods by the waste they leave.
    Theme.FOOD: Sector.WASTE,
    Theme.WASTE: Sector.WASTE,
    Theme.PURCHASES: Sector.WASTE,
    Theme.DIGITAL: Sector.WASTE,
}


class Overlap(StrEnum):
    """Why two actions cannot be added."""

    CONTAINED = "contained"
    """One holds the other, in the model that gives both figures."""
    YEARLY = "yearly"
    """Both are a whole year of the same part of life."""
    SECTOR = "sector"
    """Both lighten the same part of the accounts."""


@dataclass(frozen=True, slots=True)
class Clash:
    """An action that cannot join the chosen ones.

    Attributes:
        wanted: the action.
        kept: the chosen one it overlaps.
        overlap: why.
    """

    wanted: Action
    kept: Action
    overlap: Overlap


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a choice could change in a year: bounds, never a saving obtained.

    Attributes:
        least_t: lower bound in tCO2e.
        most_t: upper bound in tCO2e.
        least_share: lower bound as a part of the cut that one year asks for, from 0.
        most_share: upper bound, over 1 where it exceeds that cut.
    """

    least_t: float
    most_t: float
    least_share: float
    most_share: float


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The actions by what a simulation may say of them.

    Attributes:
        counted: seen by the accounts and with a published figure.
        without_figure: seen, but nobody published a figure.
        unclear: nobody knows whether the accounts see them.
        not_counted: the accounts do not see them.
    """

    counted: tuple[Action, ...]
    without_figure: tuple[Action, ...]
    unclear: tuple[Action, ...]
    not_counted: tuple[Action, ...]

    def of(self, sector: Sector) -> tuple[Action, ...]:
        """Return the counted actions of a sector."""
        return tuple(a for a in self.counted if sector_of(a) is sector)


def sorted_out(actions: Iterable[Action]) -> Catalogue:
    """Sort actions by what may be said of them, in their order."""
    found = tuple(actions)
    seen = [a for a in found if a.boundary in {Boundary.YES, Boundary.PARTLY}]
    counted = tuple(a for a in seen if yearly_range(a, 1) is not None and sector_of(a))
    return Catalogue(
        counted=counted,
        without_figure=tuple(a for a in seen if a not in counted),
        unclear=tuple(a for a in found if a.boundary is Boundary.UNCLEAR),
        not_counted=tuple(a for a in found if a.boundary is Boundary.NO),
    )


def sector_of(action: Action) -> Sector | None:
    """Return the part of the accounts an action touches, None for no known one."""
    return _SECTORS.get(action.theme)


def overlap(one: Action, other: Action) -> Overlap | None:
    """Say why two actions cannot be added, None when they can."""
    if one.slug == other.slug:
        return None
    if _holds(one, other) or _holds(other, one):
        return Overlap.CONTAINED
    if sector_of(one) is None or sector_of(one) is not sector_of(other):
        return None
    if one.kind is other.kind is Kind.YEARLY and one.theme is other.theme:
        return Overlap.YEARLY
    return Overlap.SECTOR


def _holds(one: Action, other: Action) -> bool:
    return bool(other.source_id) and other.source_id in one.supersedes


def clash(wanted: Action, chosen: Iterable[Action]) -> Clash | None:
    """Return what keeps an action from joining the chosen ones, None for nothing."""
    for kept in chosen:
        found = overlap(wanted, kept)
        if found is not None:
            return Clash(wanted, kept, found)
    return None


def swapped(wanted: Action, chosen: Iterable[Action]) -> tuple[Action, ...]:
    """Return the chosen ones with an action in place of all it overlaps."""
    others = (a for a in chosen if a != wanted and overlap(wanted, a) is None)
    return (*others, wanted)


def estimate(chosen: Sequence[Action], people: int, required_cut_t: float) -> Estimate:
    """Return what a choice could change in a year, if so many people did all of it.

    Args:
        chosen: counted actions that do not overlap.
        people: who takes part, 0 or more.
        required_cut_t: tCO2e the city has to cut in a year.

    Raises:
        BadInput: two of them overlap, one has no figure, or people are negative.
    """
    if people < 0 or any(clash(a, chosen[:n]) for n, a in enumerate(chosen)):
        raise BadInput(people=people)
    least = most = 0.0
    for action in chosen:
        found = yearly_range(action, people)
        if found is None:
            raise BadInput(action=action.slug)
        least += found.low_kgco2e / KILOS_PER_TONNE
        most += found.high_kgco2e / KILOS_PER_TONNE
    needed = max(required_cut_t, 0.0)
    return Estimate(
        least_t=least,
        most_t=most,
        least_share=least / needed if needed else 0.0,
        most_share=most / needed if needed else 0.0,
    )


def crowds(inhabitants: int) -> tuple[int, ...]:
    """Return how many people may take part: nobody, some round numbers, everybody."""
    return (*(n for n in _CROWDS if n < inhabitants), inhabitants)


def nearest(people: int, steps: Sequence[int]) -> int:
    """Return the position of the step nearest to a number of people."""
    return min(range(len(steps)), key=lambda at: abs(steps[at] - people))


def read_people(text: str, steps: Sequence[int]) -> int:
    """Read a number of people from an address; the usual one for anything else."""
    asked = int(text) if _WHOLE.fullmatch(text) else USUAL_PEOPLE
    return steps[nearest(asked, steps)]


def read_actions(text: str, counted: Iterable[Action]) -> tuple[Action, ...]:
    """Read a choice from an address: what is unknown or overlaps is left out.

    Args:
        text: slugs with a full stop between them.
        counted: the actions that may be chosen.
    """
    by_slug = {action.slug: action for action in counted}
    chosen: tuple[Action, ...] = ()
    for slug in text.split("."):
        action = by_slug.get(slug)
        if action and action not in chosen and clash(action, chosen) is None:
            chosen = (*chosen, action)
    return chosen
