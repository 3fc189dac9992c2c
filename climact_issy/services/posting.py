"""Posting: one ledger row and every total it moves, in one go.

Everything that brings or takes points goes through here: gestures, codes, completed
challenges, evidence and their reversals.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from climact_issy.domain.ledger import EntryKind, gestures_of, reversal_kind
from climact_issy.domain.tiers import Tier
from climact_issy.services import gesture_rows, totals
from climact_issy.services.sums import Spot, Sums, sums


@dataclass(frozen=True, slots=True)
class Posted:
    """A row that stands in the ledger.

    Attributes:
        entry_id: its primary key.
        done: gestures of the season that stand, this one included.
    """

    entry_id: int
    done: int


def spot_of(row: dict[str, Any]) -> Spot:
    """Return where a row counts."""
    return Spot(
        member_ref=row["member_ref"],
        season_id=row["season_id"],
        day=row["civic_day"],
        neighbourhood=row["neighbourhood"],
        team=row["team"] or "",
    )


def post(
    connection: Connection,
    row: dict[str, Any],
    before: Sums,
    *,
    is_on_board: bool,
) -> Posted:
    """Append one row and write what it changes.

    Args:
        connection: of an open transaction that holds the person's row.
        row: the ledger row, by column name, without its id.
        before: the person's totals, read in this transaction.
        is_on_board: whether the person is in the private ranking.
    """
    entry_id = gesture_rows.append(connection, row)
    change = totals.Change(
        spot=spot_of(row),
        gestures=gestures_of(EntryKind(row["kind"])),
        points=row["amount"],
        tier=Tier(row["tier"]),
        saving_gco2e=row["saving_gco2e"],
        before=before,
        is_on_board=is_on_board,
    )
    return Posted(entry_id, totals.apply(connection, change))


def take_back(
    connection: Connection,
    row: dict[str, Any],
    *,
    cause: str,
    now: datetime,
    is_on_board: bool,
) -> Posted:
    """Append the reversal of a row that stands, and write what it changes.

    Args:
        connection: of an open transaction that holds the person's row.
        row: the ledger row to take back, by column name, its id included.
        cause: why, in a word.
        now: this instant.
        is_on_board: whether the person is in the private ranking.
    """
    before = sums(connection, spot_of(row))
    reversal = reversal_of(row, cause=cause, now=now)
    return post(connection, reversal, before, is_on_board=is_on_board)


def reversal_of(row: dict[str, Any], *, cause: str, now: datetime) -> dict[str, Any]:
    """Return the ledger row that takes another one back."""
    saving = row["saving_gco2e"]
    kind = reversal_kind(EntryKind(row["kind"]))
    return {name: row[name] for name in gesture_rows.COLUMNS} | {
        "kind": kind.value,
        "reverses": row["id"],
        "amount": -row["amount"],
        "saving_gco2e": None if saving is None else -saving,
        "recorded_at": now,
        "cause": cause,
        "idempotency_key": f"{kind.value}:{row['id']}",
    }
