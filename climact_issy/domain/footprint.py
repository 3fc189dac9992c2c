"""What a gesture changes, in two books that no code path ever adds.

The footprint is what a person's consumption causes anywhere. The territorial book is
what the city's climate budget can see. They are two types on purpose: neither can be
added, compared or converted into the other.
"""

from dataclasses import dataclass

from climact_issy.domain.actions import Action, Boundary, Saving
from climact_issy.domain.errors import BadInput

GRAMS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class FootprintSaving:
    """CO2e that a person's footprint is spared.

    Attributes:
        central_kgco2e: central value.
        low_kgco2e: low end, None where the source gives none; may be negative.
        high_kgco2e: high end, None where the source gives none.
    """

    central_kgco2e: float
    low_kgco2e: float | None
    high_kgco2e: float | None


@dataclass(frozen=True, slots=True, eq=False)
class TerritorialSaving:
    """What the city's climate budget may see of a gesture: bounds, never a share.

    Attributes:
        boundary: our reading of the published rule.
        least_kgco2e: lower bound, None when nothing can be said.
        most_kgco2e: upper bound, None when nothing can be said.
    """

    boundary: Boundary
    least_kgco2e: float | None
    most_kgco2e: float | None

    @property
    def is_known(self) -> bool:
        """Whether bounds can be published at all."""
        return self.most_kgco2e is not None


@dataclass(frozen=True, slots=True, eq=False)
class Impact:
    """Both books of one gesture, side by side.

    Attributes:
        footprint: None where no saving is published.
        territorial: always says what can be said, bounds or not.
    """

    footprint: FootprintSaving | None
    territorial: TerritorialSaving


def impact(action: Action, quantity: float | None = None) -> Impact:
    """Return what a quantity of an action changes in each book.

    Args:
        action: an action of the catalogue.
        quantity: in the action's unit; None = its default, once when it has none.

    Raises:
        BadInput: the quantity is outside the bounds of the action.
    """
    amount = _amount(action, quantity)
    return Impact(
        _footprint(action.saving, amount),
        _territorial(action.boundary, action.saving, amount),
    )


def grams(kgco2e: float) -> int:
    """Return a mass as whole grams, as the ledger keeps it."""
    return round(kgco2e * GRAMS)


def _amount(action: Action, quantity: float | None) -> float:
    bounds = action.quantity
    if bounds is None:
        if quantity not in {None, 1}:
            raise BadInput(quantity=quantity)
        return 1.0
    amount = bounds.default if quantity is None else quantity
    # Written so that NaN, which compares false with everything, is refused.
    if not bounds.minimum <= amount <= bounds.maximum:
        raise BadInput(quantity=amount)
    return amount


def _footprint(saving: Saving | None, amount: float) -> FootprintSaving | None:
    if saving is None:
        return None
    low, high = saving.low_kgco2e, saving.high_kgco2e
    return FootprintSaving(
        central_kgco2e=saving.central_kgco2e * amount,
        low_kgco2e=None if low is None else low * amount,
        high_kgco2e=None if high is None else high * amount,
    )


def _territorial(
    boundary: Boundary, saving: Saving | None, amount: float
) -> TerritorialSaving:
    """Bound what the budget sees.

    NO is exactly 0. PARTLY and YES lie between 0 and the whole saving: factors are
    life-cycle values, so that even a saving the budget sees (YES) has an upstream
    part outside the commune, whose share nobody publishes. UNCLEAR says nothing.
    """
    if boundary is Boundary.NO:
        return TerritorialSaving(boundary, 0.0, 0.0)
    if boundary is Boundary.UNCLEAR or saving is None:
        return TerritorialSaving(boundary, None, None)
    high = saving.high_kgco2e
    most = saving.central_kgco2e if high is None else high
    return TerritorialSaving(boundary, 0.0, max(0.0, most * amount))
