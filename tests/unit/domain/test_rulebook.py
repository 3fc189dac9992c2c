"""What a version of the rule must hold, and which one is in force."""

import tomllib
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.content import rules as published
from climact_issy.domain.points import EVERY_REPEAT, Rules
from climact_issy.domain.rulebook import (
    INTEGERS,
    REPEATS,
    SHARES,
    TIERS,
    Edition,
    faults_of,
    in_force,
    rules_of,
)
from climact_issy.domain.tiers import Tier
from tests.support.rules import RULES

DAY = date(2026, 12, 7)
GOOD = {
    key: value
    for key, value in tomllib.loads(published.FILE.read_text("utf-8")).items()
    if key not in {"version", "starts_on"}
}


def codes(**changes: object) -> list[tuple[str, str]]:
    return [(f.key, f.code) for f in faults_of(GOOD | changes, 2, DAY)]


def test_the_version_of_the_content_has_no_fault() -> None:
    assert codes() == []


def test_every_number_of_a_rule_is_checked() -> None:
    own = {"version", "starts_on"}

    assert {f.name for f in fields(Rules)} - own == {*INTEGERS, *SHARES, REPEATS, TIERS}


@pytest.mark.parametrize("key", GOOD)
def test_a_number_that_is_missing_is_named(key: str) -> None:
    rest = {name: value for name, value in GOOD.items() if name != key}

    assert [(f.key, f.code) for f in faults_of(rest, 2, DAY)] == [(key, "missing")]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"bonus": 3}, ("bonus", "unknown")),
        ({"day_cap": "60"}, ("day_cap", "not_integer")),
        ({"day_cap": 60.0}, ("day_cap", "not_integer")),
        ({"day_cap": True}, ("day_cap", "not_integer")),
        ({"day_cap": 0}, ("day_cap", "out_of_bounds")),
        ({"day_cap": 201}, ("day_cap", "above_week_cap")),
        ({"minimum_active": 9}, ("minimum_active", "out_of_bounds")),
        ({"minimum_published": 4}, ("minimum_published", "out_of_bounds")),
        ({"declared_week_share": 1.1}, ("declared_week_share", "out_of_bounds")),
        ({"declared_week_share": float("nan")}, ("declared_week_share", "not_number")),
        ({"name_winner_at": "0.8"}, ("name_winner_at", "not_number")),
        ({"repeat_weights": []}, ("repeat_weights", "not_weights")),
        ({"repeat_weights": 1}, ("repeat_weights", "not_weights")),
        ({"repeat_weights": [1, "1"]}, ("repeat_weights", "not_weights")),
        ({"repeat_weights": [1.0, 0.5, 0.6]}, ("repeat_weights", "not_falling")),
        ({"repeat_weights": [1.0, 0.0]}, ("repeat_weights", "not_falling")),
        ({"repeat_weights": [0.9]}, ("repeat_weights", "not_falling")),
        ({"tier_weights": {}}, ("tier_weights", "not_every_tier")),
        ({"tier_weights": 2}, ("tier_weights", "not_every_tier")),
        ({"version": 3}, ("version", "not_as_scheduled")),
        ({"starts_on": date(2026, 1, 1)}, ("starts_on", "not_as_scheduled")),
    ],
)
def test_each_fault_is_named(
    changes: dict[str, object], fault: tuple[str, str]
) -> None:
    assert codes(**changes) == [fault]


@pytest.mark.parametrize(
    ("weight", "code"),
    [(0, "out_of_bounds"), (11, "out_of_bounds"), ("2", "not_number")],
)
def test_the_weight_of_a_proof_has_bounds(weight: object, code: str) -> None:
    weights = {**dict.fromkeys(map(str, Tier), 1.0), "code": weight}

    assert codes(tier_weights=weights) == [("tier_weights", code)]


def test_no_proof_weighs_less_than_a_declaration() -> None:
    weights = {**dict.fromkeys(map(str, Tier), 1.0), "declared": 2.0}

    assert codes(tier_weights=weights) == [("tier_weights", "declared_not_least")]


def test_all_faults_are_told_at_once() -> None:
    assert len(codes(day_cap=0, bonus=1, repeat_weights=[])) == 3


def test_a_version_may_repeat_its_number_and_day() -> None:
    assert codes(version=2, starts_on=DAY) == []


def test_a_good_file_becomes_the_rule_it_says() -> None:
    found = rules_of(GOOD | {"day_cap": 55}, 2, DAY)

    assert (found.version, found.starts_on, found.day_cap) == (2, DAY, 55)
    assert found == replace(published.first(), version=2, starts_on=DAY, day_cap=55)


def test_a_version_kept_before_a_number_existed_has_its_default() -> None:
    old = {k: v for k, v in GOOD.items() if k not in {REPEATS, "declared_week_share"}}

    found = rules_of(old, 2, DAY)

    assert (found.repeat_weights, found.declared_week_share) == (EVERY_REPEAT, 1.0)


@given(st.lists(st.integers(1, 400), unique=True, max_size=5), st.integers(-50, 500))
def test_the_newest_version_that_has_begun_is_in_force(
    starts: list[int], today: int
) -> None:
    first = Edition(replace(RULES, version=1, starts_on=DAY))
    later = [
        Edition(replace(RULES, version=n, starts_on=DAY + timedelta(days=start)))
        for n, start in enumerate(sorted(starts), start=2)
    ]

    found = in_force([first, *later], DAY + timedelta(days=today)).rules

    begun = [start for start in starts if start <= today]
    assert found.version == 1 + len(begun)
