"""The civic day: what Issy calls "today", on the clock of Paris."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

PARIS: Final = ZoneInfo("Europe/Paris")
DAYS_IN_WEEK: Final = 7


def civic_day(at: datetime) -> date:
    """Return the day of an instant at Issy.

    Args:
        at: an aware instant.

    Raises:
        ValueError: the instant has no time zone.
    """
    if at.utcoffset() is None:
        msg = "an instant needs a time zone"
        raise ValueError(msg)
    return at.astimezone(PARIS).date()


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Return the first instant of a civic day and that of the next one, in UTC.

    They are 23, 24 or 25 hours apart.
    """
    return _start_of(day), _start_of(day + timedelta(days=1))


def week_of(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=PARIS).astimezone(UTC)
