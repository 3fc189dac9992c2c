"""The versions of the rule: what a version must hold, and which one is in force."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final, cast

from climact_issy.domain.points import EVERY_REPEAT, Rules
from climact_issy.domain.tiers import Tier

INTEGERS: Final[dict[str, tuple[int, int]]] = {
    "points_per_effort": (1, 100),
    "day_cap": (1, 10_000),
    "week_cap": (1, 100_000),
    "newcomer_days": (0, 56),
    "prior_strength": (1, 1000),
    "prior_points": (0, 10_000),
    "minimum_active": (10, 1000),
    "minimum_published": (5, 1000),
    "season_weeks": (1, 52),
    "pause_weeks": (0, 12),
    "goal_gestures": (1, 10_000_000),
}
"""Whole numbers of a version, with their bounds. The two thresholds that protect
people may rise, never fall."""

SHARES: Final[dict[str, tuple[float, float]]] = {
    "declared_week_share": (0, 1),
    "name_winner_at": (0.5, 1),
}
"""Numbers of a version that may be broken, with their bounds."""

REPEATS: Final = "repeat_weights"
TIERS: Final = "tier_weights"
MOST_REPEATS: Final = 50
MOST_WEIGHT: Final = 10
FAULTS: Final = "rules_faults"
"""Code of the refusal of a version; its value `faults` says why."""

_OWN: Final = frozenset({"version", "starts_on"})
"""What a version may repeat of how it is scheduled."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a version.

    Attributes:
        key: the number it is about, "" for the whole file.
        code: what is wrong, the key of its sentence in presenters/rule_faults.py.
        values: what that sentence needs.
    """

    key: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of the rule, as it stands in the book.

    Attributes:
        rules: its numbers, its version and the day it holds from.
        reason: why it was made, in the words of who scheduled it.
        scheduled_at: when it was; None for version 1, which came with the content.
    """

    rules: Rules
    reason: str = ""
    scheduled_at: datetime | None = None


def in_force(editions: Iterable[Edition], day: date) -> Edition:
    """Return the newest version that holds on a day; the first one before them all.

    Args:
        editions: every version, oldest first, at least one.
        day: civic day.
    """
    first, *later = editions
    return next((e for e in reversed(later) if e.rules.starts_on <= day), first)


def faults_of(
    found: Mapping[str, object], version: int, starts_on: date
) -> tuple[Fault, ...]:
    """Say all that is wrong with a parsed file that is to become a version.

    Args:
        found: its keys: all numbers of a rule and nothing else.
        version: the number it would have.
        starts_on: civic day from which it would hold.
    """
    faults = [fault for check in _CHECKS for fault in check(found)]
    return (*faults, *_own_faults(found, version, starts_on))


def rules_of(found: Mapping[str, object], version: int, starts_on: date) -> Rules:
    """Return the rule of a parsed file that has no fault, or had none once.

    A number that did not exist when the file was kept has its default.
    """
    keys = (*INTEGERS, *SHARES)
    numbers: dict[str, Any] = {key: found[key] for key in keys if key in found}
    weights = cast("Mapping[str, float]", found[TIERS])
    repeats = cast("list[float]", found.get(REPEATS, [*EVERY_REPEAT]))
    return Rules(
        version=version,
        starts_on=starts_on,
        tier_weights=MappingProxyType(
            {tier: float(weights[tier]) for tier in Tier if tier in weights}
        ),
        repeat_weights=tuple(float(weight) for weight in repeats),
        **numbers,
    )


def _own_faults(
    found: Mapping[str, object], version: int, starts_on: date
) -> list[Fault]:
    expected = {"version": version, "starts_on": starts_on}
    return [
        Fault(key, "not_as_scheduled", {"expected": value})
        for key, value in expected.items()
        if key in found and found[key] != value
    ]


def _key_faults(found: Mapping[str, object]) -> list[Fault]:
    known = [*INTEGERS, *SHARES, REPEATS, TIERS]
    missing = [Fault(key, "missing") for key in known if key not in found]
    unknown = [
        Fault(key, "unknown") for key in found if key not in known and key not in _OWN
    ]
    return missing + unknown


def _number_faults(found: Mapping[str, object]) -> list[Fault]:
    faults: list[Fault] = []
    for key, bounds in (INTEGERS | SHARES).items():
        if key not in found:
            continue
        value = found[key]
        if key in INTEGERS and not _is_integer(value):
            faults.append(Fault(key, "not_integer"))
        elif not _is_number(value):
            faults.append(Fault(key, "not_number"))
        elif not bounds[0] <= cast("float", value) <= bounds[1]:
            values = {"least": bounds[0], "most": bounds[1]}
            faults.append(Fault(key, "out_of_bounds", values))
    return faults


def _order_faults(found: Mapping[str, object]) -> list[Fault]:
    day, week = found.get("day_cap"), found.get("week_cap")
    if _is_integer(day) and _is_integer(week) and cast("int", day) > cast("int", week):
        return [Fault("day_cap", "above_week_cap")]
    return []


def _repeat_faults(found: Mapping[str, object]) -> list[Fault]:
    if REPEATS not in found:
        return []
    value = found[REPEATS]
    weights = cast("list[object]", value) if isinstance(value, list) else []
    if not 1 <= len(weights) <= MOST_REPEATS or not all(map(_is_number, weights)):
        return [Fault(REPEATS, "not_weights", {"most": MOST_REPEATS})]
    numbers = cast("list[float]", weights)
    is_falling = numbers == sorted(numbers, reverse=True)
    if numbers[0] == 1 and is_falling and numbers[-1] > 0:
        return []
    return [Fault(REPEATS, "not_falling")]


def _tier_faults(found: Mapping[str, object]) -> list[Fault]:
    if TIERS not in found:
        return []
    value = found[TIERS]
    weights = cast("dict[str, object]", value) if isinstance(value, dict) else {}
    if set(weights) != set(Tier):
        return [Fault(TIERS, "not_every_tier", {"tiers": ", ".join(Tier)})]
    numbers = [weights[tier] for tier in Tier]
    if not all(map(_is_number, numbers)):
        return [Fault(TIERS, "not_number")]
    least, most = min(cast("list[float]", numbers)), max(cast("list[float]", numbers))
    if least <= 0 or most > MOST_WEIGHT:
        return [Fault(TIERS, "out_of_bounds", {"least": 0, "most": MOST_WEIGHT})]
    if weights[Tier.DECLARED] != least:
        return [Fault(TIERS, "declared_not_least")]
    return []


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return _is_integer(value) or (isinstance(value, float) and math.isfinite(value))


_CHECKS: Final[tuple[Callable[[Mapping[str, object]], list[Fault]], ...]] = (
    _key_faults,
    _number_faults,
    _order_faults,
    _repeat_faults,
    _tier_faults,
)
