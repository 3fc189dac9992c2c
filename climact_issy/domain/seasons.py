"""Seasons: some weeks of the game from a Monday to a Sunday, and the pause after it.

A civic day belongs to a season, to a pause, or to nothing yet. The worker opens the
period of today: season, pause, season. Weeks are counted in civic days, so the two
clock changes of the year move no border.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from climact_issy.domain.civic import DAYS_IN_WEEK, week_of
from climact_issy.domain.points import Rules

PAUSE: Final = "pause"
"""Kind of the rest after a season; everything else is a season."""

_NAME_OF_PAUSE: Final = ("Pause entre deux saisons", "Break between two seasons")
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


def opening(
    day: date, weeks: int, season_id: int = 0, *, is_pause: bool = False
) -> Season:
    """Return the season, or the pause, that opens in the week of a day.

    Args:
        day: any civic day of its first week.
        weeks: how many weeks it lasts, at least 1.
        season_id: primary key, 0 until it is kept.
        is_pause: whether it is the rest after a season.

    Raises:
        ValueError: fewer than one week.
    """
    if weeks < 1:
        msg = f"a season lasts at least one week: {weeks}"
        raise ValueError(msg)
    first = week_of(day)
    last = first + timedelta(days=weeks * DAYS_IN_WEEK - 1)
    year, week, _ = first.isocalendar()
    slug = f"{year}-s{week:02}"
    if is_pause:
        pause_slug = f"{slug}-{PAUSE}"
        return Season(season_id, pause_slug, _NAME_OF_PAUSE, first, last, is_pause=True)
    key = (*_MONTHS, "winter")[first.month - 1]
    return Season(season_id, slug, _NAMES[key], first, last)


def following(last: Season | None, today: date, rules: Rules) -> Season:
    """Return the period of today, when the last one known is over.

    After a season comes its pause, if today lies in it. Everything else opens a
    season this week: the very first, the one after a pause, and the one after the
    site had stood still for longer.

    Args:
        last: the last period that began, None when there was none.
        today: this civic day, after the last one.
        rules: the published rule.

    Raises:
        ValueError: the last one is not over.
    """
    if last is not None and today <= last.ends_on:
        msg = f"{last.slug} is not over on {today}"
        raise ValueError(msg)
    if last is not None and not last.is_pause and rules.pause_weeks:
        first = last.ends_on + timedelta(days=1)
        pause = opening(first, rules.pause_weeks, is_pause=True)
        if pause.covers(today):
            return pause
    return opening(today, rules.season_weeks)


def next_start(period: Season, rules: Rules) -> date:
    """Return the civic day on which the next season is due to open."""
    weeks = 0 if period.is_pause else rules.pause_weeks
    return period.ends_on + timedelta(days=1 + weeks * DAYS_IN_WEEK)
