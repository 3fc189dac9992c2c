"""Points: they follow effort and proof, never quantity nor CO2e."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from climact_issy.domain.tiers import Tier

EVERY_REPEAT: Final = (1.0,)
"""Weights of a rule under which a repeat brings as much as the first time."""

Lost = Literal["day", "week", "declared", "repeat", "pause"]
"""What took some of a gesture's points: a cap, the share of the declared tier in the
week, that the same action came often this week, or a pause between two seasons."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One version of the published rule: every number that decides something.

    Attributes:
        version: number written on each ledger row.
        starts_on: civic day from which this version holds.
        points_per_effort: points of one effort band at tier DECLARED.
        tier_weights: multiplier of each tier.
        day_cap: most points a person earns in a civic day.
        week_cap: most points a person earns in a week, Monday to Sunday.
        declared_week_share: share (0 to 1) of the weekly cap that declared gestures
            may fill.
        repeat_weights: weight of the n-th gesture of one action in a week; the last
            one holds for all that follow. Never 0, never growing.
        newcomer_days: days during which a person counts only where they help.
        prior_strength: k of the regularised mean, in people.
        prior_points: its centre while the commune has few established people.
        minimum_active: people a group needs to be ranked.
        minimum_published: people any other published count needs.
        name_winner_at: P(best) from which a winner is named.
        season_weeks: length of a season.
        pause_weeks: length of the rest after it.
        goal_gestures: the collective goal of a season.
    """

    version: int
    starts_on: date
    points_per_effort: int
    tier_weights: Mapping[Tier, float]
    day_cap: int
    week_cap: int
    declared_week_share: float = 1.0
    repeat_weights: tuple[float, ...] = EVERY_REPEAT
    newcomer_days: int = 14
    prior_strength: int = 36
    prior_points: int = 60
    minimum_active: int = 10
    minimum_published: int = 5
    name_winner_at: float = 0.8
    season_weeks: int = 8
    pause_weeks: int = 2
    goal_gestures: int = 5000

    @property
    def declared_week_cap(self) -> int:
        """Most points of a week that declared gestures bring."""
        return math.floor(_exact(self.week_cap * self.declared_week_share))

    def repeat_weight(self, repeat: int) -> float:
        """Return the weight of the n-th gesture of one action in a week, n from 1."""
        return self.repeat_weights[min(repeat, len(self.repeat_weights)) - 1]


@dataclass(frozen=True, slots=True)
class Earned:
    """What a person has already earned when a gesture comes, in net points.

    Attributes:
        today: in this civic day.
        week: in this week.
        week_proven: those of the week that are of another tier than declared.
    """

    today: int
    week: int
    week_proven: int

    @property
    def week_declared(self) -> int:
        """Those of the week that were declared."""
        return self.week - self.week_proven

    def plus(self, points: int, tier: Tier) -> "Earned":
        """Return this once a gesture of today brought some points."""
        proven = 0 if tier is Tier.DECLARED else points
        return Earned(
            self.today + points, self.week + points, self.week_proven + proven
        )


@dataclass(frozen=True, slots=True)
class Award:
    """What a gesture brings once the caps were asked.

    Attributes:
        points: from 0 to the base points.
        lost_to: what took some, None when nothing did.
    """

    points: int
    lost_to: Lost | None


def base_points(rules: Rules, effort: int, tier: Tier) -> int:
    """Return the points of an effort band at a tier, before any cap.

    Raises:
        ValueError: effort outside 1 to 5.
    """
    if effort not in range(1, 6):
        msg = f"effort outside 1 to 5: {effort}"
        raise ValueError(msg)
    return round(effort * rules.points_per_effort * rules.tier_weights[tier])


def repeated(rules: Rules, base: int, repeat: int) -> int:
    """Return what the n-th gesture of one action in a week brings, before any cap.

    Rounded up: a gesture that brings points never brings none because it came back.

    Args:
        rules: the published rule.
        base: points of the first time, not negative.
        repeat: which time this week, from 1.
    """
    return math.ceil(_exact(base * rules.repeat_weight(repeat)))


def award(
    rules: Rules,
    base: int,
    earned: Earned,
    *,
    tier: Tier = Tier.DECLARED,
    repeat: int = 1,
    is_pause: bool = False,
) -> Award:
    """Return what is left of the base points under the repeats and the caps.

    Only declared gestures are held to the share of the declared tier, so what is
    proven always finds the rest of the week.

    Args:
        rules: the published rule.
        base: points before any cap, not negative.
        earned: what the person has earned so far.
        tier: how the gesture is proved.
        repeat: which gesture of this action in the week it is, from 1.
        is_pause: whether the day lies between two seasons: then nothing is left.
    """
    if is_pause:
        return Award(0, "pause")
    wanted = repeated(rules, base, repeat)
    rooms: dict[Lost, int] = {"week": rules.week_cap - earned.week}
    if tier is Tier.DECLARED:
        rooms["declared"] = rules.declared_week_cap - earned.week_declared
    rooms["day"] = rules.day_cap - earned.today
    # The week before its declared part before the day: of two that leave as little
    # room, the one that stays full longest is named.
    least = min(rooms, key=rooms.__getitem__)
    points = max(0, min(wanted, rooms[least]))
    if points == base:
        return Award(points, None)
    return Award(points, "repeat" if points == wanted else least)


def _exact(product: float) -> float:
    """Drop the last bits of a product of decimals: 20 x 0.6 is 12, not 12.0000001."""
    return round(product, 6)
