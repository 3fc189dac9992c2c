"""Seasons: some weeks of the game, from a Monday to a Sunday."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from climact_issy.domain.civic import DAYS_IN_WEEK, week_of

PAUSE: Final = "pause"
"""Kind of the rest after a season; everything else is a season."""

_NAMES: Final = {
    "winter": ("Saison d’hiver", "Winter season"),
    "spring": ("Saison de printemps", "Spring season"),
    "summer": ("Saison d’été", "Summer season"),
    "autumn": ("Saison d’automne", "Autumn season"),
}
_MONTHS: Final = ("winter",) * 2 + ("spring",) * 3 + ("summer",) * 3 + ("autumn",) * 3
"""Meteorological seasons of January to November; December falls to winter."""


@dataclass(frozen=True, slots=True)
class Season:
    """One season of the game.

    Attributes:
        season_id: primary key.
        slug: e.g. "2026-s43", the ISO week of its first day.
        name: (French, English).
        starts_on: first civic day, a Monday.
        ends_on: last civic day, inclusive, a Sunday.
        is_pause: the rest after a season: gestures are noted and bring no points.
    """

    season_id: int
    slug: str
    name: tuple[str, str]
    starts_on: date
    ends_on: date
    is_pause: bool = False

    @property
    def weeks(self) -> int:
        """How many weeks it lasts."""
        return ((self.ends_on - self.starts_on).days + 1) // DAYS_IN_WEEK

    def week_number(self, day: date) -> int:
        """Return which week of the season a day is in, from 1 to `weeks`."""
        number = (day - self.starts_on).days // DAYS_IN_WEEK + 1
        return min(max(number, 1), self.weeks)

    def covers(self, day: date) -> bool:
        """Whether a civic day belongs to it."""
        return self.starts_on <= day <= self.ends_on


def opening(day: date, weeks: int, season_id: int = 0) -> Season:
    """Return the season that opens in the week of a day.

    Args:
        day: any civic day of its first week.
        weeks: how many weeks it lasts, at least 1.
        season_id: primary key, 0 until it is kept.

    Raises:
        ValueError: fewer than one week.
    """
    if weeks < 1:
        msg = f"a season lasts at least one week: {weeks}"
        raise ValueError(msg)
    first = week_of(day)
    last = first + timedelta(days=weeks * DAYS_IN_WEEK - 1)
    year, week, _ = first.isocalendar()
    key = (*_MONTHS, "winter")[first.month - 1]
    return Season(season_id, f"{year}-s{week:02}", _NAMES[key], first, last)
