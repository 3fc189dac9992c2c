"""Sealing the ledger: which rows can no longer change, their chain, its daily roots.

A range is sealed only when no open transaction can still add to it. PostgreSQL hands
out an id before the row can be seen, and a transaction that took a smaller one may
still be open. It holds a RowExclusiveLock on the ledger from before it takes the id
until after its rows can be seen: once every transaction that held one after the
largest id was read has gone, no row can appear below that id. Nobody waits for us: the
ledger is never locked. On SQLite one transaction writes at a time, so that what can be
seen is closed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain import seals
from climact_issy.domain.civic import civic_day
from climact_issy.domain.seals import GENESIS, Root, Seal

assert models.LedgerSeal  # noqa: S101 - importing the package registers the tables

ROWS_A_SEAL: Final = 10_000
"""Rows of one seal at most: a flipped byte is then found within so many."""

ROWS_AT_ONCE: Final = 2_000

_TABLES: Final = SQLModel.metadata.tables
_ledger: Final = _TABLES["ledger"]
_seal: Final = _TABLES["ledger_seal"]
_root: Final = _TABLES["daily_root"]
_FIRST: Final = select(_seal.c.sealed_at).order_by(_seal.c.id).limit(1)
_NEWEST: Final = select(_seal).order_by(_seal.c.id.desc()).limit(1)
_ROWS: Final = (
    select(*(_ledger.c[name] for name in seals.COLUMNS))
    .where(_ledger.c.id > bindparam("after"))
    .order_by(_ledger.c.id)
)
_WRITERS: Final = text(
    """SELECT DISTINCT virtualtransaction FROM pg_locks
    WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND relation = 'ledger'::regclass"""
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """How far the ledger can be sealed once some transactions have ended.

    Attributes:
        last_id: largest id that could be seen, 0 for an empty ledger.
        writers: transactions that could still add a row below it.
    """

    last_id: int
    writers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading the whole chain found.

    Attributes:
        seals: how many seals there are.
        rows: rows under a seal.
        unsealed: rows after the last seal.
        faults: what is wrong, one sentence each.
    """

    seals: int
    rows: int
    unsealed: int
    faults: tuple[str, ...]


def candidate(session: Session) -> Candidate:
    """Return how far one could seal, and who must end before.

    Args:
        session: in its own transaction, and not of one snapshot: the largest id and
            the locks are read one after the other.
    """
    connection = session.connection()
    last_id = connection.execute(select(func.max(_ledger.c.id))).scalar() or 0
    return Candidate(last_id, _writers(session))


def is_closed(session: Session, asked: Candidate) -> bool:
    """Whether every transaction that could add to a candidate has ended."""
    return not asked.writers & _writers(session)


def _writers(session: Session) -> frozenset[str]:
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return frozenset()
    return frozenset(connection.scalars(_WRITERS))


def next_seal(session: Session, last_id: int, *, now: datetime) -> Seal | None:
    """Return the seal that comes next, None when every row is under one.

    Args:
        session: an open session; it only reads.
        last_id: of a candidate that is closed, seen from a transaction begun since.
        now: this instant.
    """
    before = newest(session)
    wanted = _ROWS.where(_ledger.c.id <= last_id).limit(ROWS_A_SEAL)
    after = before.last_id if before else 0
    previous = before.hash if before else GENESIS
    with session.connection().execute(
        wanted, {"after": after}, execution_options={"yield_per": ROWS_AT_ONCE}
    ) as rows:
        return seals.seal(previous, rows, sealed_at=now)


def keep(session: Session, made: Seal) -> bool:
    """Append a seal to the chain.

    Returns:
        False when somebody else sealed in the meantime: then nothing was written.
    """
    before = newest(session)
    if made.previous_hash != (before.hash if before else GENESIS):
        return False
    values = asdict(made)
    del values["seal_id"]
    try:
        with session.begin_nested():
            session.connection().execute(insert(_seal).values(values))
    except IntegrityError:
        # Two at once: the same first row cannot be sealed twice.
        return False
    return True


def newest(session: Session) -> Seal | None:
    """Return the last seal of the chain, None before the first one."""
    row = session.connection().execute(_NEWEST).mappings().first()
    return _as_seal(row) if row else None


def write_roots(session: Session, *, now: datetime) -> int:
    """Write the root of each civic day that is over; return how many were written."""
    last = newest(session)
    if last is None:
        return 0
    connection = session.connection()
    # Both by an index: this is asked every few minutes, for ever.
    first = connection.execute(_FIRST).scalar_one()
    rooted = connection.execute(select(func.max(_root.c.day))).scalar()
    days = seals.days_to_root(civic_day(first), rooted, civic_day(now))
    if not days:
        return 0
    sealed = connection.execute(select(func.sum(_seal.c.row_count))).scalar_one()
    same = {
        "seal_id": last.seal_id,
        "hash": last.hash,
        "rows_sealed": int(sealed),
        "written_at": now,
    }
    try:
        with session.begin_nested():
            connection.execute(insert(_root), [{"day": day} | same for day in days])
    except IntegrityError:
        # Another worker wrote them just now.
        return 0
    return len(days)


def roots(session: Session) -> list[Root]:
    """Return the root of each day that has one, oldest first."""
    rows = session.connection().execute(select(_root).order_by(_root.c.day))
    return [Root(**row) for row in rows.mappings()]


def verify(session: Session) -> Checked:
    """Read every row, seal and root again, and say what does not fit.

    It stops at the first range that is wrong: all later ones stand on it.
    """
    chain, rows, faults = _read_chain(session)
    if not faults:
        faults += _root_faults(session, chain)
    last_id = chain[-1].last_id if chain else 0
    unsealed = session.connection().execute(
        select(func.count()).select_from(_ledger).where(_ledger.c.id > last_id)
    )
    return Checked(len(chain), rows, int(unsealed.scalar_one()), tuple(faults))


def _read_chain(session: Session) -> tuple[list[Seal], int, list[str]]:
    connection = session.connection()
    chain = [
        _as_seal(row)
        for row in connection.execute(select(_seal).order_by(_seal.c.id)).mappings()
    ]
    previous, rows = GENESIS, 0
    with connection.execute(
        _ROWS, {"after": 0}, execution_options={"yield_per": ROWS_AT_ONCE}
    ) as found:
        reader = _Reader(iter(found))
        for kept in chain:
            fault = _fault(kept, previous, reader)
            if fault:
                return chain, rows, [fault]
            previous, rows = kept.hash, rows + kept.row_count
    return chain, rows, []


class _Reader:
    """Reads the ledger once, range after range."""

    def __init__(self, rows: Iterator[Row[Any]]) -> None:
        self._rows = rows
        self._next: Row[Any] | None = None

    def up_to(self, last_id: int) -> Iterator[Row[Any]]:
        """Yield the rows that come next, as far as an id."""
        while (row := self._take()) is not None:
            if row.id > last_id:
                self._next = row
                return
            yield row

    def _take(self) -> Row[Any] | None:
        row, self._next = self._next, None
        return next(self._rows, None) if row is None else row


def _fault(kept: Seal, previous: str, reader: _Reader) -> str:
    where = f"Seal {kept.seal_id} (rows {kept.first_id} to {kept.last_id})"
    if kept.previous_hash != previous:
        return f"{where} does not stand on the seal before it."
    try:
        computed = seals.seal(
            previous,
            reader.up_to(kept.last_id),
            sealed_at=kept.sealed_at,
            version=kept.format,
        )
    except (DBAPIError, ValueError, TypeError) as error:
        return f"{where} or the next one cannot be read: {type(error).__name__}."
    if seals.is_same(kept, computed):
        return ""
    return f"{where} does not match its rows."


def _root_faults(session: Session, chain: list[Seal]) -> Iterator[str]:
    sealed: dict[int, tuple[str, int]] = {}
    rows = 0
    for kept in chain:
        rows += kept.row_count
        sealed[kept.seal_id] = (kept.hash, rows)
    newest_so_far = 0
    for root in roots(session):
        is_right = sealed.get(root.seal_id) == (root.hash, root.rows_sealed)
        if not is_right or root.seal_id < newest_so_far:
            yield f"The root of {root.day} is not that of a seal."
        newest_so_far = root.seal_id


def _as_seal(row: Mapping[Any, Any]) -> Seal:
    values = {str(name): value for name, value in row.items()}
    return Seal(seal_id=values.pop("id"), **values)
