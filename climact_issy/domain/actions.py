"""What a citizen can do: an action of the catalogue, as a value."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from climact_issy.domain.factors import Factor
from climact_issy.domain.people import Situation


class Kind(StrEnum):
    """How an action is noted."""

    PER_USE = "per_use"
    """By tap, with a quantity."""
    ONE_OFF = "one_off"
    """Once a season, asked twice."""
    YEARLY = "yearly"
    """Shown with its yearly figure, not noted until pledges exist."""


class Theme(StrEnum):
    """The part of life an action belongs to."""

    TRANSPORT = "transport"
    FOOD = "food"
    ENERGY = "energy"
    WATER = "water"
    WASTE = "waste"
    PURCHASES = "purchases"
    DIGITAL = "digital"
    TOGETHER = "together"


class Boundary(StrEnum):
    """Whether the city's climate budget can see the saving (our reading)."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNCLEAR = "unclear"


class Period(StrEnum):
    """Over what a cadence counts."""

    DAY = "day"
    WEEK = "week"
    SEASON = "season"


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often an action may be noted: `times` per `period` (editorial)."""

    times: int
    period: Period


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much of an action was done.

    Attributes:
        unit: (French, English) short unit, e.g. ("km", "km").
        default: what one tap notes.
        step: what + and - change.
        minimum: smallest accepted, inclusive.
        maximum: largest accepted, inclusive.
    """

    unit: tuple[str, str]
    default: float
    step: float
    minimum: float
    maximum: float


@dataclass(frozen=True, slots=True)
class Saving:
    """CO2e avoided per unit of quantity, in kgCO2e; footprint of the person.

    Attributes:
        central_kgco2e: central value.
        low_kgco2e: low end, None where the source gives none.
        high_kgco2e: high end, None where the source gives none.
        formula: (French, English) how it is computed, in words and factor values.
        factors: the factors of the formula, first the baseline.
    """

    central_kgco2e: float
    low_kgco2e: float | None
    high_kgco2e: float | None
    formula: tuple[str, str]
    factors: tuple[Factor, ...] = ()

    def is_stale(self, today: date) -> bool:
        """Whether any factor of the formula is past its best-before day."""
        return any(factor.is_stale(today) for factor in self.factors)


@dataclass(frozen=True, slots=True)
class Applicability:
    """Who can do it; None = does not matter (editorial).

    Attributes:
        tenant: True = for tenants, False = for owners only.
        car: True = only with a car at hand, False = only without.
        garden: True = needs a garden or balcony.
        shared_heating: True = needs collective heating, False = own heating.
    """

    tenant: bool | None = None
    car: bool | None = None
    garden: bool | None = None
    shared_heating: bool | None = None

    def fits(self, situation: Situation) -> bool | None:
        """Whether a person can do it; None while an answer that decides is missing."""
        asked = (
            (self.tenant, situation.is_tenant),
            (self.car, situation.has_car),
            (self.garden, situation.has_garden),
            (self.shared_heating, situation.has_shared_heating),
        )
        needed = [(wanted, answer) for wanted, answer in asked if wanted is not None]
        if any(
            answer is not None and answer is not wanted for wanted, answer in needed
        ):
            return False
        return None if any(answer is None for _, answer in needed) else True


@dataclass(frozen=True, slots=True)
class Action:
    """One action somebody would be glad to tell a neighbour about.

    Attributes:
        slug: address and ledger subject; never renamed.
        source_id: row of co2/climate_actions.csv, "" when the action is ours.
        kind: how it is noted.
        theme: part of life.
        icon: icon of the sprite.
        title: (French, English), an infinitive, at most 48 characters.
        how: (French, English) one sentence.
        why: (French, English) one sentence.
        effort: band 1 (easy) to 5 (a real change); points follow it.
        minutes: extra minutes it takes, for the fairness of the catalogue.
        cadence: how often it counts.
        quantity: how much; None for one-off and yearly actions.
        saving: None where no saving is published (never invented).
        saving_note: (French, English) why there is no saving, or its caveat.
        boundary: whether the city's climate budget sees it.
        boundary_note: (French, English) one sentence of explanation.
        applicability: who can do it.
        supersedes: source_ids of the actions whose saving this one's already holds,
            as its source says.
        months: months (1-12) in which it makes sense; empty = all year.
        indicators: slugs of the indicators it moves.
        cool_down_days: days from one gesture to the next, 0 where the rhythm is
            enough (editorial).
        times_a_year: how often somebody who keeps it does it, None = once a week
            in its months (editorial).
    """

    slug: str
    source_id: str
    kind: Kind
    theme: Theme
    icon: str
    title: tuple[str, str]
    how: tuple[str, str]
    why: tuple[str, str]
    effort: int
    minutes: int
    cadence: Cadence
    quantity: Quantity | None
    saving: Saving | None
    saving_note: tuple[str, str]
    boundary: Boundary
    boundary_note: tuple[str, str]
    applicability: Applicability = field(default_factory=Applicability)
    supersedes: tuple[str, ...] = ()
    months: frozenset[int] = frozenset()
    indicators: tuple[str, ...] = ()
    cool_down_days: int = 0
    times_a_year: int | None = None

    @property
    def is_loggable(self) -> bool:
        """Whether a gesture can be noted today (yearly ones wait for pledges)."""
        return self.kind is not Kind.YEARLY

    def is_in_season(self, month: int) -> bool:
        """Whether it makes sense in a month (1-12)."""
        return not self.months or month in self.months
