"""A published rule with small, round numbers."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from climact_issy.domain.points import Rules
from climact_issy.domain.tiers import Tier

RULES = Rules(
    version=1,
    starts_on=date(2026, 10, 26),
    points_per_effort=5,
    tier_weights=MappingProxyType(
        {
            Tier.DECLARED: 1.0,
            Tier.EVIDENCE: 1.5,
            Tier.ATTESTED: 1.5,
            Tier.CODE: 1.5,
            Tier.MEASURED: 2.0,
        }
    ),
    day_cap=30,
    week_cap=100,
    goal_gestures=500,
)


def rules(**changes: object) -> Rules:
    """Return the rule with some numbers changed."""
    return replace(RULES, **changes)
