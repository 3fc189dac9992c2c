"""Recognition without points: one's own rhythm, the steps of a place, thanks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from climact_issy.domain.badges import Progress
from climact_issy.domain.errors import BadInput

MOST_WEEKLY: Final = 50
"""Gestures of the highest weekly goal."""

MOST_PAUSE_WEEKS: Final = 8
NOTE_LENGTH: Final = 280
SIGNED_LENGTH: Final = 80


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What a person set out to do each week, and whether they rest.

    Attributes:
        goal: gestures a week, 0 for no goal.
        done: gestures of this week that stand.
        paused_until: last day of the pause, None outside one.
    """

    goal: int = 0
    done: int = 0
    paused_until: date | None = None

    @property
    def shows_goal(self) -> bool:
        """Whether there is a goal to speak of: a pause is silent about it."""
        return self.goal > 0 and self.paused_until is None


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a person is recognised for, over all seasons.

    Attributes:
        badges: how far they are with each badge, in the order of the content.
        weeks: weeks with a gesture that stands: never reset, a pause takes none.
        rhythm: their own goal and pause.
    """

    badges: tuple[Progress, ...]
    weeks: int
    rhythm: Rhythm


@dataclass(frozen=True, slots=True)
class Milestone:
    """How far the gestures of a place are; the count itself stays unsaid.

    Attributes:
        reached: the last step reached this season, 0 before the first.
        next_at: the step to come, None after the last.
    """

    reached: int
    next_at: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """A thank-you note.

    Attributes:
        note_id: primary key.
        text: (French, English), untrusted.
        neighbourhood: slug, "" for everybody.
        starts_on: first civic day on which it is shown.
        ends_on: last one, inclusive.
        signed_by: who thanks, untrusted.
        is_demo: a labelled demo note.
    """

    note_id: int
    text: tuple[str, str]
    neighbourhood: str
    starts_on: date
    ends_on: date
    signed_by: str
    is_demo: bool


def checked_goal(goal: int) -> int:
    """Return a weekly goal that may be set.

    Raises:
        BadInput: below 0 or above MOST_WEEKLY.
    """
    if not 0 <= goal <= MOST_WEEKLY:
        raise BadInput
    return goal


def pause_until(today: date, weeks: int) -> date | None:
    """Return the last day of a pause that begins today, None for no pause.

    Raises:
        BadInput: below 0 or above MOST_PAUSE_WEEKS.
    """
    if not 0 <= weeks <= MOST_PAUSE_WEEKS:
        raise BadInput
    return today + timedelta(weeks=weeks) if weeks else None


def running_pause(paused_until: date | None, today: date) -> date | None:
    """Return the last day of a pause that still runs, None once it is over."""
    return paused_until if paused_until and paused_until >= today else None


def milestone(gestures: int, steps: Sequence[int]) -> Milestone:
    """Return the step that a place reached, and the next one.

    Args:
        gestures: of the season, that stand.
        steps: growing.
    """
    return Milestone(
        reached=max((step for step in steps if step <= gestures), default=0),
        next_at=min((step for step in steps if step > gestures), default=None),
    )
