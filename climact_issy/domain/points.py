"""Points: they follow effort and proof, never quantity nor CO2e."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from climact_issy.domain.tiers import Tier


@dataclass(frozen=True, slots=True)
class Rules:
    """The published rule of one season: every number that decides something.

    Attributes:
        version: number written on each ledger row.
        starts_on: civic day from which this version holds.
        points_per_effort: points of one effort band at tier DECLARED.
        tier_weights: multiplier of each tier.
        day_cap: most points a person earns in a civic day.
        week_cap: most points a person earns in a week, Monday to Sunday.
        newcomer_days: days during which a person counts only where they help.
        prior_strength: k of the regularised mean, in people.
        prior_points: its centre while the commune has few established people.
        minimum_active: people a group needs to be ranked.
        minimum_published: people any other published count needs.
        name_winner_at: P(best) from which a winner is named.
        season_weeks: length of a season.
        goal_gestures: the collective goal of a season.
    """

    version: int
    starts_on: date
    points_per_effort: int
    tier_weights: Mapping[Tier, float]
    day_cap: int
    week_cap: int
    newcomer_days: int = 14
    prior_strength: int = 36
    prior_points: int = 60
    minimum_active: int = 10
    minimum_published: int = 5
    name_winner_at: float = 0.8
    season_weeks: int = 8
    goal_gestures: int = 5000


@dataclass(frozen=True, slots=True)
class Award:
    """What a gesture brings once the caps were asked.

    Attributes:
        points: from 0 to the base points.
        lost_to: the cap that took some, None when none did.
    """

    points: int
    lost_to: Literal["day", "week"] | None


def base_points(rules: Rules, effort: int, tier: Tier) -> int:
    """Return the points of an effort band at a tier, before any cap.

    Raises:
        ValueError: effort outside 1 to 5.
    """
    if effort not in range(1, 6):
        msg = f"effort outside 1 to 5: {effort}"
        raise ValueError(msg)
    return round(effort * rules.points_per_effort * rules.tier_weights[tier])


def award(rules: Rules, base: int, earned_today: int, earned_this_week: int) -> Award:
    """Return what is left of the base points under the two caps.

    Args:
        rules: the published rule.
        base: points before any cap, not negative.
        earned_today: net points already earned in this civic day.
        earned_this_week: net points already earned in this week.
    """
    day_room = max(0, rules.day_cap - earned_today)
    week_room = max(0, rules.week_cap - earned_this_week)
    points = min(base, day_room, week_room)
    if points == base:
        return Award(points, None)
    return Award(points, "week" if week_room <= day_room else "day")
