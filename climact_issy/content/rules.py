"""The published rule in force, read from rules.toml."""

from functools import cache
from types import MappingProxyType

from climact_issy.content import tables
from climact_issy.domain.points import Rules
from climact_issy.domain.tiers import Tier


@cache
def current() -> Rules:
    """Return the rule that new gestures are awarded under."""
    found = tables.table(tables.FOLDER / "rules.toml")
    weights = {Tier(key): float(v) for key, v in found.pop("tier_weights").items()}
    return Rules(tier_weights=MappingProxyType(weights), **found)
