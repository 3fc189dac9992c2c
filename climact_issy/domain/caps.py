"""How often an action counts, and when it may be noted again."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from climact_issy.domain.actions import Cadence, Period
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
    cadence: Cadence, live_days: Iterable[date], today: date, season: Season
) -> datetime | None:
    """Return when the action may be noted again, None when it may be now.

    Args:
        cadence: the rhythm of the action.
        live_days: civic day of each gesture of this action that stands.
        today: this civic day.
        season: the season of today.
    """
    first, last = period_of(cadence.period, today, season)
    used = sum(first <= day <= last for day in live_days)
    if used < cadence.times:
        return None
    return day_bounds(last)[1]
