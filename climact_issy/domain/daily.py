"""The action of the day: a pure and published rule with a true reason.

Rule. (1) Keep the actions noted by use that fit the person, are in season and ask an
effort of at most 3. (2) On even days keep every second action of the catalogue, on odd
days the others, so that no action comes two days running. (3) List the reasons that
hold for at least one of them; the number of the day picks the reason, then the action.
It knows the calendar and published averages: neither the weather nor today's air,
unless demo mode passes its demo series in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from climact_issy.domain.actions import Action, Boundary, Kind, Theme
from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import Situation

MOST_EFFORT: Final = 3
WEEKEND_MINUTES: Final = 20
SATURDAY: Final = 5
GOOD_AIR: Final = 2
"""Largest index of a day that the demo calls good (scale 1 to 6)."""
BUDGET: Final = "budget-climat"
ELECTRICITY_PROFILE: Final = "electricite-mois-heure"
ON_FOOT_OR_BIKE: Final = frozenset({"walk", "bike"})


class Reason(StrEnum):
    """Why this action today; each one is checked before it is given."""

    DEMO_AIR = "demo_air"
    """The demo air index is good (values: index)."""
    SEASON = "season"
    """It makes sense in some months only, this one included (values: month)."""
    ELECTRICITY_PEAK = "electricity_peak"
    """This month's average peak hour (values: month, hour, g_per_kwh)."""
    BUDGET_ABOVE_CEILING = "budget_above_ceiling"
    """The climate budget is above its ceiling and may see it (values: year,
    value, ceiling)."""
    WORKDAY_TRIP = "workday_trip"
    """A trip, on a day from Monday to Friday (values: weekday)."""
    WEEKEND_TIME = "weekend_time"
    """It takes a while, on a Saturday or Sunday (values: weekday, minutes)."""
    TURN = "turn"
    """Its turn in the catalogue (no values)."""


@dataclass(frozen=True, slots=True)
class Overshoot:
    """The climate budget's newest result against its official ceiling.

    Attributes:
        year: period of the result.
        value: result, in tCO2e.
        ceiling: official ceiling, in tCO2e.
    """

    year: str
    value: float
    ceiling: float


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is really known on a day.

    Attributes:
        electricity: mean gCO2/kWh by (month 1-12, hour 0-23), empty when unknown.
        budget: newest result of the climate budget, None when unknown.
        demo_air_index: demo mode only; None everywhere else.
    """

    electricity: Mapping[tuple[int, int], float] = field(
        default_factory=dict[tuple[int, int], float]
    )
    budget: Overshoot | None = None
    demo_air_index: int | None = None


@dataclass(frozen=True, slots=True)
class DailyChoice:
    """The action of a day and why.

    Attributes:
        action_slug: action of the catalogue.
        reason: the true reason, whose sentence presenters write.
        values: what that sentence needs.
    """

    action_slug: str
    reason: Reason
    values: Mapping[str, str | int | float]


def choose(
    catalogue: Sequence[Action],
    day: date,
    situation: Situation,
    knowledge: Knowledge,
) -> DailyChoice:
    """Return the action of the day for a person.

    Args:
        catalogue: every action, in its published order.
        day: civic day.
        situation: what the person said; an action that needs an answer they did not
            give is left out.
        knowledge: what is really known.

    Raises:
        NotFound: the catalogue holds no action that anybody could note this month.
    """
    number = day.toordinal()
    candidates = _candidates(catalogue, day, situation)
    if not candidates:
        raise NotFound(action="daily")
    reasons = {
        reason: found
        for reason in Reason
        if (found := [a for a in candidates if _holds(reason, a, day, knowledge)])
    }
    picked = list(reasons)[number % len(reasons)]
    # Days of one reason come len(reasons) apart: the quotient walks through them all.
    suited = reasons[picked]
    action = suited[number // len(reasons) % len(suited)]
    return DailyChoice(action.slug, picked, _values(picked, action, day, knowledge))


def peak_hour(
    electricity: Mapping[tuple[int, int], float], month: int
) -> tuple[int, float] | None:
    """Return the hour of a month with the highest mean, with that mean.

    Args:
        electricity: mean gCO2/kWh by (month, hour).
        month: 1 to 12.
    """
    hours = [(g, -hour) for (m, hour), g in electricity.items() if m == month]
    if not hours:
        return None
    most, negative_hour = max(hours)
    return -negative_hour, most


def _candidates(
    catalogue: Sequence[Action], day: date, situation: Situation
) -> list[Action]:
    """Keep what the person can note today, by parity of the day where possible."""
    able = [
        (position, action)
        for position, action in enumerate(catalogue)
        if action.is_loggable
        and action.is_in_season(day.month)
        and action.applicability.fits(situation)
    ]
    light = [
        (position, action)
        for position, action in able
        if action.kind is Kind.PER_USE and action.effort <= MOST_EFFORT
    ]
    chosen = light or able
    parity = day.toordinal() % 2
    return _actions(p for p in chosen if p[0] % 2 == parity) or _actions(chosen)


def _actions(pairs: Iterable[tuple[int, Action]]) -> list[Action]:
    return [action for _, action in pairs]


def _holds(reason: Reason, action: Action, day: date, known: Knowledge) -> bool:
    """Whether a reason is true of an action on a day."""
    is_trip = action.theme is Theme.TRANSPORT
    is_weekend = day.weekday() >= SATURDAY
    may_count = action.boundary in {Boundary.YES, Boundary.PARTLY}
    answers = {
        Reason.DEMO_AIR: (
            _is_air_good(known) and is_trip and action.icon in ON_FOOT_OR_BIKE
        ),
        Reason.SEASON: bool(action.months),
        Reason.ELECTRICITY_PEAK: (
            peak_hour(known.electricity, day.month) is not None
            and ELECTRICITY_PROFILE in action.indicators
        ),
        Reason.BUDGET_ABOVE_CEILING: _is_over(known) and may_count,
        Reason.WORKDAY_TRIP: is_trip and not is_weekend,
        Reason.WEEKEND_TIME: is_weekend and action.minutes >= WEEKEND_MINUTES,
        Reason.TURN: True,
    }
    return answers[reason]


def _is_air_good(known: Knowledge) -> bool:
    return known.demo_air_index is not None and known.demo_air_index <= GOOD_AIR


def _is_over(known: Knowledge) -> bool:
    return known.budget is not None and known.budget.value > known.budget.ceiling


def _values(
    reason: Reason, action: Action, day: date, known: Knowledge
) -> dict[str, str | int | float]:
    """Return what the sentence of a reason needs; the reason holds."""
    hour, grams = peak_hour(known.electricity, day.month) or (0, 0.0)
    over = known.budget or Overshoot("", 0.0, 0.0)
    values: dict[Reason, dict[str, str | int | float]] = {
        Reason.DEMO_AIR: {"index": known.demo_air_index or 0},
        Reason.SEASON: {"month": day.month},
        Reason.ELECTRICITY_PEAK: {
            "month": day.month,
            "hour": hour,
            "g_per_kwh": grams,
        },
        Reason.BUDGET_ABOVE_CEILING: {
            "year": over.year,
            "value": over.value,
            "ceiling": over.ceiling,
        },
        Reason.WORKDAY_TRIP: {"weekday": day.weekday()},
        Reason.WEEKEND_TIME: {"weekday": day.weekday(), "minutes": action.minutes},
        Reason.TURN: {},
    }
    return values[reason]
