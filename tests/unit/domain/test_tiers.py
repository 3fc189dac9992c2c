"""Proof is worth something."""

from climact_issy.domain.tiers import Tier
from tests.support.rules import RULES


def test_every_tier_has_a_published_weight() -> None:
    assert set(RULES.tier_weights) == set(Tier)


def test_a_measured_gesture_weighs_more_than_a_declared_one() -> None:
    weights = RULES.tier_weights

    assert weights[Tier.MEASURED] > weights[Tier.EVIDENCE] > weights[Tier.DECLARED]
