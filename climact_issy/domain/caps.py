"""How often an action counts, and when it may be noted again."""

import math
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from climact_issy.domain.actions import Action, Cadence, Period
from climact_issy.domain.civic import DAYS_IN_WEEK, day_bounds, week_of
from climact_issy.domain.seasons import Season

ENTRIES_A_DAY: Final = 40
"""Entries of one action in a day, undone ones included: no endless tap and undo."""


def period_of(period: Period, today: date, season: Season) -> tuple[date, date]:
    """Return the first and last civic day, inclusive, over which a cadence counts.

    A week never reaches before the season: nothing of an older one is held
    against anybody.
    """
    if period is Period.DAY:
        return today, today
    if period is Period.WEEK:
        monday = week_of(today)
        return monday, monday + timedelta(days=DAYS_IN_WEEK - 1)
    return season.starts_on, season.ends_on


def next_instant(
    cadence: Cadence,
    live_days: Iterable[date],
    today: date,
    season: Season,
    *,
    cool_down_days: int = 0,
) -> datetime | None:
    """Return when the action may be noted again, None when it may be now.

    Args:
        cadence: the rhythm of the action.
        live_days: civic day of each gesture of this action that stands, in this
            season.
        today: this civic day.
        season: the season of today.
        cool_down_days: days from one gesture of the action to the next.
    """
    days = list(live_days)
    closed: list[date] = []
    first, last = period_of(cadence.period, today, season)
    if sum(first <= day <= last for day in days) >= cadence.times:
        closed.append(last)
    if cool_down_days and days:
        rest = max(days) + timedelta(days=cool_down_days - 1)
        if rest >= today:
            closed.append(min(rest, season.ends_on))
    return day_bounds(max(closed))[1] if closed else None


def repeat_number(live_days: Iterable[date], today: date) -> int:
    """Return which gesture of an action in this week one more would be, from 1.

    Args:
        live_days: civic day of each gesture of this action that stands.
        today: this civic day.
    """
    monday = week_of(today)
    return 1 + sum(week_of(day) == monday for day in live_days)


def times_a_week(action: Action) -> int:
    """Return how often an action may be noted in one week, Monday to Sunday."""
    cadence, rest = action.cadence, action.cool_down_days
    days = math.ceil(DAYS_IN_WEEK / rest) if rest else DAYS_IN_WEEK
    if cadence.period is Period.DAY:
        return days * (1 if rest else cadence.times)
    return min(cadence.times, days) if rest else cadence.times
