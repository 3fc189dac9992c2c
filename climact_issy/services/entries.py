"""What a tap becomes: a ledger row, and a line of its person's log."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from climact_issy.domain.actions import Action
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.points import Award, Rules
from climact_issy.domain.seasons import Season
from climact_issy.domain.tiers import Tier
from climact_issy.services import gesture_rows
from climact_issy.services.sums import Spot

FACTOR_VERSION_LENGTH: Final = 120


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap, with everything that was read before deciding.

    Attributes:
        action: what was done.
        quantity: how much, None for a one-off action.
        n: which entry of this action and day it is, from 1.
        player: who, and where it counts.
        season: of the day.
        day: the civic day.
        now: when.
    """

    action: Action
    quantity: float | None
    n: int
    player: gesture_rows.Player
    season: Season
    day: date
    now: datetime

    @property
    def spot(self) -> Spot:
        """Where the gesture counts."""
        return Spot(
            self.player.member_ref,
            self.season.season_id,
            self.day,
            self.player.neighbourhood,
            self.player.team,
        )

    @property
    def key(self) -> str:
        """The idempotency key: two taps on one sight have the same."""
        ref = self.player.member_ref
        return f"{ref}:{self.action.slug}:{self.day}:{self.n}"


def ledger_row(tap: Tap, given: Award, rules: Rules) -> dict[str, Any]:
    """Return the ledger row of a tap, by column name."""
    saving = tap.action.saving
    milli = 1000 if tap.quantity is None else round(tap.quantity * 1000)
    return {
        "season_id": tap.season.season_id,
        "member_ref": tap.player.member_ref,
        "kind": EntryKind.GESTURE.value,
        "subject": tap.action.slug,
        "reverses": None,
        "tier": Tier.DECLARED.value,
        "amount": given.points,
        "quantity_milli": milli,
        "saving_gco2e": saving and round(saving.central_kgco2e * milli),
        "rule_version": rules.version,
        "factor_version": factor_version(tap.action),
        "neighbourhood": tap.player.neighbourhood,
        "team": tap.player.team or None,
        "civic_day": tap.day,
        "recorded_at": tap.now,
        "cause": f"tap:{given.lost_to}" if given.lost_to else "tap",
        "idempotency_key": tap.key,
    }


def factor_version(action: Action) -> str:
    """Name the versions of the factors behind an action's saving."""
    factors = action.saving.factors if action.saving else ()
    versions = dict.fromkeys(factor.version for factor in factors)
    return "; ".join(versions)[:FACTOR_VERSION_LENGTH]


def log_row(tap: Tap, entry_id: int, given: Award) -> dict[str, Any]:
    """Return the row of a tap in its person's own log, by column name."""
    quantity = tap.quantity
    return {
        "id": entry_id,
        "member_ref": tap.player.member_ref,
        "action": tap.action.slug,
        "civic_day": tap.day,
        "n": tap.n,
        "quantity_milli": None if quantity is None else round(quantity * 1000),
        "points": given.points,
        "noted_at": tap.now,
        "undone_at": None,
    }
