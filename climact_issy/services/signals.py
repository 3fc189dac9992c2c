"""Signals: what looks odd is written down for staff, beside the game, never in it.

A job reads what is there already: gestures of the last minutes, and the hashes that
sign-in keeps for its own limits. No gesture waits for it, no total depends on it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, insert, select, update
from sqlmodel import Session, SQLModel

from climact_issy import models
from climact_issy.domain.civic import civic_day
from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import Actor, Role
from climact_issy.domain.permissions import require_role
from climact_issy.domain.signals import (
    SHARED_ACCOUNTS,
    OddSign,
    SignalKind,
    burst,
)
from climact_issy.services import audit
from climact_issy.services.sign_in import keyed_hash

assert models.Signal  # noqa: S101 - importing the package registers the tables

LOOKS_BACK: Final = timedelta(minutes=30)
"""Longer than the pace of the job: nothing falls between two looks."""

KEPT: Final = timedelta(days=60)
"""A signal is forgotten after a season, whether or not somebody looked at it."""

ROWS_AT_ONCE: Final = 500

_TABLES: Final = SQLModel.metadata.tables
_log: Final = _TABLES["action_log"]
_token: Final = _TABLES["sign_in_token"]
_signal: Final = _TABLES["signal"]


@dataclass(frozen=True, slots=True)
class Seen:
    """Something odd, before it is written.

    Attributes:
        kind: what looks odd.
        subject: a member reference, or the keyed hash of a connection and a day.
        day: civic day of the first of them.
        count: gestures or accounts.
        first_at: the first of them.
        last_at: the last of them.
    """

    kind: SignalKind
    subject: str
    day: date
    count: int
    first_at: datetime
    last_at: datetime

    @property
    def key(self) -> str:
        """One row a kind, subject and day."""
        return f"{self.kind.value}:{self.subject}:{self.day}"


def look(session: Session, *, now: datetime) -> list[Seen]:
    """Return what looks odd in the last half-hour; nothing is written."""
    return [*_bursts(session, now), *_shared_devices(session, now)]


def note(session: Session, seen: Sequence[Seen]) -> int:
    """Write what was seen; return how many signals are new.

    Args:
        session: an open session that may write.
        seen: what `look` found.
    """
    return sum(_note(session, each) for each in seen)


def open_signals(session: Session) -> list[OddSign]:
    """Return the signals that nobody has looked at, oldest first."""
    rows = session.connection().execute(
        select(_signal)
        .where(_signal.c.reviewed_at.is_(None))
        .order_by(_signal.c.first_at, _signal.c.id)
    )
    return [
        OddSign(
            signal_id=row["id"],
            kind=SignalKind(row["kind"]),
            subject=row["subject"],
            civic_day=row["civic_day"],
            count=row["count"],
            first_at=row["first_at"],
            last_at=row["last_at"],
        )
        for row in rows.mappings()
    ]


def review(
    session: Session, actor: Actor, signal_id: int, reason: str, *, now: datetime
) -> None:
    """Say that staff has looked at a signal; nothing else changes.

    Raises:
        NotAllowed: the actor is no moderator.
        NotFound: no such open signal.
    """
    require_role(actor, Role.MODERATOR)
    found = session.connection().execute(
        update(_signal)
        .where(_signal.c.id == signal_id, _signal.c.reviewed_at.is_(None))
        .values(reviewed_at=now, reviewed_by=actor.member_ref)
    )
    if not found.rowcount:
        raise NotFound
    audit.record(
        session,
        actor,
        "signal_reviewed",
        subject=f"signal:{signal_id}",
        reason=reason,
        now=now,
    )


def purge(session: Session, *, now: datetime) -> None:
    """Forget the signals of long ago."""
    session.connection().execute(delete(_signal).where(_signal.c.last_at < now - KEPT))


def _bursts(session: Session, now: datetime) -> Iterator[Seen]:
    # From the newest on, by the primary key: a past of any length costs nothing.
    taps: dict[str, list[datetime]] = defaultdict(list)
    with session.connection().execute(
        select(_log.c.member_ref, _log.c.noted_at).order_by(_log.c.id.desc()),
        execution_options={"yield_per": ROWS_AT_ONCE},
    ) as rows:
        for row in rows:
            if row.noted_at <= now - LOOKS_BACK:
                break
            taps[row.member_ref].append(row.noted_at)
    for member_ref, instants in taps.items():
        found = burst(sorted(instants))
        if found is not None:
            yield Seen(
                SignalKind.BURST,
                member_ref,
                civic_day(found.first_at),
                found.count,
                found.first_at,
                found.last_at,
            )


def _shared_devices(session: Session, now: datetime) -> Iterator[Seen]:
    rows = session.connection().execute(
        select(_token.c.client_hash, _token.c.subject, _token.c.used_at)
        .where(_token.c.used_at > now - LOOKS_BACK, _token.c.client_hash != "")
        .order_by(_token.c.used_at)
    )
    entered: dict[str, dict[str, datetime]] = defaultdict(dict)
    for row in rows:
        entered[row.client_hash].setdefault(row.subject, row.used_at)
    for client_hash, people in entered.items():
        if len(people) < SHARED_ACCOUNTS:
            continue
        first, *_, last = sorted(people.values())
        day = civic_day(first)
        # Another hash each day: nobody is followed from one to the next, and the
        # accounts behind it are forgotten with the sign-in requests.
        subject = keyed_hash("device", f"{day}:{client_hash}")
        yield Seen(SignalKind.SHARED_DEVICE, subject, day, len(people), first, last)


def _note(session: Session, seen: Seen) -> bool:
    """Write one signal, or the larger count of one that is there; True when new."""
    connection = session.connection()
    values: dict[str, Any] = {
        "count": seen.count,
        "first_at": seen.first_at,
        "last_at": seen.last_at,
    }
    known = connection.execute(
        select(_signal.c.id).where(_signal.c.key == seen.key)
    ).first()
    if known is None:
        row = values | {
            "key": seen.key,
            "kind": seen.kind.value,
            "subject": seen.subject,
            "civic_day": seen.day,
            "reviewed_by": "",
        }
        connection.execute(insert(_signal).values(row))
        return True
    connection.execute(
        update(_signal)
        .where(_signal.c.id == known.id, _signal.c.count < seen.count)
        .values(values)
    )
    return False
