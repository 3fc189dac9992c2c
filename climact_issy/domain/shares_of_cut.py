"""What people who keep an action for a year could change, beside what is needed.

One rhythm for all: a tap's quantity, once a week in the months of the action, so that
nobody is imagined to do it all day long (a meat-free meal at each of its fourteen meals
a week would spare more than the model's whole food). An action of another rhythm says
so (`Action.times_a_year`); a yearly or a one-off action is done once.

Nothing here was measured and no range adds up: yearly actions overlap.
"""

from dataclasses import dataclass
from typing import Final

from climact_issy.domain.actions import Action, Kind
from climact_issy.domain.errors import BadInput
from climact_issy.domain.footprint import FootprintSaving, impact

WEEKS_IN_YEAR: Final = 52
MONTHS_IN_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Range:
    """What the city's climate budget might see less in a year, in kgCO2e.

    Attributes:
        low_kgco2e: least, 0 where no larger low end is published.
        high_kgco2e: most, never below the least.
    """

    low_kgco2e: float
    high_kgco2e: float


def times_a_year(action: Action) -> int:
    """Return how many times somebody who keeps an action does it in a year."""
    if action.kind is not Kind.PER_USE:
        return 1
    if action.times_a_year is not None:
        return action.times_a_year
    months = len(action.months) or MONTHS_IN_YEAR
    return round(WEEKS_IN_YEAR * months / MONTHS_IN_YEAR)


def yearly_range(action: Action, people: int) -> Range | None:
    """Bound what people keeping an action for a year change in the city's budget.

    What the budget sees in part, or sees with a part emitted outside the commune,
    counts from 0 to the whole value; what it does not see counts 0.

    Args:
        action: an action of the catalogue.
        people: how many people keep it, 0 or more.

    Returns:
        None where nothing is published, or where nobody knows what the budget sees.

    Raises:
        BadInput: fewer than no people.
    """
    if people < 0:
        raise BadInput(people=people)
    seen = impact(action).territorial
    if seen.least_kgco2e is None or seen.most_kgco2e is None:
        return None
    times = times_a_year(action) * people
    return Range(seen.least_kgco2e * times, seen.most_kgco2e * times)


def yearly_footprint(action: Action) -> FootprintSaving | None:
    """Return what one person keeping an action for a year spares their footprint.

    Returns:
        None where no saving is published. The ends stay None where the source gives
        none.
    """
    once = impact(action).footprint
    if once is None:
        return None
    times = times_a_year(action)
    low, high = once.low_kgco2e, once.high_kgco2e
    return FootprintSaving(
        central_kgco2e=once.central_kgco2e * times,
        low_kgco2e=None if low is None else low * times,
        high_kgco2e=None if high is None else high * times,
    )


def share_of(found: Range, needed_kg: float) -> tuple[float, float]:
    """Return a range as shares of what is needed, low and high; 1.0 is all of it.

    Args:
        found: what might change in a year.
        needed_kg: what must change in a year, in kgCO2e, above 0.

    Raises:
        BadInput: nothing is needed, so that nothing has a share of it.
    """
    # Written so that NaN, which compares false with everything, is refused.
    if not needed_kg > 0:
        raise BadInput(needed_kg=needed_kg)
    return found.low_kgco2e / needed_kg, found.high_kgco2e / needed_kg
