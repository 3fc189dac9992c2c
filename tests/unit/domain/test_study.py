"""The invented seasons: repeatable, and as different as the rule supposes."""

import pytest

from climact_issy.domain import study
from climact_issy.domain.study import Scenario, run
from tests.support.rules import rules

RULE = rules(day_cap=60, week_cap=200)


def test_the_same_seed_lives_the_same_seasons() -> None:
    one, two = (run(RULE, Scenario("equal"), 5) for _ in range(2))

    assert one == two
    assert sum(one.first["score"].values()) == sum(one.last["sum"].values()) == 5


def test_the_largest_group_has_the_largest_sum() -> None:
    assert run(RULE, Scenario("equal"), 20).first["sum"]["150"] >= 18


def test_a_group_that_is_far_better_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study, "GAIN", 3)
    found = run(RULE, Scenario("x", better="80"), 20)

    assert found.winners["80"] >= 15
    assert found.first["score"]["80"] == 20


def test_a_group_that_recruits_has_more_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study, "RECRUITED", 30)
    found = run(RULE, Scenario("x", recruiting="40"), 10)

    assert found.first["sum"]["40"] == 10
    assert found.last["mean"]["40"] >= 8
    assert found.last["score"]["40"] <= 4
