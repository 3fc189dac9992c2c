"""Badges: what a person did, recognised in steps; nothing earned is ever counted down.

A badge is content (content/badges.toml); this is how far somebody is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Measure(StrEnum):
    """What a badge counts."""

    GESTURES = "gestures"
    """Gestures that stand, of the actions of the badge."""
    ACTIONS = "actions"
    """Different actions with a gesture that stands."""
    WEEKS = "weeks"
    """Weeks with a gesture that stands, of all seasons."""
    EVENTS = "events"
    """Codes and paper lists of events."""
    CHALLENGES = "challenges"
    """Completed challenges."""
    ALREADY = "already"
    """Actions that the person did before they came."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The page on which one sees what the gestures of a badge are good for.

    Attributes:
        page: name of a page (routes.PAGES), or "indicator".
        slug: of the indicator, "" for any other page.
        label: (French, English) words of the link.
    """

    page: str
    slug: str
    label: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Badge:
    """One badge.

    Attributes:
        slug: its name in the sprite art-badge.svg.
        title: (French, English).
        sentence: (French, English) what it recognises.
        icon: icon of the sprite, for a badge to come.
        measure: what it counts.
        levels: the count that each level takes, growing.
        lead: where it leads.
        actions: slugs of the actions it counts gestures of; empty for the others.
    """

    slug: str
    title: tuple[str, str]
    sentence: tuple[str, str]
    icon: str
    measure: Measure
    levels: tuple[int, ...]
    lead: Lead
    actions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Measures:
    """What a person did, over all seasons.

    Attributes:
        gestures: slug of an action -> gestures that stand.
        weeks: weeks with a gesture that stands.
        events: events where a code or a list counted them.
        challenges: challenges they completed.
        already: actions they did before they came.
    """

    gestures: Mapping[str, int] = field(default_factory=dict[str, int])
    weeks: int = 0
    events: int = 0
    challenges: int = 0
    already: int = 0

    def of(self, badge: Badge) -> int:
        """Return how much a badge counts."""
        match badge.measure:
            case Measure.GESTURES:
                return sum(
                    number
                    for action, number in self.gestures.items()
                    if action in badge.actions
                )
            case Measure.ACTIONS:
                return sum(number > 0 for number in self.gestures.values())
            case Measure.WEEKS:
                return self.weeks
            case Measure.EVENTS:
                return self.events
            case Measure.CHALLENGES:
                return self.challenges
            case Measure.ALREADY:
                return self.already

    def after(
        self, action: str, *, is_new_week: bool, challenges: int = 0
    ) -> "Measures":
        """Return what it is after one more gesture.

        Args:
            action: slug of its action.
            is_new_week: whether it is the first of its week.
            challenges: that it completes.
        """
        return replace(
            self,
            gestures={**self.gestures, action: self.gestures.get(action, 0) + 1},
            weeks=self.weeks + is_new_week,
            challenges=self.challenges + challenges,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a person is with one badge.

    Attributes:
        badge: the badge.
        count: what it counts.
        level: 0 until the first one is reached.
        next_at: the count that the next level takes, None after the last.
    """

    badge: Badge
    count: int
    level: int
    next_at: int | None

    @property
    def left(self) -> int:
        """What the next level still takes, 0 after the last."""
        return 0 if self.next_at is None else self.next_at - self.count


def progress(badge: Badge, measures: Measures) -> Progress:
    """Return how far somebody is with one badge."""
    count = measures.of(badge)
    level = sum(step <= count for step in badge.levels)
    next_at = badge.levels[level] if level < len(badge.levels) else None
    return Progress(badge, count, level, next_at)


def every(badges: Iterable[Badge], measures: Measures) -> tuple[Progress, ...]:
    """Return how far somebody is with each badge, in the order given."""
    return tuple(progress(badge, measures) for badge in badges)


def reached(
    badges: Iterable[Badge], before: Measures, after: Measures
) -> tuple[Progress, ...]:
    """Return the badges whose level grew between two moments."""
    return tuple(
        now
        for badge in badges
        if (now := progress(badge, after)).level > progress(badge, before).level
    )
