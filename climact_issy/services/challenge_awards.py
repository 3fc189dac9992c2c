"""The award of a completed challenge: a ledger row like any other, under the caps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select
from sqlmodel import SQLModel

from climact_issy import models
from climact_issy.domain.ledger import EntryKind
from climact_issy.domain.points import Award, Rules, award, base_points
from climact_issy.domain.tiers import Tier
from climact_issy.services import posting
from climact_issy.services.prepared import Prepared
from climact_issy.services.sums import Spot, sums

assert models.Ledger  # noqa: S101 - importing the package registers the tables

_ledger: Final = SQLModel.metadata.tables["ledger"]
_ROW: Final = Prepared(select(_ledger).where(_ledger.c.id == bindparam("entry_id")))
_TIMES: Final = Prepared(
    select(func.count().label("times"))
    .select_from(_ledger)
    .where(
        _ledger.c.member_ref == bindparam("member_ref"),
        _ledger.c.kind == EntryKind.CHALLENGE.value,
        _ledger.c.subject == bindparam("subject"),
    )
)


@dataclass(frozen=True, slots=True)
class Awarded:
    """What completing a challenge, or no longer completing it, moved.

    Attributes:
        entry_id: the ledger row.
        points: gained, negative when taken back.
        done: gestures of the season that stand afterwards.
    """

    entry_id: int
    points: int
    done: int


@dataclass(frozen=True, slots=True)
class Won:
    """A completion, with everything its ledger row says.

    Attributes:
        challenge_id: of the challenge.
        slug: of the challenge.
        effort: band of its award.
        spot: whose it is and where it counts.
        rules: the published rule.
        now: when.
        is_on_board: whether the person is in the private ranking.
        is_pause: whether no points are given these days.
    """

    challenge_id: int
    slug: str
    effort: int
    spot: Spot
    rules: Rules
    now: datetime
    is_on_board: bool
    is_pause: bool = False


def give(connection: Connection, won: Won) -> Awarded:
    """Award a completion; the transaction holds the person's row."""
    before = sums(connection, won.spot)
    base = base_points(won.rules, won.effort, Tier.DECLARED)
    given = award(won.rules, base, before, is_pause=won.is_pause)
    times = _TIMES.rows(
        connection, {"member_ref": won.spot.member_ref, "subject": won.slug}
    )[0].times
    row = _row(won, given, times + 1)
    posted = posting.post(connection, row, before, is_on_board=won.is_on_board)
    return Awarded(posted.entry_id, given.points, posted.done)


def take_back(
    connection: Connection, entry_id: int, *, now: datetime, is_on_board: bool
) -> Awarded:
    """Take the award of a completion back, once the target is missed again."""
    row = _ROW.rows(connection, {"entry_id": entry_id})[0]
    found = {column.name: getattr(row, column.name) for column in _ledger.c}
    posted = posting.take_back(
        connection, found, cause="challenge", now=now, is_on_board=is_on_board
    )
    return Awarded(posted.entry_id, -row.amount, posted.done)


def _row(won: Won, given: Award, n: int) -> dict[str, Any]:
    """Return the ledger row of the n-th completion: an undone one may come again."""
    spot = won.spot
    return {
        "season_id": spot.season_id,
        "member_ref": spot.member_ref,
        "kind": EntryKind.CHALLENGE.value,
        "subject": won.slug,
        "reverses": None,
        "tier": Tier.DECLARED.value,
        "amount": given.points,
        "quantity_milli": 1000,
        "saving_gco2e": None,
        "rule_version": won.rules.version,
        "factor_version": "",
        "neighbourhood": spot.neighbourhood,
        "team": spot.team or None,
        "civic_day": spot.day,
        "recorded_at": won.now,
        "cause": f"challenge:{given.lost_to}" if given.lost_to else "challenge",
        "idempotency_key": f"challenge:{won.challenge_id}:{spot.member_ref}:{n}",
    }
