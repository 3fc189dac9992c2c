"""The chain of seals over the ledger: canonical bytes of a row, and their hash.

Anybody with a copy of the rows can compute the chain again: the form is published
beside the daily roots, and a change of it is a new format, never an edit.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

FORMAT: Final = 1
"""Version of the canonical form; a later column of the ledger is a later format."""

COLUMNS: Final = (
    "id",
    "season_id",
    "member_ref",
    "kind",
    "subject",
    "reverses",
    "tier",
    "amount",
    "quantity_milli",
    "saving_gco2e",
    "rule_version",
    "factor_version",
    "neighbourhood",
    "team",
    "civic_day",
    "recorded_at",
    "cause",
    "idempotency_key",
)
"""Every column of the ledger, in the order of the canonical form."""

GENESIS: Final = "0" * 64
"""What the first seal stands on."""

Row = Sequence[object]
"""The values of one ledger row, in the order of COLUMNS."""

_INSTANT: Final = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, slots=True)
class Seal:
    """One closed range of the ledger.

    Attributes:
        first_id: id of its first row.
        last_id: id of its last row.
        row_count: how many rows it holds.
        previous_hash: hash of the seal before, GENESIS for the first one.
        hash: SHA-256 over all the rest, in hexadecimal.
        sealed_at: when it was made.
        format: version of the canonical form.
        seal_id: primary key, 0 until it is kept.
    """

    first_id: int
    last_id: int
    row_count: int
    previous_hash: str
    hash: str
    sealed_at: datetime
    format: int = FORMAT
    seal_id: int = 0


@dataclass(frozen=True, slots=True)
class Root:
    """The seal that stands for a civic day that is over.

    Attributes:
        day: the civic day.
        seal_id: the newest seal when it was written.
        hash: hash of that seal.
        rows_sealed: rows from the first one to the last one of that seal.
        written_at: when it was written.
    """

    day: date
    seal_id: int
    hash: str
    rows_sealed: int
    written_at: datetime


def canonical(row: Row) -> bytes:
    """Return the bytes of one ledger row: a JSON array and a line feed, in UTF-8.

    Args:
        row: its values; instants aware, days as dates.

    Raises:
        ValueError: not one value a column.
        TypeError: a value that no column of the ledger can hold.
    """
    values = list(row)
    if len(values) != len(COLUMNS):
        msg = f"a row has {len(COLUMNS)} values, not {len(values)}"
        raise ValueError(msg)
    return f"{_encode(values)}\n".encode()


def instant(at: datetime) -> str:
    """Return an instant as the canonical form writes it: UTC, to the microsecond."""
    return at.astimezone(UTC).strftime(_INSTANT)


def seal(
    previous_hash: str,
    rows: Iterable[Row],
    *,
    sealed_at: datetime,
    version: int = FORMAT,
) -> Seal | None:
    """Seal some rows in the order of their ids; None when there are none.

    Args:
        previous_hash: hash of the seal before.
        rows: read once, one after the other.
        sealed_at: this instant.
        version: format of the canonical form.

    Raises:
        ValueError: a format that this version does not know.
    """
    if version != FORMAT:
        msg = f"unknown format of a seal: {version}"
        raise ValueError(msg)
    digest = hashlib.sha256(f"climact-ledger {version}\n{previous_hash}\n".encode())
    first = last = count = 0
    for row in rows:
        digest.update(canonical(row))
        last = int(str(row[0]))
        first = first if count else last
        count += 1
    if not count:
        return None
    digest.update(f"{count} {instant(sealed_at)}\n".encode())
    return Seal(
        first, last, count, previous_hash, digest.hexdigest(), sealed_at, version
    )


def is_same(kept: Seal, computed: Seal | None) -> bool:
    """Whether a kept seal is the one that the rows make."""
    return computed is not None and replace(computed, seal_id=kept.seal_id) == kept


def days_to_root(first: date, rooted: date | None, today: date) -> list[date]:
    """Return the civic days that are over and have no root yet, in order.

    Args:
        first: day on which the first seal was made.
        rooted: the last day that has a root, None before the first one.
        today: this civic day, which is not over.
    """
    start = rooted.toordinal() + 1 if rooted else first.toordinal()
    return [date.fromordinal(n) for n in range(start, today.toordinal())]


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    msg = f"no column of the ledger holds a {type(value).__name__}"
    raise TypeError(msg)


# Made once: json.dumps makes an encoder for each call with options.
_encode: Final = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), default=_written
).encode
