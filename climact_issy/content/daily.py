"""What the rule of the day may rest on, gathered from the bundled indicators."""

from datetime import date
from functools import cache

from climact_issy.content import actions, demo_indicators, indicators
from climact_issy.domain.daily import DailyChoice, Knowledge, Overshoot, choose
from climact_issy.domain.people import Situation


def of_day(day: date, situation: Situation, *, is_demo: bool) -> DailyChoice:
    """Return the action of a civic day for a person.

    Args:
        day: civic day.
        situation: what the person said of themselves.
        is_demo: whether the demo air index may be used.
    """
    return choose(actions.catalogue(), day, situation, knowledge(day, is_demo=is_demo))


def knowledge(day: date, *, is_demo: bool) -> Knowledge:
    """Return what is known on a day; the air only in demo mode."""
    return Knowledge(
        electricity=_electricity(),
        budget=_budget(),
        demo_air_index=_demo_air(day) if is_demo else None,
    )


@cache
def _electricity() -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for point in indicators.by_slug("electricite-mois-heure").series[0].points:
        month, _, hour = point.period.partition("-")
        if point.value is not None:
            found[int(month), int(hour)] = point.value
    return found


def _budget() -> Overshoot | None:
    indicator = indicators.by_slug("budget-climat")
    latest, ceiling = indicator.latest, indicator.ceiling
    if latest is None or latest.value is None or ceiling is None:
        return None
    return Overshoot(latest.period, latest.value, ceiling)


def _demo_air(day: date) -> int | None:
    air = indicators.by_slug(demo_indicators.AIR, is_demo=True)
    value = demo_indicators.point_of(air, day).value
    return None if value is None else round(value)
