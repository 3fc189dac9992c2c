from dataclasses import replace
from datetime import date

import pytest

from climact_issy import texts
from climact_issy.domain.caps import ENTRIES_A_DAY
from climact_issy.domain.points import Rules
from climact_issy.domain.tiers import Tier
from climact_issy.presenters.rules import rules_view

RULES = Rules(
    version=3,
    starts_on=date(2026, 11, 23),
    points_per_effort=5,
    tier_weights={Tier.DECLARED: 1.0, Tier.CODE: 1.5},
    day_cap=60,
    week_cap=200,
)
FRENCH = texts.for_language("fr")
ENGLISH = texts.for_language("en")


def test_the_five_efforts_show_their_points() -> None:
    rows = rules_view(FRENCH, RULES).effort_rows
    assert [points for _, points in rows] == ["5", "10", "15", "20", "25"]


def test_only_the_proofs_of_the_rule_are_listed_in_order() -> None:
    rows = rules_view(FRENCH, RULES).tier_rows
    assert [weight for _, weight in rows] == ["× 1", "× 1,5"]
    assert rules_view(ENGLISH, RULES).tier_rows[1][1] == "× 1.5"


def test_the_worked_example_is_the_formula() -> None:
    # (24 x 80 + 36 x 60) / (24 + 36) = 68
    view = rules_view(FRENCH, RULES)
    assert view.example.endswith("= 68,0.")
    assert "+ 36\u00a0×\u00a0m" in view.formula
    assert "= 76.0." in rules_view(ENGLISH, replace(RULES, prior_strength=6)).example


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"day_cap": 77}, "77"),
        ({"week_cap": 333}, "333"),
        ({"newcomer_days": 21}, "21"),
        ({"minimum_active": 12}, "12"),
        ({"minimum_published": 6}, "6 personnes"),
        ({"name_winner_at": 0.85}, "85\u00a0%"),
        ({"season_weeks": 9}, "9 semaines"),
        ({"goal_gestures": 777}, "777 gestes"),
        ({"prior_points": 61}, "61 points"),
        ({"version": 4}, "n° 4"),
        ({"declared_week_share": 0.5}, "50\u00a0% de la semaine, soit 100"),
        ({"repeat_weights": (1.0, 0.35)}, "35\u00a0%"),
    ],
)
def test_every_number_of_the_rule_is_published(
    change: dict[str, object], shown: str
) -> None:
    def said(rules: Rules) -> str:
        view = rules_view(FRENCH, rules)
        return " ".join(
            (view.version, *view.caps, *view.formula_words, *view.fairness, view.goal)
        )

    assert shown in said(replace(RULES, **change))
    assert said(replace(RULES, **change)) != said(RULES)


def test_the_two_limits_outside_the_season_are_published_too() -> None:
    view = rules_view(FRENCH, RULES)
    assert any(f"{ENTRIES_A_DAY} saisies" in cap for cap in view.caps)
    assert any("partir de la saison suivante" in line for line in view.fairness)


def test_the_day_is_said_in_the_visitors_language() -> None:
    assert "23 novembre 2026" in rules_view(FRENCH, RULES).version
    assert "23 November 2026" in rules_view(ENGLISH, RULES).version
