from climact_issy.content import release, rules
from climact_issy.domain.points import base_points
from climact_issy.domain.tiers import Tier


def test_every_tier_has_a_weight_and_declaring_weighs_least() -> None:
    weights = rules.first().tier_weights
    assert set(weights) == set(Tier)
    assert min(weights.values()) == weights[Tier.DECLARED] == 1


def test_points_follow_effort() -> None:
    declared = [base_points(rules.first(), e, Tier.DECLARED) for e in range(1, 6)]
    assert declared == [5, 10, 15, 20, 25]


def test_the_hardest_action_fits_under_the_caps() -> None:
    rule = rules.first()
    assert base_points(rule, 5, Tier.MEASURED) <= rule.day_cap <= rule.week_cap
    assert rule.week_cap < 7 * rule.day_cap


def test_the_rule_is_published_before_the_release() -> None:
    assert rules.first().version == 1
    assert rules.first().starts_on <= release.released_on()


def test_groups_are_small_enough_to_stand_and_large_enough_to_hide_people() -> None:
    rule = rules.first()
    assert rule.minimum_active == 10
    assert rule.minimum_published == 5
    assert rule.name_winner_at == 0.8
