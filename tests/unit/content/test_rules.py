import json
from datetime import date
from pathlib import Path

import pytest

from climact_issy.content import release, rules
from climact_issy.domain.errors import BadInput
from climact_issy.domain.points import base_points
from climact_issy.domain.tiers import Tier
from climact_issy.settings import Settings


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


def test_repeats_fall_and_never_to_nothing() -> None:
    weights = rules.first().repeat_weights
    assert weights[0] == 1
    assert list(weights) == sorted(weights, reverse=True)
    assert weights[-1] > 0


def test_declared_gestures_may_fill_the_week_until_photos_exist() -> None:
    assert rules.first().declared_week_share == 1
    assert rules.first().declared_week_cap == rules.first().week_cap


def test_a_file_that_is_no_toml_or_has_faults_is_refused() -> None:
    with pytest.raises(BadInput) as broken:
        rules.parse("day_cap = ", 2, date(2026, 12, 7))
    with pytest.raises(BadInput) as short:
        rules.parse("day_cap = 60", 2, date(2026, 12, 7))

    assert [f.code for f in broken.value.values["faults"]] == ["not_toml"]  # pyright: ignore[reportGeneralTypeIssues] - a tuple of faults
    assert {f.code for f in short.value.values["faults"]} == {"missing"}  # pyright: ignore[reportGeneralTypeIssues] - a tuple of faults


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rules, "get_settings", lambda: Settings(data_dir=tmp_path))
    rules.printed.cache_clear()
    return tmp_path


def test_pages_print_version_1_until_another_was_kept(data_dir: Path) -> None:
    assert not list(data_dir.iterdir())
    assert rules.printed() is rules.first()
    rules.printed.cache_clear()


def test_pages_print_the_version_kept_for_the_build(data_dir: Path) -> None:
    body = rules.FILE.read_text("utf-8").replace("day_cap = 60", "day_cap = 55")
    kept = {"version": 2, "starts_on": "2026-12-07", "body": body}
    (data_dir / "rules-in-force.json").write_text(json.dumps(kept), "utf-8")

    found = rules.printed()
    rules.printed.cache_clear()

    assert (found.version, found.starts_on, found.day_cap) == (
        2,
        date(2026, 12, 7),
        55,
    )
